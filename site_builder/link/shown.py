"""Looks up words in quotation marks, in the site's own texts, among the words that the claim's page shows.

A statement, a summary or an assessment that quotes lends its words to a speaker or an article; a reader must be able to
see them there. Works on records: what a passage's quotation says is proved elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from site_builder.diagnostics import Diagnostic, at
from site_builder.link.heads import Head
from site_builder.link.known import ClaimRecords, Key
from site_builder.link.names import Names
from site_builder.passages.marks import ALL
from site_builder.passages.normal import normalise_quote
from site_builder.passages.speech import quoted
from site_builder.records import bounds
from site_builder.records.entries import Entry, Everything
from site_builder.records.models import ClaimRecord
from site_builder.source import Span
from site_builder.trace import Asker

_MARK = re.compile("[“”„«»\"‘‚‹›「『]|(?<!\\w)'")
# None of these looks at a stretch of text again from its middle where it fails from its beginning.
_PARAGRAPH = re.compile(r"^(?:[^\S\n]*+\S[^\n]*+\n?)+", re.MULTILINE)
_MARKUP = re.compile(r"[*_`]|\[\[[^\]|]*\|?|\]\([^\s\]]*\)|\\(?=[^\w\s])")
_CUT = re.compile(r" ?(?:\[[^\[\]]*\]|\.\.\.) ?")
"""The places where a quotation leaves words out, or has some of its own in brackets."""
_EDGES = " ,.;:!?–—-"
_KEYS = ("statement", "summary", "assessment")


def quoted_not_shown(
    claims: ClaimRecords, read: Callable[[], Everything[Head]], names: Names, asker: Asker
) -> list[Diagnostic]:
    """Each stretch between quotation marks in the texts of a claim that the claim's page shows in no passage.

    ``read`` returns the records with these claims; ``names`` has the headlines of articles and the labels of verdicts.
    ``asker`` knows which claims were in order before; they are not looked at again.
    """
    related = asker.derived("related records", lambda: {"claims related to": _related(read())})["claims related to"]

    def look(key: Key) -> tuple[Diagnostic, ...]:
        record = claims.records[key]
        if record is None or record.status == "withdrawn":
            return ()
        others = [other for id_ in related.get(record.id, ()) if (other := claims.records.get(id_))]
        earlier = names.scales.get(record.scale or "")
        labels = {**names.verdicts, **{f" {step.id}": step.label for step in (earlier.verdicts if earlier else ())}}
        return tuple(_in_claim(claims.entries[key], record, others, names.articles, labels))

    # A fault has a place, and places change with every line.
    found = asker.step("quoted and not shown", claims.entries, look, keep=lambda faults: not faults)
    return [fault for faults in found.values() for fault in faults]


def _related(records: Everything[Head]) -> dict[str, tuple[str, ...]]:
    """By id of a claim: ids of the claims filed as related on it, or on which it is filed."""
    related: dict[str, dict[str, None]] = {}
    for entry in records.claims:
        for relation in entry.record.relations if entry.record else ():
            related.setdefault(entry.id, {})[relation.claim] = None
            related.setdefault(relation.claim, {})[entry.id] = None
    return {id_: tuple(others) for id_, others in related.items()}


def _in_claim(
    entry: Entry[ClaimRecord],
    record: ClaimRecord,
    others: Iterable[ClaimRecord],
    titles: Mapping[str, str],
    verdicts: Mapping[str, str],
) -> Iterator[Diagnostic]:
    shown: str | None = None
    known: dict[str, bool] = {"": True}
    for key in _KEYS:
        text: str | None = getattr(record, key)
        if text is None or not _MARK.search(text):
            continue
        stretches = list(_quoted(text))
        if len(stretches) > bounds.QUOTED:
            message = f"`{key}` has {len(stretches):,} stretches between quotation marks, more than {bounds.QUOTED:,}"
            yield at("too-large", entry.span(key), message, help="shorten it")
            continue
        for words in stretches:
            if shown is None:
                # Compared texts have no line ends, so nothing is found across two of them.
                shown = "\n".join(map(_compared, _shown(record, others, titles, verdicts)))
            parts = [part.strip(_EDGES) for part in _CUT.split(_compared(words))]
            known |= {part: _has(shown, part) for part in parts if part not in known}
            if not all(known[part] for part in parts):
                message = f"`{key}` quotes words that no passage on the page shows: {words}"
                yield at("quoted-not-shown", _place(entry.span(key), words), message,
                         help="add the passage that has them, or write them without quotation marks")  # fmt: skip


def _quoted(text: str) -> Iterator[str]:
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    for start, end in quoted(text, paragraphs).places:
        words = " ".join(text[start:end].split())
        # A dash that begins a paragraph is one of ours, and no speech.
        if text[start - 1 : start] in ALL and any(map(str.isalnum, words)):
            yield words


def _shown(
    record: ClaimRecord, others: Iterable[ClaimRecord], titles: Mapping[str, str], verdicts: Mapping[str, str]
) -> Iterator[str]:
    """Texts on the page that are not the editors' own: passages, headlines of its sources, words of related claims."""
    for passage in record.passages:
        yield passage.quote
        yield passage.translation or ""
        yield titles.get(passage.article, "")
    for other in others:
        words = next((passage for passage in other.passages if passage.role == "claim"), None)
        if words:
            yield words.quote
            yield words.translation or ""
    yield from verdicts.values()


def _has(text: str, words: str) -> bool:
    """True when ``words`` stand in ``text``, not as a part of longer ones."""
    # Most words that are missing stand nowhere in it, and this check takes a hundredth of the time.
    return words in text and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _compared(text: str) -> str:
    """``text`` as the proof compares it, and without capitals, quotation marks and Markdown."""
    return re.sub("[\"']", "", normalise_quote(_MARKUP.sub("", text))).casefold()


def _place(span: Span, words: str) -> Span:
    """The place of ``words`` inside ``span``, or all of it where they are folded or escaped there."""
    for length in (len(words), 40, 20):
        at_ = span.source.text.find(words[:length], span.start, span.end)
        if at_ >= 0:
            return Span(span.source, at_, at_ + len(words[:length]))
    return span
