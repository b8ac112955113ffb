"""Whatever an editor does to the files, the answer is a site or diagnostics: never a traceback."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.load.files import Project
from site_builder.reporting import as_github, as_json, as_text
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


@st.composite
def edits(draw: st.DrawFn) -> Project:
    """The project after one to four edits: a piece put in, a stretch taken out, moved or doubled."""
    project = PROJECT
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(NAMES))
        text = project.content[name].decode("utf-8", "replace")
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        piece = draw(st.sampled_from([*PIECES, "", text[start:end] * 2]))
        data = (text[:start] + piece + text[end:]).encode("utf-8", "surrogatepass")
        if draw(st.integers(0, 30)) == 0:
            data = data[: draw(st.integers(0, len(data)))] + b"\xff" + data[:5]
        project = changed(project, {name: data})
    return project


@settings(max_examples=700, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(edits())
def test_an_edit_makes_a_site_or_diagnostics(project: Project) -> None:
    result = checked(project)
    assert (result.files is None) == (result.report.errors > 0)
    for shown in (
        as_text(result.report),
        as_text(result.report, colour=True),
        as_json(result.report),
        as_github(result.report),
    ):
        shown.encode()
    for diagnostic in result.report.diagnostics:
        line, column = diagnostic.position
        assert line >= 1
        assert column >= 1
