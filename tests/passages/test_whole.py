from __future__ import annotations

from site_builder.passages.anchor import Ambiguous, BadElision, CutsWord, Found, NotFound
from site_builder.passages.document import Document, read_document
from site_builder.passages.whole import anchored, head_at, nearest_anywhere, part_at, whole_text
from site_builder.source import Source, Span

FRONT = "---\ntitle: Minister calls roads safe\nsubtitle: 'Baker''s answer: no'\n---\n"
BODY = "Roads were bad. Roads were old, said Baker.\n"


def made(body: str = BODY) -> Document:
    source = Source("a.md", FRONT + body)
    title, subtitle = source.text.index("Minister"), source.text.index("'Baker")
    heads = (
        ("title", "Minister calls roads safe", Span(source, title, title + 25)),
        ("subtitle", "Baker's answer: no", Span(source, subtitle, subtitle + 21)),
    )
    return read_document(Span(source, len(FRONT), len(source.text)), "", heads)[0]


def words(document: Document, quote: str) -> str:
    found = anchored(document, quote)
    assert isinstance(found, Found)
    return whole_text(document)[slice(*found.parts[0])]


def test_a_quotation_may_stand_in_the_headline() -> None:
    document = made()
    assert document.text == BODY.strip()
    assert whole_text(document) == f"{BODY.strip()}\n\nMinister calls roads safe\n\nBaker's answer: no"
    for quote in ("Minister calls roads safe", "roads safe", "Baker's answer", "said Baker"):
        assert words(document, quote) == quote


def test_the_text_comes_first() -> None:
    document = made("The minister: roads safe. Minister calls roads safe, twice.\n")
    found = anchored(document, "Minister calls roads safe")
    assert isinstance(found, Found)
    assert head_at(document, found.parts[0][0]) is None
    assert isinstance(anchored(document, "roads safe"), Ambiguous)


def test_nothing_runs_from_the_text_into_the_headline_or_between_heads() -> None:
    document = made()
    assert isinstance(anchored(document, "said Baker. Minister calls"), NotFound)
    assert isinstance(anchored(document, "roads safe Baker's answer"), NotFound)
    assert isinstance(anchored(document, "said Baker […] roads safe"), BadElision)


def test_what_is_wrong_in_the_headline_is_said_there() -> None:
    document = made()
    cut = anchored(document, "inister calls")
    assert isinstance(cut, CutsWord)
    assert whole_text(document)[slice(*cut.place)] == "inister calls"
    assert isinstance(anchored(document, "Minister […] calls […] bad"), BadElision)


def test_whole_words_in_the_headline_count_more_than_cut_ones_in_the_text() -> None:
    document = made("All railroads safe here.\n")
    assert words(document, "roads safe") == "roads safe"
    assert isinstance(anchored(document, "ailroads safe"), CutsWord)
    # What is cut in the text is told of the text, though a head cuts it too.
    cut = anchored(document, "oads safe")
    assert isinstance(cut, CutsWord)
    assert head_at(document, cut.place[0]) is None


def test_twice_in_a_headline_is_ambiguous_there() -> None:
    span = Span(Source("a.md", "x"), 0, 1)
    document, _ = read_document(span, "", (("title", "no roads", span), ("subtitle", "old, old", span)))
    found = anchored(document, "old")
    assert isinstance(found, Ambiguous)
    assert [whole_text(document)[slice(*place)] for place in found.places] == ["old", "old"]
    assert found.places == ((13, 16), (18, 21))


def test_an_offset_is_in_the_text_or_in_one_head() -> None:
    document = made()
    title, subtitle = document.heads
    assert part_at(document, 0) == (document, 0)
    assert head_at(document, title.start - 1) is None
    assert part_at(document, title.start) == (title.document, title.start)
    assert head_at(document, subtitle.start - 1) == title
    assert head_at(document, subtitle.start) == subtitle


def test_places_in_the_headline_are_places_in_the_front_matter() -> None:
    document = made()
    found = anchored(document, "calls roads")
    assert isinstance(found, Found)
    part, shift = part_at(document, found.parts[0][0])
    span = part.source_span(*(offset - shift for offset in found.parts[0]))
    assert span.text == "calls roads"
    assert span.source.position(span.start) == (2, 17)
    # A value with escapes is pointed at as a whole.
    assert document.heads[1].document.source_span(0, 5).start == (FRONT + BODY).index("'Baker")


def test_the_nearest_passage_may_be_the_headline() -> None:
    document = made()
    near = nearest_anywhere(document, "Minister called roads safe")
    assert near is not None
    assert whole_text(document)[slice(*near.place)] == "Minister calls roads safe"
    only = nearest_anywhere(made("Ω.\n"), "Minister called roads safe")
    assert only is not None
    assert head_at(made("Ω.\n"), only.place[0]) == made("Ω.\n").heads[0]
    long = nearest_anywhere(document, "Roads were bad. Roads were cold, said Baker, and Minister calls roads safe")
    assert long is not None
    assert head_at(document, long.place[0]) is None
