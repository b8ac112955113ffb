"""Words between quotation marks in the site's own texts, looked up among the words that the claim's page shows.

A statement, a summary or an assessment that quotes lends its words to a speaker or an article; a reader must be able to
see them there. Works on records: what a passage's quotation says is proved elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from site_builder.diagnostics import Diagnostic, at
from site_builder.passages.marks import ALL
from site_builder.passages.normal import normalise_quote
from site_builder.passages.speech import quoted
from site_builder.records.entries import Entry, Records
from site_builder.records.models import ClaimRecord
from site_builder.source import Span

_MARK = re.compile("[“”„«»\"‘‚‹›「『]|(?<!\\w)'")
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")
_MARKUP = re.compile(r"[*_`]|\[\[[^\]|]*\|?|\]\(\S*\)|\\(?=[^\w\s])")
_CUT = re.compile(r" ?(?:\[[^\]]*\]|\.\.\.) ?")
"""Where a quotation leaves words out, or has some of its own in brackets."""
_EDGES = " ,.;:!?–—-"
_KEYS = ("statement", "summary", "assessment")


def quoted_not_shown(records: Records) -> list[Diagnostic]:
    """Each stretch between quotation marks in the texts of a claim that the claim's page shows in no passage."""
    by_id = {entry.id: entry.record for entry in records.claims if entry.record}
    related: dict[str, set[str]] = {}
    for record in by_id.values():
        for relation in record.relations:
            related.setdefault(record.id, set()).add(relation.claim)
            related.setdefault(relation.claim, set()).add(record.id)
    titles = {entry.id: entry.record.title for entry, _ in records.articles if entry.record}
    labels = [verdict.label for verdict in records.site.record.verdicts] if records.site and records.site.record else []
    found: list[Diagnostic] = []
    for entry in records.claims:
        if entry.record and entry.record.status != "withdrawn":
            others = (by_id[id_] for id_ in related.get(entry.id, ()) if id_ in by_id)
            found += _in_claim(entry, entry.record, others, titles, labels)
    return found


def _in_claim(
    entry: Entry[ClaimRecord],
    record: ClaimRecord,
    others: Iterable[ClaimRecord],
    titles: Mapping[str, str],
    labels: Iterable[str],
) -> Iterator[Diagnostic]:
    shown: tuple[str, ...] | None = None
    for key in _KEYS:
        text: str | None = getattr(record, key)
        if text is None or not _MARK.search(text):
            continue
        for words in _quoted(text):
            if shown is None:
                shown = tuple(map(_compared, _shown(record, others, titles, labels)))
            parts = [part.strip(_EDGES) for part in _CUT.split(_compared(words))]
            missing = [part for part in parts if part and not any(_has(text, part) for text in shown)]
            if missing:
                message = f"`{key}` quotes words that the page shows in no passage: {words}"
                yield at("quoted-not-shown", _place(entry.span(key), words), message,
                         help="add the passage that has them, or say it without quotation marks")  # fmt: skip


def _quoted(text: str) -> Iterator[str]:
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    for start, end in quoted(text, paragraphs).places:
        words = " ".join(text[start:end].split())
        # A dash that begins a paragraph is one of ours, and no speech.
        if text[start - 1 : start] in ALL and any(map(str.isalnum, words)):
            yield words


def _shown(
    record: ClaimRecord, others: Iterable[ClaimRecord], titles: Mapping[str, str], labels: Iterable[str]
) -> Iterator[str]:
    """What the page shows that is not the editors' own: passages, headlines of its sources, words of related claims."""
    for passage in record.passages:
        yield passage.quote
        yield passage.translation or ""
        yield titles.get(passage.article, "")
    for other in others:
        words = next((passage for passage in other.passages if passage.role == "claim"), None)
        if words:
            yield words.quote
            yield words.translation or ""
    yield from labels


def _has(text: str, words: str) -> bool:
    """True when ``words`` stand in ``text``, not as a part of longer ones."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _compared(text: str) -> str:
    """As the proof compares, and without regard to capitals, marks and Markdown."""
    return re.sub("[\"']", "", normalise_quote(_MARKUP.sub("", text))).casefold()


def _place(span: Span, words: str) -> Span:
    """Where ``words`` stand inside ``span``, or all of it where they are folded or escaped there."""
    for length in (len(words), 40, 20):
        at_ = span.source.text.find(words[:length], span.start, span.end)
        if at_ >= 0:
            return Span(span.source, at_, at_ + len(words[:length]))
    return span
