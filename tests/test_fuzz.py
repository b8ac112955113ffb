"""Whatever an editor does to the files, the answer is a site or diagnostics: never a traceback."""

from __future__ import annotations

import os
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.diagnostics import Report
from site_builder.forges import as_github, as_gitlab, as_summary
from site_builder.history.against import compare
from site_builder.history.deploy import undeployable
from site_builder.history.future import in_future
from site_builder.load.files import Project
from site_builder.load.records import load
from site_builder.reporting import as_json, as_text
from tests.link.test_site import with_second
from tests.projects import changed, checked

PROJECT = with_second("published: 2020-06-01")
NAMES = sorted(PROJECT.content)
PIECES = [
    *(
        "---\n",
        "\n",
        "\n\n",
        "  ",
        "\t",
        ": ",
        "- ",
        "#",
        " #",
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a",
        "!x ",
        "<<: ",
        "|",
        ">",
        "'",
        '"',
    ),
    *(
        "\\",
        "`",
        "**",
        "[^1]",
        "[^1]: x\n",
        "[x](y)",
        "![x](y)",
        "<b>",
        "&amp;",
        "|a|b|\n|-|-|\n",
        "[[claim:",
        "]]",
        "[…]",
        "“",
        "”",
    ),
    *(
        "\u0000",
        "\u00ad",
        "\u200b",
        "\u2028",
        "\ufeff",
        "\u0301",
        "\r",
        "é",
        "שלום",
        "😀",
        "null",
        "~",
        "0",
        "2020-13-45",
        "a: {b: [c]}\n",
    ),
    *(
        "actors:\n",
        "claims:\n",
        "  - id: x\n",
        "    passages:\n",
        "    corrections: [{date: 2020-07-01, change: x}]\n",
        "former_ids: [x]\n",
    ),
    *(
        "    status: withdrawn\n",
        "    status: draft\n",
        "rights: full\n",
        "language: be\n",
        "https://e.example/",
        "javascript:x",
    ),
]


Edit = tuple[str, int, int, str, int]
"""File, start, length of what is taken out, what is put in, and (seldom) where a byte that is no text is put."""

EDITS = st.tuples(
    st.sampled_from(NAMES),
    st.integers(0, 1200),
    st.integers(0, 40),
    st.sampled_from([*PIECES, "", "twice"]),
    st.one_of(*[st.just(-1)] * 9, st.integers(0, 1200)),
)


def edit(project: Project, change: Edit) -> Project:
    name, start, length, piece, odd = change
    text = project.content[name].decode("utf-8", "replace")
    taken = text[start : start + length]
    data = (text[:start] + (taken * 2 if piece == "twice" else piece) + text[start + length :]).encode()
    if odd >= 0:
        data = data[:odd] + b"\xff" + data[odd:]
    return changed(project, {name: data})


@settings(max_examples=int(os.environ.get("FUZZ", "600")), deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=4))
def test_an_edit_makes_a_site_or_diagnostics(changes: list[Edit]) -> None:
    project = PROJECT
    for change in changes:
        project = edit(project, change)
    result = checked(project)
    assert (result.files is None) == (result.report.errors > 0)
    records, _ = load(project)
    # Both ways: what was published can be as odd as what is to be.
    published = load(PROJECT)[0]
    more = [
        *compare(published, records),
        *compare(records, published),
        *undeployable(records),
        *in_future(records, date(2020, 1, 1)),
    ]
    assert as_text(Report.of(more)).encode() is not None
    for show in (as_text, as_json, as_github, as_gitlab, as_summary):
        assert show(result.report).encode() is not None
    for diagnostic in result.report.diagnostics:
        line, column = diagnostic.position
        assert line >= 1
        assert column >= 1
