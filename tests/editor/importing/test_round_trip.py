"""What this program publishes comes back: the shipped site's data, in a project with its articles and no claims."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from site_builder.build import Options, build
from site_builder.editor.importing.run import import_file
from site_builder.load.files import read_project
from site_builder.passages.normal import normalise_quote
from site_builder.workspace import Workspace
from tests.projects import ROOT, records


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The files of the shipped site, and a project with its articles, its actors and no claims."""
    folder = tmp_path_factory.mktemp("published")
    files = build(read_project(ROOT), options=Options(search=False, exports=True)).files
    assert files is not None
    for name in (
        "data/claims.csv",
        "data/claims-spreadsheet.csv",
        "data/claimreview.json",
        "data/claims.json",
        "data/annotations.jsonld",
    ):
        (folder / Path(name).name).write_bytes(files[name])
    page = "claims/lukashenko-bring-to-heel/index.html"
    (folder / "page.html").write_bytes(files[page])
    (folder / "one.json").write_bytes(files[page.replace(".html", ".json")])
    shutil.copytree(ROOT / "content", folder / "project" / "content")
    text = (ROOT / "claims.yaml").read_text()
    (folder / "project" / "claims.yaml").write_text(text[: text.index("\nclaims:\n") + 1])
    return folder, folder / "project"


def back(published: tuple[Path, Path], name: str) -> dict[str, dict[str, Any]]:
    folder, project = published
    return {str(draft.fields["id"]): dict(draft.fields) for draft in import_file(project, folder / name).filed}


def shipped() -> dict[str, Any]:
    return {
        entry.id: entry.record
        for entry in records(read_project(ROOT)).claims
        if entry.record and entry.record.status == "published"
    }


@pytest.mark.parametrize("name", ["claims.csv", "claims-spreadsheet.csv", "claims.json"])
def test_our_tables_and_data_come_back_whole(published: tuple[Path, Path], name: str) -> None:
    drafts = back(published, name)
    assert drafts.keys() == shipped().keys()
    for id_, claim in shipped().items():
        draft = drafts[id_]
        for key in ("actor", "statement", "verdict", "summary"):
            assert draft[key] == getattr(claim, key), (id_, key)
        assert draft["date"] == str(claim.date)
        assert draft.get("attribution", "statement") == claim.attribution
        for key in ("accuses", "topics"):
            assert set(draft.get(key, ())) == set(getattr(claim, key)), (id_, key)
        said = [passage for passage in claim.passages if passage.role == "claim"]
        wanted = claim.passages if name == "claims.json" else said[:1]
        for passage, mine in zip(wanted, draft["passages"], strict=True):
            assert normalise_quote(passage.quote) == normalise_quote(mine["quote"])
            assert (mine["article"], mine.get("speech", "reported")) == (passage.article, passage.speech)
            assert mine.get("role", "claim") == passage.role


def test_our_reviews_come_back_without_quotations(published: tuple[Path, Path]) -> None:
    drafts = back(published, "claimreview.json")
    assert drafts.keys() == shipped().keys()
    for id_, claim in shipped().items():
        assert (drafts[id_]["actor"], drafts[id_]["statement"]) == (claim.actor, claim.statement)
        assert (drafts[id_]["verdict"], drafts[id_]["summary"]) == (claim.verdict, claim.summary)
        assert drafts[id_]["published"] == str(claim.published)
        assert "passages" not in drafts[id_]
    assert back(published, "page.html") == {id_: drafts[id_] for id_ in ("lukashenko-bring-to-heel",)}
    assert back(published, "one.json").keys() == {"lukashenko-bring-to-heel"}


def test_our_annotations_come_back_as_passages(published: tuple[Path, Path]) -> None:
    drafts = back(published, "annotations.jsonld").values()
    found = {
        (passage["article"], normalise_quote(passage["quote"])) for draft in drafts for passage in draft["passages"]
    }
    passages = [passage for claim in shipped().values() for passage in claim.passages]
    # Each stretch of a passage that leaves words out is a target of its own.
    assert found == {(p.article, part) for p in passages for part in normalise_quote(p.quote).split(" [...] ")}


def test_what_comes_back_can_be_filed(published: tuple[Path, Path], tmp_path: Path) -> None:
    folder, project = published
    shutil.copytree(project, tmp_path / "project")
    for page in (tmp_path / "project" / "content" / "pages").iterdir():
        page.write_text(page.read_text().partition("\n---\n")[0] + "\n---\nNothing.\n")  # they link to claims
    claims = tmp_path / "project" / "claims.yaml"
    claims.write_text("\n".join(line for line in claims.read_text().split("\n") if "[[claim:" not in line))
    for name in ("claims.csv", "claims.json"):
        done = import_file(tmp_path / "project", folder / name)
        (tmp_path / "project" / "claims").mkdir(exist_ok=True)
        (tmp_path / "project" / done.name).write_text(done.text)
        assert [f for f in Workspace.open(tmp_path / "project").faults if f.severity == "error"] == []
        (tmp_path / "project" / done.name).unlink()
