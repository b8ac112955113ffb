"""Reports unseen characters of a quotation that its article does not have there, and misleading ones that both have.

What is unseen plays no part in the proof, so a quotation may look like other words than those that it proves. Knows one
passage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from site_builder.diagnostics import Diagnostic, Note
from site_builder.passages.document import Document
from site_builder.passages.normal import Place
from site_builder.passages.whole import part_at
from site_builder.records.hidden import Hidden, may_hide, misleading, misprinted, unneeded
from site_builder.records.hiding import HIDES, MISLEADS, WHY, fault
from site_builder.records.models import PassageRecord
from site_builder.source import Span

_SOFT_HYPHEN = "\u00ad"
"""Says where a word may be broken; text editors paste it, and no reader sees other words by it."""
_BLOCK = re.compile(r"</(?:p|li|h[1-6]|t[dh]|pre|blockquote)>|<br />")


def hiding(
    record: PassageRecord, parts: tuple[Place, ...], place: Callable[[str], Span], document: Document
) -> Iterator[Diagnostic]:
    """The faults of ``record``, whose words are at ``parts`` of ``document``; ``place`` gives the span of a key."""
    part, shift = part_at(document, parts[0][0])
    places = [(start - shift, end - shift) for start, end in parts]
    exact = "".join(part.text[start:end] for start, end in places)
    if may_hide(exact):
        yield from _cited(part, places, place)
    if may_hide(record.quote):
        there = set(_spots(exact, [Hidden(at, sign) for at, sign in enumerate(exact) if may_hide(sign)]))
        yield from _strange(record.quote, there, place("quote"))
    for key, text in (("prefix", record.prefix), ("suffix", record.suffix)):
        if text and may_hide(text):
            signs = [Hidden(at, sign) for at, sign in enumerate(text) if sign in part.text]
            yield from _strange(text, set(_spots(text, signs)), place(key))


def misleading_text(document: Document) -> list[Diagnostic]:
    """A warning where the text of an article has what misleads: nobody cites it by mistake."""
    wrong = misprinted(document.text)
    if not wrong:
        return []
    place = document.source_span(wrong[0].at, wrong[0].at + 1)
    advice = "look at the publisher's page; if its readers do not see the words in that way, remove the character"
    return [fault(HIDES, wrong, place, "the article", why=WHY[MISLEADS], help=advice)]


def misleading_reference(text: str, rendered: str, place: Span) -> list[Diagnostic]:
    """An error where ``rendered``, the HTML of the Markdown ``text`` at ``place``, misleads by a reference."""
    wrong = [one for one in misleading(_BLOCK.sub("\n\n", rendered)) if one.sign not in text]
    return [fault(MISLEADS, wrong, _reference(place), help="remove its reference (&#…;)")] if wrong else []


def _reference(place: Span) -> Span:
    start = place.source.text.find("&", place.start, place.end)
    return Span(place.source, start, start + 1) if start >= 0 else place


def _cited(part: Document, places: list[Place], place: Callable[[str], Span]) -> Iterator[Diagnostic]:
    """An error where the cited words of the article have what misleads."""
    wrong = [one for one in misprinted(part.text) if any(start <= one.at < end for start, end in places)]
    if wrong:
        note = Note("the article has it here", part.source_span(wrong[0].at, wrong[0].at + 1))
        advice = "remove it from the article: it is none of the words, and no quotation needs it"
        yield fault(MISLEADS, wrong, place("quote"), "the cited text", notes=(note,), help=advice)


def _strange(text: str, known: set[tuple[int, str]], place: Span) -> Iterator[Diagnostic]:
    """A fault for the signs of ``text`` that are none of ``known``, and mislead or are not needed."""
    needless = [one for one in unneeded(text) if one.sign != _SOFT_HYPHEN]
    for code, signs in ((MISLEADS, misleading(text)), (HIDES, needless)):
        odd = [one for one, spot in zip(signs, _spots(text, signs), strict=True) if spot not in known]
        if odd:
            advice = "remove it: the article does not have it there"
            yield fault(code, odd, place, help=advice)
            return


def _spots(text: str, signs: list[Hidden]) -> list[tuple[int, str]]:
    """Each sign with the number of letters and digits before it, which typography and white space do not change."""
    spots: list[tuple[int, str]] = []
    count = since = 0
    for one in signs:
        count += sum(map(str.isalnum, text[since : one.at]))
        since = one.at
        spots.append((count, one.sign))
    return spots
