from __future__ import annotations

from datetime import UTC, datetime

import pytest

from site_builder.history.security import NAMES, security
from tests.projects import changed, minimal

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
CONTACT = "Contact: mailto:security@paper.news\n"
DAY = "Expires: 2027-06-01T00:00:00Z\n"


def found(text: str, name: str = NAMES[0]) -> list[tuple[str, str]]:
    faults = security(changed(minimal(), {f"static/{name}": text.encode()}), NOW)
    return [(fault.code, f"{fault.span.text if fault.span else ''}: {fault.message}") for fault in faults]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (CONTACT + "Expires: 2026-11-28T11:59:59Z\n", "security-txt", "2026-11-28T11:59:59Z: the file is no longer"),
        (CONTACT + "expires: 2026-11-28T13:00:00+02:00\r\n", "security-txt", "is no longer valid"),
        (CONTACT + "Expires: 2026-12-20T00:00:00Z\n", "security-txt-expiring", "the file is valid for 21 more days"),
        (CONTACT + "Expires: 2027-01-31\n", "security-txt", "2027-01-31 is no moment of RFC 9116"),
        (CONTACT + "Expires: 2027-02-31T00:00:00Z\n", "security-txt", "is no moment"),
        (CONTACT + "Expires: 0001-01-01T00:00:00+14:00\n", "security-txt", "is no moment"),
        (CONTACT + "Expires:\n", "security-txt", "nothing is no moment"),
        (CONTACT, "security-txt", "does not say until when"),
        (CONTACT + DAY + DAY, "security-txt", "says twice"),
        (DAY, "security-txt", "no line Contact"),
        (f"# {CONTACT}{DAY}", "security-txt", "no line Contact"),
        (f"Contact: security@paper.news\n{DAY}", "security-txt", "security@paper.news is no address"),
        (f"Contact:\n{DAY}", "security-txt", "nothing is no address"),
        (f"Contact: http://paper.news/\n{DAY}", "security-txt", "is no address"),
    ],
)
def test_what_is_void_is_told(text: str, code: str, said: str, name: str) -> None:
    ((told, message),) = found(text, name)
    assert told == code
    assert said in message


@pytest.mark.parametrize(
    "text",
    [
        CONTACT + DAY,
        f"\ufeff{CONTACT}Contact: https://paper.news/report\nCONTACT: tel:+1-201-555-0123\n{DAY}",
        f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{CONTACT}{DAY}-----BEGIN PGP SIGNATURE-----\n\nabc=\n",
        "Contact: [fill in: mailto:security@ your own domain]\nExpires: [fill in: a day]\n",  # reported as such
    ],
)
def test_what_holds_is_not(text: str) -> None:
    assert found(text) == []


def test_a_site_without_the_file_owes_none() -> None:
    assert list(security(minimal(), NOW)) == []
