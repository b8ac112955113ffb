"""A run of tests compiles each template once: compiling is more than nine tenths of a clean build of a small site.

Commands in processes of their own compile as they always do.
"""

from __future__ import annotations

from typing import Any

import jinja2


def compile_once() -> None:
    """Let this process compile a template of a language once.

    The kind of environment, the language and the arguments are all that goes into it.
    """
    compile_ = jinja2.Environment.compile
    known: dict[tuple[object, ...], Any] = {}

    def compiled(self: Any, *arguments: Any, **named: Any) -> Any:
        key = (type(self), getattr(self, "words", None), *arguments, *named.items())
        if key not in known:
            known[key] = compile_(self, *arguments, **named)
        return known[key]

    jinja2.Environment.compile = compiled  # type: ignore[method-assign]
