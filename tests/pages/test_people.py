"""Readers see who checked and who reviewed, with the interests that they declare; so do programs."""

from __future__ import annotations

import json
import re

from site_builder.build import Options, build
from tests.link.test_people import project
from tests.projects import changed

KEYS = "checked_by: [cora-cole, dan-dole]; reviewed_by: [Fay Foe]"


def made(keys: str = KEYS) -> dict[str, str]:
    result = build(project(keys), options=Options(search=False, exports=True))
    assert result.files is not None
    return {name: data.decode() for name, data in result.files.items() if name.startswith("claims/roads-are-safe/")}


def facts(page: str) -> dict[str, str]:
    """The list of facts beside a claim, as text."""
    pairs = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page, re.DOTALL)
    return {term: re.sub(r"<[^>]+>", "", text) for term, text in pairs}


def test_the_page_names_them_with_role_and_interests() -> None:
    page = made()["claims/roads-are-safe/index.html"]
    found = facts(page)
    assert found["Checked by"] == "Cora Cole, Fact-checker; Dan Dole (declares an interest in Bob Baker)"
    assert found["Reviewed by"] == "Fay Foe"
    assert 'declares an interest in <a href="../../actors/bob/index.html">Bob Baker</a>' in page


def test_who_reviewed_is_said_to_have_checked_where_nobody_else_did() -> None:
    assert facts(made("reviewed_by: [Fay Foe]")["claims/roads-are-safe/index.html"]) == {
        **facts(made("")["claims/roads-are-safe/index.html"]),
        "Checked by": "Fay Foe",
    }


def test_a_claim_that_names_nobody_says_nothing() -> None:
    assert not {"Checked by", "Reviewed by"} & facts(made("")["claims/roads-are-safe/index.html"]).keys()


def test_the_data_say_the_same() -> None:
    data = json.loads(made()["claims/roads-are-safe/index.json"])
    assert data["checked_by"] == ["Cora Cole", "Dan Dole"]
    assert data["reviewed_by"] == ["Fay Foe"]
    assert data["people"] == [
        {"id": "cora-cole", "name": "Cora Cole", "role": "Fact-checker", "interests": []},
        {"id": "dan-dole", "name": "Dan Dole", "role": None, "interests": ["bob"]},
    ]


def test_a_theme_that_prints_names_alone_still_does() -> None:
    template = project().theme["claim.html"].replace(b"people(view.checked_by, root)", b'view.checked_by|join(", ")')
    result = build(changed(project(KEYS), {"templates/claim.html": template}), options=Options(search=False))
    assert result.files is not None
    assert facts(result.files["claims/roads-are-safe/index.html"].decode())["Checked by"] == "Cora Cole, Dan Dole"
