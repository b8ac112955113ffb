"""``new article --from`` on what editors save: pages, texts, files of other programs; and the ids that it proposes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.editor.ask import new_record
from site_builder.errors import EnvironmentProblem
from tests.projects import MINIMAL

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Roads</title></head><body>'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the minimal project."""
    shutil.copytree(MINIMAL, tmp_path / "project")
    return tmp_path / "project"


def article(project: Path, data: bytes | str, name: str = "saved.html", *flags: str) -> str:
    """The article that is made of a file with ``data``."""
    file = project.parent / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    known = ["--publisher", "The Paper", "--published", "2020-05-03", "--title", "Roads", *flags]
    call = ["new", "article", "--from", str(file), "--id", "made", *known, "--project", str(project)]
    assert main(call) == 0
    assert main(["check", str(project)]) == 0
    return (project / "content" / "articles" / "made.md").read_text()


def text(project: Path, data: bytes | str, name: str = "saved.html") -> str:
    """The text of the article that is made of a file with ``data``."""
    return article(project, data, name).split("---\n", 2)[2]


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("ISO-8859-1", "cp1252", "“the roads are safe” – it’s fine, café"),
        ("gb2312", "gbk", "朱镕基说：“道路比以往更安全。”"),
        ("tis-620", "cp874", "รัฐมนตรีกล่าวว่า “ถนนปลอดภัย”"),
        ("euc-kr", "cp949", "“도로는 똠방”"),
    ],
)
def test_old_pages_are_read_as_browsers_read_them(project: Path, label: str, codec: str, words: str) -> None:
    data = f"<html><meta http-equiv='Content-Type' content='text/html; charset={label}'><p>".encode() + words.encode(
        codec
    )
    assert text(project, data) == f"{words}\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<div><h1>Roads</h1><p>He said so.</p></div><article class=teaser><h3>Other</h3></article>", ["He said so."]),
        (
            "<article><p>Before.<figure><blockquote><p>A post!</p>— Ann</blockquote></figure><p>After.</article>",
            ["Before.", "A post!", "— Ann", "After."],
        ),
        (
            "<article><p>Body of it.<footer><p>Correction: this article was amended on 4 May.</footer></article>",
            ["Body of it.", "Correction: this article was amended on 4 May."],
        ),
        ("<article><p>He spent <s>3 million</s> <ins>5 million</ins>.", ["He spent 5 million."]),
        ("<article><p>Before.<figure><table><tr><td>12 deaths</table></figure>", ["Before.", "12 deaths"]),
        ("<p>Seen.<p hidden>No.<p style='display:none'>No.<p>End <span hidden>x</span>now.", ["Seen.", "End now."]),
        ("<div>First text<hr>second text</div><div>A<center>B</center>C</div>", ["First text", "second text", *"ABC"]),
        ("<article><p><ruby>道路<rp>(</rp><rt>どうろ</rt><rp>)</rp></ruby>は安全だ。", ["道路は安全だ。"]),
        ("<article><p>He said <q>the roads are safe</q> there.", ["He said “the roads are safe” there."]),
        ("<article><p>" + "<p>".join(f"Paragraph {n}." for n in range(300)), [f"Paragraph {n}." for n in range(300)]),
    ],
)  # fmt: skip
def test_a_page_becomes_the_words_that_its_reader_saw(project: Path, body: str, expected: list[str]) -> None:
    assert text(project, HEAD + body).rstrip("\n").split("\n\n") == expected


def test_struck_out_and_hidden_words_cannot_be_quoted(project: Path) -> None:
    text(project, f"{HEAD}<article><p>The minister spent <s>3 million</s> 5 million, <b hidden>they say</b> yes.")
    assert main(["quote", "spent 3 million", "--project", str(project)]) == 1
    assert main(["quote", "they say yes", "--project", str(project)]) == 1
    assert main(["quote", "spent 5 million, yes", "--project", str(project)]) == 0


def test_what_was_left_out_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text(project, f"{HEAD}<nav><a href=x>Menu</a></nav><article><p>He said so.</p><div class=related><h3>Snow</h3>Ice")
    assert capsys.readouterr().err == (
        "kept 3 of 6 words; left out:\n  navigation: “Menu” (1 word)\n  other stories: “Snow” (2 words)\n"
    )


