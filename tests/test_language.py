"""``make language`` begins a catalogue that is whole but for its translations."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

from tests.projects import ROOT
from tests.test_i18n import wanted


def test_a_catalogue_is_begun_once(tmp_path: Path) -> None:
    for name in ("Makefile", "pyproject.toml", "requirements", "site_builder", "templates"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, tmp_path / name)
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("pybabel", "python"):
        (programs / name).symlink_to(Path(sys.executable).parent / name)
    for stamp in (".site-ready", ".dev-ready"):  # newer than all that they depend on
        (programs.parent / stamp).touch()
        os.utime(programs.parent / stamp, (2**31, 2**31))

    def make(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["make", *words], cwd=tmp_path, capture_output=True, text=True)

    for words in (("language",), ("language", "pt_BR"), ("language", "ru")):
        refused = make(*words)
        assert refused.returncode, words
        assert "make language uk" in refused.stderr or "make words" in refused.stderr
    begun = make("language", "uk")
    assert begun.returncode == 0, begun.stderr
    folder = tmp_path / "site_builder" / "locale" / "uk" / "LC_MESSAGES"
    with (folder / "site_builder.po").open("rb") as stream:
        catalogue = read_po(stream, locale="uk")
    marked = {(message.context, str(message.id)) for message in wanted() if message.id}
    assert {(message.context, str(message.id)) for message in catalogue if message.id} == marked
    assert catalogue.num_plurals == 3
    assert (folder / "site_builder.mo").exists()
    script = "from site_builder.i18n import Words; print(Words('uk').say('Claims'), Words('uk').written_in)"
    said = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert said.stdout == "Claims uk\n"
