from __future__ import annotations

import re

import pytest

from site_builder.load.records import load
from tests.projects import ARTICLE, changed, checked, codes, edited, minimal


def test_byte_order_marks_and_windows_line_ends_are_fine() -> None:
    project = minimal()
    for name in project.content:
        windows = b"\xef\xbb\xbf" + project.content[name].replace(b"\n", b"\r\n")
        project = changed(project, {name: windows})
    result = checked(project)
    assert codes(result) == []
    plain = checked(minimal())
    assert result.files is not None
    assert plain.files is not None
    page = "claims/roads-are-safe/index.html"
    digests = re.compile(rb"<code>[0-9a-f]{12}</code>")  # those of the files themselves
    assert digests.sub(b"", result.files[page]) == digests.sub(b"", plain.files[page])


def test_a_wrong_byte_behind_a_byte_order_mark_is_found_in_its_place() -> None:
    result = checked(changed(minimal(), {"claims.yaml": b"\xef\xbb\xbfactors:\n  \xff\n"}))
    (problem,) = [d for d in result.report.diagnostics if d.code == "file-encoding"]
    assert problem.position == (2, 3)


def test_claims_files_are_read_together() -> None:
    more = b"actors:\n  cy: {name: Cy}\nclaims:\n"
    records, found = load(changed(minimal(), {"claims/2021/may.yaml": more}))
    assert found == []
    assert [entry.id for entry in records.actors] == ["ann", "bob", "cy"]
    assert len(records.claims) == 1


def test_a_faulty_record_keeps_its_id() -> None:
    text = minimal().content["claims.yaml"].replace(b"    summary:", b"    sumary:")
    records, found = load(changed(minimal(), {"claims.yaml": text}))
    assert [diagnostic.code for diagnostic in found] == ["unknown-key"]
    assert records.claims[0].id == "roads-are-safe"
    assert records.claims[0].record is None


def test_all_problems_are_reported_together() -> None:
    project = changed(
        minimal(),
        {
            "claims/a.yaml": b"claims: [\n",
            "claims/b.yaml": b"actors: {x: {nmae: X}}\n",
            ARTICLE: b"no front matter\n",
            "content/site.yaml": b"title: x\n",
        },
    )
    result = checked(project)
    assert set(codes(result)) == {"yaml-syntax", "unknown-key", "missing-key", "front-matter"}
    assert result.files is None


def test_front_matter_may_hold_rules_and_dashes() -> None:
    article = b"---\ntitle: A --- B\npublisher: P\npublished: 2020\n---\nText.\n\n---\n\nMore.\n"
    records, found = load(changed(minimal(), {"content/articles/new.md": article}))
    assert found == []
    text = next(text for entry, text in records.articles if entry.id == "new")
    assert text.body.text == "Text.\n\n---\n\nMore.\n"


@pytest.mark.parametrize("letter", [0x00, 0x01, 0x0C, 0x1B, 0x7F, 0x9F, 0xFDD0, 0xFFFE, 0x1FFFF])
def test_what_is_no_text_is_refused_in_records_and_articles(letter: int) -> None:
    escaped = f'"The roads \\U{letter:08x} are safe."'
    result = checked(edited(minimal(), "claims.yaml", "The roads are safe.", escaped))
    assert codes(result) == ["invalid-value"]
    assert f"U+{letter:04X} is not text" in result.report.diagnostics[0].message
    result = checked(edited(minimal(), ARTICLE, "a driver", f"a {chr(letter)}driver"))
    assert codes(result) == ["file-encoding"]
    assert result.report.diagnostics[0].position == (10, 14)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("HTTPS://Example.org", "https://example.org/"),
        ("https://example.org:443/a", "https://example.org/a/"),
        ("http://example.org:8080/a/", "http://example.org:8080/a/"),
        ("https://пример.рф/проект", "https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%80%D0%BE%D0%B5%D0%BA%D1%82/"),
        ("https://example.org/a%20b/", "https://example.org/a%20b/"),
    ],
)
def test_the_site_s_address_is_read_in_one_form(written: str, read: str) -> None:
    records, faults = load(edited(minimal(), "content/site.yaml", "https://example.org/", written))
    assert faults == []
    assert records.site is not None
    assert records.site.record is not None
    assert records.site.record.base_url == read


def test_a_password_is_not_published() -> None:
    result = checked(edited(minimal(), "content/site.yaml", "https://example.org/", "https://u:p@example.org/"))
    assert codes(result) == ["invalid-url"]


def test_a_file_that_cannot_be_read_is_one_fault() -> None:
    page = b"---\ntitle: M\n---\n[[claim:roads-are-safe]] and [[actor:ann]].\n"
    whole = changed(minimal(), {"content/pages/method.md": page})
    assert codes(checked(whole)) == []
    broken = edited(whole, "claims.yaml", "claims:", "x\nclaims:")
    assert codes(checked(broken)) == ["yaml-syntax"]
    data = whole.content["claims.yaml"] + b"# \xff"
    assert codes(checked(changed(whole, {"claims.yaml": data}))) == ["file-encoding"]


@pytest.mark.parametrize(
    ("value", "place", "words"),
    [
        ('"the roads" are safer', (18, 28), "put the whole text in quotes"),
        ("'the roads' are safer", (18, 28), "put the whole text in quotes"),
        ("[…] the roads", (18, 20), "one that begins with [ is read as a list"),
        ("@the roads", (18, 16), "cannot begin with this character"),
        ('"the roads are safer', (18, 16), "close the quotation mark"),
    ],
)
def test_help_for_quotation_marks_that_yaml_takes_for_its_own(value: str, place: tuple[int, int], words: str) -> None:
    (fault,) = checked(edited(minimal(), "claims.yaml", "the roads are safer than ever", value)).report.diagnostics
    assert fault.position == place
    assert words in (fault.help or "")
