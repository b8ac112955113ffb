"""What hosts make of ``_headers``: Cloudflare adds up all rules that hold for a path, Netlify lets the last one win.

Cloudflare Pages joins the values of a header that several rules set, and drops what earlier rules set at ``! Name``;
Netlify's parser passes over a line without a colon. In a rule ``:name`` is one part of a path, and ``*`` is any rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Host = Literal["cloudflare", "netlify"]
HOSTS: tuple[Host, ...] = ("cloudflare", "netlify")


def rules(text: str) -> Iterator[tuple[str, list[str]]]:
    """The rules of a ``_headers`` file: path and lines."""
    for block in re.split(r"^(?=/)", text, flags=re.MULTILINE):
        path, *lines = block.splitlines() or [""]
        if path:
            yield path, [line.strip() for line in lines if line.strip()]


def holds(rule: str, path: str) -> bool:
    """Whether the rule for ``rule`` is one for ``path``."""
    parts = re.split(r"(:\w+|\*)", rule)
    pattern = "".join("[^/]+" if part[:1] == ":" else ".*" if part == "*" else re.escape(part) for part in parts)
    return re.fullmatch(pattern, path) is not None


def sent(text: str, path: str, host: Host) -> dict[str, list[str]]:
    """The headers that ``host`` sends for ``path``: by name, each value."""
    headers: dict[str, list[str]] = {}
    for rule, lines in rules(text):
        if not holds(rule, path):
            continue
        if host == "cloudflare":
            for line in lines:
                if line.startswith("!"):
                    headers.pop(line[1:].strip().lower(), None)
        for line in lines:
            name, colon, value = line.partition(":")
            if colon:
                values = headers.setdefault(name.lower(), [])
                headers[name.lower()] = [*(values if host == "cloudflare" else ()), value.strip()]
    return headers


def framable(text: str, path: str, host: Host) -> bool:
    """Whether another site may show ``path`` in a frame: no policy that is sent forbids it (CSP 3)."""
    policies = sent(text, path, host).get("content-security-policy", [])
    assert policies, f"no policy for {path}"
    said = [found.group(1) for policy in policies if (found := re.search(r"frame-ancestors ([^;]*)", policy))]
    return all(value.strip() == "*" for value in said)
