"""A site with share images, without them, and with them again; from the command line and in a build that remembers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder import caches
from site_builder.build import Memo, Options, build
from site_builder.cli import main
from tests.projects import changed, edited, minimal, written

SITE = "content/site.yaml"
OFF = edited(minimal(), SITE, "title: Minimal", "title: Minimal\nimages: false")


def pictures(public: Path) -> list[Path]:
    return sorted(public.rglob("assets/share/*.png"))


def test_a_site_without_images_has_no_trace_of_them(tmp_path: Path) -> None:
    project = written(OFF.content, tmp_path)
    assert main(["build", str(project), "--no-search", "--quiet"]) == 0
    public = project / "public"
    assert pictures(public) == []
    kept = caches.folder(project)
    assert kept is not None
    assert not (kept / "images").exists()
    for page in public.rglob("*.html"):
        text = page.read_text()
        assert "og:image" not in text, page
        assert 'content="summary_large_image"' not in text, page


def test_they_go_and_come_back_with_the_line_in_the_site_s_file(tmp_path: Path) -> None:
    project = written(minimal().content, tmp_path)
    site = project / SITE
    public, before = project / "public", site.read_bytes()
    build_it = ["build", str(project), "--no-search", "--quiet"]
    assert main(build_it) == 0
    first = {path.name: path.read_bytes() for path in pictures(public)}
    assert len(first) == 2  # the claim's and the site's
    site.write_bytes(before + b"images: false\n")
    assert main(build_it) == 0
    assert pictures(public) == []
    site.write_bytes(before + b"images: true\n")
    assert main(build_it) == 0
    assert {path.name: path.read_bytes() for path in pictures(public)} == first
    named = re.findall(r'og:image" content="https://example.org/assets/share/([^"]+)"', "".join(
        page.read_text() for page in public.rglob("*.html")
    ))  # fmt: skip
    assert set(named) == set(first)


def test_a_build_that_remembers_gives_what_a_clean_one_gives() -> None:
    options = Options(search=False, images=True)
    memo = Memo()
    for project in (minimal(), OFF, minimal(), OFF):
        result = build(project, memo, options)
        assert result.files is not None
        assert result.files == build(project, options=options).files
        memo = result.memo


def test_verify_makes_the_same_choice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = written(OFF.content, tmp_path)
    assert main(["build", str(project), "--quiet"]) == 0
    assert main(["verify", str(project / "public"), "--project", str(project)]) == 0
    site = project / SITE
    site.write_bytes(site.read_bytes().replace(b"images: false\n", b""))
    assert main(["verify", str(project / "public"), "--project", str(project)]) == 1
    assert "assets/share/" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("written_", "help_"), [("no", "write false"), ("yes", "write true"), ("some", "true or false")]
)
def test_another_word_is_an_error_with_the_word_to_write(written_: str, help_: str) -> None:
    project = edited(minimal(), SITE, "title: Minimal", f"title: Minimal\nimages: {written_}")
    (fault,) = build(project).report.diagnostics
    assert (fault.code, fault.message) == ("wrong-type", "`images` must be true or false")
    assert fault.help is not None
    assert help_ in fault.help


def test_an_article_s_key_is_none_of_the_site_s() -> None:
    """A key of one record is not one of another."""
    article = next(name for name in minimal().content if name.startswith("content/articles/"))
    text = minimal().content[article].decode().replace("---\n", "---\nimages: false\n", 1)
    (fault,) = build(changed(minimal(), {article: text.encode()})).report.diagnostics
    assert fault.code == "unknown-key"
