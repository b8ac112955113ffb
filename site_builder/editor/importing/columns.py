"""The names of a table's columns, and the field that each of them holds."""

from __future__ import annotations

import re
import shlex
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
    "scale": ("verdict scale",),
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
    "check_author": ("review author", "review publisher", "fact checker", "fact check publisher"),
    "check_url": ("review url", "check url", "fact check url"),
}
"""The names of columns by the key that they hold; case, hyphens and underscores do not count (docs/editing.md)."""
_EXAMPLE = '--columns "Aussage=statement,Datum=date"'
_KEYS = {name: key for key, names in NAMES.items() for name in names}


def plain(name: str) -> str:
    """``name`` as names are compared."""
    return re.sub(r"[\s_-]+", " ", name).strip(" \ufeff:*").casefold()


def named(text: str) -> dict[str, str]:
    """The keys that columns hold, as an editor gives them, by name: ``Aussage=statement,Datum=date``.

    A name may have commas and equals signs in it. Raises :class:`EnvironmentProblem` where it cannot be read.
    """
    found: dict[str, str] = {}
    begun = ""
    for part in text.split(","):
        name, sign, what = f"{begun}{part}".rpartition("=")
        if not sign:
            begun = f"{begun}{part},"
            continue
        key, begun = _KEYS.get(plain(what)), ""
        if not plain(name):
            raise EnvironmentProblem(f'--columns: "{part.strip()}" names no column', _EXAMPLE)
        if key is None:
            hint = did_you_mean(plain(what), _KEYS)
            raise EnvironmentProblem(
                f'--columns: "{what.strip()}" is nothing that a column holds',
                f"{f'{hint} ' if hint else ''}a column holds one of {', '.join(NAMES)}",
            )
        if found.setdefault(plain(name), key) != key:
            raise EnvironmentProblem(f'--columns: "{name.strip()}" stands there twice', "name each column once")
    if begun:
        raise EnvironmentProblem(f'--columns: "{begun.rstrip(",").strip()}" has no equals sign', _EXAMPLE)
    return found


def known(header: Sequence[str], given: Mapping[str, str]) -> int:
    """The number of names in ``header`` that are known, or ``given`` (:func:`named`)."""
    return sum(plain(name) in given or plain(name) in _KEYS for name in header)


def unread(names: Sequence[str]) -> tuple[str, ...]:
    """Notes on the columns ``names``, which hold nothing that is known."""
    if not names:
        return ()
    example = shlex.quote(f"{names[0]}=statement")
    return (
        f"columns that are not read: {', '.join(names)}",
        f"    to say what one of them holds: --columns {example}; it can hold {', '.join(NAMES)}",
    )


def keys_of(header: Sequence[str], given: Mapping[str, str]) -> dict[int, str]:
    """The key that each column (from 0) holds; columns of other names are left out.

    A key ``given`` for a name (:func:`named`) counts before its usual one. Raises :class:`EnvironmentProblem`
    where two columns hold the same, none says what was claimed, or one that is given is not there.
    """
    present = {plain(name) for name in header}
    if absent := [name for name in given if name not in present]:
        hint = did_you_mean(absent[0], present)
        raise EnvironmentProblem(
            f'--columns: no column is called "{absent[0]}": the first row has {_listed(header)}',
            hint or "write its name as in the first row",
        )
    found: dict[int, str] = {}
    for number, name in enumerate(header):
        key = given.get(plain(name)) or _KEYS.get(plain(name))
        if key is None or (plain(name) not in given and key in given.values()):
            continue
        first = next((other for other, taken in found.items() if taken == key), None)
        if first is not None:
            same = f'two columns are called "{name.strip()}"'
            both = f'the columns "{header[first].strip()}" and "{name.strip()}" both give the {key}'
            message = same if plain(header[first]) == plain(name) else both
            raise EnvironmentProblem(f"{message}: the {_nth(first)} and the {_nth(number)}", "rename or remove one")
        found[number] = key
    if not {"statement", "quote"} & set(found.values()):
        hint = next((hint for name in header if (hint := did_you_mean(plain(name), _KEYS))), "")
        raise EnvironmentProblem(
            f"no column holds the statement of a claim: the first row has {_listed(header)}",
            f"{f'{hint} ' if hint else ''}name the columns in the first row: statement, actor, date, verdict, quote …; "
            f"or say what they hold: {_EXAMPLE}",
        )
    return found


def _listed(header: Sequence[str]) -> str:
    return ", ".join(f'"{name.strip()}"' for name in header[:12] if name.strip()) or "nothing"


def _nth(number: int) -> str:
    """``3rd`` for the column 2."""
    place = number + 1
    ending = "th" if 10 < place % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"
