"""The Markdown of the site's own texts: CommonMark with tables and footnotes, raw HTML off, and links to records.

Articles have a dialect of their own (``dialect/``). The only module that imports markdown-it-py; knows nothing of
records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple, Protocol
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from site_builder import html
from site_builder.addresses import link_fault, mail_meant, web_meant

# Bounded, so that a link that is never closed is not searched again and again.
_RECORD_LINK = re.compile(r"\[\[(claim|actor|article|page):([^\[\]|\s]{0,100})(?:\|([^\]]{1,1000}))?\]\]")
# Without its kind, or with another word in its place; the text of a link may be in brackets of its own.
_KINDLESS = re.compile(r"\[\[(?:\w{1,20}:)?([a-z0-9-]{1,100})(?:\|[^\]]{1,1000})?\]\](?!\()")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.\-]*):")
_HTML = re.compile(r"</?[a-zA-Z][^<>\0]*>|<!--")
_ID = re.compile(r'\bid="([^"]+)"')
_NO_HTML = "write it in Markdown, such as **bold** or [words](https://…); where the tag is meant, put a \\ before its <"
_NO_SCHEME = "link to a web address (https://…); a file for readers goes into static/"
MOST_REPEATED = 4_000_000
"""Characters that the addresses of definitions (``[label]: address``) may have, each as often as it is used."""


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
    """The target of a record link."""

    href: str
    label: str


class Unknown(NamedTuple):
    """The reason why a record link leads nowhere."""

    message: str
    help: str | None


class Resolve(Protocol):
    """The site's answers about links."""

    def __call__(self, kind: str, id_: str) -> Link | Unknown:
        """The link to the record of ``kind`` (claim, actor, article, page) with this id."""

    def kind(self, id_: str) -> str:
        """The kind of the record with this id; empty where there is none."""

    def address(self, address: str) -> Unknown | None:
        """The reason why ``address`` leads nowhere; None when it leads somewhere or elsewhere."""


class _Definitions(dict[str, dict[str, Any]]):
    """The definitions that the parser knows; it finds none any more once those found exceed :data:`MOST_REPEATED`.

    A long address that is used often would fill the machine's memory before anybody sees how long the page is.
    """

    repeated = 0

    def get(self, label: str, default: Any = None) -> Any:
        found = super().get(label, default)
        if found:
            self.repeated += len(found["href"]) + len(found["title"])
        return found if self.repeated <= MOST_REPEATED else default


def prose(text: str, resolve: Resolve, top: int = 2) -> tuple[str, list[Fault]]:
    """Render ``text`` to clean HTML, with headings from level ``top``; record links are looked up with ``resolve``."""
    parser = _parser()
    definitions = _Definitions()
    env: dict[str, object] = {"references": definitions}
    tokens = parser.parse(text, env)
    faults = list(_made_safe(tokens, resolve, top))
    if definitions.repeated > MOST_REPEATED:
        message = (
            f"the addresses of definitions have more than {MOST_REPEATED:,} characters, each as often as it is used"
        )
        faults.append(Fault("too-large", message, "]: ", 0, "shorten the addresses, or use them less often"))
    rendered = html.clean(parser.renderer.render(tokens, parser.options, env)).strip()
    # The mark of a footnote leads to a place that the text itself makes.
    places = {f"#{id_}" for id_ in _ID.findall(rendered)}
    return rendered, [fault for fault in faults if fault.code != "unknown-link" or fault.literal not in places]


def _made_safe(tokens: list[Token], resolve: Resolve, top: int) -> Iterator[Fault]:
    """Change what must not reach a page as it is, in place; yields the faults that an editor has to know of."""
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            # The page's title is its only first-level heading.
            token.tag = f"h{min(max(int(token.tag[1]), 2) + top - 2, 6)}"
        if token.type in ("td_open", "th_open") and "style" in token.attrs:
            token.attrs = {"class": str(token.attrs["style"]).replace("text-align:", "align-")}
        if token.type == "inline" and token.children:
            line = token.map[0] if token.map else 0
            for found, shift in token.meta.get("html", ()):
                yield Fault("raw-html", f"{found} is shown as text", found, line + shift, _NO_HTML)
            children = _safe_children(token.children, line, resolve)
            token.children = []
            for child in children:
                if isinstance(child, Fault):
                    yield child
                else:
                    token.children.append(child)


