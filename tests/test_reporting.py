from __future__ import annotations

import json

from site_builder.diagnostics import Diagnostic, Note, Report, at
from site_builder.reporting import MOST_OF_A_KIND, MOST_SHOWN, WIDTH, as_json, as_text
from site_builder.source import Source, Span
from tests.growth import lines_run


def one(text: str, start: int, end: int, message: str = "wrong") -> Report:
    return Report.of([at("unknown-key", Span(Source("a.yaml", text), start, end), message)])


def caret_line(report: Report) -> tuple[str, str]:
    lines = as_text(report).splitlines()
    return lines[1].partition("| ")[2], lines[2].partition("| ")[2]


def test_the_caret_stands_under_the_words() -> None:
    shown, carets = caret_line(one("key: value\n", 5, 10))
    assert shown == "key: value"
    assert carets == "     ^^^^^"


def test_wide_and_combining_characters_keep_the_caret_in_place() -> None:
    _, carets = caret_line(one("東京: x\n", 4, 5))
    assert carets == "      ^"  # two wide letters take four columns, then colon and space
    _, carets = caret_line(one("e\u0301: x\n", 4, 5))
    assert carets == "   ^"


def test_a_long_line_is_cut_to_a_window_around_the_place() -> None:
    text = "a" * 300 + "HERE" + "b" * 300
    shown, carets = caret_line(one(text, 300, 304))
    assert len(shown) <= WIDTH + 2
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "HERE"


def test_control_characters_do_not_reach_the_terminal() -> None:
    text = as_text(one("a\x1b[31mb\u202ec\n", 0, 1, "bad \x1b[2J value"))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_colour_only_when_asked() -> None:
    report = one("key: value\n", 0, 3)
    assert "\x1b[" not in as_text(report)
    assert "\x1b[1;31m" in as_text(report, colour=True)


def test_the_end_counts_and_nothing_is_said_without_problems() -> None:
    source = Source("a", "x\ny\n")
    report = Report.of(
        [at("unknown-key", Span(source, n, n + 1), "m") for n in (0, 2)] + [Diagnostic("file-ignored", "w", "b")]
    )
    assert as_text(report).splitlines()[-1] == "2 errors, 1 warning"
    assert as_text(Report()) == ""


def test_json_has_places_and_help() -> None:
    source = Source("a.yaml", "key: value\nnext: line\n")
    note = Note("see", Span(source, 11, 15))
    report = Report.of([at("quote-not-found", Span(source, 5, 10), "gone", notes=(note,), help="do")])
    data = json.loads(as_json(report))
    assert data["version"] == 1
    assert data["errors"] == 1
    (diagnostic,) = data["diagnostics"]
    assert (diagnostic["file"], diagnostic["line"], diagnostic["column"]) == ("a.yaml", 1, 6)
    assert (diagnostic["endLine"], diagnostic["endColumn"]) == (1, 11)
    assert diagnostic["notes"][0]["line"] == 2
    assert diagnostic["help"] == "do"


def many(number: int) -> Report:
    source = Source("a.yaml", "x\n" * number)
    return Report.of([at("unknown-key", Span(source, 2 * n, 2 * n + 1), f"m{n}") for n in range(number)])


def test_of_very_many_of_a_kind_the_rest_are_counted() -> None:
    found = many(MOST_OF_A_KIND + 1234)
    text = as_text(found)
    assert text.count("error[unknown-key]") == MOST_OF_A_KIND + 1
    assert "error[unknown-key]: and 1,234 more of this kind\n" in text
    data = json.loads(as_json(found))
    assert (data["errors"], len(data["diagnostics"])) == (MOST_OF_A_KIND + 1234, MOST_OF_A_KIND)
    assert data["more"] == {"unknown-key": 1234}
    assert json.loads(as_json(many(MOST_OF_A_KIND)))["more"] == {}


def test_a_message_without_end_is_cut() -> None:
    found = one("key: value\n", 0, 3, "x" * (MOST_SHOWN + 5000))
    for text in (as_text(found), as_json(found)):
        assert "x… (5,000 more characters)" in text
        assert len(text) < MOST_SHOWN + 1000


def test_what_nobody_sees_is_visible_in_messages_lines_and_names_of_files() -> None:
    source = Source("a\u202e.yaml", "na\u2066me: b\u200bc\n")
    found = Report.of([at("unknown-key", Span(source, 0, 6), 'the key "na\u2066me"')])
    text = as_text(found)
    assert text.startswith('a‹U+202E›.yaml:1:1: error[unknown-key]: the key "na‹U+2066›me"')
    assert "| na‹U+2066›me: b‹U+200B›c" in text
    data = as_json(found)
    assert "\\u202e" in data
    assert json.loads(data)["diagnostics"][0]["message"] == 'the key "na\u2066me"'


def test_a_place_in_a_long_line_is_shown_without_a_look_at_all_of_it() -> None:
    lines = [lines_run(lambda size=size: as_text(one("x" * size, 5, 10))) for size in (2_000, 200_000)]  # type: ignore[misc]
    assert lines[1] < 1.2 * lines[0]
