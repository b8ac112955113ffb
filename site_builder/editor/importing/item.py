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
    """The article's name: its id, its headline or its address; empty where it is not named."""
    prefix: str = ""
    """The text just before the words."""
    suffix: str = ""
    """The text just after them."""
    speech: str = ""
    """``direct``, ``reported`` or nothing."""
    more: Mapping[str, str] = field(default_factory=dict)
    """Other keys of a passage: ``role``, ``speaker``, ``translation``, ``note``."""
    start: int | None = None
    """The start of the words in the article's text, in characters; counts where they are there more than once."""


@dataclass(frozen=True, slots=True)
class Check:
    """A published check, as far as the file says whose it is."""

    authors: tuple[str, ...] = ()
    """The names of its authors."""
    addresses: tuple[str, ...] = ()
    """The URLs of its authors."""
    url: str = ""
    """The URL of its page."""


@dataclass(frozen=True, slots=True)
class Item:
    """One row, review or annotation."""

    place: str
    """Its place in the file: ``row 3``."""
    values: Mapping[str, str]
    """Texts by key of a claim (``statement``, ``verdict`` …); of a list its items with semicolons between them.

    Beside the claim's own keys there are ``actor_name`` and ``verdict_label``, which count where the id says nothing.
    """
    quotations: tuple[Quotation, ...] = ()
    """Words to look for."""
    notes: tuple[str, ...] = ()
    """Notes on it for the editor."""
    parts: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    """Records of their own within a claim (``asked``, ``corrections``, ``relations`` …), by key; each by texts."""
    check: Check | None = None
    """The published check from which the verdict and its reason come; None where they are the editor's own."""
    refused: str = ""
    """The reason why nothing can be made of it; empty where something can."""


PARTIAL = "a site's own file, with a part of each claim: its data/claims.json has more"
"""The note on a file of ours from which less comes back; docs/data.md has a list."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A file as it was read."""

    items: tuple[Item, ...]
    """In the order of the file."""
    notes: tuple[str, ...] = ()
    """Notes on the file as a whole."""
