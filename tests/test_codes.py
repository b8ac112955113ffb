from __future__ import annotations

import re
from pathlib import Path

from site_builder.codes import CODES

PACKAGE = Path(__file__).parent.parent / "site_builder"


def test_every_code_is_explained() -> None:
    for name, code in CODES.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
        assert not code.title.endswith(".")
        assert code.explanation.endswith((".", "…"))


def test_every_code_that_is_used_exists_and_every_code_is_used() -> None:
    text = "\n".join(path.read_text() for path in PACKAGE.rglob("*.py") if path.parent.name != "codes")
    used = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', text))
    used |= {f"unknown-{kind}" for kind in ("actor", "article", "claim", "topic", "verdict", "page", "person", "scale")}
    assert set(CODES) - used == set()
    diagnosed = set(re.findall(r'(?:at|Diagnostic|Fault)\(\s*"([a-z-]+)"', text))
    assert diagnosed <= set(CODES)
