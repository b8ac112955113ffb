"""The rows of an index in which each word of a text belongs, as the engine reported them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from site_builder.output.searching.vocabulary import Vocabulary

Key = tuple[str, str | None]
"""A row: its stem, and the spelling of those that are kept apart because of their accents."""
Shares = tuple[tuple[int, int], ...]
"""The numbers of rows, each with how many parts of the word share its weight."""


class Ways:
    """A table of words and of their rows' numbers, which only grows."""

    def __init__(
        self,
        plain: Mapping[str, int] | None = None,
        compound: Mapping[str, Shares] | None = None,
        keys: Sequence[Key] = (),
    ) -> None:
        self.plain = dict(plain or {})
        """The one row of most words."""
        self.compound = dict(compound or {})
        """All rows of the others."""
        self.keys = list(keys)
        """The rows by number."""
        self._numbers = {key: number for number, key in enumerate(self.keys)}

    def __len__(self) -> int:
        return len(self.plain) + len(self.compound)

    def unknown(self, words: Iterable[str]) -> list[str]:
        """The ``words`` that are not in the table, in their order."""
        return [word for word in words if word not in self.plain and word not in self.compound]

    def learn(self, vocabulary: Vocabulary) -> None:
        """Add the words of ``vocabulary``."""
        for word, forms in vocabulary.items():
            numbers = [self._number((form.stem, form.spelling)) for form in forms]
            if len(forms) == 1:
                self.plain[word] = numbers[0]
            else:
                parts = sum(form.part for form in forms)
                shares = [parts if form.part else 1 for form in forms]
                self.compound[word] = tuple(zip(numbers, shares, strict=True))

    def of(self, word: str) -> Shares:
        """The rows of ``word``."""
        number = self.plain.get(word)
        return self.compound[word] if number is None else ((number, 1),)

    def rows(self, words: Iterable[str]) -> set[int]:
        """All rows of ``words``."""
        return {number for word in set(words) for number, _ in self.of(word)}

    def _number(self, key: Key) -> int:
        number = self._numbers.setdefault(key, len(self.keys))
        if number == len(self.keys):
            self.keys.append(key)
        return number
