from __future__ import annotations

from site_builder.dialect.lines import Line, dedented, indent, is_blank, split, trimmed


def test_lines_end_with_any_line_end() -> None:
    text = "a\nb\r\nc\rd\u2028e\n\n"
    assert [text[line.start : line.end] for line in split(text)] == ["a", "b", "c", "d\u2028e", ""]


def test_white_space_of_any_kind_is_blank() -> None:
    assert is_blank("\u3000\u00a0 \t", Line(0, 4))
    assert not is_blank("\u200b", Line(0, 1))


def test_indentation_is_counted_in_columns() -> None:
    text = " \t words \t"
    line = Line(0, len(text))
    assert indent(text, line) == 6
    assert text[dedented(text, line, 5).start] == " "
    assert dedented(text, line, 99).start == 3
    cut = trimmed(text, line)
    assert text[cut.start : cut.end] == "words"
