"""Share images: a claim's statement, verdict and speaker as a picture for link previews.

Drawn with Pillow and Source Serif, both in the ``images`` extra; without it a site has no share images and is otherwise
the same. The drawing code (:mod:`site_builder.output.picture`) is imported only when something is drawn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from site_builder import parallel
from site_builder.output import cache
from site_builder.output.picture.versions import version
from site_builder.page import ShareImage

WORTH_A_PROCESS = 40
"""Images below which starting processes takes longer than it saves."""


def font_check() -> Callable[[str], bool] | None:
    """A function that says whether the font has every character of a text; None where nothing can be drawn at all."""
    if version() is None:
        return None
    from site_builder.output.picture.letters import can_draw

    return can_draw


def draw_all(images: Iterable[ShareImage], jobs: int, folder: Path | None) -> dict[str, bytes]:
    """The PNG of each image by its path from the site's root.

    Images that the cache in ``folder`` has are not drawn again; the others are drawn in up to ``jobs`` processes.
    """
    wanted = {image.path: image for image in images}
    drawn_by = version()
    keys = {path: hashlib.sha256(f"{drawn_by}\0{path}".encode()).hexdigest() for path in wanted}
    files = {path: data for path, key in keys.items() if (data := cache.read_one(folder, "images", key)) is not None}
    missing = [path for path in wanted if path not in files]
    work = partial(_draw_some, folder)
    drawn = parallel.spread(work, [(wanted[path], keys[path]) for path in missing], jobs, WORTH_A_PROCESS)
    files.update(zip(missing, drawn, strict=True))
    cache.keep(folder, "images", set(keys.values()))
    return {path: files[path] for path in wanted}


def _draw_some(folder: Path | None, images: Sequence[tuple[ShareImage, str]]) -> list[bytes]:
    """The PNG of each image, stored under the key beside it."""
    from site_builder.output.picture.draw import draw

    drawn = [draw(image) for image, _ in images]
    for data, (_, key) in zip(drawn, images, strict=True):
        cache.write_one(folder, "images", key, data)
    return drawn
