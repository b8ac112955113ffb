"""Publishes into a folder that is mounted: a container's volume, or another file system.

Such a folder cannot be exchanged with a new one. So the site lies in a folder inside it, which can be, and the mounted
folder has a link for each entry of the site, which leads through that one folder. All links show the new site in the
same instant. Whatever else is in the mounted folder stays there.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from site_builder.errors import EnvironmentProblem
from site_builder.output.stamps import stamps

SITE = ".site-builder-site"
"""The folder in the mounted one that holds the site."""
_MOUNTS = Path("/proc/self/mountinfo")
_POINT = 4
"""The field of a line of it that names where something is mounted (proc_pid_mountinfo(5))."""
_NO_LINKS = frozenset((errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL))
"""The errors of file systems without links (symlink(2))."""


def place(output: Path) -> Path:
    """The folder in which a site for ``output`` is published: one inside of it if ``output`` is mounted, or was.

    Raises :class:`EnvironmentProblem` if ``output`` has the name of such a folder: links to it would be made around it.
    """
    real = Path(os.path.realpath(output))
    if real.name == SITE:
        raise EnvironmentProblem(f"{output} is inside the folder that shows its site", f"name that one: {real.parent}")
    return real / SITE if real.is_dir() and (is_mounted(real) or holds_site(real)) else output


def holds_site(folder: Path) -> bool:
    """True where ``folder`` has links to a site inside of it."""
    return (folder / SITE).is_dir() and not (folder / SITE).is_symlink()


def is_mounted(folder: Path) -> bool:
    """True where something is mounted at ``folder``, a real path, even a part of the same file system."""
    if os.path.ismount(folder):
        return True
    try:
        lines = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return False
    path = os.fsencode(folder)
    for sign in (b"\\", b" ", b"\t", b"\n"):  # as the kernel writes them
        path = path.replace(sign, b"\\%03o" % sign[0])
    return any(line.split(b" ")[_POINT] == path for line in lines if line)


@contextmanager
def shown(site: Path, files: Iterable[str]) -> Iterator[None]:
    """Have links in the folder around ``site`` to each entry of a site with ``files`` (relative paths).

    Within the context the site is published; after it, whether it was or not, no link leads nowhere. Nothing is done
    where ``site`` needs no links. Raises :class:`EnvironmentProblem` where something else has the name of an entry, or
    where the file system has no links, and ``OSError``.
    """
    if site.name != SITE:
        yield
        return
    try:
        _link(site, {file.partition("/")[0] for file in files})
        yield
    except BaseException:
        with suppress(OSError):  # what went wrong first is the news
            _tidy(site)
        raise
    _tidy(site)


def _link(site: Path, names: Iterable[str]) -> None:
    around = site.parent
    for name in sorted(names):
        link = around / name
        if _is_ours(link):
            continue
        if os.path.lexists(link):
            raise EnvironmentProblem(
                f"{around} is mounted, and {name} in it is not a link of this program",
                f"empty the folder; or build into a folder in it, and serve that: --output {around / 'site'}",
            )
        try:
            link.symlink_to(f"{SITE}/{name}")
        except OSError as problem:
            if problem.errno not in _NO_LINKS:
                raise
            raise EnvironmentProblem(
                f"{around} is mounted, and links in it cannot be made: {problem.strerror}",
                f"build into a folder in it, and serve that: --output {around / 'site'}",
            ) from problem


def _tidy(site: Path) -> None:
    """Remove the links in the folder around ``site`` that lead nowhere; raises ``OSError``."""
    for name in os.listdir(site.parent):
        link = site.parent / name
        if _is_ours(link) and not os.path.lexists(site / name):
            link.unlink()


def is_shown(site: Path, hidden: str) -> bool:
    """True where each entry of ``site`` but the one that is ``hidden`` has its link, or where ``site`` needs none."""
    if site.name != SITE:
        return True
    try:
        return all(_is_ours(site.parent / name) for name in os.listdir(site) if name != hidden)
    except OSError:
        return False


def compare_around(site: Path, files: Iterable[str]) -> list[str]:
    """The differences between the folder around ``site`` and links to a site with ``files``: a line each, sorted.

    Readers get what is in that folder, whatever ``site`` holds. Nothing where ``site`` needs no links.
    """
    if site.name != SITE:
        return []
    names = {file.partition("/")[0] for file in files}
    lines = [f"no link to the site: {name}" for name in names if not _is_ours(site.parent / name)]
    for entry in os.scandir(site.parent):
        if entry.name == SITE or entry.name in names:
            continue
        inside = stamps(Path(entry.path)) if entry.is_dir(follow_symlinks=False) else None
        lines += [f"unknown: {entry.name}"] if inside is None else [f"unknown: {entry.name}/{name}" for name in inside]
    return sorted(lines)


def _is_ours(link: Path) -> bool:
    return link.is_symlink() and os.readlink(link) == f"{SITE}/{link.name}"
