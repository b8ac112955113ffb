from __future__ import annotations

import html
import json
import re
from html.parser import HTMLParser
from posixpath import dirname, join, normpath

import pytest

from site_builder import urls
from site_builder.build import Options, build
from site_builder.load.files import Project, read_project
from site_builder.pages.kinds import KINDS
from site_builder.pages.lookup import index
from site_builder.pages.plan import plan, searched, tasks, whole
from tests.link.test_site import linked, with_second
from tests.pages.planned import crowd
from tests.projects import ARTICLE, ROOT, changed, checked, edited, minimal

PROSE = ("page", "page not found")
"""Kinds of pages whose addresses are no folder that the site keeps for itself."""
PAGE = "claims/roads-are-safe/index.html"


def text(project: Project, file: str) -> str:
    result = checked(project)
    assert result.files is not None, result.report
    return result.files[file].decode()


class Links(HTMLParser):
    """Ids and links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if (name in ("href", "src", "action") and tag != "link") or (
                name == "href" and ("rel", "canonical") not in attrs
            ):
                self.links.append(value or "")


def test_every_kind_of_page_is_made_at_an_address_of_its_own() -> None:
    made: dict[str, list[str]] = {kind.name: [] for kind in KINDS}
    for project in (crowd(), read_project(ROOT)):
        lookup = index(linked(project))
        lookup = whole(lookup, searched(lookup), "9.9")
        every = []
        for task in tasks(lookup):
            addresses = [page.permalink for page in plan(lookup, task)]
            made[task[0]] += addresses
            every += addresses
        assert len(every) == len(set(every))
    assert [name for name, pages in made.items() if not pages] == []
    # No page of prose can have the address of another kind.
    first = {page.partition("/")[0] for name, pages in made.items() if name not in PROSE for page in pages if page}
    assert first - urls.RESERVED == set()
    files = build(read_project(ROOT), options=Options(search=False)).files
    assert files is not None
    assert {urls.file(page) for page in every} == {name for name in files if name.endswith(".html")}


def test_every_link_leads_to_a_file_and_an_id_and_no_id_stands_twice() -> None:
    files = checked(with_second()).files
    assert files is not None
    pages = {
        name: Links(data.decode()) for name, data in files.items() if name.endswith(".html") and name != "404.html"
    }
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name
        for link in page.links:
            if re.match(r"[a-z]+:", link):
                continue
            path, _, fragment = link.partition("#")
            target = normpath(join(dirname(name), path)) if path else name
            assert target in files, f"{link} in {name}"
            if fragment:
                assert fragment in pages[target].ids, f"{link} in {name}"


def test_a_claim_links_to_its_passage_and_the_passage_back() -> None:
    files = checked(with_second()).files
    assert files is not None
    claim, article = files[PAGE].decode(), files["articles/daily-2020-05-03/index.html"].decode()
    match = re.search(r"articles/daily-2020-05-03/index\.html#(p-[0-9a-f]{10})", claim)
    assert match is not None
    assert f'<mark id="{match.group(1)}" data-number="1" class="passage"' in article
    assert "../../claims/roads-are-safe/index.html" in article
    assert "../../claims/roads-are-old/index.html" in article


def test_a_denial_is_seen_from_both_ends() -> None:
    assert "Denied by" in text(with_second(), PAGE)
    assert "Denies" in text(with_second(), "claims/roads-are-old/index.html")
    assert "denied by" in text(with_second(), "contradictions/index.html")


def test_an_excerpt_shows_cited_paragraphs_and_counts_the_rest() -> None:
    page = text(minimal(), "articles/daily-2020-05-03/index.html")
    assert "Carolinus" not in page
    assert "24 words left out" in page
    full = edited(minimal(), "content/articles/daily-2020-05-03.md", "published: 2020", "rights: full\npublished: 2020")
    page = text(full, "articles/daily-2020-05-03/index.html")
    assert "Carolinus" in page
    assert "left out" not in page


WITHDRAWN = "    status: withdrawn\n    corrections:\n      - {date: 2020-07-01, change: The figures came to light.}\n"


def test_a_withdrawn_claim_is_a_tombstone_and_nowhere_else() -> None:
    project = with_second()
    claims = project.content["claims.yaml"].replace(
        b"  - id: roads-are-old", WITHDRAWN.encode() + b"  - id: roads-are-old"
    )
    result = checked(changed(project, {"claims.yaml": claims}))
    assert result.files is not None
    page = result.files[PAGE].decode()
    assert "The figures came to light." in page
    assert "noindex" in page
    for name, data in result.files.items():
        assert b"The roads are safe." not in data, name
        assert b"safer than ever" not in data, name
    assert b"roads-are-safe" in result.files["corrections/index.html"]


def test_a_corrected_claim_says_so_at_the_top() -> None:
    corrections = b"- {date: 2020-07-01, change: Was green.}", b"- {date: 2020-07-02, change: Was blue.}"
    corrected = b"    corrections:\n      %b\n      %b\n" % corrections
    project = changed(minimal(), {"claims.yaml": minimal().content["claims.yaml"] + corrected})
    page = text(project, PAGE)
    assert page.index("Was blue.") < page.index("<h1>") < page.rindex("Was blue.") < page.index("Was green.")
    listed = text(project, "corrections/index.html")
    assert listed.index("Was blue.") < listed.index("Was green.")


def test_former_ids_lead_to_the_present_address() -> None:
    project = changed(minimal(), {"claims.yaml": minimal().content["claims.yaml"] + b"    former_ids: [old-roads]\n"})
    page = text(project, "claims/old-roads/index.html")
    assert 'content="0; url=../../claims/roads-are-safe/index.html"' in page
    assert 'href="https://example.org/claims/roads-are-safe/"' in page


def test_the_list_of_claims_is_paginated() -> None:
    claim = minimal().content["claims.yaml"].decode()
    head, _, record = claim.partition("  - id: roads-are-safe\n")
    many = head + "".join(f"  - id: claim-{number}\n{record}" for number in range(101))
    result = checked(changed(minimal(), {"claims.yaml": many.encode()}))
    assert result.files is not None
    pages = {name for name in result.files if name.startswith("claims/page/")}
    assert pages == {"claims/page/1/index.html", "claims/page/2/index.html"}
    assert b"Claims 81 to 101 of 101, the newest first." in result.files["claims/index.html"]
    assert b"Claims 1 to 40, counted from the oldest" in result.files["claims/page/1/index.html"]
    assert b'href="../../../claims/index.html"' in result.files["claims/page/2/index.html"]


def test_the_404_page_links_from_the_root_of_its_host() -> None:
    project = edited(minimal(), "content/site.yaml", "https://example.org/", "https://example.org/sub/")
    page = text(project, "404.html")
    local = [link for link in Links(page).links if not link.startswith(("#", "https:"))]
    assert local
    assert all(link.startswith("/sub/") for link in local)


def test_an_empty_project_has_a_site() -> None:
    project = changed(minimal(), {"claims.yaml": b"actors: {}\nclaims: []\n"})
    assert "No claim has been published yet." in text(project, "claims/index.html")
    assert "No claims on file" in text(project, "contradictions/index.html")


@pytest.mark.parametrize("awkward", ["</script><b>", "“quotes” & 'more'", "😀 שלום", "x" * 3000, "{{ 7*7 }}"])
def test_awkward_text_is_shown_as_it_is(awkward: str) -> None:
    project = edited(
        minimal(),
        "claims.yaml",
        "statement: The roads are safe.",
        f"statement: {json.dumps(awkward, ensure_ascii=False)}",
    )
    page = text(project, PAGE)
    heading = re.search(r"<h1[^>]*><span[^>]*>Ann Able claims:</span> (.*?)</h1>", page, re.DOTALL)
    assert heading is not None
    shown = heading.group(1).removeprefix('<bdi dir="rtl">').removesuffix("</bdi>")
    assert html.unescape(shown) == awkward
    assert "<b>" not in page


def test_nothing_inline_and_nothing_from_elsewhere() -> None:
    files = build(with_second()).files
    assert files is not None
    for name, data in files.items():
        if name.endswith(".html"):
            page = data.decode()
            assert not re.search(r"<[^>]*\sstyle=", page), name
            assert not re.search(r"\son[a-z]+=", page), name
            assert not re.search(r'<script(?![^>]*\ssrc=)(?! type="application/ld\+json")', page), name
            assert not re.search(r"(?:src|<link[^>]*rel=\"stylesheet\"[^>]*href)=\"(?:https?:)?//", page), name


def test_both_readings_of_what_was_corrected_are_shown_and_linked() -> None:
    corrections = """\
    published: 2020-06-01
    corrections:
      - {date: 2020-07-01, change: Not all of them., was: {statement: All roads are safe., verdict: settled}}
      - {date: 2020-07-02, change: Nor the roads., was: {statement: Some roads are safe.}}
