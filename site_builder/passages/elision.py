"""Recognises words left out of a quotation in notations other than ``[…]``."""

from __future__ import annotations

import re

_DOTS = r"(?:…+|\.(?:\s?\.)+)"
_OTHER = re.compile(rf"\s*(?:[(\[{{<]\s*{_DOTS}\s*[)\]}}>]|{_DOTS})\s*")


def with_brackets(quote: str) -> str:
    """``quote`` on one line with ``[…]`` for every ``...``, ``…`` and ``(…)``; those at its ends left out."""
    return _OTHER.sub(" […] ", " ".join(quote.split())).removeprefix(" […] ").removesuffix(" […] ")
