"""What people write on their first day: each slip is one fault, at its line, with what to write instead."""

from __future__ import annotations

import pytest

from tests.projects import ARTICLE, changed, checked, edited, minimal

NBSP, THIN, IDEOGRAPHIC, ZERO_WIDTH, BOM = "\u00a0", "\u2009", "\u3000", "\u200b", "\ufeff"

# What stands there, what somebody makes of it, the line of the fault, and words that its message and help have.
SLIPS = [
    # Indentation by what is no plain space.
    ("    date:", f"{NBSP * 4}date:", 11, "U+00A0 NO-BREAK SPACE | indent with plain spaces"),
    ("    date:", f"  {NBSP * 2}date:", 11, "U+00A0 NO-BREAK SPACE | plain spaces"),
    ("        quote:", f"      {NBSP * 2}quote:", 18, "U+00A0 | plain spaces"),
    ("    published:", f"{NBSP * 4}published:", 20, "U+00A0 | plain spaces"),
    ("    date:", f"{IDEOGRAPHIC * 2}date:", 11, "U+3000 IDEOGRAPHIC SPACE | plain spaces"),
    ("    date:", f"{THIN * 4}date:", 11, "U+2009 THIN SPACE | plain spaces"),
    ("    date:", f"{BOM}    date:", 11, "U+FEFF BYTE ORDER MARK | remove it"),
    ("    date:", f"{ZERO_WIDTH}    date:", 11, "U+200B ZERO WIDTH SPACE | remove it"),
    ("    date:", "\tdate:", 11, "a tab | plain spaces"),
    ("    date:", "  \tdate:", 11, "a tab | plain spaces"),
    ("      - article:", "\t- article:", 17, "a tab | plain spaces"),
    ("  - id:", "  -\tid:", 8, "a tab | spaces"),
    # A colon or a hyphen without its space, or one of another kind.
    ("verdict: disputed", "verdict:disputed", 14, "no space follows the colon | verdict: disputed"),
    ("- id: roads", "- id:roads", 8, "no space follows the colon | id: roads"),
    ("published: 2020", "published:2020", 20, "no space follows the colon | published: 2020-06-01"),
    ("quote: the", "quote:the", 18, "no space follows the colon | quote: the roads"),
    ("topics: [", "topics:[", 13, "no space follows the colon | topics: [roads]"),
    ("name: Ann", "name:Ann", 3, "no space follows the colon | name: Ann Able"),
    ("verdict: disputed", f"verdict:{NBSP}disputed", 14, "U+00A0 NO-BREAK SPACE follows the colon | verdict: disputed"),
    ("- id: roads", "-id: roads", 8, "no space follows the hyphen | - id: roads-are-safe"),
    ("- article: ", "-article: ", 17, "no space follows the hyphen | - article:"),
    ("- id: roads", f"-{NBSP}id: roads", 8, "U+00A0 NO-BREAK SPACE follows the hyphen | - id: roads-are-safe"),
    ("verdict: disputed", "verdict：disputed", 14, "U+FF1A FULLWIDTH COLON | verdict: disputed"),
    ("verdict: disputed", "verdict： disputed", 14, "U+FF1A FULLWIDTH COLON | verdict: disputed"),
    ("- id: roads", "－ id: roads", 8, "U+FF0D FULLWIDTH HYPHEN-MINUS | - id: roads-are-safe"),
    ("- id: roads", "– id: roads", 8, "U+2013 EN DASH | - id: roads-are-safe"),
    ("- id: roads", "— id: roads", 8, "U+2014 EM DASH | - id: roads-are-safe"),
    ("- id: roads", "• id: roads", 8, "U+2022 BULLET | - id: roads-are-safe"),
    ("- id: roads", "* id: roads", 8, "ASTERISK | - id: roads-are-safe"),
    ("verdict: disputed", "verdict disputed", 14, "the colon after `verdict` is missing | verdict: disputed"),
    ("verdict: disputed", "verdict = disputed", 14, "EQUALS SIGN | verdict: disputed"),
    ("verdict: disputed", "verdict; disputed", 14, "SEMICOLON | verdict: disputed"),
    ("[roads]", "［roads］", 13, "must be a list | write [roads]"),
    ("[roads]", "[roads，war]", 13, "not a valid id | roads, war"),
    # Signs that YAML takes for its own.
    ("The roads are safe.", "> the roads", 10, "begins with > | \"> the roads\""),
    ("The roads are safe.", ">90 percent", 10, "begins with > | \">90 percent\""),
    ("The roads are safe.", "| the roads", 10, "which has a meaning in YAML | \"| the roads\""),
    ("The roads are safe.", "? the roads", 10, "begins with ? | \"? the roads\""),
    ("The roads are safe.", "- the roads", 10, "begins with - | \"- the roads\""),
    ("The roads are safe.", "{the} roads", 10, "the } ends | \"{the} roads\""),
    ("The roads are safe.", "{the roads}", 10, "must be a text | \"{the roads}\""),
    ("The roads are safe.", "[The] roads", 10, "the ] ends | \"[The] roads\""),
    ("The roads are safe.", "[The roads]", 10, "must be a text | \"[The roads]\""),
    ("The roads are safe.", "& the roads", 10, "begins with & | \"& the roads\""),
    ("The roads are safe.", "&the roads", 10, "an anchor (&) | \"&the roads\""),
    ("The roads are safe.", "* the roads", 10, "begins with * | \"* the roads\""),
    ("The roads are safe.", "*the* roads", 10, "begins with * | \"*the* roads\""),
    ("The roads are safe.", "**The** roads", 10, "begins with * | \"**The** roads\""),
    ("The roads are safe.", "!the roads", 10, "a tag (!) | \"!the roads\""),
    ("The roads are safe.", "%5 roads", 10, "begins with % | \"%5 roads\""),
    ("The roads are safe.", "@ann says", 10, "begins with @ | \"@ann says\""),
    ("The roads are safe.", "`ann` says", 10, "begins with ` | \"`ann` says\""),
    ("The roads are safe.", ", says", 10, "begins with , | \", says\""),
    ("The roads are safe.", ": says", 10, "begins with : | \": says\""),
    ("The roads are safe.", "] says", 10, "begins with ] | \"] says\""),
    ("The roads are safe.", "#1 on the roads", 10, "a comment | \"#1 on the roads\""),
    ("Baker denies it", "Forty-one #1 of", 15, "reads as a comment | in quotes"),
    ("The roads are safe.", "Ann: the roads", 10, "a colon followed by a space | \"Ann: the roads\""),
    ("The roads are safe.", "“The roads: safe”", 10, "is not a quotation mark in YAML | in plain quotes"),
    ("The roads are safe.", "The roads.\u2028Safe.", 10, "U+2028 LINE SEPARATOR | replace it with a space"),
    ("The roads are safe.", "The \x0b roads", 10, "U+000B | remove it"),
    # Quotation marks and backslashes.
    ("The roads are safe.", '"The roads are safe.', 10, "nothing on the line ends it | write \""),
    ("The roads are safe.", "'tis safe", 10, "nothing on the line ends it | \"'tis safe\""),
    ("The roads are safe.", '"The roads are safe”', 10, "nothing on the line ends it | ” is an ordinary character"),
    ("The roads are safe.", '"Safe" the roads are', 10, "ends at the second \" | '\"Safe\" the roads are'"),
    ("The roads are safe.", '"The "safe" roads"', 10, "ends at the second \" | 'The \"safe\" roads'"),
    ("The roads are safe.", "'don't roads'", 10, "ends at the second ' | \"don't roads\""),
    ("The roads are safe.", '"C:\\Users"', 10, "a backslash begins an escape code | double the backslash"),
    ("The roads are safe.", '"a \\d b"', 10, "a backslash begins an escape code | single quotes"),
    ("The roads are safe.", '"a \\ud83d\\ude00"', 10, "half a character | the character itself"),
    # Layout.
    ("    verdict:", "      verdict:", 14, "by 6 spaces, but the keys beside it by 4 | indent it by 4 spaces"),
    ("    summary:", "      summary:", 15, "by 6 spaces, but the keys beside it by 4 | indent it by 4 spaces"),
    ("    verdict:", "     verdict:", 14, "by 5 spaces, but the keys beside it by 4 | indent it by 4 spaces"),
    ("    verdict:", "   verdict:", 14, "by 3 spaces, but the keys beside it by 4 | indent it by 4 spaces"),
    ("    verdict:", "  verdict:", 14, "by 2 spaces, but the keys beside it by 4 | indent it by 4 spaces"),
    ("    verdict:", "verdict:", 14, "by no spaces, but the keys beside it by 4 | indent it by 4 spaces"),
    ("        quote:", "          quote:", 18, "by 10 spaces, but the keys beside it by 8 | indent it by 8"),
    ("        quote:", "      quote:", 18, "by 6 spaces, but the keys beside it by 8 | indent it by 8"),
    ("        speech:", "       speech:", 19, "by 7 spaces, but the keys beside it by 8 | indent it by 8"),
    ("The roads are safe.", "The roads\nare safe.", 11, "neither key nor list item | indent it by 6 spaces"),
    ("The roads are safe.", "The roads\n    are safe.", 11, "neither key nor list item | indent it by 6 spaces"),
    ("The roads are safe.", "The roads\n      are: safe.", 11, "by 6 spaces | put that text in quotes"),
    ("The roads are safe.", "|\n    The roads", 11, "neither key nor list item | indent it by 6 spaces"),
    ("The roads are safe.", "|\n        The\n      roads", 12, "indented less than the first line | indent all lines"),
    ("The roads are safe.", "The roads # no\n      are safe.", 10, "a comment begins here | in quotes"),
    ("The roads are safe.", "The roads\n...", 11, "ends the file | remove it"),
    ("[roads]", "[roads", 13, "nothing on this line closes the list | close it with ]"),
    ("[roads]", "\n      roads\n      war", 14, "must be a list | - roads"),
    ("[roads]", "\n      -roads\n      -war", 14, "must be a list | put a space after each hyphen"),
    ("[roads]", "roads, war", 13, "must be a list | write [roads, war]"),
    ("      - article", "        article", 17, "must be a list | - article"),
    ("  - id", "    id", 8, "must be a list | - id"),
    ("        quote:", "      - quote:", 18, "a new list item begins here | instead of the hyphen"),
    ("disputed", "disputed summary: x", 14, "a second key, `summary` | begin a new line with it"),
    ("disputed", "disputed\n    verdict: disputed", 15, "a second time; the first is on line 14 | remove one"),
    ("speech: direct", "article: x\n        quote: y", 19, "a second time | put a hyphen before it: - article"),
    ("      - article:", "        article: x\n        quote: y\n      - article:", 17, "has no hyphen | - article: …"),
    ("    verdict:", "  - verdict:", 14, "neither it nor the one above is complete | instead of the hyphen"),
    ("    role:", "  - role:", 4, "among the keys of a record | remove the hyphen before `role:`"),
    ("actors:\n", "", 1, "the first line of the file is indented | write the key"),
    ("  ann:", "  ann", 2, "the colon after `ann` is missing | write: ann:"),
    ("    verdict:", "    `verdict:", 14, "the line begins with ` | remove it"),
    ("    verdict:", "  ”  verdict:", 14, "the line begins with ” | remove it"),
    # Keys.
    ("    verdict:", "    Verdict:", 14, "not a key | verdict"),
    ("    verdict:", "    “verdict”:", 14, "not a key | verdict"),
    ("    verdict:", "    v\u0435rdict:", 14, "not a key | U+0435 CYRILLIC SMALL LETTER IE"),
    ("    verdict:", "    rating:", 14, "not a key | verdict"),
    ("actors:", "actor:", 1, "not a key | actors"),
    ("claims:", "Claims:", 7, "not a key | claims"),
]  # fmt: skip


