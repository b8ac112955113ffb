"""Reads the characters of a PDF's pages with their positions, through PDFium.

Coordinates are those of the page as it is shown: points, from the lower left corner. The only module that imports
pypdfium2, which the extra ``pdf`` brings.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from ctypes import c_double, c_ushort
from dataclasses import dataclass
from importlib import util
from typing import TYPE_CHECKING, NamedTuple

from site_builder.editor.saved.refused import COPY_WORDS
from site_builder.errors import EnvironmentProblem

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

UNREAD = "\N{REPLACEMENT CHARACTER}"
"""Stands for a sign that the file does not name a character for."""
_UNSEEN = {"outside": "hidden", "invisible": "hidden", "sideways": "sideways"}
_LIGATURES = re.compile("[\ufb00-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]")
_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?\s*%PDF-")
_ASKEW = 0.06
"""Quarters of a turn by which a line may be off."""
_UNPAINTED = (3, 7)
"""Text render modes of ISO 32000 (9.3.6) that put nothing on the page."""
_PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""


class Sign(NamedTuple):
    """A character on a page; a line feed is the end of a line as PDFium sees it, and has no place."""

    text: str
    """One character; more where one shape stands for several."""
    left: float = 0
    right: float = 0
    base: float = 0
    """The height of its base line above the page's lower edge."""
    height: float = 0
    """From the lowest to the highest point of its font."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page."""

    signs: tuple[Sign, ...]
    """In the order of the file."""
    unseen: tuple[tuple[str, str], ...] = ()
    """The reason (``hidden``, ``sideways``) and the words: those that a reader does not see or does not read on."""
    recognised: bool = False
    """True when the words lie unseen over a picture: a program has read them from it."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, read."""

    sheets: tuple[Sheet, ...]
    title: str = ""
    author: str = ""
    created: str = ""
    """``D:YYYYMMDD…`` (ISO 32000, 7.9.4)."""
    language: str = ""


def is_pdf(data: bytes, suffix: str) -> bool:
    """True when ``data`` is a PDF: it begins as one, or its name ends so and a PDF begins in its first kilobyte."""
    return _HEADER.match(data[:1024]) is not None or (suffix == ".pdf" and b"%PDF-" in data[:1024])


def read_pdf(data: bytes, path: str) -> Printed:
    """The pages of the PDF ``data``, the content of the file ``path``.

    Raises :class:`EnvironmentProblem` when pypdfium2 is not installed, and for a file that is locked or damaged.
    """
    if util.find_spec("pypdfium2") is None:
        raise EnvironmentProblem(
            f"{path} is a PDF, and pypdfium2, which reads PDFs, is not installed",
            f"install it (site-builder's extra `pdf` brings it), or {COPY_WORDS}",
        )
    from pypdfium2 import PdfDocument, PdfiumError

    damaged = EnvironmentProblem(f"{path} is a damaged or incomplete PDF", "download it again from the publisher")
    if b"%%EOF" not in data[-2048:]:
        raise damaged
    try:
        with closing(PdfDocument(data)) as document:
            information = document.get_metadata_dict()
            return Printed(
                tuple(_sheet(page) for page in _pages(document)),
                information.get("Title", ""),
                information.get("Author", ""),
                information.get("CreationDate", ""),
                _language(document),
            )
    except PdfiumError as problem:
        if problem.err_code != _PASSWORD:
            raise damaged from problem
        raise EnvironmentProblem(
            f"{path} is a PDF that opens only with a password",
            "open it with the password, and print it to a new PDF without one",
        ) from problem


def _pages(document: PdfDocument) -> Iterator[PdfPage]:
    for number in range(len(document)):
        with closing(document[number]) as page:
            yield page


