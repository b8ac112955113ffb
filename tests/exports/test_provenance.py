"""What a site was made from can be checked without this program."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, ValidationError

from site_builder import __version__
from site_builder.build import Options, build
from site_builder.cli import main
from site_builder.exports.provenance import FIELDS, LIBRARIES, differences
from site_builder.load.files import Project, read_project
from tests.exports.test_exports import files, valid
from tests.link.test_site import with_second
from tests.projects import ROOT, changed, edited, minimal, written

SHELL = "find claims.yaml claims content -type f 2>/dev/null | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum"


@pytest.fixture(scope="module")
def shipped() -> dict[str, bytes]:
    return files(read_project(ROOT))


def test_each_library_that_the_program_declares_is_named_or_has_no_part_in_a_site() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = [
        *project["dependencies"],
        *(one for extra in project["optional-dependencies"].values() for one in extra),
    ]
    names = {re.match(r"[\w-]+", one)[0] for one in declared}  # type: ignore[index]
    without_part = {"pypdfium2", "rapidfuzz", "tqdm", "watchdog"}  # PDFs to articles, advice, a bar, the preview
    assert names - set(LIBRARIES) == without_part
    assert set(LIBRARIES) <= names


def test_the_digest_can_be_had_with_two_commands(shipped: dict[str, bytes]) -> None:
    assert SHELL in (ROOT / "docs" / "data.md").read_text()
    printed = subprocess.run(SHELL, shell=True, cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S602
    said = json.loads(shipped["data/provenance.json"])
    assert printed.split()[0] == said["content"]["sha256"]
    assert said["generator"] == f"site-builder {__version__}"


def test_the_digest_of_all_content_stands_on_the_home_page_and_in_one_file(shipped: dict[str, bytes]) -> None:
    content = json.loads(shipped["data/provenance.json"])["content"]["sha256"]
    short = content[:12].encode(), base64.urlsafe_b64encode(bytes.fromhex(content))[:16]
    naming = {name for name, data in shipped.items() if any(part in data for part in short)}
    assert naming == {"index.html", "data/provenance.json"}
    home = shipped["index.html"].decode()
    assert f'Digest of the content: SHA-256 <a href="data/provenance.json"><code>{content}</code></a>' in home


def test_every_page_names_the_program_and_leads_to_what_it_was_made_from(shipped: dict[str, bytes]) -> None:
    for name, data in shipped.items():
        if name.endswith("/card/index.html"):
            assert f'name="generator" content="site-builder {__version__}"' in data.decode(), name
        elif name.endswith(".html") and b"<title>Moved</title>" not in data:
            assert f"Made by site-builder {__version__}: <a" in data.decode(), name
            assert 'data/provenance.json">what this site was made from</a>' in data.decode(), name
    # Others' forms say it in their own words.
    where = "https://example.org/data/provenance.json"
    assert json.loads(shipped["data/claimreview.json"])["isBasedOn"] == where
    page = json.loads(shipped["data/annotations.jsonld"])
    assert page["dcterms:source"]["id"] == where
    assert page["generator"]["name"] == f"site-builder {__version__}"


def test_each_key_is_described_and_no_other(shipped: dict[str, bytes]) -> None:
    said = json.loads(shipped["data/provenance.json"])
    parts = {"content", "theme", "static"}
    keys = said.keys() | {f"content.{key}" for key in said["content"]}
    assert keys | {"static"} == {name for name, _, _ in FIELDS}  # static/ is left out where there is none
    assert all(said[part].keys() == said["content"].keys() for part in parts & said.keys())
    assert all(meaning for _, _, meaning in FIELDS)


def test_data_name_the_digests_of_their_own_sources(shipped: dict[str, bytes]) -> None:
    sums = json.loads(shipped["data/provenance.json"])["content"]["files"]
    articles = {name: digest for name, digest in sums.items() if name.startswith("content/articles/")}
    for name, data in shipped.items():
        if name.endswith("/index.json") or name == "data/claims.json":
            said = json.loads(data)
            assert said["provenance"]["generator"] == f"site-builder {__version__}"
            sources = said["provenance"]["sources"]
            assert sources.items() <= articles.items()
            if name.startswith("claims/"):
                cited = said.get("passages", [])  # a withdrawn claim has none
                assert list(sources) == sorted({f"content/articles/{p['article']['id']}.md" for p in cited})
            elif name.startswith("articles/"):
                assert sources == {f"content/articles/{said['id']}.md": said["sha256"]}
            else:
                assert sources == (articles if name == "data/claims.json" else {})


def test_a_comment_changes_the_home_page_and_the_list_of_sources() -> None:
    project = minimal()
    assert changed_files(project, changed(project, {"claims.yaml": b"# x\n" + project.content["claims.yaml"]})) == {
        "index.html", "data/provenance.json",
    }  # fmt: skip


def test_a_comment_in_a_template_changes_the_list_of_sources_alone() -> None:
    comment: dict[str, bytes | None] = {"templates/prose.html": minimal().theme["prose.html"] + b"{# nothing #}"}
    assert changed_files(minimal(), changed(minimal(), comment)) == {"data/provenance.json"}


def test_an_edit_changes_what_shows_it() -> None:
    project = with_second("published: 2020-06-01")
    later = changed(project, {"claims.yaml": project.content["claims.yaml"] + b"    assessment: New.\n"})
    names = changed_files(project, later)
    assert {name for name in names if name.endswith(".html")} == {"index.html", "claims/roads-are-old/index.html"}
    assert "claims/roads-are-old/index.json" in names
    assert "claims/roads-are-safe/index.json" not in names


def changed_files(before: Project, after: Project) -> set[str]:
    """The files that are other, new or gone when ``before`` becomes ``after``."""
    old, new = files(before), files(after)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def test_a_claim_names_the_digest_of_each_of_its_sources(shipped: dict[str, bytes]) -> None:
    sums = json.loads(shipped["data/provenance.json"])["content"]["files"]
    for name, data in shipped.items():
        if re.fullmatch(r"claims/[^/]+/index\.json", name):
            page = shipped[name.replace(".json", ".html")].decode()
            for passage in json.loads(data).get("passages", []):  # a withdrawn claim has none
                article = passage["article"]
                assert article["sha256"] == sums[f"content/articles/{article['id']}.md"]
                assert f'#digest"><code>{article["sha256"][:12]}</code>' in page


def test_data_are_as_their_schemas_say(shipped: dict[str, bytes]) -> None:
    named = [valid(shipped, name) for name in shipped if name.endswith("/index.json") or name == "data/claims.json"]
    assert {kind: named.count(kind) for kind in named} == {"claim": 48, "actor": 29, "article": 5, "claims": 1}


def test_a_schema_allows_nothing_else(shipped: dict[str, bytes]) -> None:
    schema = json.loads(shipped["data/schema/claim.schema.json"])
    twin = next(name for name in shipped if re.fullmatch(r"claims/[^/]+/index\.json", name))
    data = json.loads(shipped[twin])
    for wrong in ({**data, "colour": "red"}, {key: data[key] for key in data if key != "verdict"}, {**data, "date": 3}):
        with pytest.raises(ValidationError):
            Draft202012Validator(schema).validate(wrong)


def test_a_preview_says_nothing_of_it() -> None:
    made = build(minimal(), options=Options(search=False)).files
    assert made is not None
    assert not [name for name, data in made.items() if b"provenance" in data]


def test_two_sites_are_told_apart_by_what_they_were_made_from() -> None:
    now = files(minimal())["data/provenance.json"]
    before = files(edited(minimal(), "claims.yaml", "Baker denies it", "Bob denies it"))["data/provenance.json"]
    assert differences(now, now) == []
    (line,) = differences(before, now)
    assert re.fullmatch(r"claims\.yaml: sha256 [0-9a-f]{12}… there, sha256 [0-9a-f]{12}… here", line)
    older = json.dumps({**json.loads(now), "generator": "site-builder 0.0.1", "libraries": {}}).encode()
    assert differences(older, now)[0] == f"generator: site-builder 0.0.1 there, site-builder {__version__} here"
    assert f"jinja2: nothing there, {json.loads(now)['libraries']['jinja2']} here" in differences(older, now)
    for broken in (b"", b"[]", b"{}", b"\xff"):
        assert differences(broken, now) == ["it does not say what it was made from"]


def test_verify_says_why_a_site_is_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = tmp_path / "site"
    written(minimal().content, project)
    public = tmp_path / "public"
    assert main(["build", str(project), "--output", str(public)]) == 0
    assert main(["verify", str(public), "--project", str(project)]) == 0
    claims = project / "claims.yaml"
    claims.write_text(claims.read_text().replace("Baker denies it", "Bob denies it"))
    capsys.readouterr()
    assert main(["verify", str(public), "--project", str(project)]) == 1
    assert "made from different sources: claims.yaml: sha256 " in capsys.readouterr().out