@pytest.mark.parametrize(("there", "written", "line", "words"), SLIPS)
def test_a_slip_is_one_fault_with_its_line_and_its_remedy(there: str, written: str, line: int, words: str) -> None:
    (fault,) = checked(edited(minimal(), "claims.yaml", there, written)).report.diagnostics
    assert fault.severity == "error"
    assert fault.position[0] == line
    cause, remedy = words.split(" | ")
    assert cause in fault.message
    assert fault.help is not None
    assert remedy in fault.help


def test_a_quotation_mark_that_the_next_text_closes_is_told_of_where_it_opens() -> None:
    text = minimal().content["claims.yaml"].decode()
    text = text.replace("statement: The roads", 'statement: "The roads').replace(
        "quote: the roads", 'quote: "the roads'
    )
    (fault,) = checked(changed(minimal(), {"claims.yaml": text.encode()})).report.diagnostics
    assert fault.position == (10, 16)


def test_an_item_beside_its_list_is_told_where_the_hyphens_stand() -> None:
    text = minimal().content["claims.yaml"]
    for spaces in (1, 3):
        second = b" " * spaces + b"- id: b\n" + b" " * spaces + b"  actor: ann\n"
        (fault,) = checked(changed(minimal(), {"claims.yaml": text + second})).report.diagnostics
        assert fault.position == (21, spaces + 1)
        assert fault.help == "indent it by 2 spaces"


