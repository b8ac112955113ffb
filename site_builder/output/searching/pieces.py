"""The wording about a page in a row: a word's positions in the text, by weight, and in the fields, as bytes (CBOR).

Most of it is said again and again, so each wording has a number, and rows are made of numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from site_builder.output.searching.cbor import ARRAY, NEGATIVE, UNSIGNED, head
from site_builder.output.searching.document import LONGEST

BITS = LONGEST.bit_length()
"""A place is a weight or field, and after that, in so many bits, a position."""
POSITION = (1 << BITS) - 1
"""The bits of the position."""
_NOTHING = head(ARRAY, 0)


class Pieces:
    """A table of wordings, which only grows."""

    def __init__(self, spelled: Iterable[bytes] = (), numbers: Iterable[int] = ()) -> None:
        self.spelled = list(spelled)
        """Bytes by number."""
        self.numbers = list(numbers)
        """The size of each in numbers as the engine counts them, the page's own included."""
        self.once = _Once(self)
        """The number of the wording about a page with one place in the text, by place."""
        self._single = _Single()
        self._known = {piece: number for number, piece in enumerate(self.spelled)}
        self._numbers, self._marks, self._arrays = Heads(UNSIGNED), Heads(NEGATIVE), Heads(ARRAY)

    def of(self, text: Sequence[int], fields: Sequence[int]) -> int:
        """The number of the wording about a page with these places.

        Places in the ``text`` by weight and in ``fields`` are an array each: a negative number for each weight or
        field, then steps from position to position.
        """
        in_text, count = self._spelled(text)
        in_fields, more = self._spelled(fields)
        spelled = in_text + in_fields
        number = self._known.setdefault(spelled, len(self.spelled))
        if number == len(self.spelled):
            self.spelled.append(spelled)
            self.numbers.append(1 + count + more)
        return number

    def _spelled(self, places: Sequence[int]) -> tuple[bytes, int]:
        if len(places) < 2:
            return self._single[places[0]] if places else (_NOTHING, 0)
        numbers = self._numbers
        parts = [b""]
        group, last = -1, 0
        for place in sorted(places):
            if place >> BITS == group:
                parts.append(numbers[place - last])
            else:
                group = place >> BITS
                parts += self._marks[group], numbers[place & POSITION]
            last = place
        count = len(parts) - 1
        parts[0] = self._arrays[count]
        return b"".join(parts), count

    def is_only_in_fields(self, number: int) -> bool:
        """True when it has no place in the text."""
        return self.spelled[number].startswith(_NOTHING)


class Heads(dict[int, bytes]):
    """Heads of one major type by number, each after ``before``: most are asked for again and again."""

    def __init__(self, major: int, before: bytes = b"") -> None:
        super().__init__()
        self._major, self._before = major, before

    def __missing__(self, number: int) -> bytes:
        return self.setdefault(number, self._before + head(self._major, number))


class _Once(dict[int, int]):
    """Most words are once on a page, and at few different places."""

    def __init__(self, pieces: Pieces) -> None:
        super().__init__()
        self._pieces = pieces

    def __missing__(self, place: int) -> int:
        return self.setdefault(place, self._pieces.of((place,), ()))


class _Single(dict[int, tuple[bytes, int]]):
    """The array of one place, and how many numbers it has."""

    def __missing__(self, place: int) -> tuple[bytes, int]:
        parts = head(ARRAY, 2), head(NEGATIVE, place >> BITS), head(UNSIGNED, place & POSITION)
        return self.setdefault(place, (b"".join(parts), 2))
