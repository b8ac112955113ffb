"""Finds files of a project that lie where nothing reads them, and says which place or name was meant.

A folder without its s, a name with capitals, an ending that an editor's "save as" added: without a word, what is in
such a file would be missing on the site. Looks at names, and only at those places where people put such files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from difflib import get_close_matches
from itertools import islice
from pathlib import Path, PurePosixPath

from site_builder.errors import EnvironmentProblem
from site_builder.load.fence import read_regular
from site_builder.load.patience import Tell
from site_builder.load.places import (
    ARTICLES_FOLDER,
    CLAIMS_FILE,
    CLAIMS_FOLDER,
    PAGES_FOLDER,
    SITE_FILE,
    STATIC_FOLDER,
    TEMPLATES_FOLDER,
)

MOST = 1000
"""Files that are looked at in one folder: more are no mistake of a day."""
MOST_TEMPLATES = 100
"""Templates that are compared with the built-in ones: a theme has a few dozen."""
_IMAGES = dict.fromkeys(("image", "images", "img", "picture", "pictures", "photos"), f"{STATIC_FOLDER}/images")
_ANYWHERE = {
    **dict.fromkeys(("article", "articles"), ARTICLES_FOLDER),
    **dict.fromkeys(("page", "pages"), PAGES_FOLDER),
    **dict.fromkeys(("claim", "claims"), CLAIMS_FOLDER),
    **dict.fromkeys(("actor", "actors"), f"{CLAIMS_FOLDER}/actors"),
    **dict.fromkeys(("template", "templates"), TEMPLATES_FOLDER),
    **_IMAGES,
    "static": STATIC_FOLDER,
}
"""The folder that is meant by one of this name, in the root or in ``content``; capitals do not count."""
_ENDINGS = {
    ARTICLES_FOLDER: r"\.(?:md|markdown|mdown|mkd|txt)",
    PAGES_FOLDER: r"\.(?:md|markdown|mdown|mkd|txt)",
    CLAIMS_FOLDER: r"\.ya?ml",
    f"{CLAIMS_FOLDER}/actors": r"\.ya?ml",
    TEMPLATES_FOLDER: r"\.html?|\.css|\.js|\.svg|\.png",
    f"{STATIC_FOLDER}/images": r"\.(?:png|jpe?g|gif|svg|webp|avif|ico)",
    STATIC_FOLDER: r"\.\w+",
}
_FILES = {"claims.yaml": CLAIMS_FILE, "claim.yaml": CLAIMS_FILE, "site.yaml": SITE_FILE}
_MARKDOWN = re.compile(r"(?i)(?:\.(?:md|markdown|mdown|mkd|txt))+$")
_YAML = re.compile(r"(?i)\.ya?ml(?:\.txt)?$")
_HTML = re.compile(r"(?i)\.html?(?:\.txt|\.j2|\.jinja2?)?$")
_NOTHING_OF_OURS = re.compile(r"(?i)readme|license|licence|changelog|contributing")
_ARTICLE = re.compile(rb"\A(?:\xef\xbb\xbf)?---\s*\n(?:.*\n)*?publisher:", re.IGNORECASE)
_BEGINNING = 4000
"""Bytes of a file that show whether it is an article."""


def usual(name: str) -> str:
    """The name of a file with the ending that it should have, in small letters."""
    for ending, right in ((_HTML, ".html"), (_YAML, ".yaml"), (_MARKDOWN, ".md")):
        if ending.search(name):
            return ending.sub(right, name)
    return name


def strays(root: Path, content: Collection[str], tell: Tell) -> dict[str, str]:
    """Files in ``root`` that nothing reads, and the place that was meant; ``content`` are those that are read."""
    found: dict[str, str] = {}
    for above in ("", "content"):
        for entry in _entries(root / above, tell):
            name = f"{above}/{entry.name}".lstrip("/")
            if entry.is_dir(follow_symlinks=False):
                meant = "content" if not above and entry.name.casefold() == "content" else None
                found |= _in_folder(root, name, meant or _ANYWHERE.get(entry.name.casefold(), ""), tell)
            elif entry.is_file(follow_symlinks=False) and name not in content:
                place = _FILES.get(usual(entry.name).casefold(), "")
                if place and place not in content:
                    found[name] = place
                elif above and _MARKDOWN.search(name) and not _NOTHING_OF_OURS.match(entry.name):
                    folder = ARTICLES_FOLDER if _is_article(root / name, tell) else PAGES_FOLDER
                    found[name] = f"{folder}/{usual(entry.name)}"
    return found


def _in_folder(root: Path, name: str, meant: str, tell: Tell) -> Iterator[tuple[str, str]]:
    """The files in the folder ``name``, with their places in the one that is ``meant``, if it is another."""
    if not meant or meant == name or (os.path.exists(root / meant) and os.path.samefile(root / meant, root / name)):
        return
    if meant == "content":
        for path in _below(root / name, tell):
            yield f"{name}/{path}", f"content/{path}"
        return
    ending = re.compile(rf"(?i)(?:{_ENDINGS[meant]})(?:\.txt)?$")
    for path in _below(root / name, tell):
        base = PurePosixPath(path)
        if ending.search(path) and not _NOTHING_OF_OURS.match(base.name):
            flat = meant in (ARTICLES_FOLDER, PAGES_FOLDER)
            yield f"{name}/{path}", f"{meant}/{usual(base.name if flat else path)}"


def _entries(folder: Path, tell: Tell) -> list[os.DirEntry[str]]:
    tell(folder)
    with suppress(OSError), os.scandir(folder) as entries:
        return sorted((each for each in entries if _is_text(each.name)), key=lambda entry: entry.name)
    return []


def _is_text(name: str) -> bool:
    return not name.startswith((".", "#", "_")) and not name.endswith("~") and name.isprintable()


def _below(folder: Path, tell: Tell) -> Iterator[str]:
    """The files below ``folder``, at most :data:`MOST`; links are not followed, hidden folders left out."""
    count = 0
    for path, folders, names in os.walk(folder):
        tell(Path(path))
        folders[:] = sorted(filter(_is_text, folders))
        for name in sorted(filter(_is_text, names)):
            count += 1
            if count > MOST:
                return
            yield (Path(path) / name).relative_to(folder).as_posix()


def _is_article(path: Path, tell: Tell) -> bool:
    with suppress(OSError, EnvironmentProblem):
        return bool(_ARTICLE.match(read_regular(path, _BEGINNING, tell)))
    return False


def misspelt(built_in: Mapping[str, bytes], theirs: Mapping[str, bytes]) -> dict[str, str]:
    """Templates among ``theirs`` that nothing uses, and the ``built_in`` one whose name was meant."""
    known = [name for name in built_in if name.endswith(".html")]
    found: dict[str, str] = {}
    own = (name for name in theirs if name not in built_in and _HTML.search(name))
    for name in islice(own, MOST_TEMPLATES):
        near = get_close_matches(usual(name).casefold(), known, n=1, cutoff=0.8)
        used = (name.encode() in data for other, data in theirs.items() if other != name)
        if near and near[0] not in theirs and not any(used):
            found[f"{TEMPLATES_FOLDER}/{name}"] = f"{TEMPLATES_FOLDER}/{near[0]}"
    return found
