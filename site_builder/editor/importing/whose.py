"""Whose check a file has. Another newsroom's verdict, reason and day are for the editor to read, and never this site's.

A check is this site's own if its author has the publisher's name, or if it or its author is at the site's address.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from site_builder.editor.importing.item import Check, Item, Quotation
from site_builder.records.entries import Records

_JUDGED = {
    "verdict_label": "rating",
    "verdict": "rating",
    "summary": "reason",
    "assessment": "assessment",
    "published": "day",
}
"""What a check says in its author's name, by key of an item."""
_ALSO = ("id", "scale")
_TOLD = ("note", "translation")
"""Parts of a passage in the words of whoever checked."""
_PARTS = {
    "checked_by": "who checked it",
    "reviewed_by": "who reviewed it",
    "asked": "whom they asked",
    "corrections": "corrections",
    "relations": "relations to other claims",
    "former_ids": "former ids",
}


@dataclass(frozen=True, slots=True)
class Ours:
    """What tells this site's checks from others'."""

    publisher: str
    base_url: str

    @classmethod
    def of(cls, records: Records) -> Ours:
        """The names of the site in ``records``; none for a site that cannot be read."""
        site = records.site.record if records.site else None
        return cls(_plain(site.publisher.name), site.base_url) if site else cls("", "")

    def has(self, check: Check) -> bool:
        """True where ``check`` is this site's."""
        named = self.publisher and self.publisher in map(_plain, check.authors)
        return bool(named) or any(map(self._is_here, (check.url, *check.addresses)))

    def _is_here(self, url: str) -> bool:
        mine, other = _place(self.base_url), _place(url)
        return bool(mine[0]) and mine[0] == other[0] and other[1].startswith(mine[1])


def attributed(items: Sequence[Item], ours: Ours) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """The items with others' judgements as notes, and a note on the file if there are any."""
    made = tuple(item if item.check is None or ours.has(item.check) else _read_only(item, item.check) for item in items)
    others = sum(one is not other and not one.refused for one, other in zip(made, items, strict=True))
    if not others:
        return made, ()
    how = f"{others} of {len(items)} checks are" if others > 1 else f"1 of {len(items)} checks is"
    return made, (f"{how} not this site's: ratings, reasons and days of others are comments in the new file",)


def _read_only(item: Item, check: Check) -> Item:
    if item.refused:
        return item
    by = " and ".join(check.authors) or "somebody whom the file does not name"
    where = ", ".join(dict.fromkeys(filter(None, (*check.addresses, check.url))))
    notes = [f"checked by {by}{f' ({where})' if where else ''}, not by this site: judge it yourself"]
    said = {what: item.values[key] for key, what in _JUDGED.items() if key in item.values}
    said |= {"rating": item.values.get("verdict_label", said["rating"])} if "rating" in said else {}
    notes += [f"their {what}: {value}" for what, value in said.items()]
    left = [what for key, what in _PARTS.items() if item.parts.get(key)]
    left += [f"each passage's {key}" for key in _TOLD if any(key in each.more for each in item.quotations)]
    notes += [f"left out, because it is theirs: {', '.join(left)}"] if left else []
    values = {key: value for key, value in item.values.items() if key not in _JUDGED and key not in _ALSO}
    quotations = tuple(map(_words, item.quotations))
    return replace(item, values=values, quotations=quotations, parts={}, notes=(*notes, *item.notes))


def _words(quotation: Quotation) -> Quotation:
    return replace(quotation, more={key: value for key, value in quotation.more.items() if key not in _TOLD})


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


def _place(url: str) -> tuple[str, str]:
    """Host and path of ``url``, the path with a slash at its end; the scheme does not matter."""
    try:
        parts = urlsplit(url)
        return (
            (parts.netloc.casefold(), f"{parts.path.rstrip('/')}/") if parts.scheme in ("http", "https") else ("", "")
        )
    except ValueError:
        return "", ""
