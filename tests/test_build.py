from __future__ import annotations

import pytest

from site_builder.build import Memo, Options, build, check
from site_builder.diagnostics import Diagnostic
from site_builder.load.files import Project
from site_builder.output.render import Theme
from site_builder.page import Frame, Page
from tests.link.test_site import with_second
from tests.pages.test_actor_lists import many
from tests.projects import ARTICLE, changed, codes, edited, minimal

QUICK = Options(search=False)
PUBLISHED = Options(index=False, exports=True)


def rebuilt(before: Project, after: Project) -> set[str]:
    """The pages that are others when ``before`` becomes ``after``."""
    first = build(before, options=QUICK)
    second = build(after, first.memo, QUICK)
    clean = build(after, Memo(), QUICK)
    assert second.files == clean.files
    return set(second.changed)


def test_the_same_project_gives_the_same_bytes() -> None:
    assert build(with_second()).files == build(with_second()).files


def test_the_same_again_changes_no_page() -> None:
    assert rebuilt(with_second(), with_second()) == set()


def test_a_line_above_makes_nothing_stale() -> None:
    project = with_second()
    later = changed(project, {"claims.yaml": b"# a comment\n" + project.content["claims.yaml"]})
    assert rebuilt(project, later) == set()


def test_an_assessment_makes_one_page_stale() -> None:
    project = with_second()
    later = changed(project, {"claims.yaml": project.content["claims.yaml"] + b"    assessment: New.\n"})
    assert rebuilt(project, later) == {"claims/roads-are-old/index.html"}


def test_a_name_makes_every_page_stale_that_shows_it() -> None:
    project = with_second()
    stale = rebuilt(project, edited(project, "claims.yaml", "name: Bob Baker", "name: Robert Baker"))
    assert "actors/bob/index.html" in stale
    assert "claims/roads-are-old/index.html" in stale
    assert "claims/roads-are-safe/index.html" in stale  # it shows who denies it
    assert "method/index.html" not in stale
    assert "verdicts/disputed/index.html" in stale


def test_a_template_changes_its_pages_and_the_title_all() -> None:
    project = with_second()
    theme = project.theme["prose.html"].replace(b"{% block main %}", b"{% block main %}<!-- changed -->")
    everything = build(project, options=QUICK).changed
    assert rebuilt(project, changed(project, {"templates/prose.html": theme})) == {"method/index.html"}
    assert rebuilt(project, edited(project, "content/site.yaml", "title: Minimal", "title: Maximal")) == set(everything)


def test_pages_of_a_list_that_stay_as_they_are_are_not_rendered_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []
    render = Theme.render

    def noted(self: Theme, page: Page, frame: Frame) -> bytes | Diagnostic:
        rendered.append(page.file)
        return render(self, page, frame)

    first = build(many(200), options=QUICK)
    monkeypatch.setattr(Theme, "render", noted)
    after = edited(many(200), "claims.yaml", "date: 2015-05-11", "date: 2015-05-12")
    again = build(after, first.memo, QUICK)
    lists = [name for name in rendered if name.startswith("claims/page/")]
    assert lists == ["claims/page/4/index.html"]
    assert again.files == build(after, options=QUICK).files


