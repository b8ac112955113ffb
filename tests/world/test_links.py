"""Links as editors know them from elsewhere lead to a page of the site, or are errors at their place."""

from __future__ import annotations

import pytest

from tests.projects import changed, checked, edited, minimal

PAGE = "content/pages/method.md"


@pytest.mark.parametrize("link", ["method.md", "/nope/", "#nowhere", "../pages/x", "method", "x.html"])
def test_a_link_that_leads_nowhere_is_an_error_at_its_place(link: str) -> None:
    in_page = changed(minimal(), {PAGE: f"---\ntitle: Method\n---\nWe [read]({link}).\n".encode()})
    in_claim = edited(minimal(), "claims.yaml", "    published:", f"    assessment: We [read]({link}).\n    published:")
    in_actor = edited(minimal(), "claims.yaml", "    role: Minister\n", f"    summary: We [read]({link}).\n")
    for project, file, line in ((in_page, PAGE, 4), (in_claim, "claims.yaml", 20), (in_actor, "claims.yaml", 4)):
        result = checked(project)
        found = [(d.code, d.file, d.position[0]) for d in result.report.diagnostics]
        assert found == [("unknown-link", file, line)]
        assert result.files is None


def test_a_link_to_a_page_by_its_id() -> None:
    text = "---\ntitle: Method\n---\nSee [[page:about]] and [[page:about|us]], [it](../about/index.html).\n"
    about = b"---\ntitle: About us\n---\nWords.\n"
    project = changed(minimal(), {PAGE: text.encode(), "content/pages/about.md": about})
    files = checked(project).files
    assert files is not None
    page = files["method/index.html"].decode()
    assert '<a href="../about/index.html">About us</a> and <a href="../about/index.html">us</a>' in page


def test_a_page_that_goes_takes_its_links_with_it() -> None:
    about = b"---\ntitle: About us\n---\nWords.\n"
    project = changed(minimal(), {"content/pages/about.md": about})
    project = edited(
        project, "claims.yaml", "    published:", "    assessment: See [it](../../about/).\n    published:"
    )
    from site_builder.build import Options, build

    first = build(project, options=Options(search=False))
    assert first.report.ok
    again = build(changed(project, {"content/pages/about.md": None}), first.memo, options=Options(search=False))
    assert [d.code for d in again.report.diagnostics] == ["unknown-link"]
