"""Pages that lead on: every list, feed and foot leads somewhere, and nothing leads to what is empty."""

from __future__ import annotations

import json
import re
from posixpath import dirname, join, normpath

import pytest

from site_builder.build import Options, build
from site_builder.load.files import Project
from tests.link.test_site import with_second
from tests.pages.test_actor_lists import many
from tests.pages.test_claim import words
from tests.projects import changed, checked, codes, edited, minimal

FEED = re.compile(r'<link rel="alternate" type="application/(?:atom\+xml|feed\+json)"[^>]* href="([^"]+)">')
WITHDRAWN = "    status: withdrawn\n    corrections: [{date: 2020-07-01, change: It was wrong.}]\n"


def files(project: Project) -> dict[str, str]:
    """All texts of the published site."""
    result = build(project, options=Options(search=False, exports=True)).files
    assert result is not None
    return {name: data.decode() for name, data in result.items() if not name.startswith("assets/")}


def entries(feed: str) -> int:
    return len(json.loads(feed)["items"])


def with_idle() -> Project:
    """Carol is there and no claim is by or about her; nothing is filed under ice."""
    project = edited(
        minimal(), "claims.yaml", "claims:\n", "  carol:\n    name: Carol\n    former_ids: [cara]\nclaims:\n"
    )
    return edited(
        project, "content/site.yaml", "roads: {label: Roads}\n", "roads: {label: Roads}\n  ice: {label: Ice}\n"
    )


def test_no_feed_is_empty_and_every_page_names_feeds_that_are_there() -> None:
    site = files(with_idle())
    feeds = {name for name in site if name.endswith(("feed.xml", "feed.json"))}
    folders = ("", "actors/ann/", "topics/roads/")
    assert feeds == {f"{folder}{name}" for folder in folders for name in ("feed.xml", "feed.json")}
    assert all(entries(site[name]) for name in feeds if name.endswith(".json"))
    for name, page in site.items():
        if name.endswith(".html") and "noindex" not in page and not name.endswith("/card/index.html"):
            named = [normpath(join(dirname(name), link)) for link in FEED.findall(page)]
            assert len(named) == 2, name
            assert feeds.issuperset(named), name
    assert FEED.findall(site["actors/carol/index.html"])[0] == "../../feed.xml"


def test_an_actor_whose_only_claim_was_withdrawn_keeps_the_feed_that_says_so() -> None:
    project = minimal()
    project = changed(project, {"claims.yaml": project.content["claims.yaml"] + WITHDRAWN.encode()})
    site = files(project)
    for folder in ("actors/ann/", "topics/roads/"):
        assert entries(site[f"{folder}feed.json"]) == 1
        assert FEED.findall(site[f"{folder}index.html"])[0] == f"../../{folder}feed.xml"
    assert "actors/bob/feed.xml" not in site


def test_an_empty_site_still_has_the_feed_of_the_site() -> None:
    site = files(changed(minimal(), {"claims.yaml": b"actors: {}\nclaims: []\n"}))
    assert {name for name in site if "feed." in name} == {"feed.xml", "feed.json"}


def test_former_feeds_lead_on_only_where_there_is_one() -> None:
    project = edited(with_idle(), "claims.yaml", "    role: Minister\n", "    role: Minister\n    former_ids: [anna]\n")
    redirects = files(project)["_redirects"]
    assert "/actors/anna/feed.xml /actors/ann/feed.xml 301" in redirects
    assert "/actors/cara/ /actors/carol/ 301" in redirects
    assert "/actors/cara/feed" not in redirects


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("../actors/ann/feed.xml", True),
        ("../topics/roads/feed.json", True),
        ("../feed.xml", True),
        ("../actors/carol/feed.xml", False),
        ("../topics/ice/feed.json", False),
        ("../claims/roads-are-safe/feed.xml", False),
        ("../claims/roads-are-safe/index.json", True),
        ("../topics/roads/index.json", False),
        ("../topics/", True),
        ("../verdicts/", True),
        ("../publishers/", True),
        ("../publishers/the-daily/", True),
        ("../publishers/the-weekly/", False),
    ],
)
def test_a_link_in_a_text_leads_to_what_there_is(address: str, leads: bool) -> None:
    page = f"---\ntitle: More\n---\nSee [there]({address}).\n".encode()
    found = codes(checked(changed(with_idle(), {"content/pages/more.md": page})))
    assert found == ([] if leads else ["unknown-link"])


