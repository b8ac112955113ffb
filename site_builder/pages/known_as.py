"""The names by which readers may look for an actor: those on file and the initials of a state's or an organisation's.

Knows nothing of search: what a name weighs is for whoever asks.
"""

from __future__ import annotations

from site_builder.model import Actor

_ARTICLES = frozenset(("The", "A", "An"))
_LONGEST = 5


def names(actor: Actor) -> tuple[str, ...]:
    """Names of ``actor``, each once: as sources print it, others on file, initials."""
    found = (actor.name, *actor.also_known_as)
    if actor.kind in ("state", "organisation"):
        found = (*found, *map(initials, found))
    return tuple(dict.fromkeys(filter(None, found)))


def initials(name: str) -> str:
    """The capitals with which the words of ``name`` begin: US for United States, empty where there are fewer than two.

    Small words and a leading article have no part, nor have words behind a hyphen: OSCE is the Organization for
    Security and Co-operation in Europe. More than five letters are no name that anybody uses.
    """
    words = name.split()
    if words[:1] and words[0] in _ARTICLES:
        del words[0]
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return capitals if 2 <= len(capitals) <= _LONGEST else ""
