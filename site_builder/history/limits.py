"""The limits of hosts on files, sizes and redirects. Warns before a limit is reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.contents import Content, size
from site_builder.diagnostics import Diagnostic
from site_builder.load.places import SITE_FILE


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one host, by its own documentation; None: it states no limit."""

    name: str
    """As people call it."""
    files: int | None = None
    """Files of a site."""
    size: int | None = None
    """Bytes of a site."""
    file_size: int | None = None
    """Bytes of a file."""
    in_folder: int | None = None
    """Files of a folder."""
    redirects: int | None = None
    """Lines of ``_redirects``; the host silently ignores the rest."""
    redirects_size: int | None = None
    """Bytes of ``_redirects``; as above."""


HOSTS = {
    "github": Limits("GitHub Pages", size=1_000_000_000),
    "gitlab": Limits("GitLab Pages", redirects=1_000, redirects_size=64_000),
    "netlify": Limits("Netlify", in_folder=54_000),
    "cloudflare": Limits(
        "Cloudflare Pages", files=20_000, file_size=25 * 2**20, redirects=2_000, redirects_size=100_000
    ),
    "nginx": Limits("nginx"),
    "s3": Limits("S3"),
}
NEAR = 0.9
"""The fraction of a limit above which there is a warning."""
_HELP = {
    "files": "build with --no-search (search has a file for each page), split the site, or choose another host",
    "bytes": "turn off share images (images: false) or site.zip (archive: false), or choose another host",
    "bytes in one file": "publish the file elsewhere and link to it, or leave out site.zip (archive: false)",
    "files in one folder": "split the site, or choose another host",
    "redirects": "pages at former addresses redirect by themselves; past this number, data and feeds do not",
    "bytes of redirects": "pages at former addresses redirect by themselves; past this size, data and feeds do not",
}


def over_limits(files: Mapping[str, Content], host: str | None) -> Iterator[Diagnostic]:
    """A warning for each limit of ``host`` that a site of ``files`` (contents by path) has reached, or nearly has."""
    if host is not None:
        yield from over(files, HOSTS[host])


def over(files: Mapping[str, Content], limits: Limits) -> Iterator[Diagnostic]:
    """Like :func:`over_limits`, for any limits."""
    redirects = files.get("_redirects", b"")
    lines = redirects.count(b"\n") if isinstance(redirects, bytes) else 0  # made in this process, so in memory
    sizes = list(map(size, files.values()))
    folders = Counter(name.rpartition("/")[0] for name in files)
    for what, most, there in (
        ("files", limits.files, len(files)),
        ("bytes", limits.size, sum(sizes)),
        ("bytes in one file", limits.file_size, max(sizes, default=0)),
        ("files in one folder", limits.in_folder, max(folders.values(), default=0)),
        ("redirects", limits.redirects, lines),
        ("bytes of redirects", limits.redirects_size, size(redirects)),
    ):
        if most is not None and there > NEAR * most:
            message = f"{limits.name} allows at most {most:,} {what}, and the site has {there:,}"
            yield Diagnostic("host-limit", message, SITE_FILE, help=_HELP[what])
