"""The names of a table's columns, and the field that each of them holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from site_builder.diagnostics import did_you_mean
from site_builder.errors import EnvironmentProblem

NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "statement": ("statement", "claim", "claim reviewed", "claim text"),
    "actor": ("actor", "speaker", "claimant", "said by", "who"),
    "actor_name": ("actor name", "speaker name"),
    "date": ("date", "claim date", "date of claim", "said on", "when"),
    "attribution": ("attribution",),
    "about": ("about",),
    "accuses": ("accuses",),
    "topics": ("topics", "topic", "tags", "category"),
    "verdict": ("verdict", "rating"),
    "verdict_label": ("verdict label", "rating label"),
    "summary": ("summary", "reason", "explanation"),
    "assessment": ("assessment", "analysis"),
    "quote": ("quote", "quotation", "exact", "words"),
    "prefix": ("prefix",),
    "suffix": ("suffix",),
    "speech": ("speech",),
    "translation": ("translation",),
    "article": ("article", "article id", "source", "headline", "article title"),
    "article_url": ("article url", "source url", "source link", "link to source", "link to article"),
    "published": ("published", "date published", "first published"),
}
"""The names of columns by what they hold; case, hyphens and underscores do not count. docs/editing.md lists them."""
_KEYS = {name: key for key, names in NAMES.items() for name in names}


def plain(name: str) -> str:
    """``name`` as names are compared."""
    return re.sub(r"[\s_-]+", " ", name).strip(" \ufeff:*").casefold()


def known(header: Sequence[str]) -> int:
    """How many of ``header`` are names that are known."""
    return sum(plain(name) in _KEYS for name in header)


def keys_of(header: Sequence[str]) -> dict[int, str]:
    """What each column (from 0) holds; those of other names are left out.

    Raises :class:`EnvironmentProblem` where two columns hold the same, or none says what was claimed.
    """
    found: dict[int, str] = {}
    for number, name in enumerate(header):
        key = _KEYS.get(plain(name))
        if key is None:
            continue
        first = next((other for other, taken in found.items() if taken == key), None)
        if first is not None:
            same = f'two columns are called "{name.strip()}"'
            both = f'the columns "{header[first].strip()}" and "{name.strip()}" both give the {key}'
            message = same if plain(header[first]) == plain(name) else both
            raise EnvironmentProblem(f"{message}: the {_nth(first)} and the {_nth(number)}", "rename or remove one")
        found[number] = key
    if not {"statement", "quote"} & set(found.values()):
        listed = ", ".join(f'"{name.strip()}"' for name in header[:12] if name.strip()) or "nothing"
        hint = next((hint for name in header if (hint := did_you_mean(plain(name), _KEYS))), "")
        raise EnvironmentProblem(
            f"no column holds the statement of a claim: the first row has {listed}",
            f"name the columns in the first row: statement, actor, date, verdict, quote …{f'; {hint}' if hint else ''}",
        )
    return found


def _nth(number: int) -> str:
    """``3rd`` for the column 2."""
    place = number + 1
    ending = "th" if 10 < place % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"
