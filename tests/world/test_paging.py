"""Sites of many claims: pages stay short, lists are whole, and a newer claim moves nothing."""

from __future__ import annotations

import json
import re
from posixpath import dirname, join, normpath

import pytest

from benchmarks.corpus import corpus
from benchmarks.records import CHECKED, project
from site_builder.build import BuildResult, Options, build
from site_builder.load.files import Project
from tests.projects import edited

LIMIT = 100_000
"""Bytes of HTML that no page should exceed."""
SIZE = 2_000
HREF = re.compile(rb'(?<=\shref=")[^"]*(?=")')
QUICK = Options(search=False, exports=True)


@pytest.fixture(scope="module")
def large() -> dict[str, bytes]:
    result = build(project(SIZE), options=QUICK)
    assert result.files is not None, result.report
    return dict(result.files)


def page(files: dict[str, bytes], address: str) -> str:
    return files[f"{address}index.html"].decode()


def sequence(files: dict[str, bytes], address: str) -> list[str]:
    """The files of a list in the order of reading, as its own links tell it."""
    found = [f"{address}index.html"]
    while match := re.search(rb'<link rel="next" href="([^"]+)">', files[found[-1]]):
        following = normpath(join(dirname(found[-1]), match[1].decode()))
        back = re.search(rb'<link rel="prev" href="([^"]+)">', files[following])
        assert back is not None
        assert normpath(join(dirname(following), back[1].decode())) == found[-1]
        found.append(following)
    return found


def listed(files: dict[str, bytes], address: str, kind: str = "claims") -> list[str]:
    """Ids of what a list has cards of, over all its parts."""
    card = re.compile(rf'class="(?:card-statement"><a|entry-title") href="[./]*{kind}/([^/"]+)/index.html"')
    return [id_ for name in sequence(files, address) for id_ in card.findall(files[name].decode())]


def test_no_page_is_long(large: dict[str, bytes]) -> None:
    long = {name: len(data) for name, data in large.items() if name.endswith(".html") and len(data) > LIMIT}
    assert not long


def test_no_page_loads_a_file_that_grows_with_the_site(large: dict[str, bytes]) -> None:
    for name, data in large.items():
        if name.endswith(".html") and name != "404.html":
            loaded = re.findall(rb'<(?:script|img|iframe)[^>]*\ssrc="([^"]+)"', data)
            loaded += re.findall(rb'<link rel="stylesheet" href="([^"]+)"', data)
            for url in loaded:
                assert len(large[normpath(join(dirname(name), url.decode()))]) < LIMIT, (name, url)


def test_every_list_has_each_of_its_claims_once(large: dict[str, bytes]) -> None:
    claims = json.loads(large["data/claims.json"])["claims"]
    newest = listed(large, "claims/")
    assert len(newest) == SIZE
    assert set(newest) == {claim["id"] for claim in claims}
    dates = {claim["id"]: claim["date"] for claim in claims}
    assert [dates[id_] for id_ in newest] == sorted(dates.values(), reverse=True)
    topic = [claim["id"] for claim in claims if "topic-2" in claim["topics"]]
    verdict = [claim["id"] for claim in claims if claim["verdict"]["id"] == "disputed"]
    actor = [claim["id"] for claim in claims if claim["actor"]["id"] == "actor-0"]
    about = [claim["id"] for claim in claims if "actor-0" in claim["about"]]
    rated = [claim["id"] for claim in claims if claim["id"] in actor and claim["verdict"]["id"] == "disputed"]
    for address, wanted in (
        ("topics/topic-2/", topic), ("verdicts/disputed/", verdict), ("actors/actor-0/claims/", actor),
        ("actors/actor-0/about/", about), ("actors/actor-0/verdicts/disputed/", rated),
    ):  # fmt: skip
        assert listed(large, address) == wanted, address
        assert len(sequence(large, address)) > 1


def test_every_list_of_articles_actors_and_pairs_is_whole(large: dict[str, bytes]) -> None:
    articles = {name.split("/")[1] for name in large if re.fullmatch(r"articles/[^/]+/index\.json", name)}
    assert sorted(listed(large, "articles/", "articles")) == sorted(articles)
    actors = {name.split("/")[1] for name in large if re.fullmatch(r"actors/[^/]+/index\.json", name)}
    rows = [
        id_
        for name in sequence(large, "actors/")
        for id_ in re.findall(r'<th scope="row"><a href="[./]*actors/([^/]+)/index', large[name].decode())
    ]
    assert sorted(rows) == sorted(actors)
    kinds = [
        relation["kind"] for claim in json.loads(large["data/claims.json"])["claims"] for relation in claim["relations"]
    ]
    for kind in ("contradicts", "denies", "qualifies"):
        pairs = sum(large[name].count(b'<section class="pair">') for name in sequence(large, f"contradictions/{kind}/"))
        assert pairs == kinds.count(kind) > 5


def test_every_link_leads_to_a_file(large: dict[str, bytes]) -> None:
    for name, data in large.items():
        if name.endswith(".html") and name != "404.html":
            for link in set(HREF.findall(data)):
                path = link.decode().partition("#")[0]
                if path and not re.match(r"[a-z]+:", path):
                    assert normpath(join(dirname(name), path)) in large, (name, link)