def test_a_copy_from_an_archive_names_both_addresses(project: Path) -> None:
    copy = "https://web.archive.org/web/20200504101112/https://paper.example/roads"
    page = f"<html><link rel=canonical href={copy}><div id=wm-ipp-base><p>12 captures</p></div><div><p>He said so."
    made = article(project, page)
    assert f"\nurl: https://paper.example/roads\narchived:\n  url: {copy}\n  date: 2020-05-04\n" in made
    assert made.endswith("---\nHe said so.\n")


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        (
            "a.txt",
            "The infra-\nstructure is safe.\n\nIts infrastructure.",
            "The infrastructure is safe.\n\nIts infrastructure.\n",
        ),
        ("a.txt", "HOST: Safe?\nMINISTER: Yes.\nHOST: Really?", "HOST: Safe?\n\nMINISTER: Yes.\n\nHOST: Really?\n"),
        ("a.txt", "One.\r\rTwo.\r\rThree.\r", "One.\n\nTwo.\n\nThree.\n"),
        ("a.txt", "3. Oktober\n\n- f***ing [A]: No.", "3\\. Oktober\n\n\\- f\\*\\*\\*ing \\[A\\]: No.\n"),
        ("a.md", "---\ntitle: Other\nmood: x\n---\nThe *roads* are safe.\n", "The *roads* are safe.\n"),
    ],
)
def test_texts_keep_their_words_and_paragraphs(project: Path, name: str, data: str, expected: str) -> None:
    assert text(project, data, name) == expected


def test_front_matter_fills_what_no_flag_says(project: Path) -> None:
    (project / "a.md").write_text(
        "---\ntitle: Snow\npublisher: The Daily\ndate: 2020-05-04\nauthor: Ann Able\n---\nHe said so.\n"
    )
    assert main(["new", "article", "--from", str(project / "a.md"), "--project", str(project)]) == 0
    made = (project / "content" / "articles" / "the-daily-2020-05-04.md").read_text()
    assert made.startswith("---\ntitle: Snow\npublisher: The Daily\nbyline:\n  - Ann Able\npublished: 2020-05-04\n")


def test_files_of_other_programs_are_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.rtf").write_bytes(b"{\\rtf1\\ansi The roads are safe.}")
    call = [
        "new",
        "article",
        "--from",
        str(project / "a.rtf"),
        "--id",
        "made",
        "--publisher",
        "P",
        "--project",
        str(project),
    ]
    assert main(call) == 2
    err = capsys.readouterr().err
    assert "is a file in Rich Text Format (RTF), not a web page or a text" in err
    assert "help: open it in a word processor" in err
    assert not (project / "content" / "articles" / "made.md").exists()


@pytest.mark.parametrize(
    ("publisher", "language", "id_"),
    [
        ("Gazeta Łódzka", "pl", "gazeta-lodzka"),
        ("Český deník", "cs", "cesky-denik"),
        ("Наша Ніва", "be", "nasha-niva"),
        ("Газета", "ru", "gazeta"),
        ("Газета", "uk", "hazeta"),
        ("Η Εφημερίδα", "el", "i-efimerida"),
        ("الجريدة", "ar", "aljryda"),
        ("人民日报", "zh", "renminribao"),
    ],
)
def test_an_id_is_proposed_in_latin_letters_and_can_be_changed(
    project: Path, publisher: str, language: str, id_: str
) -> None:
    given = {"title": "T", "publisher": publisher, "language": language, "published": "2020-05-03", "source": "other"}
    shown: list[str] = []

    def ask(question: str, default: str) -> str:
        shown.append(default)
        return "my-own" if question.startswith("id") else default

    assert new_record(project, "article", given, ask).path == str(project / "content" / "articles" / "my-own.md")
    assert shown == [f"{id_}-2020-05-03"]
    assert new_record(project, "article", given, None).path == str(project / f"content/articles/{id_}-2020-05-03.md")


def test_where_no_id_can_be_spelled_the_editor_is_asked(project: Path) -> None:
    given = {"title": "T", "publisher": "\u39dd Paper", "published": "2020-05-03", "source": "other"}
    with pytest.raises(EnvironmentProblem, match="id") as caught:
        new_record(project, "article", given, None)
    assert caught.value.remedy == "give it with --id, or run the command on a terminal, where it asks"
    answers = iter(["A Paper", "daily-2020-05-03", "a-paper"])
    asked: list[str] = []

    def ask(question: str, default: str) -> str:
        asked.append(question.partition("\n")[0])
        return next(answers)

    assert new_record(project, "article", given, ask).path == str(project / "content/articles/a-paper.md")
    assert asked[1:] == [
        '"A Paper" is not a valid id; write a-paper',
        "content/articles/daily-2020-05-03.md already exists",
    ]


def test_the_id_of_a_claim_is_shown_before_it_is_written(project: Path) -> None:
    given = {"actor": "ann", "statement": "Дарогі бяспечныя.", "date": "2020", "verdict": "disputed", "summary": "S."}
    given |= {"quote": "the roads are safer than ever", "article": "daily-2020-05-03"}
    shown: list[str] = []

    def ask(question: str, default: str) -> str:
        shown.append(default)
        return default

    assert new_record(project, "claim", given, ask).path
    assert shown == ["ann-darohi-byaspechnyya"]
    assert "  - id: ann-darohi-byaspechnyya\n" in (project / "claims.yaml").read_text()
