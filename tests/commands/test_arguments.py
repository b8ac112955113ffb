from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.commands.arguments import base_url, file_name, host, host_name, jobs, path, port
from tests.projects import MINIMAL


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (base_url, "HTTPS://Example.org/checks", "https://example.org/checks/"),
        (jobs, "1", 1),
        (jobs, "12", 12),
        (port, "0", 0),
        (host, "::1", "::1"),
        (port, "65535", 65535),
        (path, "a/~b", Path("a/~b")),
        (path, "./~", Path("~")),
        (path, os.fsdecode(b"\xff"), Path(os.fsdecode(b"\xff"))),
        (file_name, "./a", "./a"),
        (host_name, "Example.ORG", "example.org"),
        (host_name, "x-8000.app.example:443", "x-8000.app.example:443"),
    ],
)
def test_a_value_is_read(kind: Callable[[str], object], text: str, value: object) -> None:
    assert kind(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        (base_url, "example.org", "is not a web address"),
        (base_url, "https://example.org/?a", "must not have a query"),
        (jobs, "0", "'0' is not a number of processes"),
        (jobs, "-1", "is not a number of processes"),
        (jobs, "two", "is not a number of processes"),
        (port, "65536", r"'65536' is not a port \(0 to 65535\)"),
        (port, "http", "is not a port"),
        (host, os.fsdecode(b"\xff"), "is not an address"),
        (host, "a b", "is not an address"),
        (path, "~", "write the path in full, or ./~ for that name"),
        (path, "~/www", "only the shell makes your home folder of ~"),
        (path, "~www/site", "or ./~www/site for that name"),
        (path, "a\0b", "is no name of a file"),
        (path, "a\ud800b", "is no name of a file"),
        (file_name, "a\0b", "is no name of a file"),
        (host_name, "https://example.org", "without https://"),
        (host_name, "example.org/", "is not the name of a host"),
        (host_name, "", "is not the name of a host"),
        (host_name, "-a", "is not the name of a host"),
    ],
)
def test_what_is_none_is_said(kind: Callable[[str], object], text: str, message: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=message):
        kind(text)


@pytest.mark.parametrize(
    "call",
    [
        ["build", "--output", "~"],
        ["build", "--output=~/www"],
        ["build", "--drafts", "--output", "~/www"],
        ["build", "--sign", "~/.ssh/id"],
        ["build", "~/project"],
        ["check", "~"],
        ["init", "~/new"],
        ["init", "--beside", "~"],
        ["verify", "~/public"],
        ["verify", "public", "--signers=~/signers"],
        ["import", "~/sheet.csv"],
        ["new", "article", "--from=~/page.html"],
        ["schema", "--project=~/project"],
        ["serve", "~"],
    ],
)
def test_a_home_folder_that_no_shell_has_expanded_is_refused_before_anything_is_made(
    call: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(shutil.copytree(MINIMAL, tmp_path / "project"))
    before = sorted(os.listdir())
    with pytest.raises(SystemExit) as ended:
        main(call)
    assert ended.value.code == 2
    assert "only the shell makes your home folder of ~" in capsys.readouterr().err
    assert sorted(os.listdir()) == before


def test_a_folder_of_that_name_can_be_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(shutil.copytree(MINIMAL, tmp_path / "project"))
    assert main(["build", "-q", "--no-search", "--output", "./~"]) == 0
    assert Path("~", "index.html").is_file()