def test_a_page_of_a_list_says_where_it_stands(large: dict[str, bytes]) -> None:
    first, second = page(large, "topics/topic-2/"), page(large, "topics/topic-2/page/2/")
    (of,) = re.findall(r'<h1>Topic 2 <span class="list-part">part 1 of (\d+)</span></h1>', first)
    assert f'<h1>Topic 2 <span class="list-part">part 2 of {of}</span></h1>' in second
    assert f"<title>Topic 2, part 2 of {of} – " in second
    assert "<h2>Claims 41 to 80, the oldest first</h2>" in second
    assert '<link rel="canonical" href="https://example.org/topics/topic-2/page/2/">' in second
    nav = second[second.index('<nav class="pages"') :].partition("</nav>")[0]
    assert 'aria-label="Parts of this list"' in nav
    assert nav.count('aria-current="page"') == 1
    assert re.search(r'page/2/index\.html" aria-current="page"><span class="visually-hidden">Part </span>2<', nav)
    assert 'href="../../../../topics/topic-2/index.html" rel="prev"' in nav
    assert 'page/3/index.html" rel="next"' in nav
    newest = page(large, "claims/")
    assert f"of {SIZE}, the newest first." in newest
    assert re.search(r'<h1>Claims <span class="list-part">part (\d+) of \1</span></h1>', newest)


def test_an_actor_of_many_claims_has_the_newest_and_the_way_to_all(large: dict[str, bytes]) -> None:
    actor = page(large, "actors/actor-0/")
    made = json.loads(large["actors/actor-0/index.json"])["claims"]
    section = actor[actor.index('id="made"') : actor.index('id="rated"')]
    name = corpus(SIZE).actors[0].name
    assert f"{len(made)} claims by {name}" in section
    assert re.findall(r'card-statement"><a href="[./]*claims/([^/]+)/', section) == made[-5:]
    assert f'actors/actor-0/claims/index.html">Claims by {name}: all {len(made)}</a>' in section
    assert re.search(rf"\d of {len(made)} <span[^>]*>\(\d+–\d+ %\)</span></span></summary>", actor)
    assert "<use " not in actor
    assert "A number counts the claims" in actor


APPENDED = """
  - id: the-newest
    actor: actor-0
    statement: It is the newest.
    date: 2025-01-01
    topics: [topic-2]
    verdict: disputed
    summary: Nobody else says so.
    passages:
      - article: article-0
        quote: {quote}
        speech: direct
    published: 2026-02-01
"""


def appended(before: Project) -> Project:
    """``before`` with one more claim, made later than all others."""
    text = before.content["claims.yaml"].decode()
    article = before.content["content/articles/article-0.md"].decode()
    quote = article.partition("“")[2].partition("”")[0]
    return Project({**before.content, "claims.yaml": (text + APPENDED.format(quote=quote)).encode()}, before.theme)


def test_a_newer_claim_changes_one_part_of_each_list_that_has_it() -> None:
    before = project(500)
    first, second = build(before, options=QUICK), build(appended(before), options=QUICK)
    assert first.files is not None
    assert second.files is not None
    changed = {name for name in first.files if second.files.get(name) != first.files[name] and name.endswith(".html")}
    lists = {
        name for name in changed if "/page/" in name or name.split("/")[0] in ("topics", "verdicts", "contradictions")
    }
    last = {
        max((name for name in first.files if name.startswith(f"{address}page/") and name.endswith(".html")), key=number)
        for address in ("topics/topic-2/", "verdicts/disputed/", "actors/actor-0/claims/")
    }
    assert lists == last | {"topics/topic-2/index.html", "topics/index.html", "verdicts/index.html"} | {
        f"verdicts/{id_}/index.html"
        for id_ in ("corroborated", "contradicted", "disputed", "unsupported", "not-checkable")
    }  # of so many claims in all
    assert "claims/index.html" in changed


def number(name: str) -> int:
    return int(name.split("/")[-2])


def same(memo: BuildResult, later: Project) -> BuildResult:
    """Build ``later`` after ``memo`` and anew: the files must be the same."""
    pages = Options(search=False)
    again = build(later, memo.memo, pages)
    assert again.files == build(later, options=pages).files
    return again


def test_a_memo_of_long_lists_gives_the_site_of_a_clean_build() -> None:
    before = project(400)
    result = build(before, options=Options(search=False))
    result = same(result, appended(before))
    result = same(result, edited(before, "claims.yaml", f"name: {corpus(400).actors[0].name}", "name: Somebody Else"))
    result = same(result, edited(before, "claims.yaml", "topics: [topic-3]", "topics: [topic-2]"))
    date = f"date: {corpus(400).claims[0].date}"
    result = same(result, edited(before, "claims.yaml", date, "date: 2024-12-31"))
    text = before.content["claims.yaml"].decode()
    published = f"    published: {CHECKED}"
    withdrawn = f"{published}\n    status: withdrawn\n    corrections: [{{date: 2026-02-01, change: Wrong.}}]"
    at = text.index(published, text.index("actor: actor-0\n"))
    gone = text[:at] + withdrawn + text[at + len(published) :]
    result = same(result, Project({**before.content, "claims.yaml": gone.encode()}, before.theme))
    same(result, before)
