"""The Markdown of the site's own texts: CommonMark with tables and footnotes, raw HTML off, and links to records.

Articles have a dialect of their own (``dialect/``). The only module that imports markdown-it-py; knows nothing of
records.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from site_builder import html

_RECORD_LINK = re.compile(r"\[\[(claim|actor|article):([^\]|\s]*)(?:\|([^\]]+))?\]\]")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.\-]*):")
_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_SUSPECT = re.compile(r"[<&]|\][(:]")


class Fault(NamedTuple):
    """Something that was made harmless, for a diagnostic."""

    code: str
    message: str
    literal: str
    """Text to look for in the source, to point at."""
    line: int
    """The line of the Markdown, from 0."""
    help: str | None = None


class Link(NamedTuple):
    """Where a record link leads."""

    href: str
    label: str


class Unknown(NamedTuple):
    """Why a record link leads nowhere."""

    message: str
    help: str | None


Resolve = Callable[[str, str], Link | Unknown]
"""From kind (claim, actor, article) and id to a link."""


def prose(text: str, resolve: Resolve, top: int = 2) -> tuple[str, list[Fault]]:
    """Render ``text`` to clean HTML, with headings from level ``top``; record links are looked up with ``resolve``."""
    parser = _parser()
    env: dict[str, object] = {}
    tokens = parser.parse(text, env)
    faults = _make_safe(tokens, text, top) + _resolve_links(tokens, resolve)
    return html.clean(parser.renderer.render(tokens, parser.options, env)).strip(), faults


def is_harmless(text: str) -> bool:
    """True when nothing in ``text`` can be at fault but its record links: it has no HTML, no entity, no other link.

    Says without parsing what :func:`prose` would find; False means only that it has to be asked.
    """
    return _SUSPECT.search(text) is None


def _make_safe(tokens: list[Token], text: str, top: int = 2) -> list[Fault]:
    """Change what must not reach a page as it is, in place, and say so where ``text`` has it unescaped."""
    faults: list[Fault] = []
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            # The page's title is its only first-level heading.
            token.tag = f"h{min(max(int(token.tag[1]), 2) + top - 2, 6)}"
        if token.type in ("td_open", "th_open") and "style" in token.attrs:
            token.attrs = {"class": str(token.attrs["style"]).replace("text-align:", "align-")}
        if token.type == "inline" and token.children:
            token.children = _safe_children(token.children, token.map[0] if token.map else 0, faults)
    return [fault for fault in faults if fault.code != "raw-html" or fault.literal in text]


def _safe_children(children: list[Token], line: int, faults: list[Fault]) -> list[Token]:
    safe: list[Token] = []
    dropping = 0
    for token in children:
        if token.type == "link_open":
            href = str(token.attrs.get("href", ""))
            scheme = _SCHEME.match(href)
            if scheme and scheme.group(1).lower() not in html.SCHEMES:
                faults.append(Fault("unsafe-link", f"links to {scheme.group(1)}: are refused", href, line))
                dropping += 1
                continue
            if scheme:
                token.attrs["rel"] = "noopener noreferrer"
        elif token.type == "link_close" and dropping:
            dropping -= 1
            continue
        elif token.type == "image":
            # Nothing is loaded from elsewhere: an image is named, not shown. Its name is text like any other, so that
            # no quotation passes over words that a reader sees.
            safe.append(Token("html_inline", "", 0, content='<span class="image">'))
            safe.append(Token("text", "", 0, content=token.content))
            token = Token("html_inline", "", 0, content="</span>")
        elif token.type in ("softbreak", "hardbreak"):
            line += 1
        if token.type == "text":
            for found in _HTML.findall(token.content):
                faults.append(Fault("raw-html", f"{found} is shown as text", found, line))
        safe.append(token)
    return safe


def _resolve_links(tokens: list[Token], resolve: Resolve) -> list[Fault]:
    faults: list[Fault] = []
    for token in tokens:
        for child in token.children or ():
            if child.type != "record_link":
                continue
            kind, name, label = child.meta["kind"], child.meta["id"], child.meta["label"]
            target = resolve(kind, name)
            child.type = "html_inline"
            if isinstance(target, Unknown):
                line = token.map[0] if token.map else 0
                faults.append(Fault("unknown-link", target.message, f"[[{kind}:{name}", line, target.help))
                child.content = html.text(label or name)
            else:
                child.content = f'<a href="{html.text(target.href)}">{html.text(label or target.label)}</a>'
    return faults


def _record_link(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    match = _RECORD_LINK.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("record_link", "", 0)
        token.meta = {"kind": match.group(1), "id": match.group(2), "label": match.group(3)}
    state.pos = match.end()
    return True


def _any_link(url: str) -> bool:  # noqa: ARG001 – the parser's signature
    """Links are judged on the tokens, where a refusal can be reported; the parser must not hide them as text."""
    return True


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False}).enable("table")
    parser.use(footnote_plugin)
    # A list under a rule; the plugin's <section> would need a heading.
    parser.add_render_rule(
        "footnote_block_open", lambda *_: '<hr class="footnotes-sep">\n<ol class="footnotes-list">\n'
    )
    parser.add_render_rule("footnote_block_close", lambda *_: "</ol>\n")
    parser.validateLink = _any_link  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "record_link", _record_link)
    return parser
