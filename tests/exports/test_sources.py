from __future__ import annotations

import hashlib
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

from site_builder.exports.sources import provenance
from tests.projects import ARTICLE, changed, minimal, written


def test_each_file_has_the_digest_of_its_bytes_in_the_order_of_paths() -> None:
    project = minimal()
    made = provenance(project)
    assert list(made.content_files) == sorted(project.content)
    assert made.content_files[ARTICLE] == hashlib.sha256(project.content[ARTICLE]).hexdigest()
    assert made.theme_files.keys() == project.theme.keys()
    assert made.static_files == {}


def test_the_digest_of_all_can_be_had_without_this_program(tmp_path: Path) -> None:
    assert shutil.which("sha256sum")
    written(minimal().content, tmp_path)
    command = "find . -type f -printf '%P\\n' | LC_ALL=C sort | xargs sha256sum | sha256sum"
    told = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert provenance(minimal()).content == told.split()[0]


def test_content_theme_and_static_files_are_told_apart() -> None:
    before = provenance(minimal())
    words = provenance(changed(minimal(), {ARTICLE: minimal().content[ARTICLE] + b"\n"}))
    style = provenance(changed(minimal(), {"templates/assets/style.css": b"p{}"}))
    static = provenance(replace(minimal(), static={"security.txt": b"x"}))
    digests = [(made.content, made.theme, made.static) for made in (before, words, style, static)]
    assert [[one != other for one, other in zip(digests[0], each, strict=True)] for each in digests[1:]] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]


def test_a_file_under_another_name_is_another() -> None:
    data = minimal().content[ARTICLE]
    renamed = changed(minimal(), {ARTICLE: None, ARTICLE.replace("daily", "weekly"): data})
    assert provenance(renamed).content != provenance(minimal()).content
