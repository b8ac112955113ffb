"""Character references as browsers read them: ``&#146;`` is ’, as it was in Windows-1252.

After the HTML Standard's "Named character references" and "Numeric character reference end state".
"""

from __future__ import annotations

import re
from html import unescape

REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_SPACES = "\t\n\r \xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""White space that stays as it is; any other would end a line for some readers of published files."""
LOST = "\ufffd"
"""The sign in place of a character that could not be read."""


def decoded(reference: str) -> str | None:
    """The characters that ``reference`` stands for, :data:`LOST` for a code that is no character; None: it is text."""
    found = unescape(reference)
    # The library reads a name without its semicolon as well (&notit;), and gives controls as nothing.
    is_named = not reference.startswith("&#")
    if found == reference or (is_named and found.endswith(";") and reference != "&semi;"):
        return None
    if found and found.isspace():
        return found if found in _SPACES else " "
    return found if found and not _is_control(found) else None


def _is_control(found: str) -> bool:
    return len(found) == 1 and (found < " " or "\x7f" <= found <= "\x9f")
