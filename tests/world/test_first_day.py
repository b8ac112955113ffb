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
    (CLAIMS, "claims:\n  - id: roads-are-safe", "claims:\n  roads-are-safe:", 8, "must be | - id: roads-are-safe"),
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
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    relations: [old]", 21, "a record | write {claim: old, kind: …}"),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    asked: [bob]", 21, "`asked[1]` must be a record | write {of: bob, date: …}"),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    asked: {{date: 2020-05-20, of: [ann, bob]}}", 21, 'a text | "[ann, bob]"'),
    (CLAIMS, "    actor: ann", "    Actor: ann", 9, "`Actor` is not a key | did you mean \"actor\"?"),
    (SITE, "value: 3", "value: 2,5", 8, "must be a whole number | without a sign or a fraction"),
    (SITE, "tone: mixed", "tone: yellow", 9, "must be one of | positive, mixed, negative, neutral"),
    (SITE, "https://example.org/", "www.paper.example", 2, "is not a web address | write https://www.paper.example"),
    (SITE, "{name: Nobody}", "The Newsroom", 3, "must be a record | write {name: The Newsroom}"),
    (SITE, "{name: Nobody}", '{name: N, email: "mailto:a@b.org"}', 3, "is not an e-mail address | write a@b.org"),
    (SITE, "title: Minimal", "title: Minimal\nlanguage: German", 2, "not a language code | write de"),
    (ARTICLE, FRONT, f"\n{FRONT}", 1, "must begin with front matter | remove what stands above the first line ---"),
    (ARTICLE, FRONT, '+++\ntitle = "x"\n+++\n', 1, "must begin with front matter | YAML in place of TOML"),
    (ARTICLE, FRONT, FRONT[:-4], 1, "not closed by a line --- | then the text"),
    (ARTICLE, "title: Minister", "title: Roads: Minister", 2, "a colon followed by a space | in quotes"),
    (PAGE, "\n---\n", "\n---\n[It](claims/roads-are-safe).\n\n", 4, "not lead to a page | [[claim:roads-are-safe]]"),
    (PAGE, "title:", "menu: first\ntitle:", 2, "must be a whole number | write it in digits"),
]  # fmt: skip