"""
    project = edited(minimal(), "claims.yaml", "    published: 2020-06-01\n", corrections)
    settled = "  - {id: settled, label: Settled, definition: Nobody denies it.}\ntopics:\n"
    project = edited(project, "content/site.yaml", "topics:\n", settled)
    page = text(project, "claims/roads-are-safe/index.html")
    own = [page.index(words) for words in ('id="correction-2"', "<del>Some roads are safe.</del>",
           "<ins>The roads are safe.</ins>", 'id="correction-1"', "<del>All roads are safe.</del>",
           "<ins>Some roads are safe.</ins>", "<del>Settled</del>", "<ins>Disputed</ins>")]  # fmt: skip
    assert own == sorted(own)
    assert 'href="#correction-2"' in page
    listed = text(project, "corrections/index.html")
    assert (
        '<a href="../claims/roads-are-safe/index.html#correction-1">before</a>: <del>All roads are safe.</del>'
        in listed
    )
    # The page reads so no longer: it says under that correction what it read then.
    address = "../claims/roads-are-safe/index.html"
    assert f'<a href="{address}#correction-1">after</a>: <ins>Some roads are safe.</ins>' in listed
    assert f'<a href="{address}">after</a>: <ins>The roads are safe.</ins>' in listed


def test_a_withdrawn_claim_s_earlier_readings_are_gone_too() -> None:
    corrections = WITHDRAWN.replace("came to light.}", "came to light., was: {statement: All roads are safe.}}")
    project = edited(
        minimal(), "claims.yaml", "    published: 2020-06-01\n", f"    published: 2020-06-01\n{corrections}"
    )
    result = build(project, options=Options(search=False, exports=True))
    assert result.files is not None
    assert not [name for name, data in result.files.items() if b"All roads are safe." in data]


def test_an_error_is_reported_by_mail_where_no_page_says_how() -> None:
    project = edited(minimal(), "content/site.yaml", "{name: Nobody}", "{name: Nobody, email: a?&b@example.org}")
    page = text(project, PAGE)
    assert '<a href="mailto:a%3F%26b@example.org?subject=' in page
    assert "mailto:a%3F%26b@example.org" in text(project, "corrections/index.html")
    assert '"email":"a?&b@example.org"' in html.unescape(page).replace("\\u0026", "&").replace('": "', '":"')
    page = text(edited(project, "content/site.yaml", "{methodology: method}", "{contact: method}"), PAGE)
    assert "mailto:a" not in page
    assert '<a href="../../method/index.html">Report an error</a>' in page


def foot(page: str) -> str:
    return page.partition('<footer class="site-footer">')[2]


def test_where_neither_a_page_nor_a_mailbox_takes_reports_the_foot_leads_to_the_publisher_s_name() -> None:
    made = checked(minimal()).files
    assert made is not None
    pages = [name for name in made if name.endswith(".html") and "/card/" not in name]
    assert len(pages) > 15
    for name in pages:
        end = foot(made[name].decode())
        assert re.search(r'<a href="[./]*corrections/index.html">Report an error</a>', end), name
        assert '<span class="printed">: https://example.org/corrections/</span>' in end, name
    main = text(minimal(), "corrections/index.html").partition("<footer")[0]
    assert "Report an error to the publisher: <bdi>Nobody</bdi>" in main
    linked = edited(minimal(), "content/site.yaml", "{name: Nobody}", "{name: Nobody, url: 'https://nobody.example/'}")
    main = text(linked, "corrections/index.html").partition("<footer")[0]
    assert 'Report an error to the publisher: <a href="https://nobody.example/">Nobody</a>' in main


def spoken_for() -> Project:
    """Bob speaks the words of Ann's claim."""
    return edited(
        minimal(), "claims.yaml", "        speech: direct\n", "        speech: direct\n        speaker: bob\n"
    )


