"""Every published claim as a table: CSV (RFC 4180), the same for spreadsheets, and a description of both.

``claims.csv`` has the text as it is. ``claims-spreadsheet.csv`` is the same with an apostrophe before each cell that a
spreadsheet would take for a formula. ``datapackage.json`` follows Data Package, version 1.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, get_args

from site_builder import urls
from site_builder.exports.kind import CLAIM, Export, File, Material, Part, Subject
from site_builder.exports.records import VERSION, as_json
from site_builder.model import Attribution, Claim, Site, Speech
from site_builder.records.scales import plain

COLUMNS = (
    ("id", "string", "The claim's id and the last part of its address"),
    ("url", "string", "The page of the check"),
    ("actor", "string", "Id of who made the claim"),
    ("actor_name", "string", "Name of who made the claim"),
    ("statement", "string", "The claim in the editors' words"),
    ("date", "string", "When it was made: EDTF, level 1; of a position, when the article reports it"),
    ("attribution", "string", "statement: the actor said it; position: an article ascribes it to the actor"),
    ("about", "string", "Ids of the actors it is about, separated by spaces"),
    ("accuses", "string", "Ids of the actors it accuses, separated by spaces"),
    ("topics", "string", "Ids of its topics, separated by spaces"),
    ("verdict", "string", "Id in the rating scale"),
    ("verdict_label", "string", "The verdict as readers see it"),
    ("verdict_meaning", "string", "What it means"),
    ("verdict_value", "integer", "1 (worst) to 5 (best); empty where the scale gives no numbers"),
    ("summary", "string", "The verdict's reason in one sentence"),
    ("quote", "string", "The first words in which the claim was made, as the article has them"),
    ("speech", "string", "direct or reported"),
    ("article", "string", "Id of the article that has them"),
    ("article_url", "string", "The article at its publisher"),
    ("published", "date", "The day on which the check was first published"),
    ("modified", "date", "The day of its last correction, or of publication"),
    ("verdict_scale", "string", "Id of the earlier scale that the verdict stands on; empty for the one in use"),
)
"""Name, type and meaning of each column."""
SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
"""Signs at the beginning of a formula."""
FORMULA = f"{SIGNS}\t\r\n'"
"""Signs at the beginning of a cell that gets an apostrophe."""
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
"""Characters that a spreadsheet does not see before them."""
BEGINNING = r"(?<![;|\s])((?>[;|\s]*[;\t|])\s*+)"
"""Separators of cells, with the white space around them: from their beginning, so that a run is looked through once."""
_DIVIDER = re.compile(r"[;\t|]")
_FORMULAS = tuple(FORMULA)
_INSIDE = re.compile(f"{BEGINNING}(?=[{re.escape(SIGNS)}])")


CLAIMS, SPREADSHEET, PACKAGE = "data/claims.csv", "data/claims-spreadsheet.csv", "data/datapackage.json"


def _files(material: Material) -> dict[str, bytes]:
    """The two tables and their description."""
    lookup = material.lookup
    rows = material.lines
    header = _line(name for name, _, _ in COLUMNS)
    return {
        CLAIMS: "".join((header, *(row for row, _ in rows))).encode(),
        # Spreadsheets take a file without the mark for one in an encoding of their own.
        SPREADSHEET: codecs.BOM_UTF8 + "".join((header, *(row for _, row in rows))).encode(),
        PACKAGE: f"{as_json(_package(lookup.site, material.files))}\n".encode(),
    }


def _row(about: Subject) -> Part:
    """A claim as a line of the table, and of the one for spreadsheets."""
    claim = about.lookup.site.claims[about.id]
    if claim.withdrawn:
        return Part()
    cells = _cells(about.lookup.site, claim)
    row = [cells[name] for name, _, _ in COLUMNS]
    defused, line = [_defused(cell) for cell in row], _line(row)
    return Part(lines=(line, line if defused == row else _line(defused)))


EXPORT = Export(
    {
        CLAIMS: File("text/csv", "One row per claim, the text as it is.", "CSV, RFC 4180"),
        SPREADSHEET: File(
            "text/csv",
            "The same, with an apostrophe before cells that a spreadsheet would read as a formula.",
            "CSV, RFC 4180",
        ),
        PACKAGE: File("application/json", "What the columns mean.", "Frictionless Data Package 1"),
    },
    _files,
    {CLAIM: _row},
)


def _cells(site: Site, claim: Claim) -> dict[str, str]:
    first = next(passage for passage in claim.passages if passage.role == "claim")
    verdict = site.verdicts[claim.verdict]
    return {
        "id": claim.id,
        "url": urls.absolute(site.base_url, urls.claim(claim.id)),
        "actor": claim.actor,
        "actor_name": site.actors[claim.actor].name,
        "statement": claim.statement,
        "date": str(claim.date),
        "attribution": claim.attribution,
        "about": " ".join(claim.about),
        "accuses": " ".join(claim.accuses),
        "topics": " ".join(claim.topics),
        "verdict": plain(claim.verdict),
        "verdict_label": verdict.label,
        "verdict_meaning": verdict.definition,
        "verdict_value": "" if verdict.value is None else str(verdict.value),
        "summary": claim.summary,
        "quote": " […] ".join(first.exact),
        "speech": first.speech,
        "article": first.article,
        "article_url": site.articles[first.article].url or "",
        "published": str(claim.published or ""),
        "modified": str(claim.modified or ""),
        "verdict_scale": verdict.scale or "",
    }


def _defused(cell: str) -> str:
    """``cell`` with an apostrophe before all that a spreadsheet may take for a formula, and before one of its own."""
    # Where the comma divides numbers, spreadsheets may cut at other signs: the text behind one begins a cell.
    if _DIVIDER.search(cell):
        cell = _INSIDE.sub(r"\1'", cell)
    return f"'{cell}" if cell.lstrip(UNSEEN).startswith(_FORMULAS) else cell


def _line(cells: Iterable[str]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow(cells)
    return stream.getvalue()


def _package(site: Site, files: Mapping[str, str]) -> dict[str, Any]:
    fields: list[dict[str, Any]] = [{"name": name, "type": kind, "description": text} for name, kind, text in COLUMNS]
    limits: dict[str, dict[str, Any]] = {
        "id": {"required": True, "unique": True},
        "verdict": {"required": True, "enum": list(dict.fromkeys(map(plain, site.verdicts)))},
        "verdict_value": {"minimum": 1, "maximum": 5},
        "attribution": {"required": True, "enum": list(get_args(Attribution))},
        "speech": {"enum": list(get_args(Speech))},
    }
    fields = [field | ({"constraints": limits[field["name"]]} if field["name"] in limits else {}) for field in fields]
    tables = [
        {
            "name": name,
            "path": f"{name}.csv",
            "title": title,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {
                "delimiter": ",",
                "lineTerminator": "\r\n",
                "quoteChar": '"',
                "doubleQuote": True,
                "header": True,
            },
            "schema": {"fields": fields, "primaryKey": "id", "missingValues": [""]},
        }
        for name, title in (
            ("claims", "One row a claim, the text as it is"),
            (
                "claims-spreadsheet",
                "The same for spreadsheets: cells that would be read as formulas begin with an apostrophe",
            ),
        )
    ]
    package: dict[str, Any] = {
        "name": "claims",
        "title": site.title,
        "homepage": site.base_url,
        "version": str(VERSION),
        "resources": [*tables, *_others(files)],
    }
    if site.licence and site.licence[1]:  # a licence without an address would need a name out of a list
        package["licenses"] = [{"title": site.licence[0], "path": site.licence[1]}]
    return package


def _others(files: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The other ``files`` that lie beside the description, each by its media type."""
    for file, kind in files.items():
        path = PurePosixPath(file)
        if str(path.parent) == "data" and file not in EXPORT.files:
            # A table of that name is here already.
            name = path.name.replace(".", "-") if f"data/{path.stem}.csv" in EXPORT.files else path.stem
            yield {"name": name, "path": path.name, "format": path.suffix[1:], "mediatype": kind}
