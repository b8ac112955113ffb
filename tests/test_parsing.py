from __future__ import annotations

import pytest

from site_builder.parsing import Parser


def _said(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    parser = Parser(prog="tool")
    parser.add_argument("--name", choices=("direct", "reported"))
    parser.add_argument("--verbose", action="store_true")
    kinds = parser.add_subparsers(metavar="KIND", required=True)
    kinds.add_parser("one").add_argument("--only")
    parser.others = kinds.choices.values()
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(words)
    assert ended.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "say which kind: tool --help lists the kinds"),
        (["--name", "indirect", "one"], 'there is no "indirect": choose from direct, reported'),
        (["--verbos3", "one"], 'there is no --verbos3: did you mean "--verbose"?'),
        (["--only=1", "one"], "there is no --only here; it belongs to tool one"),
        (["--name"], "a value must follow it"),
        (["one", "two"], 'there is no place for "two"'),
    ],
)
def test_a_wrong_call_is_told_what_to_write(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told in _said(words, capsys)


def test_an_option_may_be_shortened() -> None:
    parser = Parser(prog="tool")
    parser.add_argument("--verbose", action="store_true")
    parser.add_subparsers(required=True).add_parser("one")
    assert parser.parse_args(["--verb", "one"]).verbose
