from __future__ import annotations

import pytest

from site_builder.desk.fix import fixes, is_sure, rewritten
from site_builder.load.files import Project
from site_builder.load.records import load
from site_builder.passages.anchor import Found, anchor
from site_builder.source import Source
from tests.projects import checked, codes, edited, minimal

QUOTE = "        quote: the roads are safer than ever\n"


def project(quote: str) -> Project:
    return edited(minimal(), "claims.yaml", QUOTE, quote)


def fixed(project: Project) -> tuple[str, int]:
    source = Source("claims.yaml", project.content["claims.yaml"].decode())
    text, done = rewritten(source, fixes(project))
    return text, len(done)


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("The Roads are safer", "the roads are safer"),
        ("the roads are safer than ever", "the roads, are safer than ever"),
        ("any one of them", "anyone of them"),
        ("a re election", "a re-election"),
        ("roads are safer in north", "roads are safer in the north"),
        ("it is the case of roads", "it is case of roads"),
        ("isn't meddling", "isn’t meddling"),
    ],
)
def test_a_near_miss_is_sure(quote: str, passage: str) -> None:
    assert is_sure(quote, passage)


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("Russia is meddling", "Russia is not meddling"),
        ("Russia is no friend", "Russia is friend"),
        ("Россия вмешивается", "Россия не вмешивается"),
        ("80 percent of votes", "60 percent of votes"),
        ("won in 5 towns", "won in towns"),
        ("incite from Russia", "invite from Russia"),
        ("roads are safe", "roads are safer"),
        ("he will go to it as we do so", "he will go if it is as we all so"),
        ("the roads are safer than ever", "roads safer ever"),
    ],
)
def test_what_could_mean_something_else_is_not(quote: str, passage: str) -> None:
    assert not is_sure(quote, passage)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("quote: The roads are safer then ever", None),
        ("quote: The roads are SAFER than ever", "quote: the roads are safer than ever"),
        ("quote: The roads are safer than ever # as he said", "quote: the roads are safer than ever # as he said"),
        ("quote:   'The roads are safer  than ever'", "quote:   'the roads are safer than ever'"),
        ('quote: "The roads are safer than ever"', 'quote: "the roads are safer than ever"'),
        (
            "quote: >-\n          The roads are\n          safer than ever",
            "quote: >-\n          the roads are safer than ever",
        ),
        (
            "quote: |\n          The roads are\n          safer than ever",
            "quote: |\n          the roads are safer than ever",
        ),
        ("quote: The roads are\n          safer than ever", "quote: the roads are\n          safer than ever"),
    ],
)
def test_nothing_else_of_the_file_is_touched(written: str, expected: str | None) -> None:
    made = project(f"        {written}\n")
    before = made.content["claims.yaml"].decode()
    text, done = fixed(made)
    if expected is None:
        assert (text, done) == (before, 0)
        return
    assert text == before.replace(written, expected)
    assert codes(checked(edited(made, "claims.yaml", before, text))) == []


def test_a_text_that_needs_quotes_gets_them() -> None:
    article = "content/articles/daily-2020-05-03.md"
    made = edited(minimal(), article, "the roads are safer than ever", "roads: safer than ever")
    made = edited(made, "claims.yaml", QUOTE, "        quote: Roads safer than ever\n")
    text, done = fixed(made)
    assert done == 1
    assert '        quote: "roads: safer than ever"\n' in text


def test_line_ends_and_lists_on_one_line_stay() -> None:
    made = project("        quote: The roads are safer than ever\n")
    text = made.content["claims.yaml"].decode().replace("\n", "\r\n")
    made = Project({**made.content, "claims.yaml": text.encode()}, made.theme)
    assert fixed(made)[0] == text.replace("The roads are safer", "the roads are safer")
    flow = "      - {article: daily-2020-05-03, quote: The roads ARE safer than ever, speech: direct}\n"
    old = "      - article: daily-2020-05-03\n" + QUOTE + "        speech: direct\n"
    made = edited(minimal(), "claims.yaml", old, flow)
    assert flow.replace("The roads ARE", "the roads are") in fixed(made)[0]


def test_what_stands_there_twice_is_left() -> None:
    article = "content/articles/daily-2020-05-03.md"
    made = edited(
        minimal(), article, "The roads, he added", "He said the roads are safer than ever. The roads, he added"
    )
    made = edited(made, "claims.yaml", QUOTE, "        quote: The ROADS are safer than ever\n")
    assert fixes(made) == []


def test_what_is_written_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    made = project("        quote: The roads are safer, than ever\n")
    (fix,) = fixes(made)
    records, _ = load(made)
    from site_builder.passages.document import read_document

    document = read_document(records.articles[0][1].body)[0]
    assert isinstance(anchor(document, fix.quote), Found)