def _language(document: PdfDocument) -> str:
    import pypdfium2.raw as raw

    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = (c_ushort * (size // 2))()
    raw.FPDFCatalog_GetLanguage(document, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def _sheet(page: PdfPage) -> Sheet:
    drawn = list(_drawn(page))
    quarters = Counter(one.quarter for one in drawn if one.quarter is not None and not one.is_white)
    level = quarters.most_common(1)[0][0] if quarters else 0
    recognised = sum(one.aside == "invisible" for one in drawn) > sum(not one.aside for one in drawn)
    parts: dict[str, list[Sign]] = {"": [], **{aside: [] for aside in _UNSEEN}}
    for one in drawn:
        if one.box is None:  # white space and line ends that PDFium adds go with the sign before them
            for some in parts.values():
                if some and some[-1].text != "\n":
                    some.append(Sign(one.text))
        else:
            aside = "" if recognised and one.aside == "invisible" else one.aside
            aside = aside or ("" if one.quarter == level else "sideways")
            parts[aside].append(Sign(one.text, *_turned(one.box, level)))
    told = ((_UNSEEN[aside], _words(parts[aside])) for aside in _UNSEEN)
    return Sheet(tuple(parts[""]), tuple((reason, words) for reason, words in told if words), recognised)


def _words(signs: Sequence[Sign]) -> str:
    return " ".join("".join(sign.text for sign in signs).split())


class _Drawn(NamedTuple):
    """A sign as PDFium reports it, in the page's own coordinates."""

    text: str
    box: tuple[float, float, float, float, float, float] | None = None
    """Left, bottom, right, top; and the point x, y on the base line where it begins. None where PDFium has added it."""
    quarter: int | None = None
    """The direction of its line, in quarters of a turn against the clock; None where it is askew."""
    aside: str = ""
    """``invisible`` or ``outside`` where a reader does not see it."""

    @property
    def is_white(self) -> bool:
        return self.text.isspace()


def _drawn(page: PdfPage) -> Iterator[_Drawn]:
    import pypdfium2.raw as raw

    left, bottom, right, top = page.get_bbox()
    with closing(page.get_textpage()) as text:
        for index, code in _codes(text):
            if raw.FPDFText_IsGenerated(text, index) == 1:
                if code != ord("\r"):
                    yield _Drawn("\n" if code == ord("\n") else " ")
                continue
            box, x, y = raw.FS_RECTF(), c_double(), c_double()
            raw.FPDFText_GetLooseCharBox(text, index, box)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            words = raw.FPDFText_GetTextObject(text, index)
            mode = raw.FPDFTextObj_GetTextRenderMode(words) if words else 0
            is_inside = left <= (box.left + box.right) / 2 <= right and bottom <= (box.bottom + box.top) / 2 <= top
            unread = raw.FPDFText_HasUnicodeMapError(text, index) == 1
            yield _Drawn(
                "-" if raw.FPDFText_IsHyphen(text, index) == 1 else _character(code, unread),
                (box.left, box.bottom, box.right, box.top, x.value, y.value),
                _quarter(raw.FPDFText_GetCharAngle(text, index)),
                "outside" if not is_inside else "invisible" if mode in _UNPAINTED else "",
            )


def _codes(text: PdfTextPage) -> Iterator[tuple[int, int]]:
    """Index and code point of each character of a page; PDFium reports some in two halves (UTF-16)."""
    import pypdfium2.raw as raw

    high = 0
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = code if 0xD800 <= code < 0xDC00 else 0
        if not high:
            yield index, code


def _quarter(angle: float) -> int | None:
    quarters = -angle / (math.pi / 2)  # PDFium measures with the clock
    return round(quarters) % 4 if abs(quarters - round(quarters)) < _ASKEW else None


def _turned(box: tuple[float, float, float, float, float, float], quarter: int) -> tuple[float, float, float, float]:
    """Left, right, base line and height of a sign whose line runs in the direction ``quarter``."""
    left, bottom, right, top, x, y = box
    if quarter == 1:
        return bottom, top, -x, right - left
    if quarter == 2:
        return -right, -left, -y, top - bottom
    if quarter == 3:
        return -top, -bottom, x, right - left
    return left, right, y, top - bottom


def _character(code: int, unread: bool) -> str:
    """The character of ``code``; ligatures and shapes of Arabic letters as the letters that they are made of."""
    sign = chr(code)
    if sign.isspace():
        return " "
    if unread or unicodedata.category(sign) in ("Cc", "Co", "Cs", "Cn"):
        return sign if unicodedata.category(sign) == "Co" and not unread else UNREAD
    return unicodedata.normalize("NFKC", sign) if _LIGATURES.match(sign) else sign
