"""Search entries and bundles for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_builder.output.searching.bundle import KINDS
from site_builder.output.searching.canonical import canonical
from site_builder.output.searching.engine import bundles
from site_builder.output.searching.files import unpack
from site_builder.output.searching.html import to_html
from site_builder.search import SearchEntry, SearchSection


def entry(number: int, title: str = "A claim about roads") -> SearchEntry:
    """A page with everything that an entry can have."""
    return SearchEntry(
        url=f"claims/c{number}/",
        language="en-GB",
        title=f"{title} {number}",
        sections=(
            SearchSection("reason", "Почему дороги старые; </p><script>alert(1)</script> 😀", 3),
            SearchSection(f"p-{number}", f"word{number} quoted", 6),
        ),
        shown=(
            ("by", 'Ann "A" & Bob'),
            ("beside", f"t{number % 3}"),
            ("beside", f"t{(number + 1) % 3}"),
            ("lead", "a, b: c"),
        ),
        facets=(("kind", "claim"), ("topic", f"t{number % 3}"), ("topic", f"t{(number + 1) % 3}")),
        date=f"2020-05-{1 + number % 28:02d}",
    )


def plain(title: str, text: str = "", language: str = "en", url: str = "x/") -> SearchEntry:
    """A page of a title and a text."""
    return SearchEntry(url, language, title, (SearchSection("text", text),), ())


def raw(entries: Sequence[SearchEntry]) -> dict[str, bytes]:
    """The bundle as the engine writes it."""
    return bundles([[(f"/{each.url}", to_html(each)) for each in entries]])[0]


def by_engine(entries: Sequence[SearchEntry]) -> dict[str, bytes]:
    """The engine's bundle in canonical form."""
    return canonical(raw(entries))


def unpacked(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """``files`` of a bundle, those of the index unpacked."""
    return {name: unpack(data) if name.endswith(KINDS) else data for name, data in files.items()}
