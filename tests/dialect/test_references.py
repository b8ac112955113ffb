from __future__ import annotations

import pytest

from site_builder.dialect.references import REFERENCE, decoded


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("&amp;", "&"),
        ("&eacute;", "é"),
        ("&semi;", ";"),
        ("&nbsp;", "\u00a0"),
        ("&#146;", "’"),
        ("&#x93;", "“"),
        ("&#150;", "–"),
        ("&#128;", "€"),
        ("&#1044;", "Д"),
        ("&#0;", "\ufffd"),
        ("&#xFFFD;", "\ufffd"),
        ("&#xD800;", "\ufffd"),
        ("&#1114112;", "\ufffd"),
        ("&#129;", None),
        ("&#1;", None),
        ("&notit;", None),
        ("&nothing;", None),
    ],
)
def test_references_are_read_as_browsers_read_them(reference: str, text: str | None) -> None:
    assert REFERENCE.fullmatch(reference)
    assert decoded(reference) == text


@pytest.mark.parametrize("text", ["&copy", "&;", "&#;", "AT&T;", "& amp;", "&#12345678;"])
def test_what_is_no_reference_is_text(text: str) -> None:
    match = REFERENCE.search(text)
    assert match is None or decoded(match[0]) is None


@pytest.mark.parametrize("reference", ["&#12;", "&#x2028;", "&#x2029;"])
def test_white_space_that_ends_lines_unseen_is_a_space(reference: str) -> None:
    assert decoded(reference) == " "
