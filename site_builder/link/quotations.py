"""Proves one quotation, or explains why it cannot."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping

from site_builder.diagnostics import Diagnostic, Note, at
from site_builder.link.hiding import hiding
from site_builder.model import Passage
from site_builder.passages.anchor import (
    ELISION,
    MOST_ELISIONS,
    Ambiguous,
    BadElision,
    CutsWord,
    Found,
    NotFound,
)
from site_builder.passages.context import Around
from site_builder.passages.document import Document
from site_builder.passages.elision import with_brackets
from site_builder.passages.lookalike import named, strangers
from site_builder.passages.nearest import Near, beginning, limits
from site_builder.passages.normal import Place, normalise_quote
from site_builder.passages.places import starts
from site_builder.passages.typography import evened
from site_builder.passages.whole import anchored, first_words, may_have, nearest_anywhere, part_at
from site_builder.records.models import PassageRecord
from site_builder.records.scalars import scalar
from site_builder.source import Span

_BREAK = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]\s+(?=[^\W\d_])")
_ELIDED = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")

Documents = Mapping[str, Document]
MOST_PLACES = 50
"""Places of a quotation up to which the words around each are compared with those around all others."""


def prove(
    record: PassageRecord, speaker: str | None, place: Callable[[str], Span], documents: Documents
) -> tuple[Passage | None, list[Diagnostic]]:
    """Find the quotation of ``record`` in its article.

    ``place`` gives the span of one of the record's keys, for diagnostics. Returns the passage in the article's own
    characters, or None with the reason.
    """
    document = documents[record.article]
    result = anchored(document, record.quote, record.prefix, record.suffix)
    if not isinstance(result, Found):
        return None, [_explain(result, record, place("quote"), documents)]
    found: list[Diagnostic] = []
    if not result.context_agrees:
        key = "prefix" if record.prefix else "suffix"
        found.append(at("quote-context", place(key), "in the article the quotation is not beside these words",
                        notes=(_note(document, "it is here", result.parts[0]),),
                        help=f"remove `{key}:`, or copy the words beside the quotation from the article"))  # fmt: skip
    if record.speech == "direct" and not _stands_quoted(document, result):
        note = _note(document, "the passage is not (or not wholly) between quotation marks", result.parts[0])
        advice = "quote only the words between the marks, or write speech: reported"
        message = "marked as direct speech, but the article does not put it in quotation marks"
        found.append(at("quote-not-direct", place("quote"), message, notes=(note,), help=advice))
    found += hiding(record, result.parts, place, document)
    exact = tuple(_words(document, part) for part in result.parts)
    passage = Passage(
        article=record.article,
        exact=exact,
        parts=result.parts,
        evened=evened(record.quote, exact),
        anchor=_anchor_id(document, exact, result.parts[0]),
        role=record.role,
        speech=record.speech,
        speaker=speaker,
        translation=record.translation,
        note=record.note,
    )
    return passage, found


def _stands_quoted(document: Document, found: Found) -> bool:
    part, shift = part_at(document, found.parts[0][0])
    return part.stands_quoted([(start - shift, end - shift) for start, end in found.parts])


def _words(document: Document, place: Place) -> str:
    """The article's own characters at ``place``."""
    part, shift = part_at(document, place[0])
    return part.text[place[0] - shift : place[1] - shift]


def _anchor_id(document: Document, exact: tuple[str, ...], first: Place) -> str:
    """An id made of the words alone, so that links survive every change but a change of the words.

    Where the same words are there several times, the id counts those before.
    """
    words = ELISION.join(normalise_quote(part) for part in exact)
    begins, earlier = normalise_quote(exact[0]), 0
    for part, shift in ((document, 0), *((head.document, head.start) for head in document.heads)):
        if shift > first[0]:
            break
        # Every earlier beginning counts, also one that this place overlaps.
        place = part.normal.index_at(first[0] - shift)
        earlier += bisect_left(starts(part.normal.text, begins), place)
    return "p-" + hashlib.sha256(f"{earlier}\0{words}".encode()).hexdigest()[:10]


def _explain(
    result: Ambiguous | CutsWord | BadElision | NotFound,
    record: PassageRecord,
    span: Span,
    documents: Documents,
) -> Diagnostic:
    document = documents[record.article]
    if isinstance(result, Ambiguous):
        return _ambiguous(result, document, record.article, span)
    if isinstance(result, CutsWord):
        return _cuts_word(result, document, span)
    if isinstance(result, BadElision):
        return _bad_elision(result, record.quote, document, span)
    return _not_found(result, record, span, documents)


def _ambiguous(result: Ambiguous, document: Document, article: str, span: Span) -> Diagnostic:
    places = result.places
    notes = tuple(_note(document, f"place {n} of {len(places)}", place) for n, place in enumerate(places[:3], 1))
    advice = []
    for number, place in enumerate(places[:3] if len(places) <= MOST_PLACES else (), 1):
        part, shift = part_at(document, place[0])
        here = (place[0] - shift, place[1] - shift)
        around = Around(part, [(start - shift, end - shift) for start, end in places])
        before, after = around.prefix(here), around.suffix(here)
        if before or after:
            key, words = ("prefix", before) if before else ("suffix", after)
            advice.append(f"for place {number} add `{key}: {scalar(words or '')}`")
    times = "twice" if len(places) == 2 else f"{len(places)} times"
    return at("quote-ambiguous", span, f"the quotation occurs {times} in {article}", notes=notes,
              help="; ".join(advice) or "quote more words")  # fmt: skip


