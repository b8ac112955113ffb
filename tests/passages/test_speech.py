from __future__ import annotations

import pytest

from site_builder.passages.speech import quoted


def stretches(text: str) -> list[str]:
    paragraphs, at = [], 0
    for paragraph in text.split("\n\n"):
        paragraphs.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return [text[start:end] for start, end in quoted(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"One," he said. "Two."', ["One,", "Two."]),
        ("“One ‘inner’ one,” he said.", ["One ‘inner’ one,"]),
        ("'It isn't so', he said, 'is it?'", ["It isn't so", "is it?"]),
        ("The boys' club and the girls' club", []),
        ("“One.\n\n“Two.\n\n“Three,” he said.", ["One.", "Two.", "Three,"]),
        ("“One.\n\nTwo,” he said.", ["One.", "Two,"]),
        ("„Eins“, «deux», »drei«", ["Eins", "deux", "drei"]),
        ("no marks at all", []),
        ("", []),
    ],
)
def test_what_stands_between_marks(text: str, found: list[str]) -> None:
    assert stretches(text) == found
