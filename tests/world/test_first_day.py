"""What people get wrong on their first day: one message where it stands, with what to do instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.load.files import read_project
from tests.projects import ARTICLE, MINIMAL, changed, checked, edited, minimal, written

CLAIMS, SITE, PAGE = "claims.yaml", "content/site.yaml", "content/pages/method.md"
FRONT = "---\ntitle: Minister on roads\npublisher: The Daily\npublished: 2020-05-03\n---\n"
PUBLISHED = "    published: 2020-06-01"
QUOTE = "quote: the roads are safer than ever"

# The file, what stands there, what somebody makes of it, the line of the fault, and words of its message and help.
MISTAKES = [
    (CLAIMS, "published: 2020-06-01", "published: 12/31/2019", 20, '"12/31/2019" is not a date | write 2019-12-31'),
    (CLAIMS, "date: 2020-05-02", "date: 2.5.2020", 11, "is not a date | write 2020-05-02"),
    (CLAIMS, "date: 2020-05-02", "date: 2020-05-02T14:30:00Z", 11, "is not a date | write 2020-05-02"),
    (CLAIMS, "date: 2020-05-02", "date: yesterday", 11, "is not a date | a day 2020-08-19, a month"),
    (CLAIMS, "actor: ann", "actor: Ann Able", 9, '"Ann Able" is not a valid id | write the id, ann'),
    (CLAIMS, "[bob]", "[Bob Baker]", 12, "`about[1]` | write the id, bob"),
    (CLAIMS, "verdict: disputed", "verdict: Disputed", 14, "`verdict` | write the id, disputed"),
    (CLAIMS, "topics: [roads]", "topics: [Roads]", 13, "`topics[1]` | write the id, roads"),
    (CLAIMS, "topics: [roads]", "topics: roads, money", 13, "must be a list | write [roads, money]"),
    (CLAIMS, "about: [bob]", "about: bob, ann", 12, "must be a list | write [bob, ann]"),
    (CLAIMS, "daily-2020-05-03", "Minister on roads", 17, "`passages[1].article` | write the id, daily-2020-05-03"),
    (CLAIMS, "daily-2020-05-03", "daily-2020-05-03.md", 17, "is not a valid id | write daily-2020-05-03"),
    (CLAIMS, "daily-2020-05-03", ARTICLE, 17, "is not a valid id | write daily-2020-05-03"),
    (CLAIMS, "daily-2020-05-03", "https://daily.example/a", 17, "is a web address, and no id | its file without .md"),
    (CLAIMS, "claims:\n  - id: roads-are-safe", "claims:\n  roads-are-safe:", 8, "must be a list | - id: …"),
    (CLAIMS, "claims:\n  - id: roads-are-safe", "claims:\n    id: roads-are-safe", 8, "must be a list | hyphen"),
    (CLAIMS, "The roads are safe.", "“The roads: they are safe.”", 10, "not a quotation mark in YAML | plain quotes"),
    (CLAIMS, QUOTE, "quote: the roads … than ever", 18, "is not in daily | write […] where words are left out"),
    (CLAIMS, QUOTE, "quote: the roads are sa-\n          fer than ever", 18, "is not in daily | safer than ever"),
    (CLAIMS, QUOTE, f"{QUOTE}.", 18, "is not in daily | the article has: quote: the roads are safer than ever"),
    (CLAIMS, QUOTE, "quote: Straßen sind sicherer denn je", 18, "is not in daily | nothing in the article is similar"),
    (CLAIMS, QUOTE, "quote:", 18, "nothing follows it | write a value after `quote:`"),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    status: Published", 21, "must be one of | did you mean \"published\"?"),
    (CLAIMS, PUBLISHED, "    draft: true", 20, "`draft` is not a key | did you mean \"status\"?"),
    (CLAIMS, PUBLISHED, "    published: yes", 20, "is not a date | write a day, such as"),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    corrections: A date.", 21, "must be a list | a record after each hyphen"),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    checked_by: Una Fact", 21, "must be a list | write [Una Fact]"),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    relations: [old]", 21, "must be a record | write {claim: old}"),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    asked: [bob]", 21, "`asked[1]` must be a record | write {of: bob}"),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    asked: {{date: 2020-05-20, of: [ann, bob]}}", 21, 'a text | "[ann, bob]"'),
    (CLAIMS, "    actor: ann", "    Actor: ann", 9, "`Actor` is not a key | did you mean \"actor\"?"),
    (SITE, "value: 3", "value: 2,5", 8, "must be a whole number | without a sign or a fraction"),
    (SITE, "tone: mixed", "tone: yellow", 9, "must be one of | positive, mixed, negative, neutral"),
    (SITE, "https://example.org/", "www.paper.example", 2, "is not a web address | starting with https://"),
    (SITE, "{name: Nobody}", "The Newsroom", 3, "must be a record | write {name: The Newsroom}"),
    (SITE, "{name: Nobody}", '{name: N, email: "mailto:a@b.org"}', 3, "is not an e-mail address | name@example.org"),
    (SITE, "title: Minimal", "title: Minimal\nlanguage: German", 2, "not a language code | ru for Russian"),
    (ARTICLE, FRONT, f"\n{FRONT}", 1, "must begin with front matter | remove what stands above the first line ---"),
    (ARTICLE, FRONT, '+++\ntitle = "x"\n+++\n', 1, "must begin with front matter | YAML in place of TOML"),
    (ARTICLE, FRONT, FRONT[:-4], 1, "not closed by a line --- | then the text"),
    (ARTICLE, "title: Minister", "title: Roads: Minister", 2, "a colon followed by a space | in quotes"),
    (PAGE, "\n---\n", "\n---\n[It](claims/roads-are-safe).\n\n", 4, "not lead to a page | [[claim:roads-are-safe]]"),
    (PAGE, "title:", "menu: first\ntitle:", 2, "must be a whole number | write it in digits"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "there", "wrong", "line", "words"), MISTAKES, ids=[row[2][-40:] for row in MISTAKES])
def test_a_mistake_has_one_message(name: str, there: str, wrong: str, line: int, words: str) -> None:
    (fault,) = checked(edited(minimal(), name, there, wrong)).report.diagnostics
    message, remedy = words.split(" | ")
    assert (fault.file, fault.position[0]) == (name, line)
    assert message in fault.message
    assert remedy in (fault.help or "")


def test_there_are_forty() -> None:
    assert len(MISTAKES) >= 40


@pytest.mark.parametrize(
    ("there", "wrong", "advice"),
    [
        (CLAIMS, "claims.yml", "rename it to claims.yaml"),
        (CLAIMS, "content/claims.yaml", "rename it to claims.yaml"),
        (SITE, "content/site.yml", "rename it to content/site.yaml"),
        (SITE, "site.yaml", "rename it to content/site.yaml"),
        (ARTICLE, "content/articles/2020/daily-2020-05-03.md", "folders below content/articles are not read"),
        (ARTICLE, "content/articles/daily-2020-05-03.txt", "give it the ending .md"),
        (ARTICLE, "content/articles/daily-2020-05-03.html", "site-builder new article --from FILE"),
        (ARTICLE, "content/articles/Daily 2020-05-03.md", "rename the file to daily-2020-05-03.md"),
    ],
)
def test_a_file_that_lies_elsewhere_is_told_of(there: str, wrong: str, advice: str, tmp_path: Path) -> None:
    files = dict(read_project(MINIMAL).content)
    files[wrong] = files.pop(there)
    faults = checked(read_project(written(files, tmp_path))).report.diagnostics
    assert [fault.help for fault in faults if fault.file == wrong and advice in (fault.help or "")]


def test_what_is_where_it_belongs_has_no_double(tmp_path: Path) -> None:
    files = {**read_project(MINIMAL).content, "site.yaml": b"of another program\n"}
    assert checked(read_project(written(files, tmp_path))).report.diagnostics == ()


def test_the_wrong_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(dict(read_project(MINIMAL).content), tmp_path / "site")
    (tmp_path / "empty").mkdir()
    assert main(["check", str(tmp_path / "site" / "content")]) == 2
    assert f"the project is {tmp_path / 'site'}" in capsys.readouterr().err
    assert main(["check", str(tmp_path / "site" / "claims.yaml")]) == 2
    assert "claims.yaml is a file, and no folder" in capsys.readouterr().err
    assert main(["check", str(tmp_path / "empty")]) == 2
    assert "to start a project: site-builder init mysite" in capsys.readouterr().err


def test_an_option_that_there_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--agianst", "main"])
    assert 'there is no --agianst: did you mean "--against"?' in capsys.readouterr().err


def test_a_name_that_nobody_has_is_spelled_as_an_id() -> None:
    (fault,) = checked(edited(changed(minimal(), {}), CLAIMS, "actor: ann", "actor: Carl Clark")).report.diagnostics
    assert fault.help == "write carl-clark"
