"""PDF files for tests, written byte by byte: words at places of a page, in a font whose every character is known.

The font brings no shapes: a letter that other fonts do not have either must not stand alone. A character's code is its code point (UTF-16, one unit), each is half as wide as the type is
high, and ``ToUnicode`` says what it reads as. Units are points, from the lower left corner of an A4 page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

HEIGHT = 842
_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts [<< "
    b"/Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
    b"/Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Plain /Flags 4 /Ascent 800 "
    b"/Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 -200 500 800] >> >>] >>"
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words on one line of a page."""

    text: str
    x: float = 72
    y: float = 700
    size: float = 10
    visible: bool = True
    turn: tuple[int, int, int, int] = (1, 0, 0, 1)
    """The text matrix without the place: (0, 1, -1, 0) writes from the bottom to the top."""


def lines(*texts: str, x: float = 72, y: float = 700, size: float = 10, leading: float = 12) -> list[Words]:
    """``texts`` as lines one below the other; an empty text leaves one out."""
    return [Words(text, x, y - leading * number, size) for number, text in enumerate(texts) if text]


def pdf(
    *pages: Sequence[Words],
    info: Mapping[str, str] | None = None,
    reads: Mapping[str, str] | None = None,
    catalogue: str = "",
    page: str = "",
    trailer: str = "",
) -> bytes:
    """A PDF with ``pages``.

    ``info`` is its document information; ``reads`` says what a character reads as where that is not itself; the rest is
    put as it is into the catalogue, each page and the trailer.
    """
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    told = "".join(f"/{key} <feff{value.encode('utf-16-be').hex()}>" for key, value in (info or {}).items())
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        _FONT,
        _stream(_to_unicode(pages, reads or {})),
    ]
    for number, words in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {HEIGHT}] /Contents {6 + 2 * number} 0 R "
            f"/Resources << /Font << /F 3 0 R >> >> {page} >>".encode()
        )
        objects.append(_stream("\n".join(map(_shown, words))))
    if told:
        objects.append(f"<< {told} >>".encode())
        trailer += f" /Info {len(objects)} 0 R"
    return _file(objects, trailer)


def _shown(words: Words) -> str:
    mode, matrix = 0 if words.visible else 3, " ".join(map(str, words.turn))
    shown = words.text.encode("utf-16-be").hex()
    return f"BT /F {words.size} Tf {mode} Tr {matrix} {words.x} {words.y} Tm <{shown}> Tj ET"


def _to_unicode(pages: Sequence[Sequence[Words]], reads: Mapping[str, str]) -> str:
    letters = sorted({letter for page in pages for words in page for letter in words.text})
    known = [(letter, reads.get(letter, letter)) for letter in letters]
    pairs = [f"<{ord(letter):04x}> <{as_.encode('utf-16-be').hex()}>" for letter, as_ in known if as_]
    groups = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    mapped = "\n".join(f"{len(group)} beginbfchar\n" + "\n".join(group) + "\nendbfchar" for group in groups)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Plain def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{mapped}\nendcmap end end"
    )


def _stream(text: str) -> bytes:
    data = text.encode()
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n".encode()
    return data + head + table + tail
