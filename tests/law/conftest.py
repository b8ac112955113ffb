"""What every test of the law works under."""

from __future__ import annotations

from collections.abc import Iterator

import jinja2
import pytest

from tests.law.building import compiled_once


@pytest.fixture(autouse=True, scope="session")
def templates_compiled_once() -> Iterator[None]:
    """Compile each template of a language once in a session."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", compiled_once())
        yield
