"""A card in somebody else's page: what it says, how it is found, and that nothing but it can be framed."""

from __future__ import annotations

import html
import json
import re
from html.parser import HTMLParser

import pytest

from site_builder.build import Memo, Options, build
from site_builder.load.files import Project, read_project
from tests.hosts import HOSTS, Host, framable, sent
from tests.link.test_site import with_second
from tests.projects import ROOT, changed, edited, minimal

CLAIM = "claims/roads-are-safe/"
CARD = f"{CLAIM}card/index.html"
CORRECTED = "published: 2020-06-01\n    corrections: [{date: 2020-07-01, change: The date was wrong.}]"
WITHDRAWN = f"status: withdrawn\n    {CORRECTED}"
SECOND = "claims/roads-are-old/"


def files(project: Project, base_url: str | None = None) -> dict[str, bytes]:
    result = build(project, options=Options(base_url, search=False, exports=True))
    assert result.files is not None, result.report
    return dict(result.files)


def changed_claim(old: str, new: str, project: Project | None = None) -> Project:
    return edited(project or minimal(), "claims.yaml", old, new)


def words(page: bytes) -> str:
    """What a reader sees of ``page``, in one line."""
    body = re.sub(r"<(head|svg)\b.*?</\1>", "", page.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


class Tags(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def frame(data: bytes) -> dict[str, str | None]:
    """The attributes of the frame in an oEmbed file."""
    ((tag, attributes),) = Tags(json.loads(data)["html"]).found
    assert tag == "iframe"
    return attributes


def test_a_card_says_who_claims_what_when_and_how_it_was_rated() -> None:
    said = words(files(minimal())[CARD])
    for part in (
        "Nobody", "Claimed: 2 May 2020", "Ann Able claims: The roads are safe.",
        "Disputed Somebody denies it.", "Read the whole check",
    ):  # fmt: skip
        assert part in said
    assert "Corrected" not in said


def test_a_verdict_travels_with_what_it_rests_on() -> None:
    project = edited(minimal(), "content/site.yaml", "title: Minimal", "title: Minimal\nscope: Rated on one article")
    assert "Rated on one article." in words(files(project)[CARD])


def test_a_position_is_reported_not_claimed() -> None:
    said = words(files(changed_claim("date: 2020-05-02", "date: 2020-05-02\n    attribution: position"))[CARD])
    assert "Reported: 2 May 2020" in said
    assert "Position of Ann Able: The roads are safe." in said


def test_a_correction_is_on_the_card_and_leads_to_what_was_wrong() -> None:
    made = files(changed_claim("published: 2020-06-01", CORRECTED))
    assert "Corrected on 1 July 2020" in words(made[CARD])
    links = [attributes for tag, attributes in Tags(made[CARD].decode()).found if tag == "a"]
    assert [link["target"] for link in links] == ["_top", "_top"]
    assert str(links[0]["href"]).endswith("claims/roads-are-safe/index.html#correction-1")
    assert 'id="correction-1"' in made[f"{CLAIM}index.html"].decode()


def test_the_card_of_a_withdrawn_claim_says_that_and_why_and_no_more() -> None:
    made = files(changed_claim("published: 2020-06-01", WITHDRAWN))
    said = words(made[CARD])
    assert "This check was withdrawn on 1 July 2020. The date was wrong." in said
    for path in (CARD, f"{CLAIM}oembed.json"):
        for gone in (b"roads are safe", b"Ann Able", b"Disputed"):
            assert gone not in made[path], path
    assert json.loads(made[f"{CLAIM}oembed.json"])["title"] == "Withdrawn claim"
    assert 'type="application/json+oembed"' in made[f"{CLAIM}index.html"].decode()


@pytest.mark.parametrize(
    ("language", "start"), [("fa", '<html lang="fa" dir="rtl" data-interface="ltr">'), ("ru", '<html lang="ru">')]
)
def test_a_card_is_written_in_the_site_s_language_and_direction(language: str, start: str) -> None:
    project = edited(minimal(), "content/site.yaml", "title: Minimal", f"title: Minimal\nlanguage: {language}")
    page = files(project)[CARD]
    assert start in page.decode()
    assert ("Заявлено: 2 мая 2020" in words(page)) == (language == "ru")


def test_a_draft_has_no_card() -> None:
    project = edited(with_second(), "claims.yaml", "verdict: disputed", "verdict: disputed\n    status: draft")
    made = files(project)
    assert sum("/card/" in name for name in made) == sum(name.endswith("oembed.json") for name in made) == 1


def test_a_card_has_no_script_and_nothing_from_elsewhere() -> None:
    made = files(read_project(ROOT))
    cards = {name: data.decode() for name, data in made.items() if name.endswith("/card/index.html")}
    assert len(cards) == 49  # one of them at a former address
    for name, text in cards.items():
        tags = Tags(text).found
        assert not {"script", "img", "iframe", "form"} & {tag for tag, _ in tags}, name
        loaded = [attributes["href"] for tag, attributes in tags if tag == "link" and attributes["rel"] != "canonical"]
        assert loaded, name
        assert all(str(link).startswith("../../../assets/") for link in loaded), name
        assert all(attributes.get("target") == "_top" for tag, attributes in tags if tag == "a"), name
        assert f"/{name.removesuffix('index.html')}<" not in made["sitemap.xml"].decode()
    sheet = re.search(r'href="\.\./\.\./\.\./(assets/card[^"]*)"', next(iter(cards.values())))
    assert sheet
    assert b"url(" not in made[sheet[1]]
    assert b"@import" not in made[sheet[1]]


def test_search_engines_are_told_whose_copy_a_card_is_and_find_none_of_a_withdrawn_claim() -> None:
    hidden = {"name": "robots", "content": "noindex"}
    withdrawn = files(changed_claim("published: 2020-06-01", WITHDRAWN))
    for made, is_hidden in ((files(minimal()), False), (withdrawn, True)):
        tags = Tags(made[CARD].decode()).found
        assert ("link", {"rel": "canonical", "href": f"https://example.org/{CLAIM}"}) in tags
        assert (("meta", hidden) in tags) == is_hidden
        (told,) = (attributes["content"] for _, attributes in tags if attributes.get("name") == "description")
        assert str(told).startswith("Withdrawn claim" if is_hidden else "Disputed – Somebody denies it.")


def test_programs_find_the_card_from_the_claim_s_page() -> None:
    made = files(minimal(), "https://facts.example/checks/")
    (link,) = [
        attributes for tag, attributes in Tags(made[f"{CLAIM}index.html"].decode()).found
        if attributes.get("type") == "application/json+oembed"
    ]  # fmt: skip
    assert link["href"] == f"https://facts.example/checks/{CLAIM}oembed.json"
    assert link["title"]
    said = json.loads(made[f"{CLAIM}oembed.json"])
    assert (said["version"], said["type"]) == ("1.0", "rich")
    assert isinstance(said["width"], int)
    assert isinstance(said["height"], int)
    assert said["cache_age"] > 0
    shown = frame(made[f"{CLAIM}oembed.json"])
    assert shown["src"] == f"https://facts.example/checks/{CLAIM}card/"
    assert (shown["width"], shown["height"]) == (str(said["width"]), str(said["height"]))
    assert shown["title"] == "Fact check: Ann Able claims: The roads are safe."
    assert "allow-scripts" not in str(shown["sandbox"])
    assert "allow-top-navigation-by-user-activation" in str(shown["sandbox"])


@pytest.mark.parametrize("statement", ["Roads \"are\" <b>safe</b> & 'sound'.", "Дороги безопасны.", "道路很安全。"])
def test_any_statement_stands_in_the_frame_s_title(statement: str) -> None:
    project = changed_claim("statement: The roads are safe.", f"statement: {json.dumps(statement)}")
    made = files(project)
    assert frame(made[f"{CLAIM}oembed.json"])["title"] == f"Fact check: Ann Able claims: {statement}"
    page = made[f"{CLAIM}index.html"].decode()
    codes = [html.unescape(text) for text in re.findall(r"<pre[^>]*>(.*?)</pre>", page, re.DOTALL)]
    assert json.loads(made[f"{CLAIM}oembed.json"])["html"] in codes


def test_more_words_get_a_taller_frame() -> None:
    heights = []
    for statement in ("Short.", "The roads are safe in every part of the land. " * 4, "安全な道路です" * 20):
        project = changed_claim("statement: The roads are safe.", f"statement: {json.dumps(statement.strip())}")
        heights.append(json.loads(files(project)[f"{CLAIM}oembed.json"])["height"])
    assert heights[0] < heights[1] < heights[2] <= 640


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("base", ["", "checks/"])
def test_cards_can_be_framed_and_nothing_else_can(host: Host, base: str) -> None:
    made = files(read_project(ROOT), f"https://facts.example/{base}")
    text = made["_headers"].decode()
    for name in made:
        for path in {name, name.removesuffix("index.html"), name.removesuffix("/index.html")}:
            is_card = "/card" in name and name.endswith("/card/index.html") and path != name.removesuffix("/index.html")
            if "/card/" not in f"/{path}":
                assert not framable(text, f"/{base}{path}", host), path
            elif is_card:
                assert framable(text, f"/{base}{path}", host), path
                (policy,) = sent(text, f"/{base}{path}", host)["content-security-policy"]
                assert "script-src" not in policy
                assert "default-src 'none'" in policy
    assert not framable(text, f"/{base}nowhere/at/all", host)
    assert sent(text, f"/{base}{CLAIM}oembed.json", host)["access-control-allow-origin"] == ["*"]


def test_the_readings_of_rules_tell_right_from_wrong() -> None:
    twice = "/*\n  X-A: 1\n/claims/:id/card/*\n  X-A: 2\n"
    assert sent(twice, "/claims/a/card/", "cloudflare") == {"x-a": ["1", "2"]}
    assert sent(twice, "/claims/a/card/", "netlify") == {"x-a": ["2"]}
    assert sent(twice, "/claims/a/b/card/", "netlify") == {"x-a": ["1"]}
    assert sent(f"{twice}/claims/*\n  ! X-A\n", "/claims/a/card/", "cloudflare") == {}


def test_a_former_address_shows_the_card_and_leads_programs_to_it() -> None:
    project = changed_claim("published: 2020-06-01", "published: 2020-06-01\n    former_ids: [safe-roads]")
    made = files(project)
    assert made["claims/safe-roads/card/index.html"] == made[CARD]
    assert f'href="https://example.org/{CLAIM}oembed.json"' in made["claims/safe-roads/index.html"].decode()
    redirects = made["_redirects"].decode().splitlines()
    for name in ("", "index.json", "card/", "oembed.json"):
        assert f"/claims/safe-roads/{name} /{CLAIM}{name} 301" in redirects


def test_an_actor_s_former_address_has_no_card() -> None:
    project = edited(minimal(), "claims.yaml", "    name: Ann Able\n", "    name: Ann Able\n    former_ids: [anna]\n")
    made = files(project)
    assert "oembed" not in made["actors/anna/index.html"].decode()
    assert "card" not in made["_redirects"].decode()


def test_what_a_card_shows_makes_it_again_and_nothing_else_does() -> None:
    """A build that goes on from an earlier one gives what one from nothing gives."""
    options = Options(search=False, exports=True)
    memo = Memo()
    first = changed(with_second(), {})
    steps = (
        first,
        edited(first, "claims.yaml", "name: Ann Able", "name: Ann Adams"),
        edited(first, "content/site.yaml", "label: Disputed", "label: Contested"),
        edited(first, "content/site.yaml", "name: Nobody", "name: Somebody"),
        first,
    )
    for project in steps:
        result = build(project, memo, options)
        assert result.files == build(project, options=options).files
        memo = result.memo
    summary = edited(first, "claims.yaml", "summary: ", "summary: Otherwise. ")
    again = build(summary, memo, options).changed
    assert f"{CLAIM}index.html" in again
    assert f"{SECOND}card/index.html" not in again