def _safe_children(children: Iterable[Token], line: int, resolve: Resolve) -> Iterator[Token | Fault]:
    dropping = 0
    for token in children:
        if token.type == "link_open":
            href = str(token.attrs.get("href", ""))
            scheme = _SCHEME.match(href)
            if scheme and scheme.group(1).lower() not in html.SCHEMES:
                yield _refused(scheme.group(1), href, line)
                dropping += 1
                continue
            unknown = _unsound(href) if scheme else resolve.address(href)
            if unknown:
                yield Fault("unknown-link", unknown.message, href, line, unknown.help)
            if scheme:
                token.attrs["rel"] = "noopener noreferrer"
        elif token.type == "link_close" and dropping:
            dropping -= 1
            continue
        elif token.type == "image":
            yield from _image(token, line)
            continue
        elif token.type in ("softbreak", "hardbreak"):
            line += 1
        elif token.type == "kindless_link":
            yield from _kindless(token, line, resolve)
            token = Token("text", "", 0, content=token.content)
        elif token.type == "record_link":
            kind, name, label = token.meta["kind"], token.meta["id"], token.meta["label"]
            target = resolve(kind, name)
            if isinstance(target, Unknown):
                yield Fault("unknown-link", target.message, f"[[{kind}:{name}", line, target.help)
                token = Token("html_inline", "", 0, content=html.text(label or name))
            else:
                content = f'<a href="{html.text(target.href)}">{html.text(label or target.label)}</a>'
                token = Token("html_inline", "", 0, content=content)
        yield token


def _refused(scheme: str, href: str, line: int) -> Fault:
    better = web_meant(unquote(href)) or mail_meant(unquote(href))
    advice = f"write {better}" if better else _NO_SCHEME
    return Fault("unsafe-link", f"links to {scheme}: are refused", href, line, advice)


def _unsound(href: str) -> Unknown | None:
    message, advice = link_fault(unquote(href.strip()))
    return Unknown(message, advice) if message else None


def _image(token: Token, line: int) -> Iterator[Token | Fault]:
    """Nothing is loaded from elsewhere: an image is named, not shown. One without a name would be nothing at all."""
    if not token.content.strip():
        advice = "name it, ![what it shows](address), or remove it"
        yield Fault("text-as-markup", "an image without a name is not shown", "![", line, advice)
    yield Token("html_inline", "", 0, content='<span class="image">')
    yield Token("text", "", 0, content=token.content)
    yield Token("html_inline", "", 0, content="</span>")


def _kindless(token: Token, line: int, resolve: Resolve) -> Iterator[Fault]:
    """The fault of a record link without a kind; none where the site has no such record, and it is text."""
    id_ = token.meta["id"]
    if kind := resolve.kind(id_):
        message = f"{token.content} does not say what it leads to"
        yield Fault("unknown-link", message, token.content, line, f"write [[{kind}:{id_}]]")


def _find_html(state: StateCore) -> None:
    """Note tags in the text, each with its line in the paragraph; escaped tags are meant as text."""
    for token in state.tokens:
        if token.type == "inline" and token.children:
            shown = {"text": None, "softbreak": "\n", "hardbreak": "\n"}
            text = "".join(shown.get(child.type, "\0") or child.content for child in token.children)
            found: list[tuple[str, int]] = []
            line = at = 0
            for match in _HTML.finditer(text):
                line += text.count("\n", at, match.start())
                at = match.start()
                found.append((match[0], line))
            token.meta["html"] = found


def _record_link(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    match = _RECORD_LINK.match(state.src, state.pos)
    other = None if match else _KINDLESS.match(state.src, state.pos)
    if not silent and match:
        token = state.push("record_link", "", 0)
        token.meta = {"kind": match.group(1), "id": match.group(2), "label": match.group(3)}
    elif not silent and other:
        token = state.push("kindless_link", "", 0)
        token.content, token.meta = other[0], {"id": other[1]}
    found = match or other
    state.pos = found.end() if found else state.pos
    return found is not None


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
    parser.core.ruler.before("text_join", "find_html", _find_html)
    return parser
