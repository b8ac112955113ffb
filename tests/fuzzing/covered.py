"""Atheris on one of the parsers: ``python -m tests.fuzzing.covered NAME -max_total_time=60 FOLDER FINDS``.

Atheris changes its inputs by what code they reach. ``make fuzz-parsers`` installs it and tries all parsers. Names are
in :mod:`tests.fuzzing.parsers`, and printed where none is given; what follows the name is Atheris's own: FOLDER keeps
what reaches more, and it begins with what is in FINDS, too.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any


def main() -> None:
    """Let Atheris try one of the parsers."""
    if len(sys.argv) < 2:
        print("\n".join(import_module("tests.fuzzing.parsers").PARSERS))
        return
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=["site_builder"]):
        parsers = import_module("tests.fuzzing.parsers").PARSERS
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, parsers[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
