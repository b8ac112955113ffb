"""The list of exports: each says which files it makes, and makes those; adding one touches nothing else."""

from __future__ import annotations

import json
import pkgutil
import re
from importlib import import_module

import pytest

from site_builder import build as pipeline
from site_builder import exports
from site_builder.build import Options, build
from site_builder.exports import export as registry
from site_builder.exports.export import EXPORTS, FILES
from site_builder.exports.kind import Export, File, Material
from tests.projects import ROOT, changed, minimal

MODULES = [import_module(f"{exports.__name__}.{module.name}") for module in pkgutil.iter_modules(exports.__path__)]
LOOSE = {"sitemap-<n>.xml"}
"""Files that only a very large site has."""


def pattern(file: str) -> str:
    return re.escape(file).replace("<id>", r"[a-z0-9\-]+").replace("<n>", r"\d+")


def published() -> dict[str, bytes]:
    files = build(minimal(), options=Options(search=False, exports=True)).files
    assert files is not None
    return dict(files)


def test_every_module_that_makes_files_is_in_the_list() -> None:
    made = [module.EXPORT for module in MODULES if hasattr(module, "EXPORT")]
    assert len(made) == len(EXPORTS)
    assert all(any(one is export for export in EXPORTS) for one in made)


def test_no_file_has_two_makers() -> None:
    assert len(FILES) == sum(len(export.files) for export in EXPORTS)


def test_a_site_has_the_files_that_its_exports_name_and_no_other() -> None:
    without = build(minimal(), options=Options(search=False)).files
    assert without is not None
    made = published().keys() - without.keys()
    assert {file for file in made if not any(re.fullmatch(pattern(name), file) for name in FILES)} == set()
    unmade = {name for name in FILES if not any(re.fullmatch(pattern(name), file) for file in made)}
    assert unmade == LOOSE


def test_the_docs_tell_each_file_and_no_other() -> None:
    text = (ROOT / "docs" / "data.md").read_text("utf-8").partition("<!-- Files,")[2].partition("<!-- end -->")[0]
    first = [path for row in text.splitlines()[4:] for path in re.findall(r"`([^`]+)`", row.split(" | ")[0])]
    assert sorted(first) == sorted(FILES)


def test_every_file_is_described() -> None:
    for export in EXPORTS:
        for path, file in export.files.items():
            assert re.fullmatch(r"[a-z]+/[a-z+]+", file.media_type), path
            assert file.holds.endswith("."), path
            assert file.form, path


@pytest.fixture
def another(monkeypatch: pytest.MonkeyPatch) -> None:
    """An export that is in the list, and nowhere else."""

    def files(material: Material) -> dict[str, bytes]:
        return {"data/addresses.json": json.dumps([page.permalink for page in material.pages]).encode()}

    added = Export({"data/addresses.json": File("application/json", "The address of each page.", "JSON")}, files)
    monkeypatch.setattr(registry, "EXPORTS", (*EXPORTS, added))
    known = {**FILES, "data/addresses.json": "application/json"}
    monkeypatch.setattr(registry, "FILES", known)
    monkeypatch.setattr(pipeline, "FILES", known)  # the same mapping, under the name by which the pipeline has it


@pytest.mark.usefixtures("another")
def test_one_more_in_the_list_is_published_described_and_can_be_linked_to() -> None:
    about = b"---\ntitle: About\n---\n[addresses](../data/addresses.json)\n"
    project = changed(minimal(), {"content/pages/about.md": about})
    result = build(project, options=Options(search=False, exports=True))
    assert result.files is not None, result.report
    assert "about/" in json.loads(result.files["data/addresses.json"])
    package = json.loads(result.files["data/datapackage.json"])
    assert {
        "name": "addresses",
        "path": "addresses.json",
        "format": "json",
        "mediatype": "application/json",
    } in package["resources"]


def test_without_it_the_link_leads_nowhere() -> None:
    about = b"---\ntitle: About\n---\n[addresses](../data/addresses.json)\n"
    result = build(changed(minimal(), {"content/pages/about.md": about}), options=Options(search=False))
    assert [fault.code for fault in result.report.diagnostics] == ["unknown-link"]