@pytest.mark.parametrize("id_", ["publishers", "compare", "balance", "topics"])
def test_a_page_of_the_site_s_own_cannot_take_the_address_of_a_list(id_: str) -> None:
    page = b"---\ntitle: More\n---\nWords.\n"
    result = checked(changed(minimal(), {f"content/pages/{id_}.md": page}))
    assert result.files is None


CASES = {
    "nothing": ("actors/carol/", "No claim on this site is by this actor. None is about this actor either"),
    "about": ("actors/bob/", "No claim on this site is by this actor. 1 claim is about this actor."),
}


@pytest.mark.parametrize("case", CASES)
def test_an_actor_without_claims_says_what_it_is_there_for(case: str) -> None:
    address, told = CASES[case]
    assert told in words(files(with_idle())[f"{address}index.html"])


def test_a_member_of_a_bundle_and_who_only_answers_say_so_too() -> None:
    project = edited(minimal(), "claims.yaml", "  bob:\n", "  dora: {name: Dora}\n  bob:\n")
    project = edited(
        project, "claims.yaml", "    name: Ann Able\n", "    name: Ann Able\n    kind: group\n    members: [dora]\n"
    )
    page = files(project)["actors/dora/index.html"]
    assert "by this actor alone. 1 claim is made together with others." in words(page)
    assert 'href="#joint"' in page
    assert 'id="joint"' in page
    assert "Stands here for: Dora" in words(files(project)["actors/ann/index.html"])
    assert "Also speaks as part of: Ann Able" in words(page)
    words_of_bob = "      - {article: daily-2020-05-03, quote: That is not so, role: denial, speaker: bob}\n"
    denial = f"    passages:\n{words_of_bob}"
    project = edited(
        edited(minimal(), "claims.yaml", "    about: [bob]\n", ""), "claims.yaml", "    passages:\n", denial
    )
    page = words(files(project)["actors/bob/index.html"])
    assert "by this actor. In 1 passage this actor speaks on a claim of others." in page


def test_who_makes_a_claim_needs_no_such_words() -> None:
    assert "No claim on this site" not in files(with_second())["actors/ann/index.html"]


@pytest.mark.parametrize(
    ("old", "new", "link"),
    [
        ("policies: {methodology: method}", "policies: {methodology: method, contact: method}", "method/index.html"),
        ("{name: Nobody}", '{name: Nobody, email: "desk@example.org"}', "mailto:desk@example.org?subject="),
        ("{name: Nobody}", "{name: Nobody}", "corrections/index.html"),
    ],
)
def test_every_foot_says_where_an_error_is_reported(old: str, new: str, link: str) -> None:
    site = files(edited(minimal(), "content/site.yaml", old, new))
    pages = {name: page for name, page in site.items() if name.endswith(".html") and "/card/" not in name}
    assert len(pages) > 15
    for name, page in pages.items():
        foot = page.partition('<footer class="site-footer">')[2]
        found = re.search(r'<a href="([^"]*)">Report an error</a>', foot)
        assert found, name
        assert link in found[1], name
        if link.startswith("mailto:") and name == "actors/bob/index.html":
            assert found[1].endswith("subject=Bob%20Baker&amp;body=https%3A//example.org/actors/bob/")


def test_no_share_of_an_actor_s_claims_under_ten_and_from_ten_on_its_range() -> None:
    few = words(files(many(9))["actors/ann/index.html"])
    assert "Disputed 9 of 9" in few
    assert "%" not in few
    enough = words(files(many(10))["actors/ann/index.html"])
    assert "Disputed 10 of 10 (72–100 %)" in enough
    assert "editors chose them" in enough


def test_a_part_of_what_one_says_of_another_can_be_linked() -> None:
    site = files(many(70))
    address = "actors/ann/speaks-of/bob/page/2/"
    assert f"{address}index.html" in site
    page = f"---\ntitle: More\n---\nSee [there](../{address}).\n".encode()
    assert codes(checked(changed(many(70), {"content/pages/more.md": page}))) == []
