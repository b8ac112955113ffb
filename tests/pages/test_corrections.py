"""The list of all corrections: short, by day, and whole."""

from __future__ import annotations

import html
import re

from site_builder.link.site import link
from site_builder.load.files import read_project
from site_builder.load.records import load
from site_builder.pages.corrections import PER_PAGE
from tests.pages.test_claim import made, words
from tests.projects import ROOT, edited, minimal

PAGE = "corrections/index.html"


def corrected(*corrections: str) -> dict[str, str]:
    """The pages of the minimal project whose claim has ``corrections``, each as YAML."""
    lines = "".join(f"      - {{{correction}}}\n" for correction in corrections)
    text = f"    published: 2020-06-01\n    corrections:\n{lines}"
    project = edited(minimal(), "claims.yaml", "    published: 2020-06-01\n", text)
    settled = "  - {id: settled, label: Settled, definition: Nobody denies it.}\ntopics:\n"
    return made(edited(project, "content/site.yaml", "topics:\n", settled))


def test_corrections_are_listed_by_day_the_newest_first() -> None:
    page = corrected(
        "date: 2020-07-01, change: One.", "date: 2020-07-02, change: Two.", "date: 2020-07-02, change: X."
    )[PAGE]
    days = re.split("<h2", page)[1:]
    assert [re.findall(r"(?<=<p>)(?:One|Two|X)\.", day) for day in days] == [["X.", "Two."], ["One."]]
    assert ["2 July 2020" in days[0], "1 July 2020" in days[1]] == [True, True]


def test_a_changed_verdict_is_told_without_a_click_and_other_wording_with_one() -> None:
    page = corrected(
        "date: 2020-07-01, change: Not so., was: {verdict: settled, statement: All roads are safe.}",
    )[PAGE]
    folded = page[page.index("<details>") : page.index("</details>")]
    assert "The verdict was <del>Settled</del> and became <ins>Disputed</ins>." in page.replace(folded, "")
    assert "Settled" not in folded
    assert "<del>All roads are safe.</del>" in folded
    assert "Not so." in folded[: folded.index("</summary>")]


def test_a_short_reason_without_other_wording_has_nothing_to_open() -> None:
    assert "<details>" not in corrected("date: 2020-07-01, change: Not so., was: {verdict: settled}")[PAGE]
    assert "<details>" in corrected(f"date: 2020-07-01, change: {'Not so. ' * 30}")[PAGE]


def test_the_list_begins_with_its_numbers() -> None:
    was = "date: 2020-07-01, change: Not so., was: {verdict: settled}"
    page = words(corrected(was, "date: 2020-07-02, change: X.")[PAGE])
    assert "2 corrections. 1 changed a verdict. 2 July 2020" in page
    assert "withdrew" not in page
    withdrawn = edited(
        minimal(),
        "claims.yaml",
        "    published: 2020-06-01\n",
        f"    published: 2020-06-01\n    status: withdrawn\n    corrections: [{{{was}}}]\n",
    )
    settled = "  - {id: settled, label: Settled, definition: Nobody denies it.}\ntopics:\n"
    page = words(made(edited(withdrawn, "content/site.yaml", "topics:\n", settled))[PAGE])
    assert "1 correction. 1 withdrew a claim." in page


def test_a_long_list_has_its_numbers_once() -> None:
    files = corrected(*(f"date: 2020-07-01, change: Number {n}." for n in range(2 * PER_PAGE)))
    assert f"{2 * PER_PAGE} corrections." in words(files[PAGE])
    older = words(files["corrections/page/1/index.html"])
    assert "corrections." not in older
    for number in range(2 * PER_PAGE):
        page = PAGE if number >= PER_PAGE else "corrections/page/1/index.html"
        assert f"Number {number}." in files[page]


def test_nothing_of_the_shipped_site_s_corrections_is_lost() -> None:
    project = read_project(ROOT)
    page = html.unescape(made(project)[PAGE])
    site, _ = link(load(project)[0])
    assert site is not None
    seen = 0
    for claim in site.claims.values():
        for correction in claim.corrections:
            assert correction.change in page, claim.id
            for key, before in () if claim.withdrawn else correction.was:
                assert f"<del>{site.verdicts[before].label if key == 'verdict' else before}</del>" in page, claim.id
            seen += 1
    assert seen >= 38