def _cuts_word(result: CutsWord, document: Document, span: Span) -> Diagnostic:
    part, shift = part_at(document, result.whole[0])
    start, end = result.whole
    whole = " ".join(part.text[start - shift : end - shift].split())
    note = _note(document, "the word continues here", result.place)
    return at("quote-cuts-word", span, "the quotation starts or ends inside a word", notes=(note,),
              help=f"whole words would be {scalar(whole)}")  # fmt: skip


def _bad_elision(result: BadElision, quote: str, document: Document, span: Span) -> Diagnostic:
    if result.count:
        message = f"the quotation has {result.count:,} elisions, more than {MOST_ELISIONS}"
        return at("too-large", span, message, help="file its parts as several passages")
    if result.after is None:
        return at("quote-elision", span, "[…] must stand between words of the quotation",
                  help="leave it out at the beginning and at the end")  # fmt: skip
    notes = [_note(document, "the part before it is here", result.after)]
    near = nearest_anywhere(document, result.part)
    advice = None
    if near:
        notes.append(_note(document, "the nearest passage is here", near.place, near.differing))
        if near.place[0] < result.after[1]:
            advice = "quote the parts in the order in which the article has them"
        else:
            advice = _advice(near, document, quote, result.part)
    message = f'after […], "{_short(result.part)}" does not follow'
    return at("quote-elision", span, message, notes=tuple(notes), help=advice)


def _not_found(result: NotFound, record: PassageRecord, span: Span, documents: Documents) -> Diagnostic:
    message = f"the quotation is not in {record.article}"
    first = first_words(record.quote)
    for id_, other in documents.items():
        elsewhere = (
            anchored(other, record.quote) if first and id_ != record.article and may_have(other, first) else None
        )
        if isinstance(elsewhere, Found):
            note = _note(other, "it is here, word for word", elsewhere.parts[0])
            return at("quote-not-found", span, message, notes=(note,), help=f"write `article: {id_}`")
    document = documents[record.article]
    near = nearest_anywhere(document, result.wanted)
    elided = _elided(record, span, documents, near)
    if elided:
        return at("quote-not-found", span, message, notes=elided.notes, help=elided.help)
    if near is None:
        looked = limits(document, result.wanted)
        nothing = f"nothing similar was found ({looked})" if looked else "nothing in the article is similar"
        return at("quote-not-found", span, message, help=f"{nothing}: check `article:`")
    note = _note(document, "the nearest passage is here", near.place, near.differing)
    advice = _advice(near, document, record.quote, result.wanted)
    return at("quote-not-found", span, message, notes=(note,), help=advice)


def _advice(near: Near, document: Document, quote: str, part: str) -> str:
    """Advice with the article's words in place of ``part``, all of ``quote`` or a stretch between words left out."""
    if beginning(part):
        return f"{limits(document, part)}: copy the words from the article again, or quote less"
    lacking = near.lacking or (near.missing if not near.differing else ())
    if lacking:
        return f"the article does not have: {_short(' '.join(lacking))}"
    words = " ".join(_words(document, near.place).split())
    if any(normalise_quote(re.sub(_BREAK, sign, words)) == part for sign in ("", "-")):
        return "the article breaks a word of it at the end of a line: mend the article, as its warning says"
    advice = f"the article has: quote: {scalar(_with_part(quote, part, words))}"
    for here, there, word in strangers(normalise_quote(words), part)[:3]:
        advice += f'; in "{_short(word)}" it has {named(here)} where the quotation has {named(there)}'
    return advice


def _elided(record: PassageRecord, span: Span, documents: Documents, near: Near | None) -> Diagnostic | None:
    """The diagnostic for a quotation that leaves words out with a bare ``...``; None when it does not."""
    document, quote = documents[record.article], with_brackets(record.quote)
    if ELISION not in normalise_quote(quote) or normalise_quote(quote) == normalise_quote(record.quote):
        return None
    if near and not near.lacking and "..." in normalise_quote(_words(document, near.place)):
        return None  # the dots are the article's own
    found = anchored(document, quote, record.prefix, record.suffix)
    write = "write […] where words are left out"
    if isinstance(found, Found):
        notes = tuple(_note(document, "a part of it stands here", part) for part in found.parts)
        return at("quote-not-found", span, "", notes=notes, help=f"{write}: quote: {scalar(quote)}")
    reason = _explain(found, record.model_copy(update={"quote": quote}), span, documents)
    return at("quote-not-found", span, "", notes=reason.notes, help=f"{write}; {reason.help}" if reason.help else write)


def _with_part(quote: str, part: str, words: str) -> str:
    """``quote`` with ``words`` in place of its ``part`` (in the normal form), where words are left out of it."""
    pieces = _ELIDED.split(" ".join(quote.split()))
    if len(pieces) == 1 or part not in map(normalise_quote, pieces):
        return words
    return " […] ".join(words if normalise_quote(piece) == part else piece for piece in pieces)


def _note(document: Document, message: str, place: Place, marks: tuple[Place, ...] = ()) -> Note:
    part, shift = part_at(document, place[0])
    spans = [part.source_span(start - shift, end - shift) for start, end in (place, *marks)]
    return Note(message, spans[0], tuple((span.start, span.end) for span in spans[1:]))


def _short(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
