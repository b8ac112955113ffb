"""Text fragments, followed by an implementation of the standard's matching of its own."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.passages.document import Document
from site_builder.passages.fragment import text_directive
from site_builder.passages.normal import INVISIBLE
from tests.growth import lines_run
from tests.passages.documents import document
from tests.passages.test_property import DOCUMENTS
from tests.tries import examples


class Reader:
    """A browser: white space is a space, case and accents are nothing, and what nobody sees is not there.

    Where it sees the edges of words in scripts without spaces its dictionary says: everywhere (``lenient``) or nowhere.
    """

    def __init__(self, text: str, *, lenient: bool) -> None:
        self.lenient = lenient
        self.flat, self.at = "", []
        for index, letter in enumerate(text):
            if INVISIBLE.match(letter) or (letter.isspace() and self.flat.endswith(" ")):
                continue
            base = " " if letter.isspace() else _small(letter)
            self.flat += base
            self.at += [index] * len(base)
        self.at.append(len(text))

    def bounded(self, at: int) -> bool:
        if not (is_letter(self.flat[at - 1 : at]) and is_letter(self.flat[at : at + 1])):
            return True
        return self.lenient and bool(SPACELESS.search(self.flat[at - 1 : at + 1]))

    def find(self, term: str, since: int, *, begins: bool = True, ends: bool = True) -> tuple[int, int] | None:
        wanted = "".join(map(_small, " ".join(term.split())))
        at = self.flat.find(wanted, since)
        while at >= 0:
            if (self.bounded(at) or not begins) and (self.bounded(at + len(wanted)) or not ends):
                return at, at + len(wanted)
            at = self.flat.find(wanted, at + 1)
        return None

    def behind_space(self, at: int) -> int:
        return len(self.flat) - len(self.flat[at:].lstrip(" "))

    def start(self, prefix: str, term: str, since: int, *, ends: bool) -> tuple[int, int] | None:
        """The next ``term`` that stands behind ``prefix``."""
        while prefix:
            before = self.find(prefix, since, ends=False)
            if before is None:
                return None
            at = self.behind_space(before[1])
            found = self.find(term, at, begins=False, ends=ends)
            if found and found[0] == at:
                return found
            since = before[0] + 1
        return self.find(term, since, ends=ends)

    def is_followed(self, at: int, suffix: str) -> bool:
        at = self.behind_space(at)
        found = self.find(suffix, at, begins=False)
        return not suffix or (found is not None and found[0] == at)


def followed(text: str, directive: str, *, lenient: bool = False) -> tuple[int, int] | None:
    """Where ``directive`` leads in ``text``: the first start beside its prefix and suffix, the first end behind it."""
    parts = directive.split(",")
    prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop()[1:]) if parts[-1].startswith("-") else ""
    assert all("-" not in part and "&" not in part for part in parts)
    reader, since = Reader(text, lenient=lenient), 0
    is_range = len(parts) > 1
    while (first := reader.start(prefix, unquote(parts[0]), since, ends=is_range or not suffix)) is not None:
        last = reader.find(unquote(parts[1]), first[1], ends=not suffix) if is_range else first
        while is_range and last and not reader.is_followed(last[1], suffix):
            last = reader.find(unquote(parts[1]), last[0] + 1, ends=not suffix)
        if last is None:
            return None
        if reader.is_followed(last[1], suffix):
            return reader.at[first[0]], reader.at[last[1] - 1] + 1
        since = first[0] + 1
    return None


SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def _small(letter: str) -> str:
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", letter).casefold())


def goes_on(letter: str) -> bool:
    return is_letter(letter) or INVISIBLE.match(letter) is not None


def is_letter(letter: str) -> bool:
    return bool(letter) and (letter.isalnum() or letter == "_" or unicodedata.category(letter).startswith("M"))


@pytest.mark.parametrize(
    ("text", "passage", "directive"),
    [
        ("He said “the roads are safe” again.", "“the roads are safe”", "the%20roads%20are%20safe"),
        ("A well-known, & true thing.", "well-known, & true", "well%2Dknown%2C%20%26%20true"),
        ("One two three. One two three four.", "One two three", "One%20two%20three"),
        ("no no", "no", "no"),
    ],
)
def test_short_passages_are_named_whole(text: str, passage: str, directive: str) -> None:
    made = document(text + "\n")
    start = made.text.index(passage)
    assert text_directive(made, (start, start + len(passage))) == directive


FREE = "the vote was free"
LONG = "The vote\nwas free and\nfair on that long day in the great north of the land."
HINDI = "वह घर जा रही थी और वह बाज़ार जा रही है और फिर वह स्कूल गयी थी उसके बाद"
CHINESE = "外部势力一直想让这个国家屈服，他说。我们不会让他们得逞，因为我们有自己的道路，也有自己的人民。" * 2


@pytest.mark.parametrize(
    ("text", "passage", "directive"),
    [
        ("One two three. Then one two three.", "one two three", "Then-,one%20two%20three"),
        (f"He said {FREE}. She said, “{FREE}.”", FREE, "said%2C%20%E2%80%9C-,the%20vote%20was%20free"),
        (f"{FREE}.\n\n{FREE}, she said.", FREE, "the%20vote%20was%20free,-%2C%20she"),
        (LONG, LONG, "The%20vote%20was,of%20the%20land"),
        (f"Yes.\n\n{LONG}", "", "Yes,of%20the%20land"),
        (
            "He said it[^1] clearly to us.\n\n[^1]: Or so.",
            "He said it clearly to us",
            "He%20said%20it,clearly%20to%20us",
        ),
        ("“[^1]Yes”, he said.\n\n[^1]: Or so.", "Yes”, he said", "Yes%E2%80%9D%2C%20he%20said"),
        (HINDI, HINDI, None),
        (CHINESE, CHINESE, None),
        (
            "inter\u00adference in ‘so\u00adcalled’ elections",
            "",
            "interference%20in%20%E2%80%98socalled%E2%80%99%20elections",
        ),
    ],
)
def test_hard_cases(text: str, passage: str, directive: str | None) -> None:
    made = document(text + "\n")
    start = made.text.rindex(passage) if passage else 0
    end = start + len(passage) if passage else len(made.text)
    found = text_directive(made, (start, end))
    assert found is not None
    assert directive is None or found == directive
    place = followed(made.text, found)
    assert place is not None
    assert place == followed(made.text, found, lenient=True)
    assert place[0] == start
    assert not any(map(is_letter, made.text[place[1] : end]))


SENTENCE = "部长说今年的道路比以往任何时候都更安全没有人能否认这一点。"
THAI = "เขากล่าวว่าถนนปลอดภัยมากกว่าที่เคยเป็นมา และไม่มีใครปฏิเสธ"


@pytest.mark.parametrize(
    ("text", "passage", "directive"),
    [
        ("他说道路安全得很。\n\n其他内容。\n\n他回答：“道路安全。”", "道路安全", "他回答：“-,道路安全"),
        (SENTENCE, "道路比以往任何时候都更安全", "部长说今年的-,道路比以往任何时候都更安全,-没有人能否认这一点"),
        ("道路安全得很。他走了。", "道路安全", "道路安全,-得很"),
        ("他说道路安全。", "道路安全", "他说-,道路安全"),
        (THAI, "ถนนปลอดภัย", "เขากล่าวว่า-,ถนนปลอดภัย,-มากกว่าที่เคยเป็นมา"),
        ("大臣は道路はとても安全だと述べた。", "道路はとても安全だ", "大臣は-,道路はとても安全だ,-と述べた"),
        ("Café roads. Then cafe roads.", "cafe roads", "Then-,cafe roads"),
        ("Foobar. Then foo bar.", "foo bar", "foo bar"),
    ],
)
def test_no_dictionary_is_asked(text: str, passage: str, directive: str) -> None:
    made = document(text + "\n")
    start = made.text.rindex(passage)
    found = text_directive(made, (start, start + len(passage)))
    assert found is not None
    assert unquote(found) == directive
    for lenient in (True, False):
        assert followed(made.text, found, lenient=lenient) == (start, start + len(passage))


def test_without_a_sure_edge_there_is_none() -> None:
    made = document("道" * 400 + "路安全" + "道" * 400 + "\n")
    assert text_directive(made, (400, 403)) is None


def test_a_headline_is_above_the_text() -> None:
    made = document("Minister on roads, they said, and so did we.\n")
    assert text_directive(made, (0, 17)) == "Minister%20on%20roads"
    assert text_directive(made, (0, 17), "Minister on roads") == "Minister%20on%20roads,-%2C%20they"
    assert text_directive(made, (0, 17), "Minister on roads, they said, and so did we") is None


def test_what_stands_there_twice_with_the_same_words_around_is_not_named() -> None:
    made = document("One two three.\n\nOne two three.\n")
    second = made.text.rindex("One")
    assert text_directive(made, (second, second + 13)) is None


def test_a_passage_over_paragraphs_has_a_start_and_an_end() -> None:
    made = document("Alpha beta gamma delta epsilon zeta.\n\nEta theta iota kappa lambda mu nu xi omikron.\n")
    directive = text_directive(made, (0, len(made.text)))
    assert directive == "Alpha%20beta%20gamma,nu%20xi%20omikron"


@st.composite
def passages(draw: st.DrawFn) -> tuple[Document, int, int]:
    made = draw(st.sampled_from(DOCUMENTS))
    start = draw(st.integers(0, len(made.text) - 1))
    return made, start, draw(st.integers(start + 1, min(start + 400, len(made.text))))


@examples(500)
@given(passages())
def test_where_there_is_a_directive_it_leads_to_the_passage(case: tuple[Document, int, int]) -> None:
    made, start, end = case
    # Passages are whole words: what the record format asks of quotations.
    while start > 0 and goes_on(made.text[start - 1]):
        start -= 1
    while end < len(made.text) and goes_on(made.text[end]):
        end += 1
    directive = text_directive(made, (start, end))
    if directive is None:
        return
    assert followed(made.text, directive) == followed(made.text, directive, lenient=True)
    found = followed(made.text, directive)
    assert found is not None
    assert start <= found[0] < found[1] <= end
    assert not any(map(str.isalnum, made.text[start : found[0]] + made.text[found[1] : end]))


def test_nearly_every_passage_of_the_shipped_site_has_one() -> None:
    from site_builder.link.site import link
    from site_builder.load.files import read_project
    from site_builder.load.records import load
    from tests.projects import ROOT

    site, _ = link(load(read_project(ROOT))[0])
    assert site is not None
    made = [
        text_directive(site.articles[passage.article].document, (passage.parts[0][0], passage.parts[-1][1]))
        for claim in site.claims.values()
        for passage in claim.passages
    ]
    assert sum(directive is not None for directive in made) >= 0.9 * len(made)


def test_a_long_paragraph_is_not_gone_through_for_each_passage() -> None:
    def work(size: int) -> int:
        made = document("".join(f"Sentence number {n} says a thing.\n" for n in range(size)))
        _ = made.seen, made.barriers
        start = made.text.index(f"number {size - 5} says")
        return lines_run(lambda: text_directive(made, (start, start + 200)))

    assert work(2000) < 1.2 * work(1000)
