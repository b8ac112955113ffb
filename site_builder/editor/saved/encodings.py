"""Decodes a saved page or plain text with the encoding that browsers would use.

A byte order mark decides first, then what the file that holds the page says, then the page's own ``<meta>`` (HTML
standard, 13.2.3.2); a page that names nothing is UTF-8 where it can be, else in the old encoding of its language.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from site_builder.editor.saved import labels
from site_builder.editor.saved.tokens import Start, tokens
from site_builder.errors import EnvironmentProblem

LOST = "\ufffd"
"""The sign in place of bytes that were no character."""
_HEAD_BYTES = 100_000
"""Bytes searched for a page's ``<meta>``. Prescanning ends at 1024 bytes, but browsers heed a later one, too."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_XML = re.compile(rb"""\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)""")
_PARAMETER = re.compile(r"""charset\s*=\s*["']?\s*([^\s"';]+)""", re.IGNORECASE)
_SAVE_ANEW = "open it in a browser, copy the article's words, and save them as a text in UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and notes on how it was read."""

    text: str
    """Line ends as they were; U+FFFD where bytes are no character."""
    notes: tuple[str, ...] = ()


def decode_page(data: bytes, named: str = "") -> Decoded:
    """The text of a page; ``named`` is the encoding that stands outside of it, in a header.

    Raises :class:`EnvironmentProblem` for an encoding that browsers do not read.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(codec, "replace"))
    for zeros, codec in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if data.startswith(zeros):
            return Decoded(data.decode(codec, "replace"))
    label, language = _own_label(data)
    label = (named if labels.codec(named) else "") or label
    is_utf8 = _is(data, "utf-8")
    known = labels.codec(label)
    if known is None:
        if label.lower() in labels.REPLACEMENT and not data.isascii():
            raise EnvironmentProblem(f"the page is in {label}, which browsers do not read", _SAVE_ANEW)
        if is_utf8:
            return Decoded(data.decode("utf-8"))
        known = "cp1252" if label.lower() == "x-user-defined" else labels.fallback(language)
        return Decoded(
            _decoded(data, known),
            (f"it names no encoding and was read as {_name(known)}; check that the letters are right",),
        )
    if known.startswith("utf-16"):  # it would not have been read so far
        known = "utf-8"
    if is_utf8 and not data.isascii() and _one_byte_a_character(known):
        return Decoded(data.decode("utf-8"), (f"it says {label} but is UTF-8, and was read as UTF-8",))
    return Decoded(_decoded(data, known))


def decode_text(data: bytes, path: str) -> str:
    """The text of a file that says nothing of its encoding.

    Raises :class:`EnvironmentProblem` with the line where it is no UTF-8.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = len(re.findall(rb"\r\n?|\n", data[: problem.start])) + 1
        wrong = f"{path} is not text in utf-8: byte 0x{data[problem.start]:02x} in line {line} is not a character"
        raise EnvironmentProblem(wrong, "open it in an editor, in its encoding, and save it as UTF-8") from problem


def _own_label(data: bytes) -> tuple[str, str]:
    """The encoding and the language that a page names in its first tags."""
    language = label = ""
    for token in tokens(data[:_HEAD_BYTES].decode("latin-1")):
        if not isinstance(token, Start):
            continue
        if token.tag == "html":
            language = token.attrs.get("lang", "") or token.attrs.get("xml:lang", "")
        elif token.tag == "meta":
            found = _PARAMETER.search(token.attrs.get("content", ""))
            is_type = token.attrs.get("http-equiv", "").lower() == "content-type"
            label = token.attrs.get("charset", "").strip() or (found[1] if found and is_type else "")
            if label:
                return label, language
        elif token.tag == "body":
            break
    declared = _XML.match(data)
    return (declared[1].decode("ascii", "replace") if declared else ""), language


def _decoded(data: bytes, codec: str) -> str:
    text = data.decode(codec, "replace")
    return text.translate(labels.MENDED[codec]) if codec in labels.MENDED else text


def _is(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _one_byte_a_character(codec: str) -> bool:
    return codec.startswith(("cp125", "cp866", "cp874", "iso8859", "koi8", "mac"))


def _name(codec: str) -> str:
    return re.sub(r"^cp(?=125)", "windows-", codec)
