"""The lists of topics and of verdicts."""

from __future__ import annotations

import json

from site_builder.build import Options, build
from site_builder.load.files import Project
from tests.link.test_site import with_second
from tests.pages.test_claim import made, words
from tests.projects import changed, edited, minimal

ICE = "topics:\n  roads: {label: Roads}\n  ice: {label: Ice & snow, description: What lies on the roads.}\n"


def with_ice() -> Project:
    return edited(minimal(), "content/site.yaml", "topics:\n  roads: {label: Roads}\n", ICE)


def test_the_list_of_topics_has_each_with_its_claims_and_years() -> None:
    page = words(made(with_ice())["topics/index.html"])
    assert "Roads 1 claim, 2020 Ice & snow What lies on the roads. No claim so far" in page


def test_two_years_are_told_as_a_span() -> None:
    project = edited(with_second(), "claims.yaml", "date: 2020-05-02\n    verdict", "date: 2019\n    verdict")
    project = edited(
        project,
        "claims.yaml",
        "verdict: disputed\n    summary: It",
        "topics: [roads]\n    verdict: disputed\n    summary: It",
    )
    assert "Roads 2 claims, 2019–2020" in words(made(project)["topics/index.html"])


def test_the_list_of_verdicts_says_what_each_means_and_needs() -> None:
    scale = "verdicts:\n  - {id: settled, label: Settled, definition: Nobody denies it., requires: [evidence]}\n"
    project = edited(minimal(), "content/site.yaml", "verdicts:\n", scale)
    page = words(made(project)["verdicts/index.html"])
    assert "Settled Nobody denies it. A claim with this verdict has evidence on file. 0 of 1 claims" in page
    assert "Disputed Somebody denies it. 1 of 1 claims" in page


def test_what_is_listed_leads_back_to_the_list() -> None:
    files = made(with_ice())
    assert '<p class="kicker"><a href="../../topics/index.html">Topics</a></p>' in files["topics/ice/index.html"]
    assert '<a href="../../verdicts/index.html">Verdicts</a>' in files["verdicts/disputed/index.html"]
    for name in ("index.html", "claims/index.html", "method/index.html"):
        assert "topics/index.html" in files[name], name
        assert "verdicts/index.html" in files[name], name


def test_a_site_without_topics_has_no_list_of_them() -> None:
    project = edited(minimal(), "content/site.yaml", "topics:\n  roads: {label: Roads}\n", "")
    files = made(edited(project, "claims.yaml", "    topics: [roads]\n", ""))
    assert "topics/index.html" not in files
    assert not [name for name, text in files.items() if "topics/index.html" in text]
    assert 'id="topics"' not in files["index.html"]


def test_an_empty_site_has_both_lists() -> None:
    files = made(changed(minimal(), {"claims.yaml": b"actors: {}\nclaims: []\n"}))
    assert words(files["topics/index.html"]).count("No claim so far") == 1
    assert words(files["verdicts/index.html"]).count("No claim so far") == 1


def test_many_topics_are_told_in_parts() -> None:
    topics = {f"t{number}": {"label": f"Topic {number}", "description": "x " * 40} for number in range(400)}
    text = f"topics: {json.dumps(topics)}\n"
    project = edited(minimal(), "content/site.yaml", "topics:\n  roads: {label: Roads}\n", text)
    files = made(edited(project, "claims.yaml", "topics: [roads]", "topics: [t7]"))
    assert {name for name in files if name.startswith("topics/page/")} == {
        f"topics/page/{number}/index.html" for number in (2, 3, 4)
    }
    assert max(len(files[name]) for name in files if name.startswith("topics/")) < 100_000


def test_the_map_of_the_site_knows_when_they_changed() -> None:
    text = build(minimal(), options=Options(search=False, exports=True)).files["sitemap.xml"].decode()  # type: ignore[index]
    for name in ("topics", "verdicts"):
        assert f"<loc>https://example.org/{name}/</loc><lastmod>2020-06-01</lastmod>" in text
