from __future__ import annotations

import pytest

from site_builder.addresses import mail_meant, web_meant
from tests.projects import ARTICLE, changed, checked, edited, minimal


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("http:/one.example/x", "http://one.example/x"),
        ("https:one.example", "https://one.example"),
        ("https:///one.example", "https://one.example"),
        ("htp://one.example", "http://one.example"),
        ("htps://one.example/a?b#c", "https://one.example/a?b#c"),
        ("hhttps://one.example", "https://one.example"),
        ("ttps://one.example", "https://one.example"),
        ("http//one.example", "http://one.example"),
        ("https;//one.example", "https://one.example"),
        ("https//:one.example", "https://one.example"),
        ("http://https://one.example/a", "https://one.example/a"),
        ("https ://one.example", "https://one.example"),
        ("http:\\\\one.example\\a", "http://one.example/a"),
        ("//one.example/a", "https://one.example/a"),
        ("://one.example", "https://one.example"),
        ("www.example.org", "https://www.example.org"),
        ("WWW.Example.org/a", "https://WWW.Example.org/a"),
        (" <https:/one.example> ", "https://one.example"),
        ("http:/новости.бел/а", "http://новости.бел/а"),
        ("http://", ""),
        ("https:/one example", ""),
        ("javascript:alert(1)", ""),
        ("ftp://one.example", ""),
        ("tel:+123", ""),
        ("page", ""),
        ("/contact/", ""),
        ("https:" * 400, ""),
    ],
)
def test_what_was_meant(text: str, meant: str) -> None:
    assert web_meant(text) == meant
    assert web_meant(text, bare=False) == meant


def test_a_name_alone_may_be_a_file_in_a_link() -> None:
    for text in ("one.example", "one.example/a", "report.pdf"):
        assert web_meant(text) == f"https://{text}"
        assert web_meant(text, bare=False) == ""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a@b.example", "mailto:a@b.example"),
        ("mail:a@b.example", "mailto:a@b.example"),
        ("mailto a@b.example", "mailto:a@b.example"),
        ("mailto://a@b.example", "mailto:a@b.example"),
        ("E-Mail: a@b.example", "mailto:a@b.example"),
        ("a@b", ""),
        ("https://a@b.example/", ""),
    ],
)
def test_whom_to_write_to(text: str, meant: str) -> None:
    assert mail_meant(text) == meant


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("http:/one.example/x", "write http://one.example/x"),
        ("https:one.example", "write https://one.example"),
        ("http://", "write the whole address"),
        ("https://https://one.example", "write https://one.example"),
        ("mailto:", "write mailto: and the address"),
        ("mailto:nobody", "write mailto: and the address"),
        ("mail:a@b.example", "write mailto:a@b.example"),
        ("a@b.example", "write mailto:a@b.example"),
        ("htp://one.example", "write http://one.example"),
        ("https//one.example", "write https://one.example"),
        ("www.example.org/a", "write https://www.example.org/a"),
        ("//one.example/a", "write https://one.example/a"),
    ],
)
def test_a_link_with_a_slip_is_an_error_that_says_what_was_meant(written: str, said: str) -> None:
    page = f"---\ntitle: M\n---\nSee [x]({written}) there.\n".encode()
    (fault,) = checked(changed(minimal(), {"content/pages/method.md": page})).report.diagnostics
    assert fault.code in ("unknown-link", "unsafe-link")
    assert (fault.help or "").startswith(said)
    assert fault.position == (4, 9)


@pytest.mark.parametrize("written", ["mailto:a@b.example", "mailto:?subject=x", "HTTPS://one.example", "http://[::1]/"])
def test_a_sound_link_is_none(written: str) -> None:
    page = f"---\ntitle: M\n---\nSee [x]({written}) there.\n".encode()
    assert checked(changed(minimal(), {"content/pages/method.md": page})).report.diagnostics == ()


FIELDS = (
    ("content/site.yaml", "base_url: https://example.org/", "base_url: {}"),
    ("content/site.yaml", "publisher: {name: Nobody}", "publisher: {{name: Nobody, url: '{}'}}"),
    ("content/site.yaml", "title: Minimal", "title: Minimal\nlicence: {{name: Free, url: '{}'}}"),
    ("claims.yaml", "    name: Bob Baker", "    name: Bob Baker\n    same_as: ['{}']"),
    (ARTICLE, "published: 2020-05-03", "published: 2020-05-03\nurl: '{}'"),
    (ARTICLE, "published: 2020-05-03", "published: 2020-05-03\narchived: {{url: '{}', date: 2020-05-04}}"),
)


@pytest.mark.parametrize(("name", "there", "field"), FIELDS)
@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("http:/one.example/x", "write http://one.example/x"),
        ("htps://one.example", "write https://one.example"),
        ("https://https://one.example", "write https://one.example"),
        ("www.example.org", "write https://www.example.org"),
        ("//one.example", "write https://one.example"),
        ("one.example/a", "write https://one.example/a"),
        ("a@b.example", "write the address of a page"),
        ("ftp://one.example", "write the whole address"),
    ],
)
def test_so_is_every_field_for_an_address(name: str, there: str, field: str, written: str, said: str) -> None:
    (fault,) = checked(edited(minimal(), name, there, field.format(written))).report.diagnostics
    assert fault.code == "invalid-url"
    assert (fault.help or "").startswith(said)