@pytest.mark.parametrize(
    ("there", "written"),
    [
        ("verdict: disputed", "verdict : disputed"),
        ("verdict: disputed", "verdict:\tdisputed"),
        ("verdict: disputed", "verdict: disputed # as ever"),
        ("[roads]", "[roads,]"),
        ("The roads are safe.", f'"The{NBSP}roads are safe."'),
        ("The roads are safe.", "|\n      The roads\n      \tare safe."),
        ("The roads are safe.", f"|\n      The roads\n      {NBSP}are safe."),
        ("The roads are safe.", "The roads are safe. [1] (a) {b} 50% @c"),
        ("The roads are safe.", "“The roads” are safe"),
        ("The roads are safe.", "–5 degrees on the roads"),
    ],
)
def test_what_only_looks_like_a_slip_is_read(there: str, written: str) -> None:
    assert checked(edited(minimal(), "claims.yaml", there, written)).report.diagnostics == ()


@pytest.mark.parametrize("name", ["content/site.yaml", ARTICLE, "content/pages/method.md"])
def test_front_matter_and_the_site_are_told_of_in_the_same_way(name: str) -> None:
    (fault,) = checked(edited(minimal(), name, "title: M", "title: Met: M")).report.diagnostics
    assert fault.code == "yaml-syntax"
    assert "put the text in quotes" in (fault.help or "")
