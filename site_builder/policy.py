"""The content policies of the site (Content Security Policy Level 3), for headers and for pages alike.

A page carries its own, so that it has one on hosts that send no headers, and from the disk. ``frame-ancestors`` works
in a header only: where none is sent, other sites may show any page in a frame.
"""

from __future__ import annotations

PAGE = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'"
)
"""Of every page, as it says itself: nothing inline, nothing from elsewhere."""
CARD = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
"""Of cards, as they say themselves: no script at all."""
PAGE_HEADER = f"{PAGE}; frame-ancestors 'none'"
"""Of every page, as hosts send it: in nobody's frame."""
CARD_HEADER = f"{CARD}; frame-ancestors *"
"""Of cards, as hosts send it: in everybody's frame."""