def test_words_that_another_spoke_are_shown_as_that_other_s() -> None:
    home = text(spoken_for(), "index.html")
    assert '<p class="brief-source"><a href="actors/bob/index.html">Bob Baker</a>: Direct speech' in home
    assert "</a>: Direct speech" not in text(minimal(), "index.html")
    bob = text(spoken_for(), "actors/bob/index.html")
    assert "Quoted for the claim: <a" in bob
    assert "Context for" not in bob


def test_corrections_repeat_nothing_of_a_withdrawn_claim() -> None:
    made = "corrections: [{date: 2020-07-01, change: The old words.}, {date: 2020-07-02, change: It was wrong.}]"
    project = edited(
        minimal(),
        "claims.yaml",
        "    published: 2020-06-01\n",
        f"    published: 2020-06-01\n    status: withdrawn\n    {made}\n",
    )
    page = text(project, "corrections/index.html")
    assert "It was wrong." in page
    assert "The old words." not in page


def test_a_note_that_an_excerpt_leaves_out_is_no_link() -> None:
    noted = edited(minimal(), ARTICLE, "in the north.", "in the north.[^1]")
    noted = changed(noted, {ARTICLE: noted.content[ARTICLE] + b"\n[^1]: Or so.\n"})
    excerpt = text(noted, "articles/daily-2020-05-03/index.html")
    assert '<sup class="footnote-ref">[1]</sup>' in excerpt
    assert "Or so." not in excerpt
    whole = edited(noted, ARTICLE, "published:", "rights: full\npublished:")
    assert '<a href="#fn1"' in text(whole, "articles/daily-2020-05-03/index.html")
