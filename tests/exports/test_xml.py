from __future__ import annotations

import subprocess
import sys
from xml.sax import saxutils

import pytest

from site_builder.exports.xml import attribute, escape


@pytest.mark.parametrize("text", ["", "a", "<a & b>", 'say "a"', "it's", """'"'""", "a\n\tb\r", "&amp;", "д\u2028"])
def test_texts_are_as_the_standard_library_writes_them(text: str) -> None:
    assert escape(text) == saxutils.escape(text)
    assert attribute(text) == saxutils.quoteattr(text)


def test_a_build_imports_nothing_for_networks_or_near_misses() -> None:
    unused = ("urllib.request", "http.client", "ssl", "rapidfuzz")
    code = f"import site_builder.kept, sys; print([name for name in {unused} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