@pytest.mark.parametrize("key", ["statement", "summary", "assessment"])
def test_an_edit_of_words_renders_pages_that_name_the_claim_and_no_others(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    rendered: list[str] = []
    render = Theme.render

    def noted(self: Theme, page: Page, frame: Frame) -> bytes | Diagnostic:
        rendered.append(page.file)
        return render(self, page, frame)

    id_ = "  - id: claim-150\n"
    before = edited(many(200), "claims.yaml", id_, f"{id_}    assessment: Nobody knows.\n")
    head, _, record = before.content["claims.yaml"].decode().partition(id_)
    words = next(line for line in record.splitlines() if line.startswith(f"    {key}: "))
    after = changed(
        before, {"claims.yaml": f"{head}{id_}{record.replace(words, f'    {key}: Other words.', 1)}".encode()}
    )
    first = build(before, options=QUICK)
    monkeypatch.setattr(Theme, "render", noted)
    again = build(after, first.memo, QUICK)
    assert again.files is not None
    assert "claims/claim-150/index.html" in again.changed
    assert set(again.changed) <= set(rendered)
    assert [name for name in rendered if b"claim-150" not in again.files[name]] == []


def test_a_failed_build_keeps_the_memo() -> None:
    first = build(with_second(), options=QUICK)
    broken = build(edited(with_second(), "claims.yaml", "safer than ever", "safer than never"), first.memo, QUICK)
    assert broken.files is None
    assert codes(broken) == ["quote-not-found"]
    assert build(with_second(), broken.memo, QUICK).changed == {}


def test_the_base_url_may_be_given() -> None:
    result = build(minimal(), options=Options(base_url="https://mirror.example/x/", search=False))
    assert result.files is not None
    assert b'href="https://mirror.example/x/claims/roads-are-safe/"' in result.files["claims/roads-are-safe/index.html"]


def test_without_search_the_page_says_so() -> None:
    result = build(minimal(), options=QUICK)
    assert result.files is not None
    assert not [name for name in result.files if name.startswith("pagefind/")]
    assert b"built without search" in result.files["search/index.html"]
    assert b"assets/search-" not in result.files["search/index.html"]


@pytest.mark.parametrize("letter", ["r", "s", "e"])
def test_one_changed_letter_in_an_article_stops_the_build(letter: str) -> None:
    article = minimal().content[ARTICLE].decode()
    at = article.index("the roads are safer") + "the roads are safer".index(letter)
    broken = article[:at] + "x" + article[at + 1 :]
    assert "quote-not-found" in codes(build(changed(minimal(), {ARTICLE: broken.encode()}), options=QUICK))


def test_a_check_finds_what_a_build_refuses_and_has_no_files() -> None:
    project = with_second()
    sound = check(project, options=QUICK)
    assert (sound.report.diagnostics, sound.files, sound.pages) == ((), None, build(project, options=QUICK).pages)
    broken = edited(project, "claims.yaml", "safer than ever", "safer than never")
    assert check(broken, options=QUICK).report == build(broken, options=QUICK).report


def test_a_check_leaves_to_a_build_what_it_made() -> None:
    made = check(with_second(), options=PUBLISHED)
    built = build(with_second(), made.memo, PUBLISHED)
    assert built.changed == {}
    assert built.files == build(with_second(), options=PUBLISHED).files


ODD = """
  - {id: gone, actor: ann, statement: It is gone., date: 2020-05-02, verdict: disputed, summary: S.,
     published: 2020-06-01, status: withdrawn, corrections: [{date: 2020-07-01, change: Wrong.}], former_ids: [went],
     passages: [{article: daily-2020-05-03, quote: a driver}]}
"""


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("withdrawn.html", "{{ nothing.there }}"),
        ("redirect.html", "{{ nothing.there }}"),
        ("base.html", "{% if site.exports %}{{ nothing.there }}{% endif %}"),
    ],
)
def test_a_check_tries_what_is_rare(template: str, text: str) -> None:
    project = with_second("published: 2020-06-01")
    project = changed(project, {"claims.yaml": project.content["claims.yaml"] + ODD.encode()})
    assert codes(check(project, options=PUBLISHED)) == []
    source = project.theme[template].replace(b"{% block main %}", b"{% block main %}" + text.encode())
    source = source if b"{% block main %}" in source and template != "base.html" else source + text.encode()
    broken = changed(project, {f"templates/{template}": source})
    assert codes(check(broken, options=PUBLISHED)) == ["template-error"]


def test_two_processes_make_the_same_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.build.WORTH_A_PROCESS", 2)
    monkeypatch.setattr("site_builder.make.WORTH_A_PROCESS", 2)
    one, two = (build(with_second(), options=Options(exports=True, jobs=jobs)) for jobs in (1, 3))
    assert one.files is not None
    assert two.files == one.files
    again = build(with_second(), two.memo, Options(exports=True))
    assert again.files == one.files
