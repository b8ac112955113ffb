"""What an editor is told: one fault, one message, at its line, in words that help."""

from __future__ import annotations

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.load.files import Project
from tests.projects import ARTICLE, changed, checked, edited, minimal

PAGE = "content/pages/method.md"


def only(project: Project) -> Diagnostic:
    """The one diagnostic of a check."""
    (fault,) = checked(project).report.diagnostics
    return fault


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("claims.yaml", "    date: 2020-05-02"),
        ("claims/2020/may.yaml", ""),
        ("content/site.yaml", "topics:"),
        (ARTICLE, "publisher:"),
        (ARTICLE, "Carolinus"),
        (PAGE, "title:"),
        ("templates/base.html", "<html"),
    ],
)
def test_a_merge_that_nobody_finished_is_one_fault_in_every_file(name: str, before: str) -> None:
    project = minimal()
    data = {**project.content, "claims/2020/may.yaml": b"claims:\n"} | {
        f"templates/{path}": content for path, content in project.theme.items()
    }
    text = data[name].decode()
    at = text.index(before)
    merged = text[:at] + "\n<<<<<<< HEAD\nnonsense: [\n=======\nclaims:\n>>>>>>> spring\n" + text[at:]
    fault = only(changed(project, {name: merged.encode()}))
    assert (fault.code, fault.file) == ("merge-conflict", name)
    assert fault.position == (text[:at].count("\n") + 2, 1)
    assert "merge" in fault.message
    assert "keep the version that is right" in (fault.help or "")


def test_a_heading_underlined_with_seven_signs_is_no_marker() -> None:
    assert checked(edited(minimal(), ARTICLE, "Carolinus", "Drivers\n=======\n\nCarolinus")).report.diagnostics == ()


@pytest.mark.parametrize(
    ("name", "there", "written", "words"),
    [
        ("claims.yaml", "date: 2020-05-02", "date: 2020-5-2", "write 2020-05-02"),
        ("claims.yaml", "date: 2020-05-02", "date: 2020-05-02T14:00:00+03:00", "write 2020-05-02"),
        ("claims.yaml", "date: 2020-05-02", "date: 02/05/2020", "cannot be told apart"),
        ("claims.yaml", "published: 2020-06-01", "published: 1 June 2020", "write 2020-06-01"),
        ("claims.yaml", "published: 2020-06-01", "published: 2020-06", "write the day, too: 2020-06-…"),
        (ARTICLE, "published: 2020-05-03", "published: 2020–05–03", "write 2020-05-03"),
        (ARTICLE, "published: 2020-05-03", "published: about 2020", "write 2020~"),
    ],
)
def test_a_date_in_another_notation_gets_the_right_form(name: str, there: str, written: str, words: str) -> None:
    fault = only(edited(minimal(), name, there, written))
    assert fault.code == "invalid-date"
    assert words in (fault.help or "")
