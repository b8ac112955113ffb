"""One claim as a file from another program has it, before any of it is accepted.

The readers of each format make items; :mod:`site_builder.editor.importing.drafts` decides what of them can be filed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody says stand in an article."""

    words: str
    """The words; ``[…]`` where some are left out."""
    article: str = ""
    """What names the article: its id, its headline or its address; nothing where it is not named."""
    prefix: str = ""
    """The text just before the words."""
    suffix: str = ""
    """The text just after them."""
    speech: str = ""
    """``direct``, ``reported`` or nothing."""
    more: Mapping[str, str] = field(default_factory=dict)
    """Other keys of a passage: ``role``, ``speaker``, ``translation``, ``note``."""
    start: int | None = None
    """Where the words begin in the article's text, in characters; counts where they are there more than once."""


@dataclass(frozen=True, slots=True)
class Item:
    """One row, review or annotation."""

    place: str
    """Where it is in the file: ``row 3``."""
    values: Mapping[str, str]
    """Texts by key of a claim (``statement``, ``verdict`` …); of a list its items with semicolons between them.

    Beside the claim's own keys there are ``actor_name`` and ``verdict_label``, which count where the id says nothing.
    """
    quotations: tuple[Quotation, ...] = ()
    """Words that are to be looked for."""
    notes: tuple[str, ...] = ()
    """What the editor is told of it."""
    parts: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    """What of a claim are records of their own (``asked``, ``corrections``, ``relations`` …), by key; each by texts."""
    refused: str = ""
    """Why nothing can be made of it; nothing where something can."""


PARTIAL = "a site's own file, with a part of each claim: its data/claims.json has more"
"""What is said of a file of ours from which less comes back; docs/data.md says what."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A file as it was read."""

    items: tuple[Item, ...]
    """In the order of the file."""
    notes: tuple[str, ...] = ()
    """What is to be said about the file as a whole."""
