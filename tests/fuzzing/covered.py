"""Atheris on one of the parsers: ``python -m tests.fuzzing.covered NAME -max_total_time=60 FOLDER``.

Atheris changes its inputs by what code they reach. It is not among this project's development tools: ``pip install
atheris``, where there is one for the Python at hand. Names are in :mod:`tests.fuzzing.parsers`; what follows the name
is Atheris's own: FOLDER keeps what reaches more.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any


def main() -> None:
    """Let Atheris try one of the parsers."""
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=["site_builder"]):
        parsers = import_module("tests.fuzzing.parsers").PARSERS
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, parsers[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
