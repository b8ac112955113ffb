from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.editor.begin import HOSTS as INIT_HOSTS
from site_builder.history import limits
from site_builder.history.limits import HOSTS, Limits, over, over_limits
from tests.projects import ROOT, minimal, written

FILES = {"index.html": b"12345", "a/x": b"1234567890", "a/y": b"", "_redirects": b"/a /b 301\n" * 5}


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        (Limits("H", files=5), False),
        (Limits("H", files=4), True),
        (Limits("H", size=73), False),
        (Limits("H", size=72), True),
        (Limits("H", file_size=56), False),
        (Limits("H", file_size=55), True),
        (Limits("H", in_folder=3), False),
        (Limits("H", in_folder=2), True),
        (Limits("H", redirects=6), False),
        (Limits("H", redirects=5), True),
        (Limits("H", redirects_size=50), True),
        (Limits("H"), False),
    ],
)
def test_a_warning_comes_from_nine_tenths_on(limit: Limits, told: bool) -> None:
    found = list(over(FILES, limit))
    assert [(fault.code, fault.severity) for fault in found] == [("host-limit", "warning")] * told
    assert all(fault.help for fault in found)


def test_every_host_has_its_limits_and_every_limit_is_in_the_documentation() -> None:
    assert tuple(HOSTS) == INIT_HOSTS
    text = (ROOT / "docs" / "deploying.md").read_text()
    for host in HOSTS.values():
        assert f"\n## {host.name}\n" in text
        for number in (host.files, host.redirects, host.in_folder):
            assert number is None or f"{number:,}" in text
    assert list(over_limits(dict.fromkeys(map(str, range(20_001)), b""), None)) == []
    assert len(list(over_limits(dict.fromkeys(map(str, range(20_001)), b""), "cloudflare"))) == 1


def test_a_build_tells_it_and_tells_it_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = written(minimal().content, tmp_path)
    monkeypatch.setitem(limits.HOSTS, "cloudflare", Limits("Cloudflare Pages", files=40))
    for _ in range(2):
        assert main(["build", "--no-search", "--host", "cloudflare", str(root)]) == 0
        assert "Cloudflare Pages allows at most 40 files, and the site has " in capsys.readouterr().err
    assert main(["build", "--no-search", str(root)]) == 0
    assert capsys.readouterr().err == ""