STATEMENT = "statement: The roads are safe."
PASSAGE = f"    passages:\n      - article: daily-2020-05-03\n        {QUOTE}\n        speech: direct"
DAY = "published: 2020-05-03"
MORE = [
    (CLAIMS, "    actor: ann", "\t actor: ann", 9, "indented with a tab | indent with plain spaces"),
    (CLAIMS, "    actor: ann", "\u00a0   actor: ann", 9, "U+00A0 NO-BREAK SPACE, which is not | with plain spaces"),
    (CLAIMS, "actor: ann", "actor:\u00a0ann", 9, "U+00A0 NO-BREAK SPACE follows the colon | put a space there: actor"),
    (CLAIMS, "actor: ann", '"actor": "ann",', 9, "a comma follows the text | remove it"),
    (CLAIMS, "actor: ann", "actor: [ann]", 9, "must be a text | write ann, without brackets"),
    (CLAIMS, "actor: ann", "actor: [ann, bob]", 9, "must be a text | only one value can be here"),
    (CLAIMS, "actor: ann", "claimant: ann", 9, "`claimant` is not a key | did you mean \"actor\"?"),
    (CLAIMS, "  ann:\n    name: Ann Able", "  ann: Ann Able", 2, "`ann:` has a text | a line beside `role:`"),
    (CLAIMS, STATEMENT, "statement: The roads: they are safe.", 10, "a colon followed by a space | in quotes"),
    (CLAIMS, STATEMENT, "statement：The roads are safe.", 10, "FULLWIDTH COLON) does not end a key | statement: The"),
    (CLAIMS, STATEMENT, f"{STATEMENT}\n    statement: Again.", 11, "a second time; the first is on line 10 | one of"),
    (CLAIMS, STATEMENT, f"{STATEMENT}\n    assessment: |\n    They are.", 12, "too far left | indent it by 6 spaces"),
    (CLAIMS, "date: 2020-05-02", "date: 31.12.2019", 11, "is not a date | write 2019-12-31"),
    (CLAIMS, "date: 2020-05-02", "date: 2020–05–02", 11, "is not a date | write 2020-05-02"),
    (CLAIMS, "date: 2020-05-02", "date: 2020-04-31", 11, "2020-04 has 30 days | the last day of this month is"),
    (CLAIMS, "id: roads-are-safe", "id: Straßen-Sicher", 8, "is not a valid id | write strassen-sicher"),
    (CLAIMS, "id: roads-are-safe", "id: roads–are–safe", 8, "(U+2013 EN DASH) | write roads-are-safe"),
    (CLAIMS, "  - id: roads-are-safe", "  • id: roads-are-safe", 8, "(U+2022 BULLET) | - id: roads-are-safe"),
    (CLAIMS, "topics: [roads]", "tags: [roads]", 13, "`tags` is not a key | did you mean \"topics\"?"),
    (CLAIMS, "topics: [roads]", "topics: [roads; money]", 13, "`topics[1]` | a comma and a space: roads, money"),
    (CLAIMS, "topics: [roads]", "topics: [The Roads]", 13, "`topics[1]` | write the-roads"),
    (CLAIMS, "verdict: disputed", "verdict: In dispute", 14, "`verdict` | only this one: disputed"),
    (SITE, "title: Minimal", "title: Minimal\nlanguage: en_US", 2, "not a language code | write en-US"),
    (CLAIMS, "topics: [roads]", "topics: (roads)", 13, "must be a list | write [roads]"),
    (CLAIMS, "verdict: disputed", "verdict: disputd", 14, 'no verdict "disputd" | did you mean "disputed"?'),
    (CLAIMS, "    passages:", "    sources:", 16, "`sources` is not a key | did you mean \"passages\"?"),
    (CLAIMS, "    passages:", "    quotes:", 16, "`quotes` is not a key | did you mean \"passages\"?"),
    (CLAIMS, PASSAGE, "    passages: []", 16, "must not be empty | write a value"),
    (CLAIMS, f"{PASSAGE}\n", "", 8, "a claim needs `passages` | add `passages:` with a value"),
    (CLAIMS, "      - article:", "        article:", 17, "`passages` must be a list | a hyphen before the first key"),
    (CLAIMS, "      - article:", "      - articles:", 17, "`articles` is not a key | did you mean \"article\"?"),
    (CLAIMS, QUOTE, "quote: the roads ... than ever", 18, "is not in daily | write […] where words are left out"),
    (CLAIMS, QUOTE, "quote: The Roads are safer", 18, "is not in daily | has: quote: the roads are safer"),
    (CLAIMS, "speech: direct", "speech: direct\n        speaker: Bob Baker", 20, "`passages[1].speaker` | the id, bob"),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    author: Una Fact", 21, '`author` is not | did you mean "checked_by"?'),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    corrections: [2020-07-01 It.]", 21, "record | {date: 2020-07-01, ch"),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    corrections:\n      - A date.", 22, "a record | {date: …, change: A date.}"),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    assessment: See [[roads-are-safe]].", 21, "say what | [[claim:roads"),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    assessment: See [[claim:road-are-safe]].", 21, "no claim | did you mean"),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    assessment: It is <b>so.", 21, "<b> is shown as text | such as **bold**"),
    (CLAIMS, PUBLISHED, f"{PUBLISHED}\n    image: roads.png", 21, "`image` is not a key | known keys: id, actor"),
    (ARTICLE, FRONT, FRONT.replace("---\n", "----\n", 1), 1, "must begin with front matter | exactly three hyphens"),
    (ARTICLE, FRONT, FRONT.replace("---\n", "———\n"), 1, "must begin with front matter | exactly three hyphens"),
    (ARTICLE, FRONT, FRONT.replace("---\n", "", 1), 1, "must begin with front matter | a line --- above the first key"),
    (ARTICLE, FRONT, f"```yaml\n{FRONT}", 1, "must begin with front matter | remove the line that begins with ```"),
    (ARTICLE, DAY, "date: 2020-05-03", 4, "`date` is not a key | did you mean \"published\"?"),
    (ARTICLE, DAY, f"{DAY}\nurl: www.daily.example/a", 5, "is not a web address | write https://www.daily.example/a"),
    (ARTICLE, DAY, f"{DAY}\nimage: a.png", 5, "`image` is not a key | known keys: title"),
    (ARTICLE, "Carolinus, a", "![](https://daily.example/x.png)\n\nCarolinus, a", 10, "without a name | ![what it"),
    (ARTICLE, "Carolinus, a", "<p>Carolinus, a", 10, "<p> is shown as text | if the article does not print it"),
    (PAGE, "\n---\n", "\n---\n![](x.png)\n\n", 4, "an image without a name | ![what it shows](address)"),
    (PAGE, "\n---\n", "\n---\n[x](file:///x.pdf)\n\n", 4, "links to file: are refused | goes into static/"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "there", "wrong", "line", "words"), [*MISTAKES, *MORE], ids=[row[2][-40:] for row in (*MISTAKES, *MORE)]
)
def test_a_mistake_has_one_message(name: str, there: str, wrong: str, line: int, words: str) -> None:
    (fault,) = checked(edited(minimal(), name, there, wrong)).report.diagnostics
    message, remedy = words.split(" | ")
    assert (fault.file, fault.position[0]) == (name, line)
    assert message in fault.message
    assert remedy in (fault.help or "")


