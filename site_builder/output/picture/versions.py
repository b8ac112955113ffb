"""What draws, and whether it is installed. Imports nothing heavy where it is not."""

from __future__ import annotations

from importlib import metadata, util

FONT_PACKAGE = "font_source_serif_pro"
DRAWING = 3
"""Goes up by one when this program draws otherwise than before."""


def version() -> str | None:
    """Everything that decides the bytes of a picture beside its words; None where the ``images`` extra is missing.

    Pillow's version tells its drawing, FreeType's the outlines of letters: a Pillow that a system brings may be linked
    with another FreeType than the wheel of the same version.
    """
    if util.find_spec("PIL") is None or util.find_spec(FONT_PACKAGE) is None:
        return None
    import PIL
    from PIL import features

    fonts = metadata.version(FONT_PACKAGE)
    return f"{DRAWING} Pillow {PIL.__version__} FreeType {features.version('freetype2')} {FONT_PACKAGE} {fonts}"
