"""Turns a saved file of any kind into an article. This is the package's entry point."""

from __future__ import annotations

import re
from pathlib import PurePath

from site_builder.editor.saved.article import Saved
from site_builder.editor.saved.containers import unpack
from site_builder.editor.saved.encodings import LOST, Decoded, decode_page, decode_text
from site_builder.editor.saved.matter import read_clipped
from site_builder.editor.saved.page import read_page
from site_builder.editor.saved.pdf import is_pdf
from site_builder.editor.saved.plain import read_plain
from site_builder.editor.saved.printed import read_printed
from site_builder.editor.saved.refused import refuse
from site_builder.errors import EnvironmentProblem

_PAGE = re.compile(
    rb"\A\s*(?:<\?xml|<!doctype html|<!--)|<(?:html|head|body)[\s>]"
    rb"|^[ \t\r\f\v]*<(?:p|div|article|main|h1|meta)(?:\s[^<>]*)?>",
    re.IGNORECASE | re.MULTILINE,
)
_SNIFFED = 5000
_CONTROL = re.compile("[\0-\b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def read_saved(data: bytes, path: str) -> Saved:
    """The article in ``data``, the content of the file ``path``.

    Raises :class:`EnvironmentProblem` for a file that is no page and no text, that has no paragraph, or whose article
    has characters that were lost.
    """
    suffix = PurePath(path).suffix.lower()
    if is_pdf(data, suffix):
        return read_printed(data, path)
    refuse(data, path) if unpack(data) is None else None
    saved, text = _read(data, path, suffix)
    if not saved.paragraphs and not saved.body:
        raise EnvironmentProblem(f"no paragraph was found in {path}", "copy the words of the article into a text file")
    _refuse_lost(saved, text, path)
    return saved


def _read(data: bytes, path: str, suffix: str) -> tuple[Saved, str]:
    """The article and the text it was read from."""
    if page := unpack(data):
        decoded = decode_page(page.data, page.encoding)
        styles = [decode_page(style).text for style in page.styles]
        return _with_notes(read_page(decoded.text, page.location, styles), decoded), decoded.text
    if suffix in (".html", ".htm", ".xhtml") or _PAGE.search(data[:_SNIFFED].replace(b"\0", b"")):
        decoded = decode_page(data)
        return _with_notes(read_page(decoded.text), decoded), decoded.text
    text = decode_text(data, path)
    lines = re.sub(r"\r\n?", "\n", text)
    clipped = read_clipped(lines)
    if clipped:
        left = f"left out of the front matter: {', '.join(clipped.unknown)}"
        return Saved(body=clipped.body, own=clipped.fields, notes=(left,) if clipped.unknown else ()), text
    if suffix in (".md", ".markdown"):
        return Saved(body=lines.strip("\n")), text
    plain = read_plain(text)
    return Saved(paragraphs=tuple(("p", words) for words in plain.paragraphs), notes=plain.notes), text


def _with_notes(saved: Saved, decoded: Decoded) -> Saved:
    return Saved(saved.metadata, saved.paragraphs, saved.captions, notes=(*decoded.notes, *saved.notes))


def _refuse_lost(saved: Saved, text: str, path: str) -> None:
    """Refuse an article with signs that are no characters: nobody can know any more what stood there."""
    for words in (saved.metadata.title, *(words for _, words in saved.paragraphs), *saved.captions, saved.body):
        found = _CONTROL.search(words.replace(LOST, "\0"))
        if not found:
            continue
        near = words[max(0, found.start() - 20) : found.start() + 20].replace(words[found.start()], "�")
        at = text.find(words[max(0, found.start() - 5) : found.end()])
        line = len(re.findall(r"\r\n?|\n", text[: at if at >= 0 else text.find(words[found.start()])])) + 1
        sign = words[found.start()]
        name = "bytes that are no character" if sign == LOST else f"the character U+{ord(sign):04X}, which is not text"
        raise EnvironmentProblem(
            f"{path} has {name}, in line {line}: …{near}…",
            "save the page again, or copy the article's words from the browser into a text file in UTF-8",
        )
