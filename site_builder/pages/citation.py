"""The citation of a check: as text, as Markdown, for BibTeX and as CSL-JSON.

BibTeX's special characters are escaped as LaTeX wants them; CSL-JSON follows the Citation Style Language's schema 1.0
for items. Nothing here carries the day on which somebody reads it: authors who cite it add that.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from site_builder.dates import Date
from site_builder.i18n import Words
from site_builder.model import Claim, Site
from site_builder.pages.views import ClaimView, as_sentence, in_words

_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{special: f"\\{special}" for special in "{}$&%#_"},
    }
)


@dataclass(frozen=True, slots=True)
class CitationView:
    """One citation in four forms."""

    text: str
    """A sentence for a footnote."""
    markdown: str
    """The same with a link."""
    bibtex: str
    """An entry of type ``misc``."""
    csl: str
    """An array of one item, as reference managers import it."""


def citation(site: Site, words: Words, claim: Claim, view: ClaimView, canonical: str) -> CitationView:
    """Cite ``claim``, whose page is at the absolute URL ``canonical`` and which lists show as ``view``.

    The title has no quotation marks: it is the editors' paraphrase, and marks would make it somebody's words.
    """
    day = claim.modified
    title = as_sentence(view.title)
    verdict = words.say("Verdict: {verdict}", verdict=in_words(view.verdict))
    rated = " ".join(filter(None, (verdict, as_sentence(site.scope or ""))))
    when = f", {words.date(day)}" if day else ""
    # In some languages a date ends with the full stop of an abbreviation.
    before, after = f"{site.publisher.name}, ", f" {rated} {site.title}{when.removesuffix('.')}."
    return CitationView(
        text=f"{before}{title}{after} {canonical}",
        markdown=f"{_plain(before)}[{_plain(title)}](<{canonical}>){_plain(after)}",
        bibtex=_bibtex(site, claim, title, rated, day, canonical),
        csl=_csl(site, claim, title, rated, day, canonical),
    )


def _plain(text: str) -> str:
    """``text`` as Markdown that reads as just that."""
    return re.sub(r"([\\`*_\[\]<>&~|!#])", r"\\\1", text)


def _bibtex(site: Site, claim: Claim, title: str, rated: str, day: Date | None, canonical: str) -> str:
    fields = {
        "author": f"{{{site.publisher.name.translate(_BIBTEX)}}}",
        "title": f"{{{title.translate(_BIBTEX)}}}",
        "howpublished": site.title.translate(_BIBTEX),
        "date": day.iso if day else "",
        "year": str(day.year) if day else "",
        "note": rated.translate(_BIBTEX),
        "url": canonical.replace("%", r"\%").replace("#", r"\#"),
    }
    lines = [f"  {key} = {{{value}}}," for key, value in fields.items() if value]
    return "\n".join([f"@misc{{{claim.id},", *lines, "}"])


def _csl(site: Site, claim: Claim, title: str, rated: str, day: Date | None, canonical: str) -> str:
    item: dict[str, object] = {
        "id": claim.id,
        "type": "webpage",
        "title": title,
        "author": [{"literal": site.publisher.name}],
        "container-title": site.title,
        "note": rated,
        "language": site.language,
        "URL": canonical,
    }
    if day:
        item["issued"] = {"date-parts": [[part for part in (day.year, day.month, day.day) if part]]}
    # A line for each value; the library's own indenting is ten times as slow.
    return json.dumps([item], ensure_ascii=False, separators=(",\n  ", ": "))
