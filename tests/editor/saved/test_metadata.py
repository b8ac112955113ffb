from __future__ import annotations

import json

import pytest

from site_builder.editor.saved.archive import copy_at
from site_builder.editor.saved.authors import names
from site_builder.editor.saved.days import day_in
from site_builder.editor.saved.facts import collect
from site_builder.editor.saved.jsonld import fields
from site_builder.editor.saved.metadata import Metadata, read_metadata
from site_builder.editor.saved.tree import parse
from tests.growth import grows_linearly


def told(page: str, headlines: tuple[str, ...] = (), opening: tuple[str, ...] = ()) -> Metadata:
    return read_metadata(page, collect(parse(page)), headlines, opening)


def script(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Roads are safe",
    "author": [{"@type": "Person", "name": "Ann Able"}, {"name": "Bob Baker"}],
    "datePublished": "2020-05-03T23:10:00+03:00",
    "publisher": {"@type": "Organization", "name": "The Paper"},
    "inLanguage": "en_GB",
    "mainEntityOfPage": {"@id": "https://paper.example/roads"},
}
EXPECTED = Metadata(
    "Roads are safe",
    ("Ann Able", "Bob Baker"),
    "",
    (),
    "2020-05-03",
    "The Paper",
    "en-GB",
    "https://paper.example/roads",
)


@pytest.mark.parametrize(
    "page",
    [
        script(ARTICLE),
        script([{"@type": "BreadcrumbList"}, ARTICLE]),
        script({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Other"}, ARTICLE]}),
        script({"@type": "WebPage", "mainEntity": ARTICLE}),
        script({"@graph": [
            {**ARTICLE, "@type": ["Article", "NewsArticle"], "author": [{"@id": "#a"}, {"@id": "#b"}], "publisher": {"@id": "#p"}},
            {"@id": "#a", "@type": "Person", "name": "Ann Able"},
            {"@id": "#b", "@type": "Person", "givenName": "Bob", "familyName": "Baker"},
            {"@id": "#p", "@type": "Organization", "name": "The Paper"},
        ]}),
        f"<script type='application/ld+json'><!--\n{json.dumps(ARTICLE)};\n--></script>",
    ],
)  # fmt: skip
def test_json_ld_in_the_forms_that_publishers_use(page: str) -> None:
    assert told(f"<html><head>{page}</head>") == EXPECTED


@pytest.mark.parametrize(
    "page",
    [
        ("<html lang=en-GB><meta property=og:title content='Roads are safe - The Paper'><meta property=og:site_name content='The Paper'>"
        "<meta name=author content='By Ann Able and Bob Baker'><meta property=article:published_time content=2020-05-03>"
        "<link rel=canonical href=https://paper.example/roads#top>"),
        ("<html><meta name=dc.title content='Roads are safe'><meta name=DC.creator content='Ann Able'><meta name=DC.creator "
        "content='Bob Baker'><meta name=dc.date.issued content='3 May 2020'><meta name=dc.publisher content='The Paper'>"
        "<meta property=og:locale content=en_GB><meta property=og:url content=https://paper.example/roads>"),
        ("<html xml:lang=en-GB><meta name=citation_title content='Roads are safe'><meta name=citation_author content='Ann Able'>"
        "<meta name=citation_author content='Bob Baker'><meta name=citation_publication_date content=2020/05/03>"
        "<meta name=citation_journal_title content='The Paper'><link rel=canonical href=https://paper.example/roads>"),
        ("<html lang=en-GB><title>Roads are safe | The Paper</title><meta property=og:site_name content='The Paper'>"
        "<link rel=canonical href=https://paper.example/roads><p>By <a rel=author href=/a>Ann Able</a>, <span itemprop=author>"
        "Bob Baker</span></p><time itemprop=datePublished datetime=2020-05-03T10:00>Sunday</time>"),
        ("<html lang=en-GB><title>Roads are safe</title><meta name=application-name content='The Paper'><link rel=canonical "
        "href=https://paper.example/roads><div class=c-byline>By Ann Able and Bob Baker</div><span class=dateline>May 3, 2020</span>"),
        ("<html lang=en-GB><title>Roads are safe</title><meta name=parsely-author content='Ann Able, Bob Baker'><meta "
        "name=parsely-pub-date content=2020-05-03T10:00Z><meta property=og:site_name content='The Paper'><meta property=og:url "
        "content=https://paper.example/roads>"),
    ],
)  # fmt: skip
def test_meta_microdata_and_visible_words(page: str) -> None:
    assert told(page) == EXPECTED


def test_the_headline_is_what_the_reader_sees() -> None:
    page = "<title>Roads safe, says minister | The Paper</title><meta property=og:site_name content='The Paper'>"
    assert told(page, ("The Paper", "Roads are safe, says minister Able")).title == "Roads are safe, says minister Able"
    assert told(page, ("Menu and more things",)).title == "Roads safe, says minister"
    assert told("<p>x", ("One", "Two")).title == "One"


def test_the_day_may_stand_in_the_address_or_the_first_lines() -> None:
    assert told("<link rel=canonical href=https://p.example/2020/5/3/roads>").published == "2020-05-03"
    assert told("<p>", opening=("Roads", "Мінск, 3 мая 2020")).published == "2020-05-03"
    assert told("<p>", opening=("He spoke of 3 May 2020 at length. " * 9,)).published == ""


def test_agencies_are_no_authors() -> None:
    assert told("<meta name=author content=Reuters>").agency == "Reuters"
    mixed = told("<meta name=author content='Ann Able and agencies'>")
    assert (mixed.byline, mixed.agency, mixed.contributors) == (("Ann Able",), "", ("Agencies",))


@pytest.mark.parametrize(
    ("bylines", "people"),
    [
        (["By Ann Able and Bob Baker"], ["Ann Able", "Bob Baker"]),
        (["Ann Able, Political Editor"], ["Ann Able"]),
        (["Von Änne Öhm und Bob Baker"], ["Änne Öhm", "Bob Baker"]),
        (["Автор: Анна Абель"], ["Анна Абель"]),
        (["The Paper"], []),
        (["https://facebook.example/ann", "ann@paper.example", "@ann", "admin", "3 May 2020"], []),
        (["ANN ABLE", "ANN ABLE"], ["ANN ABLE"]),
        (["Charles de Gaulle"], ["Charles de Gaulle"]),
        (["王小明"], ["王小明"]),
    ],
)
def test_names_out_of_bylines(bylines: list[str], people: list[str]) -> None:
    assert names(bylines, "The Paper")[0] == people


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020-05-03T10:00:00Z", "2020-05-03"),
        ("20200503T100000", "2020-05-03"),
        ("20200503101112", "2020-05-03"),
        ("Sun, 03 May 2020 10:00:00 GMT", "2020-05-03"),
        ("May 3rd, 2020", "2020-05-03"),
        ("3. Mai 2020, 10:15 Uhr", "2020-05-03"),
        ("3 de mayo de 2020", "2020-05-03"),
        ("3 мая 2020 года", "2020-05-03"),
        ("3 траўня 2020", "2020-05-03"),
        ("2020年5月3日", "2020-05-03"),
        ("03.05.2020 10:15", "2020-05-03"),
        ("23/05/2020", "2020-05-23"),
        ("05/23/2020", "2020-05-23"),
        ("03/05/2020", ""),
        ("5/5/2020", "2020-05-05"),
        ("2020-13-45", ""),
        ("31 June 2020", ""),
        ("call 202005039", ""),
        ("in 2020", ""),
    ],
)
def test_days_are_read_where_they_are_sure(text: str, day: str) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize(
    ("url", "copy", "day", "original"),
    [
        ("https://web.archive.org/web/20200504101112/https://paper.example/a?b=1", None, "2020-05-04", "https://paper.example/a?b=1"),
        ("http://web.archive.org/web/20200504101112id_/http://paper.example/", "http://web.archive.org/web/20200504101112/http://paper.example/", "2020-05-04", "http://paper.example/"),
        ("https://archive.ph/2020.05.04-101112/https://paper.example/a", None, "2020-05-04", "https://paper.example/a"),
        ("https://archive.today/20200504101112/http:/paper.example/a", "https://archive.today/20200504101112/http://paper.example/a", "2020-05-04", "http://paper.example/a"),
        ("https://archive.is/20200504/https%3A%2F%2Fpaper.example%2Fa", "https://archive.is/20200504/https://paper.example/a", "2020-05-04", "https://paper.example/a"),
    ],
)  # fmt: skip
def test_addresses_of_copies(url: str, copy: str | None, day: str, original: str) -> None:
    found = copy_at(url)
    assert found
    assert (found.url, found.day, found.original) == (copy or url, day, original)


