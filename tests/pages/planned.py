"""All pages of a project before they are rendered, and a project with the kinds of lists that only a large site has."""

from __future__ import annotations

from site_builder.link.site import link
from site_builder.load.files import Project
from site_builder.load.records import load
from site_builder.page import Page
from site_builder.pages.lookup import index
from site_builder.pages.plan import plan, searched, tasks, whole
from tests.pages.test_others import people
from tests.projects import changed


def planned(project: Project) -> list[Page]:
    """The pages of ``project``."""
    site, _ = link(load(project)[0])
    assert site is not None
    lookup = index(site)
    lookup = whole(lookup, searched(lookup), "9.9")
    return [page for task in tasks(lookup) for page in plan(lookup, task)]


def crowd() -> Project:
    """A project in which one actor speaks of a hundred others, one of them forty times, and thirty deny one."""
    project = people([*(f"p{number}" for number in range(110)), *["p0"] * 40])
    text = project.content["claims.yaml"].decode()
    for number in range(1, 31):
        id_ = f"  - id: claim-{number}\n"
        assert text.count(id_) == 1
        text = text.replace(id_, f"{id_}    relations: [{{claim: claim-0, kind: denies}}]\n")
    return changed(project, {"claims.yaml": text.encode()})
