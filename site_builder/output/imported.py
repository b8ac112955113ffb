"""Templates that others import: one that could keep something from page to page is made anew for each page.

Jinja makes an imported template once. Whatever a page changes there (a counter in a namespace, an iterator of which it
takes a part) would show on the next page, and in another way after a build that makes fewer pages.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import jinja2
from jinja2.environment import TemplateModule


class Imported(jinja2.Template):
    """A template that knows whether what it leaves behind is the same for every page."""

    _page: object = None
    """The page for which its module was made."""

    @cached_property
    def is_stateless(self) -> bool:
        """True when its code says that nothing in it can change, and so for what it imports."""
        names = self.root_render_func.__globals__
        self.__dict__["is_stateless"] = names["stateless"]  # for those that import each other
        return bool(names["stateless"]) and all(map(self._is_other_stateless, names["imported"]))

    def _is_other_stateless(self, name: str) -> bool:
        try:
            other = self.environment.get_template(name)
        except Exception:  # noqa: BLE001 – whoever imports it gets the error
            return False
        return isinstance(other, Imported) and other.is_stateless

    def _get_default_module(self, ctx: Any = None) -> TemplateModule:
        page = self.environment.meter.page  # type: ignore[attr-defined]
        if self._page is not page and not self.is_stateless:
            self._module = None
        self._page = page
        return super()._get_default_module(ctx)


def is_stateless(macro: Any) -> bool:
    """True for a ``macro`` that makes the same of the same on every page: of a kept module, and of no other macro."""
    template = macro._func.__globals__.get("template")
    if not isinstance(template, Imported) or not template.is_stateless:
        return False
    return getattr(template._module, macro.name, None) is macro
