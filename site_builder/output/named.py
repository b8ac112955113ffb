"""Finds templates by their names, and says what is wrong with a name that is none.

Jinja looks for whatever it is given, so that a mistake ends in a message about something inside of it, such as "0".
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, MutableMapping
from typing import Any

import jinja2

from site_builder.page import BUILT_IN

_USES = re.compile(rb"""\{%-?\s*(extends|include|import|from)\s+["']([^"']+)["']""")
_EXAMPLE = 'write {% include "part.html" %}, with the name in quotation marks'


class Named(jinja2.Environment):
    """An environment in which the name of a template is a text, or one of several texts."""

    def get_template(
        self, name: Any, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> jinja2.Template:
        """As Jinja has it; raises ``TypeError`` for a name that is no text."""
        return super().get_template(_checked(name), parent, globals)

    def select_template(
        self, names: Any, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> jinja2.Template:
        """As Jinja has it; raises ``TypeError`` for what is no list of names, and ``ValueError`` for an empty one."""
        if not isinstance(names, (list, tuple, Iterator)):
            names = [names]
        every = [_checked(name) for name in names]
        if not every:
            raise ValueError(f"a list of templates is empty: {_EXAMPLE}")
        return super().select_template(every, parent, globals)

    def get_or_select_template(
        self,
        template_name_or_list: Any,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> jinja2.Template:
        """As Jinja has it, for one name or several."""
        if isinstance(template_name_or_list, (list, tuple, Iterator)):
            return self.select_template(template_name_or_list, parent, globals)
        return self.get_template(template_name_or_list, parent, globals)


def _checked(name: Any) -> str:
    """``name``, where it is a text; an undefined value says itself that it is none."""
    if isinstance(name, (str, jinja2.Undefined)):
        return str(name)
    raise TypeError(f"a template has a name, which is a text, and not a {type(name).__name__}: {_EXAMPLE}")


def endless(name: str, data: bytes, known: Container[str]) -> tuple[str, int, str] | None:
    """The reason why the template ``name`` has no end, where it uses itself: a message, the line and the remedy.

    ``known`` has the names of all templates. Returns None where it does not name itself.
    """
    for found in _USES.finditer(data):
        if found[2].decode("utf-8", "replace") == name:
            verb = found[1].decode()
            what = verb if verb in ("extends", "include") else "import"
            built_in = f'{{% {verb} "{BUILT_IN}{name}"{" import …" if verb == "from" else ""} %}}'
            remedy = (
                f"to use the built-in one, write {built_in}" if BUILT_IN + name in known else "name another template"
            )
            message = f"this template {what.removesuffix('s')}s itself"
            return message, data.count(b"\n", 0, found.start()) + 1, remedy
    return None
