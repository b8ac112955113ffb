"""Renders pages to bytes, through the theme's Jinja templates.

Everything is escaped unless a template says otherwise, and a name that a page does not have is an error, not an empty
string. Knows nothing of how views are made; :mod:`site_builder.output.sandbox` limits what a template may do.
"""

from __future__ import annotations

import hashlib
import traceback
from collections import ChainMap
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import jinja2
from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from site_builder import __version__, policy, urls
from site_builder.diagnostics import Diagnostic, at, did_you_mean
from site_builder.i18n import ENGLISH, Words, direction, text_direction
from site_builder.output import memory
from site_builder.output.assets import Assets, collect
from site_builder.output.blocks import Blocks
from site_builder.output.bounds import TooLong
from site_builder.output.calls import Context, Remember
from site_builder.output.guarded import translated
from site_builder.output.misleading import refuse_made
from site_builder.output.named import Named, endless
from site_builder.output.sandbox import Sandbox
from site_builder.page import BUILT_IN, Frame, Page
from site_builder.records.characters import encoded
from site_builder.source import Source, Span

Rendered = bytes | Diagnostic
"""A page's file, or why its template cannot be used."""


class _Translate(NodeTransformer):
    """Translates the interface's fixed words once, when a template is compiled, not each time it is rendered."""

    def __init__(self, words: Words) -> None:
        self._say = words.catalogue.gettext

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        self.generic_visit(node)
        called = node.node
        alone = len(node.args) == 1 and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        if isinstance(called, nodes.Name) and called.name == "_" and alone:
            word = node.args[0]
            if isinstance(word, nodes.Const):
                return nodes.Const(self._say(word.value), lineno=node.lineno)
        return node


class _Environment(Blocks, Named, Sandbox):
    context_class = Context
    words: Words

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Translate(self.words).visit(super()._parse(source, name, filename))
        return tree

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The environment's own: a chain of mappings is slow to compare, and is compared for each import of a macro."""
        return ChainMap(d, self.globals) if d else self.globals


