"""Drafts: for editors on request, each called one wherever it stands, and in nothing that is published."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from site_builder.build import Options, build
from site_builder.contents import Files
from site_builder.load.files import Project
from tests.projects import changed, edited, minimal

SENTINEL = "Zyzzyva"
"""A word of the draft and of nothing else."""
DRAFT = f"""\
  - id: roads-{SENTINEL.lower()}
    actor: bob
    statement: The roads are old, says {SENTINEL}.
    date: 2020-05-02
    accuses: [ann]
    topics: [roads]
    verdict: disputed
    summary: It is the word of {SENTINEL}.
    assessment: So wrote {SENTINEL}.
    passages:
      - article: daily-2020-05-03
        quote: the roads are old
        note: A note of {SENTINEL}.
        translation: A translation of {SENTINEL}.
    relations:
      - claim: roads-are-safe
        kind: denies
        note: A reason of {SENTINEL}.
    corrections:
      - date: 2026-01-01
        change: A change of {SENTINEL}.
        was: {{statement: The roads were old and {SENTINEL}.}}
    former_ids: [roads-once-{SENTINEL.lower()}]
    status: draft
"""
BANNER = "This preview shows drafts. It is not published."
FEEDS = re.compile(r"sitemap|feed|oembed|index\.json|^data/|robots|_headers|_redirects|share/|\.zip")


def project() -> Project:
    """The minimal site with an archive, and a draft that has every key that a draft may have."""
    site = edited(minimal(), "content/site.yaml", "title: Minimal", "title: Minimal\narchive: true")
    return changed(site, {"claims.yaml": site.content["claims.yaml"] + DRAFT.encode()})


def made() -> Files:
    """The files of that site with drafts."""
    result = build(project(), options=Options(exports=True, images=True, drafts=True))
    assert result.files is not None
    return result.files


def pages(files: Files) -> dict[str, str]:
    return {name: data.decode() for name, data in files.items() if name.endswith(".html") and "pagefind/" not in name}


def has_sentinel(data: bytes) -> bool:
    return SENTINEL.lower().encode() in data.lower()


def test_nothing_of_a_draft_is_in_any_file_that_is_published() -> None:
    result = build(project(), options=Options(exports=True, images=True))
    assert result.files is not None
    assert [name for name, data in result.files.items() if has_sentinel(data) or has_sentinel(name.encode())] == []
    with zipfile.ZipFile(BytesIO(result.files["site.zip"])) as packed:
        assert [name for name in packed.namelist() if has_sentinel(packed.read(name))] == []
    assert not [entry for entry in result.entries if has_sentinel(repr(entry).encode())]
    assert not [name for name, text in pages(result.files).items() if BANNER in text]


def test_every_page_that_shows_a_draft_calls_it_one() -> None:
    files = pages(made())
    shown = {name for name, text in files.items() if has_sentinel(text.encode())}
    expected = {"", "claims/", "actors/ann/", "actors/bob/", "topics/roads/", "verdicts/disputed/", "timeline/",
                "articles/daily-2020-05-03/", "contradictions/", "claims/roads-are-safe/", "network/",
                f"claims/roads-{SENTINEL.lower()}/"}  # fmt: skip
    assert {f"{place}index.html" for place in expected} <= shown
    for name in shown - {f"claims/roads-once-{SENTINEL.lower()}/index.html"}:  # it only leads on
        # Each link to the draft has its own mark: in the link or right before it.
        text = re.sub(r"\s+", " ", files[name])
        title = re.search(r"<title>(.*?)</title>", text)
        assert title, name
        assert not has_sentinel(title[1].encode()) or title[1].startswith("Draft · "), name
        links = [match for match in re.finditer(r"<a [^>]*>", text) if f"roads-{SENTINEL.lower()}/" in match[0]]
        for link in links:
            around = text[max(link.start() - 350, 0) : text.index("</a>", link.end())]
            assert "Draft" in around, (name, link[0])


def test_every_page_of_such_a_site_says_what_it_is_and_no_search_engine_keeps_it() -> None:
    files = pages(made())
    assert {name.rpartition("/")[0] or name for name in files} >= {"index.html", "404.html", "search", "claims"}
    for name, text in files.items():
        assert BANNER in text, name
        assert '<meta name="robots" content="noindex">' in text, name
        assert "application/ld+json" not in text, name
        assert "application/json+oembed" not in text, name


def test_nothing_of_such_a_site_travels() -> None:
    files = made()
    assert [name for name in files if FEEDS.search(name.removeprefix("pagefind/"))] == []
    page = files[f"claims/roads-{SENTINEL.lower()}/index.html"].decode()
    assert "data-share" not in page
    assert "Cite this page" not in page
    assert "data-share" in files["claims/roads-are-safe/index.html"].decode()
    assert f"claims/roads-{SENTINEL.lower()}/card/index.html" not in files


def test_a_draft_is_found_in_the_search_of_such_a_site_and_called_one() -> None:
    result = build(project(), options=Options(index=False, drafts=True))
    (entry,) = [entry for entry in result.entries if f"roads-{SENTINEL.lower()}" in entry.url]
    assert dict(entry.shown)["lead"] == "Draft · Bob Baker claims:"


def test_what_is_said_of_a_draft_is_the_same_with_drafts_and_without() -> None:
    broken = edited(project(), "claims.yaml", "quote: the roads are old", "quote: the roads are new")
    reports = [build(broken, options=Options(drafts=drafts)).report for drafts in (False, True)]
    assert reports[0] == reports[1]
    assert [item.code for item in reports[0].diagnostics] == ["quote-not-found"]
