"""What was published is not taken back in silence."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.errors import EnvironmentProblem
from site_builder.history.against import compare
from site_builder.history.deploy import undeployable
from site_builder.history.revision import read_revision
from site_builder.load.files import Project
from site_builder.load.records import load
from tests.link.test_site import with_second
from tests.projects import MINIMAL, changed, checked, codes, edited, minimal, written

CORRECTED = "    published: 2020-06-01\n    corrections: [{date: 2020-07-01, change: It said otherwise.}]\n"
PUBLISHED = "    published: 2020-06-01\n"
CLAIMS = "claims.yaml"


def found(after: Project, before: Project | None = None) -> list[str]:
    return [fault.code for fault in compare(load(before or minimal())[0], load(after)[0])]


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("", "", []),
        ("statement: The roads are safe.", "statement: All roads are safe.", ["correction-missing"]),
        ("verdict: disputed", "verdict: settled", ["correction-missing"]),
        ("actor: ann", "actor: bob", ["correction-missing"]),
        ("date: 2020-05-02", "date: 2020-05-01", ["correction-missing"]),
        ("speech: direct", "speech: direct\n        speaker: bob", ["correction-missing"]),
        ("the roads are safer than ever", "the roads are safer", ["correction-missing"]),
        ("the roads are safer than ever", "the  roads are safer than ever", []),
        ("summary: Baker denies it", "summary: Bob Baker denies it", []),
        ("    published: 2020-06-01\n", "    status: draft\n", ["address-lost"]),
        ("    verdict: disputed\n", "    status: draft\n", ["address-lost"]),
        ("    published: 2020-06-01\n", "    published: 2020-06-01\n    status: withdrawn\n", ["correction-missing"]),
        ("    published: 2020-06-01\n", f"{CORRECTED}    status: withdrawn\n", []),
        ("id: roads-are-safe", "id: roads-safe", ["address-lost"]),
        ("id: roads-are-safe", "id: roads-safe\n    former_ids: [roads-are-safe]", []),
        ("  bob:\n    name: Bob Baker\n", "  joe:\n    name: Bob Baker\n", ["address-lost"]),
        ("  bob:\n    name: Bob Baker\n", "  joe:\n    name: Bob Baker\n    former_ids: [bob]\n", []),
    ],
)
def test_each_change(old: str, new: str, codes: list[str]) -> None:
    assert found(edited(minimal(), CLAIMS, old, new)) == codes


def test_whom_a_claim_accuses_stays_once_it_is_said() -> None:
    accusing = edited(minimal(), CLAIMS, PUBLISHED, "    accuses: [bob]\n" + PUBLISHED)
    assert found(accusing) == []
    assert found(minimal(), accusing) == ["correction-missing"]
    assert found(edited(accusing, CLAIMS, "accuses: [bob]", "accuses: [bob, ann]"), accusing) == ["correction-missing"]
    renamed = edited(accusing, CLAIMS, "  bob:\n", "  joe:\n    former_ids: [bob]\n")
    assert found(edited(renamed, CLAIMS, "accuses: [bob]", "accuses: [joe]"), accusing) == []


def test_pages_without_former_ids_are_missed() -> None:
    before = edited(minimal(), SITE, "{label: Roads}", "{label: Roads}\n  lost: {label: Lost}")
    assert found(minimal(), before) == ["page-lost"]
    assert found(before) == []
    more = changed(minimal(), {"content/pages/about.md": b"---\ntitle: About\n---\nWe.\n"})
    assert found(minimal(), more) == ["page-lost"]


ARTICLE = "content/articles/daily-2020-05-03.md"
SITE = "content/site.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "codes"),
    [
        (ARTICLE, "Carolinus, a driver, agreed", "Carolinus agreed", ["basis-changed"]),
        (ARTICLE, "agreed with Baker.", "agreed with Baker. He is a driver.", ["basis-changed"]),
        (ARTICLE, "Carolinus, a driver, agreed with Baker.", "", ["basis-changed"]),
        (ARTICLE, "Carolinus, a driver, agreed", "Carolinus, a driver,\nagreed", []),
        (SITE, "definition: Somebody denies it.", "definition: It is a lie.", ["basis-changed"]),
        (CLAIMS, "name: Ann Able", "name: Zed Zulu", ["correction-missing"]),
        (CLAIMS, "name: Ann Able", "name: Ann Able-Baker\n    also_known_as: [Ann Able]", []),
        (CLAIMS, "name: Ann Able", "name: Zed Zulu\n    also_known_as: [Ann Able]", ["correction-missing"]),
        (CLAIMS, "name: Bob Baker", "name: Bob Cole", []),  # he says nothing here
        (CLAIMS, "speech: direct", "speech: reported", ["correction-missing"]),
        (CLAIMS, "speech: direct", "speech: direct\n        translation: Other words.", ["correction-missing"]),
        (CLAIMS, "speech: direct", "speech: direct\n        prefix: that", []),
        (CLAIMS, "published: 2020-06-01", "published: 2020-06-02", ["correction-missing"]),
        (SITE, "label: Disputed", "label: False", ["correction-missing"]),
        (SITE, "value: 3", "value: 1", ["correction-missing"]),
        (SITE, "definition: Somebody denies it.", "definition: Someone denies it.", ["basis-changed"]),
        (ARTICLE, "published: 2020-05-03", "published: 2020-05-04", ["correction-missing"]),
        (ARTICLE, "publisher: The Daily", "publisher: The Nightly", ["correction-missing"]),
    ],
)
def test_what_many_claims_share(file: str, old: str, new: str, codes: list[str]) -> None:
    after = edited(minimal(), file, old, new)
    assert found(after) == codes
    assert found(edited(after, CLAIMS, "    published: 2020-06-0", f"{CORRECTED[26:]}    published: 2020-06-0")) == []


def test_a_rename_needs_no_correction() -> None:
    project = edited(minimal(), CLAIMS, "  ann:\n", "  anna:\n    former_ids: [ann]\n")
    assert found(edited(project, CLAIMS, "actor: ann", "actor: anna")) == []
    moved = changed(minimal(), {ARTICLE: None, "content/articles/daily.md": minimal().content[ARTICLE]})
    moved = edited(moved, "content/articles/daily.md", "title:", "former_ids: [daily-2020-05-03]\ntitle:")
    assert found(edited(moved, CLAIMS, "article: daily-2020-05-03", "article: daily")) == []


def test_a_claim_that_became_part_of_another_is_not_forgotten() -> None:
    before = edited(with_second(), CLAIMS, PUBLISHED, CORRECTED)
    text = before.content[CLAIMS].decode()
    second = text.index("  - id: roads-are-old")
    text = text[:second].replace("id: roads-are-safe", "id: roads-are-safe\n    former_ids: [roads-are-old]")
    after = changed(before, {CLAIMS: text.encode()})
    assert sorted(found(after, before)) == ["address-lost", "correction-missing"]
    more = "{date: 2020-07-01, change: It said otherwise.}, {date: 2020-07-02, change: Two became one.}"
    told = edited(after, CLAIMS, "{date: 2020-07-01, change: It said otherwise.}", more)
    assert found(told, before) == ["address-lost"]
    whole = edited(told, CLAIMS, "[roads-are-old]", "[roads-are-safe, roads-are-old]")
    assert found(whole, before) == []
    assert codes(checked(whole)) == []


def test_a_correction_makes_a_change_good() -> None:
    project = edited(minimal(), CLAIMS, "statement: The roads are safe.", "statement: All roads are safe.")
    assert found(edited(project, CLAIMS, PUBLISHED, CORRECTED)) == ["correction-reading"]


@pytest.mark.parametrize(
    ("was", "codes"),
    [
        ("{statement: The roads are safe.}", []),
        ("{statement: The roads are safe., verdict: disputed}", []),
        ("{verdict: disputed}", ["correction-reading"]),
        ("{statement: The road is safe.}", ["correction-reading"]),
        ("{statement: The roads are safe., verdict: settled}", ["correction-reading"]),
    ],
)
def test_a_correction_keeps_what_was_published(was: str, codes: list[str]) -> None:
    project = edited(minimal(), CLAIMS, "statement: The roads are safe.", "statement: All roads are safe.")
    corrected = f"{PUBLISHED}    corrections: [{{date: 2020-07-01, change: All of them., was: {was}}}]\n"
    assert found(edited(project, CLAIMS, PUBLISHED, corrected)) == codes


def test_how_it_read_is_told_at_once_or_never() -> None:
    before = edited(minimal(), CLAIMS, PUBLISHED, CORRECTED)
    after = edited(before, CLAIMS, "otherwise.}", "otherwise., was: {verdict: settled}}")
    assert found(after, before) == ["correction-changed"]
    assert found(before, after) == ["correction-changed"]
    invented = edited(minimal(), CLAIMS, PUBLISHED, CORRECTED.replace("wise.}", "wise., was: {summary: Invented.}}"))
    assert found(invented) == ["correction-reading"]


def test_an_address_does_not_lead_to_a_draft() -> None:
    before = edited(minimal(), CLAIMS, "    actor: ann\n", "    actor: ann\n    former_ids: [first-id]\n")
    draft = with_second("status: draft")
    after = edited(draft, CLAIMS, "id: roads-are-old\n", "id: roads-are-old\n    former_ids: [first-id]\n")
    assert found(after, before) == ["address-lost"]


def test_the_first_id_stays_the_first() -> None:
    before = edited(minimal(), CLAIMS, "    actor: ann\n", "    actor: ann\n    former_ids: [first, second]\n")
    assert found(edited(before, CLAIMS, "[first, second]", "[second, first]"), before) == ["address-lost"]
    assert found(edited(before, CLAIMS, "[first, second]", "[first, second, third]"), before) == []
    renamed = edited(before, CLAIMS, "id: roads-are-safe", "id: roads-safe")
    late = edited(renamed, CLAIMS, "[first, second]", "[roads-are-safe, first, second]")
    assert found(late, before) == ["address-lost"]
    assert found(edited(renamed, CLAIMS, "second]", "second, roads-are-safe]"), before) == []
    never = edited(minimal(), CLAIMS, "    actor: ann\n", "    actor: ann\n    former_ids: [zzz]\n")
    assert found(never) == ["address-lost"]


def test_more_evidence_is_no_correction_and_other_words_are() -> None:
    cites = "      - article: daily-2020-05-03\n        quote: the roads are old\n        role: {}\n"
    quote = "        speech: direct\n"
    more = edited(minimal(), CLAIMS, quote, quote + cites.format("denial"))
    assert found(more) == []
    assert found(minimal(), more) == ["correction-missing"]
    assert found(edited(minimal(), CLAIMS, quote, quote + cites.format("claim"))) == ["correction-missing"]
    beside = edited(minimal(), CLAIMS, quote, quote + "        prefix: that\n")
    assert found(minimal(), beside) == ["correction-missing"]
    (fault,) = compare(load(more)[0], load(minimal())[0])
    assert fault.message.endswith('changed: "the roads are old"')


def test_one_reading_was_published() -> None:
    changed_ = edited(minimal(), CLAIMS, "verdict: disputed", "verdict: settled")
    first, second = (
        "{date: 2020-07-01, change: A., was: {verdict: disputed}}",
        "{date: 2020-07-02, change: B., was: {verdict: other}}",
    )
    assert found(edited(changed_, CLAIMS, PUBLISHED, f"{PUBLISHED}    corrections: [{first}]\n")) == []
    both = edited(changed_, CLAIMS, PUBLISHED, f"{PUBLISHED}    corrections: [{first}, {second}]\n")
    assert found(both) == ["correction-reading"]


def test_two_actors_that_become_one_are_another_speaker() -> None:
    text = minimal().content[CLAIMS].decode().replace("  ann:\n    name: Ann Able\n    role: Minister\n", "")
    text = text.replace("name: Bob Baker", "name: Bob Baker\n    former_ids: [ann]\n    also_known_as: [Ann Able]")
    after = changed(minimal(), {CLAIMS: text.replace("actor: ann", "actor: bob").encode()})
    assert "correction-missing" in found(after)


def test_a_verdict_that_was_retired_may_have_been_one() -> None:
    was = "    corrections: [{date: 2020-07-01, change: C., was: {verdict: retired}}]\n"
    assert codes(checked(edited(minimal(), CLAIMS, PUBLISHED, f"{PUBLISHED}{was}"))) == []


def test_a_new_change_needs_a_new_correction() -> None:
    before = edited(minimal(), CLAIMS, "    published: 2020-06-01\n", CORRECTED)
    after = edited(before, CLAIMS, "verdict: disputed", "verdict: settled")
    assert found(after, before) == ["correction-missing"]
    assert found(edited(before, CLAIMS, "It said otherwise.", "It said so."), before) == ["correction-changed"]
    assert found(minimal(), before) == ["correction-changed"]


def test_a_renamed_claim_is_compared_with_what_it_was() -> None:
    renamed = "id: roads-safe\n    former_ids: [roads-are-safe]"
    project = edited(minimal(), CLAIMS, "id: roads-are-safe", renamed)
    assert found(edited(project, CLAIMS, "verdict: disputed", "verdict: settled")) == ["correction-missing"]


def test_former_ids_and_articles_are_addresses_too() -> None:
    before = edited(minimal(), CLAIMS, "    actor: ann\n", "    actor: ann\n    former_ids: [first-id]\n")
    assert found(minimal(), before) == ["address-lost"]
    article = "content/articles/daily-2020-05-03.md"
    moved = changed(minimal(), {article: None, "content/articles/daily.md": minimal().content[article]})
    assert found(moved) == ["address-lost"]


def test_a_draft_was_never_published() -> None:
    before = edited(minimal(), CLAIMS, "    published: 2020-06-01\n", "    status: draft\n")
    assert found(edited(minimal(), CLAIMS, "verdict: disputed", "verdict: settled"), before) == []


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


def test_a_revision_is_read_from_git_and_nothing_else_is_touched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = tmp_path / "repository"
    project = repository / "site"
    written(minimal().content, project)
    git(tmp_path, "init", "--quiet", str(repository))
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "first")
    assert read_revision(project, "HEAD").content == minimal().content
    claims = project / CLAIMS
    claims.write_text(claims.read_text().replace("The roads are safe.", "All roads are safe."))
    assert main(["check", str(project)]) == 0
    assert main(["check", str(project), "--against", "HEAD"]) == 1
    assert "claims.yaml:10:16: error[correction-missing]: `statement` of the published" in capsys.readouterr().err
    assert main(["check", str(project), "--against", "no-such"]) == 2
    assert main(["check", str(project), "--against", ""]) == 2
    assert main(["check", str(project), "--against", "HEAD:site/content"]) == 2  # there are no claims
    with pytest.raises(EnvironmentProblem):
        read_revision(project, "--output=x")
    with pytest.raises(EnvironmentProblem):
        read_revision(tmp_path, "HEAD")


def test_the_first_pull_request_of_a_project_has_nothing_to_be_compared_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "README.md").write_text("soon")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "first")
    written(minimal().content, tmp_path)
    assert main(["check", str(tmp_path), "--against", "HEAD"]) == 0
    assert "HEAD has no project yet" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new"), [("claims:\n", "claims\n"), ("    actor: ann\n", "    actor: ann\n    bogus: 1\n")]
)
def test_what_cannot_be_read_is_not_taken_for_nothing(
    tmp_path: Path, old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    written(
        changed(minimal(), {CLAIMS: minimal().content[CLAIMS].replace(old.encode(), new.encode())}).content, tmp_path
    )
    (tmp_path / ".gitattributes").write_text("claims.yaml export-ignore\n")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "first")
    (tmp_path / CLAIMS).write_bytes(minimal().content[CLAIMS])
    assert main(["check", str(tmp_path), "--against", "HEAD"]) == 2
    assert "HEAD cannot be compared:" in capsys.readouterr().err
    git(tmp_path, "commit", "--quiet", "-a", "-m", "second")
    assert main(["check", str(tmp_path), "--against", "HEAD"]) == 0


def test_a_site_without_policies_is_not_deployed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(MINIMAL), "--deploy"]) == 1
    assert capsys.readouterr().err.count("error[policy-missing]") == 3


@pytest.mark.parametrize(
    ("url", "codes"),
    [
        ("https://paper.by/", []),
        ("https://paper.by:8443/checks/", []),
        ("https://exampleton.org/", []),
        ("https://checks.example.org/", ["address-placeholder"]),
        ("http://localhost:8000/", ["address-placeholder"]),
        ("http://127.0.0.1/", ["address-placeholder"]),
        ("http://[::1]/", ["address-placeholder"]),
    ],
)
def test_an_example_is_no_address(url: str, codes: list[str]) -> None:
    project = edited(minimal(), SITE, "base_url: https://example.org/", f"base_url: {url}")
    found = [fault.code for fault in undeployable(load(project)[0]) if fault.code != "policy-missing"]
    assert found == codes