@dataclass(frozen=True)
class Theme:
    """Templates and assets, ready to render."""

    sources: Mapping[str, bytes]
    """Contents by path inside ``templates/``."""
    words: Words = ENGLISH
    """The interface's language."""
    hashed: bool = True
    """Whether assets are published under names that carry their content."""

    @cached_property
    def assets(self) -> Assets:
        """The assets under their published names."""
        return collect(self.sources, hashed=self.hashed)

    def after(self, earlier: Theme | None) -> Theme:
        """Take over the compiled templates of ``earlier``, if it has the same templates and words."""
        if earlier is not None and earlier.words == self.words and earlier._templates == self._templates:
            self.__dict__["_environment"] = earlier._environment
        return self

    @cached_property
    def digest(self) -> str:
        """A digest of all other input of a page besides view and frame: templates, words and asset names."""
        total = hashlib.sha256(repr((self.words.language, sorted(self.assets.paths.items()))).encode())
        for name, data in sorted(self._templates.items()):
            total.update(f"\0{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
            total.update(data)
        return total.hexdigest()

    @cached_property
    def _templates(self) -> dict[str, bytes]:
        return {name: data for name, data in self.sources.items() if name.endswith(".html")}

    @cached_property
    def _environment(self) -> _Environment:
        texts = {name: data.decode("utf-8", "replace") for name, data in self._templates.items()}

        def load(name: str) -> tuple[str, str, None] | None:
            name = name if name in texts else name.removeprefix(BUILT_IN)
            return (texts[name], name, None) if name in texts else None

        environment = _Environment(
            # The name serves as the file name too, so that a traceback shows which template a line is in.
            loader=jinja2.FunctionLoader(load),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        environment.words = self.words
        environment.install_gettext_translations(self.words.catalogue, newstyle=True)  # type: ignore[attr-defined]
        for name in ("_", "gettext", "ngettext", "pgettext", "npgettext"):
            environment.globals[name] = translated(cast("Callable[..., str]", environment.globals[name]))
        environment.globals["plurals"] = self.words.plurals
        environment.globals["direction"] = direction
        environment.filters["date"] = self.words.date
        environment.filters["directed"] = self._directed
        environment.globals["remember"] = Remember()
        environment.globals["generator"] = f"site-builder {__version__}"
        environment.globals["page_policy"] = Markup(policy.PAGE)  # noqa: S704 – our own, with quotes that are none here
        environment.globals["card_policy"] = Markup(policy.CARD)  # noqa: S704
        environment.filters["absolute"] = urls.absolute
        return environment

    def _directed(self, text: str) -> str:
        """``text``, marked where it is written against the site's language: its full stop is on the other side."""
        own = text_direction(text)
        if own in ("", direction(self.words.language)):
            return text
        return Markup('<bdi dir="{}">{}</bdi>').format(own, text)

    def compile(self) -> None:
        """Compile every template, those with an error aside."""
        meter = self._environment.meter
        for name in self._templates:
            with suppress(Exception):  # rendering with it reports the error
                try:
                    meter.start()
                    self._environment.get_template(name)
                finally:
                    meter.stop()

    def forget(self) -> None:
        """End a build: forget the remembered results for values that it did not use."""
        cast("Remember", self._environment.globals["remember"]).age()

    def render(self, page: Page, frame: Frame) -> Rendered:
        """The page's file, or why its template cannot be used.

        Once a page has taken too long, no other is tried: each might take as long.
        """
        if self._too_long:
            return self._too_long[0]
        try:
            text = self._text(page, frame)
            self._environment.meter.look()
            data = encoded(text)
            refuse_made(data, (page, frame, self.words))
            return data
        except (Exception, SystemExit) as problem:  # noqa: BLE001 – templates are the author's: any mistake is one of theirs
            self._environment.meter.stop()
            fault = self._fault(page, problem)
            if isinstance(problem, (TooLong, MemoryError)):
                self._too_long.append(fault)
            return fault

    def _text(self, page: Page, frame: Frame) -> str:
        try:
            self._environment.meter.start()
            template = self._environment.get_template(page.template)
            return template.render(
                page=page,
                view=page.view,
                site=frame,
                root=page.root,
                assets=self.assets.paths,
            )
        finally:
            self._environment.meter.stop()

    @cached_property
    def _too_long(self) -> list[Diagnostic]:
        """The fault of the page that took too long, if one did."""
        return []

    def _fault(self, page: Page, problem: BaseException) -> Diagnostic:
        name, line = page.template, 1
        for frame in traceback.extract_tb(problem.__traceback__):
            if frame.filename in self.sources:
                name, line = frame.filename, frame.lineno or line
        if isinstance(problem, jinja2.TemplateSyntaxError):
            name, line = problem.name or name, problem.lineno
        return self._diagnostic(page, name, line, problem)

    def _diagnostic(self, page: Page, name: str, line: int, problem: BaseException) -> Diagnostic:
        file = f"templates/{name}"
        data = self.sources.get(name)
        hint = None
        if isinstance(problem, jinja2.TemplateNotFound):
            names = problem.templates if isinstance(problem, jinja2.TemplatesNotFound) else [problem.name]
            message = "there is no template " + " or ".join(f'"{name}"' for name in names)
            hint = did_you_mean(str(problem.name), self.sources)
        elif isinstance(problem, MemoryError):
            message = f"the page takes more than {memory.MOST >> 30} GB of memory, or there is no more"
        elif isinstance(problem, RecursionError) and data and (loop := endless(name, data, self.sources)):
            message, line, hint = loop
        elif isinstance(problem, RecursionError):
            message = "templates, blocks or macros call one another without end, or lie too deep inside one another"
        elif isinstance(problem, SyntaxError):  # Python's, of the code that Jinja makes of the template
            message = f"too much lies inside one another: {problem.msg}"
        elif isinstance(problem, KeyError):  # it says the key alone
            message = f"there is no {problem}"
        else:
            message = str(problem) or type(problem).__name__
        message = f"{message} (while rendering {page.file})"
        if data is None:
            return Diagnostic("template-error", message, file, help=hint)
        source = Source(file, data.decode("utf-8", "replace"))
        start = source.line_start(line)
        span = Span(source, start, start + max(len(source.line_text(line)), 1))
        mend = "correct this line; if you remove your file, the built-in template is used"
        return at("template-error", span, message, help=hint or mend)
