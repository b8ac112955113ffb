"""A signature is OpenSSH's: who signed what, and for what."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.errors import EnvironmentProblem
from site_builder.output import signature
from site_builder.output.signature import sign, signer
from tests.projects import MINIMAL


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return made(tmp_path / "key")


def made(path: Path, words: str = "") -> Path:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", words, "-f", path], check=True)
    return path


def allowed(path: Path, *lines: tuple[str, Path]) -> Path:
    path.write_text("".join(f"{name} {Path(f'{key}.pub').read_text()}" for name, key in lines))
    return path


def test_who_signed_is_told(tmp_path: Path, key: Path) -> None:
    other = made(tmp_path / "other")
    signed = sign(b"words", key)
    assert sign(b"words", key) == signed
    both = allowed(tmp_path / "both", ("other@paper.example", other), ("desk@paper.example,b", key))
    assert signer(b"words", signed, both) == "desk@paper.example"
    assert signer(b"worts", signed, both) is None
    assert signer(b"words", signed, allowed(tmp_path / "others", ("other@paper.example", other))) is None
    assert signer(b"words", b"no signature", both) is None
    assert signer(b"words", signed + b"x" * 70_000, both) is None


def test_a_signature_for_something_else_does_not_count(tmp_path: Path, key: Path) -> None:
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", "git"]
    signed = subprocess.run(command, input=b"words", capture_output=True, check=True).stdout
    assert signer(b"words", signed, allowed(tmp_path / "signers", ("desk", key))) is None


def test_what_cannot_sign_is_told_with_a_remedy(tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EnvironmentProblem, match="there is no key"):
        sign(b"words", tmp_path / "none")
    (tmp_path / "text").write_text("not a key")
    with pytest.raises(EnvironmentProblem, match="does not sign"):
        sign(b"words", tmp_path / "text")
    with pytest.raises(EnvironmentProblem, match="not a readable file"):
        signer(b"words", b"", tmp_path / "none")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EnvironmentProblem, match="no ssh-keygen"):
        sign(b"words", key)
    waiting = tmp_path / "ssh-keygen"
    waiting.write_text(f"#!/bin/sh\nexec {shutil.which('sleep', path='/bin:/usr/bin')} 60\n")
    waiting.chmod(0o755)
    monkeypatch.setattr(signature, "MOST_SECONDS", 0.2)
    with pytest.raises(EnvironmentProblem, match="has not responded"):
        sign(b"words", key)


def test_a_site_is_signed_and_verified(tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = tmp_path / "project"
    shutil.copytree(MINIMAL, project)
    public, signers = project / "public", allowed(tmp_path / "signers", ("desk@paper.example", key))
    verify = ["verify", str(public), "--project", str(project)]
    assert main(["build", "-q", "--no-search", str(project)]) == 0
    assert main([*verify, "--signers", str(signers)]) == 1
    assert "has no signature" in capsys.readouterr().out

    for _ in range(2):  # the second finds nothing to do
        assert main(["build", "-q", str(project), "--sign", str(key)]) == 0
    assert main([*verify, "--signers", str(signers)]) == 0
    assert "was signed by desk@paper.example" in capsys.readouterr().out
    assert main(verify) == 0

    other = allowed(tmp_path / "others", ("other@paper.example", made(tmp_path / "other")))
    assert main([*verify, "--signers", str(other)]) == 1
    assert "has no signature by anyone in" in capsys.readouterr().out
    (public / "index.html").write_text("changed")
    assert main([*verify, "--signers", str(signers)]) == 1

    assert main(["build", "-q", str(project)]) == 0
    assert not (public / "data" / "provenance.json.sig").exists()
    (public / "data" / "provenance.json.sig").symlink_to(key)
    assert main(verify) == 1
    assert "no file: data/provenance.json.sig" in capsys.readouterr().out
