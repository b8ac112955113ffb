"""Footnotes: a reference ``[^label]`` in the text, and the note ``[^label]: words`` that it leads to.

A reference without a note and a note without a reference are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from site_builder import html

SIGN = re.compile(r"\[\^([^\]\[\s]{1,100})\]")
DEFINITION = re.compile(r"[ \t]*\[\^([^\]\[\s]{1,100})\]:[ \t]+(?=\S)")
_OPENING = re.compile(r"[ \t>]*\[\^([^\]\[\s]{1,100})\]:")
SIGN_MARKUP = '<sup class="footnote-ref">'
"""The beginning of a sign's markup."""


def candidates(text: str, starts: Iterable[int]) -> frozenset[str]:
    """Labels in ``text`` with a sign and, at one of ``starts`` (the beginnings of its lines), a possible note."""
    openings = [match for start in starts if (match := _OPENING.match(text, start))]
    defined = {match[1] for match in openings if DEFINITION.match(text, match.start())}
    no_signs = {match.end(1) for match in openings}
    signs = (match for match in SIGN.finditer(text) if match.end(1) not in no_signs)
    return frozenset(
        defined.intersection(match[1] for match in signs if text[match.start() - 1 : match.start()] != "\\")
    )


class Notes:
    """The notes of one article, numbered in the order in which signs lead to them."""

    def __init__(self, labels: Iterable[str]) -> None:
        """``labels`` are those of the notes."""
        self.labels = frozenset(labels)
        """The labels to which a sign can lead."""
        self._counts: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._order: list[str] = []

    def sign(self, label: str) -> str | None:
        """The markup of the next sign with ``label``; None when there is no such note."""
        if label not in self.labels:
            return None
        before = self._counts.get(label, 0)
        self._counts[label] = before + 1
        number = self.number(label)
        own, shown = (
            (f"fnref{number}", f"{number}") if not before else (f"fnref{number}:{before}", f"{number}:{before}")
        )
        return f'{SIGN_MARKUP}<a href="#fn{number}" id="{own}">[{html.text(shown)}]</a></sup>'

    def number(self, label: str) -> int:
        """The number of the note ``label``, from 1; one that no sign led to so far gets the next."""
        if label not in self._numbers:
            self._numbers[label] = len(self._numbers) + 1
            self._order.append(label)
        return self._numbers[label]

    def in_order(self, labels: Iterable[str]) -> Iterator[str]:
        """``labels`` by number; a note may have signs of others, which get theirs then."""
        left = dict.fromkeys(labels)
        at = 0
        while left:
            if at == len(self._order):
                self.number(next(iter(left)))
            label = self._order[at]
            at += 1
            if label in left:
                del left[label]
                yield label

    def back(self, label: str) -> str:
        """The links from the note ``label`` back to its signs."""
        number = self.number(label)
        ids = [f"fnref{number}", *(f"fnref{number}:{before}" for before in range(1, self._counts.get(label, 0)))]
        links = (f' <a href="#{id_}" class="footnote-backref">↩︎</a>' for id_ in ids)
        return "".join(links) if label in self._counts else ""