def test_other_addresses_are_no_copies() -> None:
    assert copy_at("https://paper.example/web/20200504101112/https://other.example/") is None
    assert copy_at("https://archive.ph/AbCdE") is None


def test_a_page_from_an_archive_has_the_originals_address() -> None:
    page = "<!-- saved from url=(0055)https://web.archive.org/web/20200504101112/https://paper.example/roads --><html><meta "
    page += "property=og:url content=https://web.archive.org/web/20200504101112/https://paper.example/roads>"
    found = told(page)
    assert found.url == "https://paper.example/roads"
    assert found.archived
    assert (found.archived.day, found.archived.original) == ("2020-05-04", "https://paper.example/roads")


@pytest.mark.parametrize(
    "scripts", [["{"], ["[" * 100_000], ["null", "3", '"x"'], ['{"@type": "Article", "author": {"name": {}}}']]
)
def test_broken_json_ld_says_nothing(scripts: list[str]) -> None:
    assert not any(fields(scripts).values())


@pytest.mark.parametrize(
    "torn", ["<time>", "<p class=byline>x", "<b class=author>x", "<meta name=author content=x>", "<i itemprop=author>"]
)
def test_facts_are_collected_in_time_in_step_with_the_page(torn: str) -> None:
    assert grows_linearly(lambda size: collect(parse(torn * size)), 80)


def test_words_and_addresses_are_written_as_records_take_them() -> None:
    assert told(script({**ARTICLE, "headline": "Roads &amp; <i>snow</i>\n are safe"})).title == "Roads & snow are safe"
    page = '<link rel=canonical href=" https://paper.example/a b{1}|100%?x=%41#c ">'
    assert told(page).url == "https://paper.example/a%20b%7B1%7D%7C100%25?x=%41"
    assert (
        told("<link rel=canonical href=/a/b><meta property=og:url content=https://paper.example/a>").url
        == "https://paper.example/a"
    )
    assert told("<link rel=canonical href=/a/b>").url == ""


def test_the_byline_is_the_one_beside_the_headline() -> None:
    menu = "<div class=author>Eve Elder</div>" + "<i></i>" * 3 + "<p></p>" * 20
    story = "<h1>Roads</h1><p class=byline>By <a rel=author href=a>Ann Able</a></p><span class=author>Bob Baker</span>"
    others = "<p></p>" * 20 + "<a rel=author href=c>Cy Cole</a>"
    assert told(f"{menu}{story}{others}").byline == ("Ann Able", "Bob Baker")
    assert told("<h1>Roads</h1><p>x", opening=("Roads", "By Ann Able\n3 May 2020", "Words")).byline == ("Ann Able",)
    assert told("<h1>Roads</h1><p>x", opening=("By the river the roads are safe. ",)).byline == ()
