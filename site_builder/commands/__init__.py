"""The commands, one module each: it reads, calls, prints, and returns the exit status.

Nothing else prints. Nothing heavy is imported before a command needs it, so that ``--help`` answers at once.
"""

from site_builder.commands import (
    arguments,
    build,
    check,
    coverage,
    explain,
    importing,
    init,
    new,
    printing,
    quote,
    schema,
    serve,
    verify,
)

__all__ = [
    "arguments",
    "build",
    "check",
    "coverage",
    "explain",
    "importing",
    "init",
    "new",
    "printing",
    "quote",
    "schema",
    "serve",
    "verify",
]
