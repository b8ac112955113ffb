"""The site's content policies (Content Security Policy Level 3), for both headers and pages.

A page carries its own, so that it has one on hosts that send no headers, and from the disk. ``frame-ancestors`` works
in a header only: where none is sent, other sites may show any page in a frame.
"""

from __future__ import annotations

PAGE = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'"
)
"""Every page carries this policy: nothing inline, nothing from other origins."""
CARD = "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
"""Every card carries this policy: no script at all. Programs that judge a page ask for ``robots.txt`` in its name."""
PAGE_HEADER = f"{PAGE}; frame-ancestors 'none'"
"""Hosts send this policy with every page: no site may show it in a frame."""
CARD_HEADER = f"{CARD}; frame-ancestors *"
"""Hosts send this policy with cards: any site may show one in a frame."""
