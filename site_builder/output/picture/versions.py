"""The versions of the libraries that draw, and whether they are installed."""

from __future__ import annotations

import hashlib
from importlib import metadata, util
from pathlib import Path

FONT_PACKAGE = "font_source_serif_pro"
PROGRAM = Path(__file__).parent
"""The modules that draw."""


def version() -> str | None:
    """Everything that decides the bytes of a picture beside its words; None where the ``images`` extra is missing.

    This program's part is a digest of its own modules, so that nobody has to think of a number. Pillow's version
    stands for its drawing, FreeType's for the outlines of letters: a Pillow that a system brings may be linked with
    another FreeType than the wheel of the same version.
    """
    if util.find_spec("PIL") is None or util.find_spec(FONT_PACKAGE) is None:
        return None
    import PIL
    from PIL import features

    own = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(PROGRAM.glob("*.py")))).hexdigest()
    fonts = metadata.version(FONT_PACKAGE)
    return f"{own} Pillow {PIL.__version__} FreeType {features.version('freetype2')} {FONT_PACKAGE} {fonts}"
