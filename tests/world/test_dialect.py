"""What editors paste into articles comes out as it was pasted, or the check says where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.load.files import Project
from tests.projects import ARTICLE, changed, checked, codes, edited, minimal, written

FRONT = "---\ntitle: Minister on roads\npublisher: The Daily\npublished: 2020-05-03\n---\n"
QUOTE = "        quote: the roads are safer than ever\n        speech: direct\n"


def article(text: str, quote: str) -> Project:
    """The minimal project with ``text`` as its article and ``quote`` (YAML) as its quotation."""
    made = changed(minimal(), {ARTICLE: f"{FRONT}{text}\n".encode()})
    return edited(made, "claims.yaml", QUOTE, f"        quote: {quote}\n")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("He called him “a f***ing liar, you b***ard” on air.", '"a f***ing liar, you b***ard"'),
        ("He called him “a f***ing liar, you b***ard” on air.", "on air"),
        ("He spoke.\n\n3. Oktober 1990 war der Tag.", "3. Oktober 1990 war der Tag"),
        ("He spoke.\n\n- Где деньги? - спросил он.\n\n- Да.", '"- Где деньги? - спросил он. - Да."'),
        ("[Q]: Did you?\n\n[A]: No.", '"[A]: No."'),
        ("<name>: not at all", '"<name>: not at all"'),
        ("# 1990 was\n\n#1 in the polls", '"#1 in the polls"'),
        ("he wrote\n> 5 percent", '"he wrote > 5 percent"'),
        ("The minister&#146;s words &#147;safe&#148; &#150; he said", "minister’s words “safe” – he"),
        ("    indented by an e-mail", "indented by an e-mail"),
        ("Total | 5 | 6\n---|---|---", '"Total | 5 | 6 ---|---|---"'),
        ("Roads\n=====\nare safe", '"Roads ===== are safe"'),
        ("it is [sic](so) and [^1] too", '"[sic](so) and [^1] too"'),
    ],
)
def test_text_comes_out_as_text(text: str, quote: str) -> None:
    result = checked(article(text, quote))
    assert "quote-not-found" not in codes(result)
    assert result.files is not None


def test_the_page_shows_what_was_pasted() -> None:
    made = article("“a f***ing liar, you b***ard”\n\n[A]: No.\n\n3. Oktober", "liar")
    made = edited(made, ARTICLE, "published: 2020-05-03", "published: 2020-05-03\nrights: full")
    files = checked(made).files
    assert files is not None
    page = files["articles/daily-2020-05-03/index.html"].decode()
    for words in ("f***ing", "b***ard", "[A]: No.", "3. Oktober"):
        assert words in page


def test_no_help_offers_words_that_the_article_does_not_have() -> None:
    result = checked(article("He called him “a f***ing liar and a coward”.", '"a fucking liar and a coward"'))
    (diagnostic,) = result.report.diagnostics
    assert "fing" not in (diagnostic.help or "")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Words.\n\n- Где деньги? - спросил он.\n- Да.", 8),
        ("Words.\n\n1. Mai 2020: eins.\n2. Mai 2020: zwei.", 8),
        ("Words.\n\n# 1 in the polls", 8),
        ("Words\n***", 7),
        ("Words in C:\\_x", 6),
    ],
)
def test_text_that_is_read_as_markup_is_said_at_its_line_and_mended(
    text: str, line: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = article(f"Before.\n\n{text}".removeprefix("Before.\n\n"), "Words")
    found = [d for d in checked(project).report.diagnostics if d.code == "text-as-markup"]
    assert [diagnostic.position[0] for diagnostic in found] == [line]
    written(project.content, tmp_path)
    assert main(["check", str(tmp_path), "--fix", "--dry-run"]) == 0
    assert f"{ARTICLE}:{line}:" in (out := capsys.readouterr().out)
    assert "would be fixed: \\" in out
    assert (tmp_path / ARTICLE).read_bytes() == project.content[ARTICLE]
    assert main(["check", str(tmp_path), "--fix"]) == 0
    out = capsys.readouterr().out
    assert f"{ARTICLE}:{line}:" in out
    assert "text-as-markup" not in out
    mended = (tmp_path / ARTICLE).read_text()
    assert mended.replace("\\", "") == (FRONT + text + "\n").replace("\\", "")


def test_a_lost_character_is_an_error_at_its_place() -> None:
    result = checked(article("The caf\ufffd was shut, he said.\n\nIt &#0; was.", "he said"))
    found = [(d.code, d.position) for d in result.report.diagnostics]
    assert found == [("lost-character", (6, 8)), ("lost-character", (8, 4))]
    assert result.files is None