def test_there_are_eighty() -> None:
    assert len(MISTAKES) >= 40
    assert len(MORE) >= 40


@pytest.mark.parametrize(
    "words",
    [
        "the roads are safer than ever", "“the roads are safer than ever”", "the roads\u00a0are safer than ever",
        "the roads are safer\n          than ever", "the roads are sa\u00adfer than ever",
    ],
)  # fmt: skip
def test_what_a_text_editor_makes_of_white_space_and_quotation_marks_is_no_mistake(words: str) -> None:
    assert checked(edited(minimal(), CLAIMS, QUOTE, f"quote: {words}")).report.diagnostics == ()


def test_words_of_another_article_are_told_where_they_are() -> None:
    other = "---\ntitle: T\npublisher: P\npublished: 2020-05-03\n---\nWe won there.\n"
    project = changed(minimal(), {"content/articles/other.md": other.encode()})
    (fault,) = checked(edited(project, CLAIMS, QUOTE, "quote: We won there")).report.diagnostics
    assert fault.position[0] == 18
    assert "is not in daily-2020-05-03" in fault.message
    assert "other" in (fault.help or "")


@pytest.mark.parametrize(
    ("there", "wrong", "advice"),
    [
        (CLAIMS, "claims.yml", "rename claims.yml to claims.yaml"),
        (CLAIMS, "content/claims.yaml", "move content/claims.yaml to claims.yaml"),
        (SITE, "content/site.yml", "rename content/site.yml to content/site.yaml"),
        (SITE, "site.yaml", "move site.yaml to content/site.yaml"),
        (ARTICLE, "content/articles/2020/daily-2020-05-03.md", f"to {ARTICLE}"),
        (ARTICLE, "content/articles/daily-2020-05-03.txt", f"to {ARTICLE}"),
        (ARTICLE, "content/articles/daily-2020-05-03.html", "site-builder new article --from FILE"),
        (ARTICLE, "content/articles/Daily 2020-05-03.md", "rename the file to daily-2020-05-03.md"),
    ],
)
def test_a_file_that_lies_elsewhere_is_told_of(there: str, wrong: str, advice: str, tmp_path: Path) -> None:
    files = dict(read_project(MINIMAL).content)
    files[wrong] = files.pop(there)
    faults = checked(read_project(written(files, tmp_path))).report.diagnostics
    assert [fault.help for fault in faults if fault.file in (there, wrong) and advice in (fault.help or "")]


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


def test_build_says_so_too_and_leaves_the_file_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(dict(read_project(MINIMAL).content), tmp_path / "site")
    assert main(["build", str(tmp_path / "site" / "claims.yaml")]) == 2
    said = capsys.readouterr().err
    assert "claims.yaml is a file, and no folder" in said
    assert "rename" not in said


def test_where_no_site_is_none_is_unchanged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = dict(read_project(MINIMAL).content)
    written({**files, CLAIMS: files[CLAIMS].replace(b"safer", b"sifer")}, tmp_path)
    assert main(["build", str(tmp_path), "--no-search"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "nothing was built"


def test_a_quotation_of_a_broken_word_mends_the_article_and_not_itself() -> None:
    broken = edited(minimal(), ARTICLE, "safer than ever", "sa-\nfer than ever")
    warning, fault = sorted(checked(broken).report.diagnostics, key=lambda found: found.file, reverse=True)
    assert (warning.code, warning.file) == ("broken-word", ARTICLE)
    assert fault.code == "quote-not-found"
    assert "mend the article" in (fault.help or "")


def test_an_option_that_there_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--agianst", "main"])
    assert 'there is no --agianst: did you mean "--against"?' in capsys.readouterr().err


def test_a_name_that_nobody_has_is_spelled_as_an_id() -> None:
    (fault,) = checked(edited(changed(minimal(), {}), CLAIMS, "actor: ann", "actor: Carl Clark")).report.diagnostics
    assert fault.help == "write carl-clark"
