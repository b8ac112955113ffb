"""Reads days as publishers write them, in notations that have only one meaning.

Times of day and time zones are ignored: the day is the one written there, in the publisher's own zone. ``03/04/2020``
is rejected, since it can mean two days.
"""

from __future__ import annotations

import datetime
import re

_MONTHS = """
jan januar january janvier enero gennaio stycznia января студзеня січня janeiro januari ledna
feb februar february février febrero febbraio lutego февраля лютага лютого fevereiro februari února
mar märz march mars marzo marca марта сакавіка березня março maart března
apr april avril abril aprile kwietnia апреля красавіка квітня dubna
may mai mayo maggio maja мая траўня травня maio mei května
jun juni june juin junio giugno czerwca июня чэрвеня червня junho června
jul juli july juillet julio luglio lipca июля ліпеня липня julho července
aug august août agosto sierpnia августа жніўня серпня augustus augusti srpna
sep sept september septembre septiembre settembre września сентября верасня вересня setembro září
oct okt oktober october octobre octubre ottobre października октября кастрычніка жовтня outubro října
nov november novembre noviembre listopada ноября лістапада листопада novembro
dec dez dezember december décembre diciembre dicembre grudnia декабря снежня грудня dezembro prosince
"""
_NUMBERS = {name: number for number, line in enumerate(_MONTHS.strip().splitlines(), 1) for name in line.split()}
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\d{6}|\D|$)")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[/.年년]\s*(\d\d?)\s*[/.月월]\s*(\d\d?)(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d\d?)\.\s?(\d\d?)\.\s?((?:19|20)\d\d)(?!\d)")
_SLASHES = re.compile(r"(?<!\d)(\d\d?)/(\d\d?)/((?:19|20)\d\d)(?!\d)")
_DAY_MONTH = re.compile(
    r"(?<!\d)(\d\d?)(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de |of )?([^\W\d_]{3,12})\.?,?[\s-]+(?:de )?((?:19|20)\d\d)(?!\d)"
)
_MONTH_DAY = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{3,9})\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(?:at .{1,12} )?((?:19|20)\d\d)(?!\d)"
)


def day_in(text: str) -> str:
    """The first day that ``text`` names, as ``YYYY-MM-DD``; nothing where there is none, or none that is sure."""
    text = text[:400]
    for pattern, order in (
        (_ISO, "ymd"), (_YEAR_FIRST, "ymd"), (_DAY_FIRST, "dmy"), (_DAY_MONTH, "dmy"), (_MONTH_DAY, "mdy"),
        (_COMPACT, "ymd"), (_SLASHES, "?"),
    ):  # fmt: skip
        for found in pattern.finditer(text):
            if day := _day(found.groups(), order):
                return day
    return ""


def _day(parts: tuple[str, ...], order: str) -> str:
    if order == "?":
        # Days and months change places from country to country; only a day behind the twelfth says which is which.
        order = "dmy" if int(parts[0]) > 12 else "mdy" if int(parts[1]) > 12 or parts[0] == parts[1] else ""
    if not order:
        return ""
    values = dict(zip(order, parts, strict=True))
    month = int(values["m"]) if values["m"].isdigit() else _NUMBERS.get(values["m"].lower(), 0)
    try:
        return datetime.date(int(values["y"]), month, int(values["d"])).isoformat()
    except ValueError:
        return ""
