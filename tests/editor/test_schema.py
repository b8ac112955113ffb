"""The schema and the builder agree: both are given the same records."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from site_builder.cli import main
from site_builder.editor.schema import ARTICLE, CLAIMS, RECORD, SITE, schemas
from site_builder.load.files import read_project
from site_builder.records import bounds
from site_builder.records.models import ActorRecord, ArticleRecord, ClaimRecord, PageRecord, SiteRecord
from tests.projects import MINIMAL, ROOT, changed, checked, minimal, records


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "project")
    return tmp_path / "project"


def schema(name: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(schemas(records(minimal()))[name])
    jsonschema.Draft202012Validator.check_schema(made)
    return made


class _Editor(yaml.SafeLoader):
    """YAML as editors' tools read it: numbers and truth values are typed, dates stay texts (YAML 1.2, core schema)."""


_Editor.yaml_implicit_resolvers = {
    letter: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for letter, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def accepted(name: str, text: str) -> bool:
    return jsonschema.Draft202012Validator(schema(name)).is_valid(yaml.load(text, _Editor))


def built(files: dict[str, str]) -> bool:
    # Whether every record could be typed and every id found; what only a whole site can tell is not a schema's.
    report = checked(changed(minimal(), {name: text.encode() for name, text in files.items()})).report
    told = {
        "quote-not-found",
        "no-claim-passage",
        "date-order",
        "no-publication-date",
        "relation-to-self",
        "withdrawn-without-reason",
        "duplicate-id",
    }
    return not [d for d in report.diagnostics if d.severity == "error" and d.code not in told]


CLAIM = """actors:
  ann: {name: Ann Able, role: Minister}
  bob: {name: Bob Baker}
claims:
  - id: roads-are-safe
    actor: ann
    statement: The roads are safe.
    date: 2020-05-02
    about: [bob]
    topics: [roads]
    verdict: disputed
    summary: Baker denies it.
    passages:
      - article: daily-2020-05-03
        quote: the roads are safer than ever
        speech: direct
    published: 2020-06-01
"""


@pytest.mark.parametrize(
    ("old", "new", "valid"),
    [
        ("", "", True),
        ("date: 2020-05-02", "date: 2020", True),
        ("date: 2020-05-02", "date: 2020-05~", True),
        ("date: 2020-05-02", "date: 2020-05-02?", True),
        ("date: 2020-05-02", "date: 2020-13-45", False),
        ("date: 2020-05-02", "date: 2020-04-31", False),
        ("date: 2020-05-02", "date: 2020-5-2", False),
        ("date: 2020-05-02", "date: 2020-02-29", True),
        ("date: 2020-05-02", "date: 2000-02-29?", True),
        ("date: 2020-05-02", "date: 1900-02-29", False),
        ("date: 2020-05-02", "date: 2019-02-29", False),
        ("date: 2020-05-02", "date: 0000-02-29", False),
        ("date: 2020-05-02", "date: yesterday", False),
        ("date: 2020-05-02", "date: 20", False),
        ("published: 2020-06-01", "published: 2020-06", False),
        ("published: 2020-06-01", "published: 2020-06-01~", False),
        ("actor: ann", "actor: anne", False),
        ("about: [bob]", "about: [bob, ann]", True),
        ("about: [bob]", "about: [bob, bob]", False),
        ("about: [bob]", "about: bob", False),
        ("about: [bob]", "about:", True),
        ("about: [bob]", "accuses: [bob]", True),
        ("about: [bob]", "accuses: [joe]", False),
        ("topics: [roads]", "topics: [rods]", False),
        ("verdict: disputed", "verdict: true", False),
        ("verdict: disputed", "verdikt: disputed", False),
        ("statement: The roads are safe.", "statement: 1984", True),
        ("statement: The roads are safe.", "statement: ''", False),
        ("statement: The roads are safe.", "statement: '  '", False),
        ("statement: The roads are safe.", "statement:", False),
        ("statement: The roads are safe.", 'statement: "The roads\\x01 are safe."', False),
        ("statement: The roads are safe.", 'statement: "The\\nroads\\tare\\x85safe."', True),
        ("statement: The roads are safe.", "statement: [a]", False),
        ("speech: direct", "speech: loud", False),
        ("speech: direct", "speech: reported", True),
        ("speech: direct", "speaker: bob", True),
        ("speech: direct", "speaker: joe", False),
        ("article: daily-2020-05-03", "article: daily", False),
        ("id: roads-are-safe", "id: Roads", False),
        ("id: roads-are-safe", "id: " + "a" * 81, False),
        ("    published: 2020-06-01", "    published: 2020-06-01\n    status: gone", False),
        ("    published: 2020-06-01", "    status: draft", True),
        ("    verdict: disputed\n    summary: Baker denies it.", "    status: draft", True),
        ("    verdict: disputed\n    summary: Baker denies it.", "    status: withdrawn", False),
        ("  - id: roads-are-safe\n    actor: ann", "  - actor: ann\n    status: draft", False),
        (
            "    published: 2020-06-01",
            "    published: 2020-06-01\n    corrections: [{date: 2020-07-01, change: It is so.}]",
            True,
        ),
        (
            "    published: 2020-06-01",
            "    published: 2020-06-01\n    corrections: [{date: 2020-07, change: It is so.}]",
            False,
        ),
        (
            "    published: 2020-06-01",
            "    published: 2020-06-01\n    relations: [{claim: no-such, kind: denies}]",
            False,
        ),
        ("name: Bob Baker", "name: Bob Baker, kind: group", True),
        ("name: Bob Baker", "name: Bob Baker, kind: robot", False),
        ("name: Bob Baker", "name: Bob Baker, kind: group, members: [ann]", True),
        ("name: Bob Baker", "name: Bob Baker, kind: group, members: [joe]", False),
        ("name: Bob Baker", "name: Bob Baker, country: BY", True),
        ("name: Bob Baker", "name: Bob Baker, country: Belarus", False),
        ("name: Bob Baker", "name: Bob Baker, same_as: [https://example.org/]", True),
        ("name: Bob Baker", "name: Bob Baker, same_as: [example.org]", False),
        *(
            ("name: Bob Baker", f'name: Bob Baker, same_as: ["{url}"]', valid)
            for url, valid in (
                ("https://ru.wikipedia.org/wiki/Лукашенко", True),
                ("HTTPS://user:word@example.org:8080?a={b|c}%zz#d", True),
                ("https://[2001:db8::1]:80/a", True),
                ("https://[::1", False),
                ("https://:80", False),
                ("https://user@", False),
                ("https://a b/", False),
                ("https:///path", False),
                ("https://example.org\\a", False),
                ("https://example.org/\\x07", False),
                ("ftp://example.org/", False),
            )
        ),
        ("  bob: {name: Bob Baker}", "  Bob: {name: Bob Baker}", False),
        ("actors:", "aktors: {}\nactors:", False),
    ],
)
def test_claims(old: str, new: str, valid: bool) -> None:
    text = CLAIM.replace(old, new, 1) if old else CLAIM
    assert built({"claims.yaml": text}) == valid
    assert accepted(CLAIMS, text) == valid


@pytest.mark.parametrize(
    ("old", "new", "valid"),
    [
        ("", "", True),
        ("value: 3", "value: 0", False),
        ("value: 3", "value: 6", False),
        ("value: 3", "value: 2.5", False),
        ("value: 3", "value: high", False),
        ("tone: mixed", "tone: loud", False),
        ("title: Minimal", "title: 2020", True),
        ("title: Minimal", "language: be-tarask\ntitle: Minimal", True),
        ("title: Minimal", "language: Belarusian\ntitle: Minimal", False),
        ("base_url: https://example.org/", "base_url: https://example.org/?x=1", False),
        ("base_url: https://example.org/", "base_url: /site/", False),
        ("publisher: {name: Nobody}", "publisher: {name: Nobody, email: a@b.example}", True),
        ("publisher: {name: Nobody}", "publisher: {name: Nobody, email: nobody}", False),
        ("publisher: {name: Nobody}", "publisher: Nobody", False),
        ("methodology: method", "methodology: methods", False),
        ("title: Minimal", "images: false\ntitle: Minimal", True),
        ("title: Minimal", "images: True\ntitle: Minimal", True),
        ("title: Minimal", "images:\ntitle: Minimal", True),
        ("title: Minimal", "images: 0\ntitle: Minimal", False),
        ("title: Minimal", "images: none\ntitle: Minimal", False),
        ("title: Minimal", "review: {people: 2, since: 2027-01-01}\ntitle: Minimal", True),
        ("title: Minimal", "review: {people: 0, since: 2027-01-01}\ntitle: Minimal", False),
        ("title: Minimal", "review: {people: 12, since: 2027-01-01}\ntitle: Minimal", False),
        ("title: Minimal", "images: [false]\ntitle: Minimal", False),
        ("roads: {label: Roads}", "Roads: {label: Roads}", False),
        ("roads: {label: Roads}", "roads: {}", False),
    ],
)
def test_site(old: str, new: str, valid: bool) -> None:
    text = minimal().content["content/site.yaml"].decode()
    assert old in text
    text = text.replace(old, new, 1) if old else text
    if "Roads:" in text:
        claims = minimal().content["claims.yaml"].decode().replace("    topics: [roads]\n", "")
        assert built({"content/site.yaml": text, "claims.yaml": claims}) == valid
    else:
        assert built({"content/site.yaml": text}) == valid
    assert accepted(SITE, text) == valid


@pytest.mark.parametrize(
    ("front", "valid"),
    [
        ("title: T\npublisher: P\npublished: 2020", True),
        ("title: T\npublisher: P\npublished: 2020-05\nsource: state\nrights: full\nbyline: [A]\nagency: AFP", True),
        ("title: T\npublisher: P\npublished: 2020\narchived: {url: https://example.org/a, date: 2020-05-01}", True),
        ("title: T\npublisher: P", False),
        ("title: T\npublisher: P\npublished: 2020\nsource: rumour", False),
        ("title: T\npublisher: P\npublished: 2020\nrights: some", False),
        ("title: T\npublisher: P\npublished: 2020\nbyline: A", False),
        ("title: T\npublisher: P\npublished: 2020\nurl: ftp://example.org/", False),
        ("title: T\npublisher: P\npublished: 2020\narchived: https://example.org/a", False),
        ("title: T\npublisher: P\npublished: 2020\ntags: [x]", False),
    ],
)
def test_articles(front: str, valid: bool) -> None:
    assert built({"content/articles/other.md": f"---\n{front}\n---\nWords.\n"}) == valid
    assert accepted(ARTICLE, front) == valid


ALONE = """actor: ann
statement: The roads are dry.
date: 2020-05-02
verdict: disputed
summary: Baker denies it.
passages: [{article: daily-2020-05-03, quote: the roads are safer than ever, speech: direct}]
published: 2020-06-01
"""


@pytest.mark.parametrize(
    ("name", "text", "valid"),
    [
        ("x", ALONE, True),
        ("x", f"id: x\n{ALONE}", True),
        ("x", f"id: X\n{ALONE}", False),
        ("x", f"{ALONE}verdikt: disputed\n", False),
        ("x", ALONE.replace("verdict: disputed\n", ""), False),
        ("x", ALONE.replace("verdict: disputed\n", "status: draft\n"), True),
        ("x", "status: draft\n", True),
        ("x", ALONE.replace("actor: ann", "actor: joe"), False),
        ("x", "claims: []\n", True),
        ("x", "actors: {x: {name: X}}\n", True),
        ("x", "actors: {x: {}}\n", False),
        ("x", f"claims: []\n{ALONE}", False),
        ("actors/x", "name: X\nrole: Driver\n", True),
        ("actors/x", "id: x\nname: X\n", True),
        ("actors/x", "name: X\nrol: Driver\n", False),
        ("actors/x", "name: X\nverdict: disputed\n", False),
    ],
)
def test_one_record_a_file(name: str, text: str, valid: bool) -> None:
    assert built({f"claims/{name}.yaml": text}) == valid
    assert accepted(RECORD, text) == valid


def test_every_key_is_in_a_schema() -> None:
    claims = schema(CLAIMS)["$defs"]
    assert set(claims["ClaimRecord"]["properties"]) == set(ClaimRecord.model_fields)
    assert set(claims["ActorRecord"]["properties"]) == set(ActorRecord.model_fields)
    assert set(schema(SITE)["properties"]) == set(SiteRecord.model_fields)
    assert set(schema(ARTICLE)["properties"]) == set(ArticleRecord.model_fields)
    assert set(PageRecord.model_fields) == {"title", "description", "menu"}


def test_every_key_has_its_meaning_and_a_list_its_bound() -> None:
    for name in (CLAIMS, SITE, ARTICLE):
        whole = schema(name)
        for record in (whole, *whole.get("$defs", {}).values()):
            keys = record.get("properties", {})
            if name != CLAIMS or record is not whole:
                assert [key for key, value in keys.items() if not value.get("description")] == [], record.get("title")
    claim = schema(CLAIMS)["$defs"]["ClaimRecord"]["properties"]
    assert claim["passages"]["maxItems"] == bounds.ITEMS
    assert schema(ARTICLE)["properties"]["pages"]["anyOf"][0]["maxProperties"] == bounds.PAGES


def test_ids_carry_their_names() -> None:
    actor = schema(CLAIMS)["$defs"]["ClaimRecord"]["properties"]["actor"]
    assert (actor["enum"], actor["enumDescriptions"]) == (["ann", "bob"], ["Ann Able", "Bob Baker"])


def test_the_schemas_in_the_repository_are_this_project_s() -> None:
    for name, text in schemas(records(read_project(ROOT))).items():
        assert (ROOT / "schema" / name).read_text() == text, "run `make schema`"
    assert (ROOT / "claims.yaml").read_text().startswith(f"# yaml-language-server: $schema=schema/{CLAIMS}\n")
    assert Path(ROOT / ".vscode" / "settings.json").exists()


def added(project: Path) -> list[str]:
    """The actors that the schema of ``project`` offers after another was added by command."""
    assert main(["new", "actor", "--id", "cid", "--name", "Cid Case", "--project", str(project)]) == 0
    made = json.loads((project / "schema" / CLAIMS).read_text())
    return list(made["$defs"]["ClaimRecord"]["properties"]["actor"]["enum"])


def test_an_added_record_is_offered_at_once(project: Path) -> None:
    assert main(["schema", "--project", str(project)]) == 0
    assert added(project) == ["ann", "bob", "cid"]


def test_a_project_without_schemas_gets_none(project: Path) -> None:
    assert main(["new", "actor", "--id", "cid", "--name", "Cid Case", "--project", str(project)]) == 0
    assert not (project / "schema").exists()


def test_a_record_counts_even_if_the_schemas_cannot_be_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "--project", str(project)]) == 0
    os.chmod(project / "schema" / CLAIMS, 0o444)
    assert added(project) == ["ann", "bob"]
    assert "schema/ does not offer the new record yet" in capsys.readouterr().err
