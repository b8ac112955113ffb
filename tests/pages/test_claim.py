"""What stands on a claim's page beside the statement, wherever that goes: who claims it, what the verdict means."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest

from site_builder.build import Options, build
from site_builder.load.files import Project
from tests.link.test_site import with_second
from tests.projects import changed, edited, minimal

PAGE = "claims/roads-are-safe/index.html"
MEANING = "Disputed – Somebody denies it. Baker denies it, and no figures are given."


def made(project: Project) -> dict[str, str]:
    files = build(project, options=Options(search=False, exports=True)).files
    assert files is not None
    return {name: data.decode() for name, data in files.items() if name.endswith((".html", ".json", ".xml"))}


def words(markup: str) -> str:
    return unescape(" ".join(re.sub(r"<[^>]*>", " ", markup).split()))


def scoped() -> Project:
    return edited(minimal(), "content/site.yaml", "base_url:", "scope: Rated on one article alone\nbase_url:")


def position() -> Project:
    return edited(minimal(), "claims.yaml", "date: 2020-05-02", "date: ../2020-05-03\n    attribution: position")


def test_a_position_is_reported_on_its_day_also_under_the_speaker_s_name() -> None:
    page = made(position())["actors/ann/index.html"]
    assert '<p class="card-meta">reported by 3 May 2020</p>' in page


def test_who_claims_it_comes_first_wherever_the_statement_goes() -> None:
    files = made(scoped())
    page = files[PAGE]
    told = "Ann Able claims: The roads are safe."
    for pattern in (r"<title>(.*?) – Minimal</title>", r'og:title" content="(.*?)"', r"<h1[^>]*>(.*?)</h1>"):
        found = re.search(pattern, page, re.DOTALL)
        assert found
        assert words(found[1]) == told
    for pattern in (r'name="description" content="(.*?)"', r'og:description" content="(.*?)"'):
        found = re.search(pattern, page)
        assert found
        assert unescape(found[1]) == f"{MEANING} Rated on one article alone."
    assert f"“{told}" not in unescape(page)  # the paraphrase is nobody's words
    entry = json.loads(files["feed.json"])["items"][0]
    assert (entry["title"], entry["summary"]) == (told, f"{MEANING} Rated on one article alone.")


def test_what_the_verdict_means_and_rests_on_stands_below_it_in_words() -> None:
    page = words(made(scoped())[PAGE])
    ruling = "Disputed Somebody denies it. Baker denies it, and no figures are given. Rated on one article alone."
    assert f"Ann Able claims: The roads are safe. {ruling}" in page
    assert "Rated on one article" not in words(made(minimal())[PAGE])


def test_nobody_said_a_position_and_no_day_is_given_for_it() -> None:
    page = made(position())[PAGE]
    told = words(page)
    assert "Position of Ann Able , as The Daily reports it · by 3 May 2020" in told
    assert "Position of Ann Able: The roads are safe." in told
    assert "Said by" not in told
    assert "When" not in told
    assert "Reported by 3 May 2020" in told
    assert '<time datetime="2020-05-03">by' not in page
    (review,) = (json.loads(data) for data in re.findall(r'ld\+json">(.*?)</script>', page, re.DOTALL))
    assert "datePublished" not in review["itemReviewed"]


def test_a_check_is_checked_only_by_somebody_with_a_name() -> None:
    assert "Checked" not in words(made(minimal())[PAGE])
    assert "Published 1 June 2020" in words(made(minimal())[PAGE])
    project = edited(
        minimal(), "claims.yaml", "published: 2020-06-01", "published: 2020-06-01\n    reviewed_by: [Cy Clark]"
    )
    assert "Checked by Cy Clark" in words(made(project)[PAGE])


@pytest.mark.parametrize(
    ("kind", "lead"),
    [("person", "Ann Able claims:"), ("organisation", "Ann Able claims:"), ("group", "Claim by Ann Able:")],
)
def test_the_name_of_a_group_is_no_subject_of_a_verb(kind: str, lead: str) -> None:
    project = edited(minimal(), "claims.yaml", "role: Minister", f"kind: {kind}")
    assert f"{lead} The roads are safe." in words(made(project)[PAGE])


def bundled() -> Project:
    bundle = "  both:\n    name: Able and Baker\n    kind: group\n    members: [ann, bob]\nclaims:\n"
    project = edited(with_second(), "claims.yaml", "claims:\n", bundle)
    return edited(project, "claims.yaml", "actor: ann", "actor: both")


def test_what_a_bundle_says_stands_on_the_pages_of_its_members() -> None:
    files = made(bundled())
    ann, bob, both = (words(files[f"actors/{id_}/index.html"]) for id_ in ("ann", "bob", "both"))
    assert "1 claim made together with others" in ann
    assert "Claim by Able and Baker:" not in ann  # a list names the speaker in its own line
    assert "Able and Baker , 2 May 2020 The roads are safe." in ann
    assert "No claim on this site is by this actor alone." in ann
    assert "Also speaks as part of: Able and Baker" in bob
    assert "Stands here for: Ann Able , Bob Baker" in both
    twin = json.loads(files["actors/ann/index.json"])
    assert (twin["claims"], twin["claims_with_others"]) == ([], ["roads-are-safe"])
    assert json.loads(files["actors/both/index.json"])["members"] == ["ann", "bob"]


def test_what_is_said_of_a_bundle_is_said_of_its_members() -> None:
    project = edited(bundled(), "claims.yaml", "actor: bob", "actor: bob\n    about: [both]")
    assert "claim about Ann Able" in words(made(project)["actors/ann/index.html"])


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: group", "kind: person", "a person has no members"),
        ("[ann, bob]", "[ann, nobody-known]", 'there is no actor "nobody-known"'),
        ("[ann, bob]", "[ann, both]", "is a member of itself"),
    ],
)
def test_a_bundle_that_cannot_be_is_told_of(old: str, new: str, message: str) -> None:
    found = build(edited(bundled(), "claims.yaml", old, new)).report.diagnostics
    assert [message in item.message for item in found] == [True]


def test_verdicts_of_an_actor_stand_below_the_claims_and_lead_to_that_actors_claims() -> None:
    page = made(with_second())["actors/bob/index.html"]
    assert page.index('id="made"') < page.index('id="rated"')
    rated = page[page.index('id="rated"') :]
    assert "The verdicts rate the evidence on file, not the speaker." in rated
    assert "1 of 1" in words(rated)
    assert "%" not in words(rated[: rated.index("</section>")])
    assert "claims/roads-are-old/" in rated[: rated.index("</section>")]
    assert "verdicts/" not in rated[: rated.index("</section>")]


def test_captions_and_contributors_are_shown_with_the_article() -> None:
    article = minimal().content["content/articles/daily-2020-05-03.md"].decode()
    more = 'published: 2020-05-03\ncaptions: ["Ann Able & co. Photo: C."]\ncontributors: [The Agency]'
    changed_article = article.replace("published: 2020-05-03", more).encode()
    files = made(changed(minimal(), {"content/articles/daily-2020-05-03.md": changed_article}))
    page = words(files["articles/daily-2020-05-03/index.html"])
    assert "with The Agency" in page
    assert "Caption of its picture Ann Able & co. Photo: C." in page
    assert "The Daily, with The Agency, 3 May 2020" in words(files[PAGE]).replace(" ,", ",")
    twin = json.loads(files["articles/daily-2020-05-03/index.json"])
    assert (twin["captions"], twin["contributors"]) == (["Ann Able & co. Photo: C."], ["The Agency"])


def test_notes_beside_an_article_say_whose_claim_it_is_and_who_speaks() -> None:
    denial = (
        "speech: direct\n      - article: daily-2020-05-03\n        quote: That is not so\n        role: denial\n"
        "        speech: direct\n        speaker: bob\n      - article: daily-2020-05-03\n"
        "        quote: agreed with Baker\n        role: context\n"
    )
    files = made(edited(minimal(), "claims.yaml", "speech: direct\n", denial))
    article = words(files["articles/daily-2020-05-03/index.html"])
    told = "Ann Able claims: The roads are safe."
    assert f"Quoted for the claim: {told}" in article
    assert f"Speaks here: Bob Baker . Denial of: {told}" in article
    assert f"The article’s own words. Context for: {told}" in article
    assert f"Denial of: {told}" in words(files["actors/bob/index.html"])


def test_a_verdict_goes_with_its_meaning_into_what_programs_read() -> None:
    files = made(scoped())
    (review,) = (json.loads(data) for data in re.findall(r'ld\+json">(.*?)</script>', files[PAGE], re.DOTALL))
    assert review["reviewRating"]["ratingExplanation"] == f"{MEANING} Rated on one article alone."
    assert json.loads(files["data/claims.json"])["claims"][0]["verdict"]["meaning"] == "Somebody denies it."
    assert "Somebody denies it." in words(files["index.html"])


def test_lists_say_that_a_position_was_reported() -> None:
    files = made(position())
    assert "Position of Ann Able , reported by 3 May 2020" in words(files["claims/index.html"])
    assert "Reported by The Daily" not in words(files["claims/index.html"])


def test_an_outlet_writes_what_it_says_in_its_own_article() -> None:
    project = edited(minimal(), "claims.yaml", "name: Ann Able", "name: The Daily")
    project = edited(project, "claims.yaml", "speech: direct", "speech: reported")
    assert "The Daily writes: The roads are safe." in words(made(project)[PAGE])


def test_the_list_of_sources_tells_what_is_taken_from_each_and_what_cites_it() -> None:
    page = words(made(minimal())["articles/index.html"])
    assert "1 passage cited; 1 claim is taken from it" in page
    relation = "relations:\n      - claim: roads-are-safe"
    cited = "  - {article: weekly, quote: The roads are safe, role: context}\n    " + relation
    project = edited(with_second(), "claims.yaml", relation, cited.replace("  - {", "  - {", 1))
    front = "---\ntitle: Roads again\npublisher: The Weekly\npublished: 2020-05-04\n---\nThe roads are safe.\n"
    project = changed(project, {"content/articles/weekly.md": front.encode()})
    page = words(made(project)["articles/index.html"])
    assert "1 passage cited; 0 claims are taken from it, and it is quoted on 1 more" in page
