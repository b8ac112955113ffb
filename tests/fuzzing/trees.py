"""Damage to records that knows what a record is: values and keys change places, kinds and depth; the file stays YAML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import yaml

from tests.fuzzing import nasty

Step = tuple[Any, Any, str]
"""A list or mapping, the index or key of one of its values, and the nearest key that is a word."""


def damaged(chance: Random, data: bytes, *, gentle: bool = False) -> bytes | None:
    """``data``, a file of records or with front matter, with damage to one value; None where it is no YAML.

    ``gentle``: a value becomes another one that its key takes, or at least one of the right kind.
    """
    text = data.decode("utf-8", "replace")
    head, body = text, ""
    front = text.startswith("---\n")
    if front:
        head, _, body = text.removeprefix("---\n").partition("\n---\n")
    try:
        tree = [yaml.load(head, yaml.CBaseLoader)]
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        steps = list(_steps(tree))
        chance.choice(GENTLE if gentle else WAYS)(chance, chance.choice(steps), steps)
    if gentle and body and chance.random() < 0.5:
        body = _with_paragraph(chance, body)
    written = _written(chance, tree[0])
    return (f"---\n{written}---\n{body}" if front else written).encode("utf-8", "surrogatepass")


def _written(chance: Random, tree: Any) -> str:
    """``tree`` in one of the styles that YAML has."""
    style = chance.choice((None, None, None, '"', "'", "|", ">"))
    flow = chance.choice((False, False, None, True))
    try:
        return yaml.dump(
            tree, Dumper=_Dumper, allow_unicode=chance.random() < 0.8, default_flow_style=flow, default_style=style,
            width=chance.choice((20, 80, 9999)), sort_keys=False,
        )  # fmt: skip
    except (RecursionError, UnicodeError):
        return str(tree)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _steps(node: Any, depth: int = 0, name: str = "") -> Iterator[Step]:
    keys = list(node) if isinstance(node, dict) else range(len(node))
    for key in keys:
        named = key if isinstance(key, str) else name
        yield node, key, named
        if isinstance(node[key], (dict, list)) and depth < 20:
            yield from _steps(node[key], depth + 1, named)


def _with_paragraph(chance: Random, body: str) -> str:
    """A text with one more paragraph, somewhere between the others."""
    paragraphs = body.split("\n\n")
    some = (chance.choice(nasty.EVERY), chance.choice(paragraphs), f"He said “{chance.choice(nasty.EVERY)}” and went.")
    paragraphs.insert(chance.randint(0, len(paragraphs)), chance.choice(some).strip("\n"))
    return "\n\n".join(paragraphs)


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(inner) for key, inner in value.items()}
    return [_copy(inner) for inner in value] if isinstance(value, list) else value


def _value(chance: Random, at: Step, steps: list[Step]) -> None:
    at[0][at[1]] = chance.choice(nasty.EVERY)


def _odd(chance: Random, at: Step, steps: list[Step]) -> None:
    """A value of another kind."""
    value = at[0][at[1]]
    text = value if isinstance(value, str) else "x"
    kinds: tuple[Any, ...] = (
        "",
        None,
        [],
        {},
        [text],
        {text: text},
        [[text]],
        [None],
        {"id": text},
        [text] * 3,
        [{text: [text]}],
    )
    at[0][at[1]] = chance.choice(kinds)


def _within(chance: Random, at: Step, steps: list[Step]) -> None:
    """A piece of text in a text, at its beginning, end or in between; or less of it, or more."""
    value = at[0][at[1]]
    if isinstance(value, str):
        place = chance.choice((0, len(value), chance.randint(0, len(value))))
        part = chance.choice((*nasty.EVERY, value))
        at[0][at[1]] = chance.choice((value[:place] + part + value[place:], value[:place], value[place:], value * 30))


def _from_elsewhere(chance: Random, at: Step, steps: list[Step]) -> None:
    there = chance.choice(steps)
    at[0][at[1]] = _copy(there[0][there[1]])


def _exchange(chance: Random, at: Step, steps: list[Step]) -> None:
    """Two values of one key, of two records: ids, dates, whole lists."""
    kind = type(at[0][at[1]])
    alike = [step for step in steps if step[2] == at[2] and type(step[0][step[1]]) is kind and step[0] is not at[0]]
    there = chance.choice(alike or [at])
    here, other = _copy(at[0][at[1]]), _copy(there[0][there[1]])
    at[0][at[1]], there[0][there[1]] = other, here


def _remove(chance: Random, at: Step, steps: list[Step]) -> None:
    if len(steps) > 1 and at[0] is not steps[0][0]:
        del at[0][at[1]]


def _again(chance: Random, at: Step, steps: list[Step]) -> None:
    """An item twice, or under another key too."""
    value = _copy(at[0][at[1]])
    if isinstance(at[0], list):
        if at[0] is not steps[0][0]:
            at[0].insert(chance.randint(0, len(at[0])), value)
    else:
        at[0][chance.choice(nasty.KEYS)] = value


def _key(chance: Random, at: Step, steps: list[Step]) -> None:
    """Another key for the same value, in the same place."""
    if isinstance(at[0], dict):
        known = [step[1] for step in steps if isinstance(step[1], str)]
        new = chance.choice(
            (chance.choice(nasty.KEYS), chance.choice(known), at[1] + "s", at[1].upper(), chance.choice(nasty.EVERY))
        )
        items = [(new if key == at[1] else key, value) for key, value in at[0].items()]
        at[0].clear()
        at[0].update(items)


def _deep(chance: Random, at: Step, steps: list[Step]) -> None:
    value = at[0][at[1]]
    for _ in range(chance.choice((1, 5, 31, 33, 100))):
        value = [value] if chance.random() < 0.5 else {"a": value}
    at[0][at[1]] = value


def _many(chance: Random, at: Step, steps: list[Step]) -> None:
    value = at[0][at[1]]
    if isinstance(value, list) and value:
        at[0][at[1]] = [_copy(item) for item in value for _ in range(chance.choice((2, 20)))]
    elif isinstance(value, dict) and value:
        at[0][at[1]] = {
            **value,
            **{f"{key}-{number}": _copy(inner) for key, inner in value.items() for number in range(5)},
        }


def _shuffle(chance: Random, at: Step, steps: list[Step]) -> None:
    value = at[0][at[1]]
    if isinstance(value, list):
        chance.shuffle(value)
    elif isinstance(value, dict):
        items = list(value.items())
        chance.shuffle(items)
        at[0][at[1]] = dict(items)


def _fitting(chance: Random, at: Step, steps: list[Step]) -> None:
    """A value that the key takes; a text gets odd characters, and keeps its words."""
    value = at[0][at[1]]
    known = nasty.FITTING.get(at[2])
    if not isinstance(value, str) or at[2] in nasty.IDS:
        _exchange(chance, at, steps)
    elif known and (at[2] != "published" or chance.random() < 0.8):
        at[0][at[1]] = chance.choice(known)
    elif at[2] not in ("quote", "prefix", "suffix", "article", "1", "2"):
        part = chance.choice((*nasty.LETTERS, *nasty.MARKDOWN, *nasty.YAML)).replace("\n", " ")
        at[0][at[1]] = chance.choice((f"{value} {part}", f"{part} {value}", f"{value[:2]}{part}{value[2:]}", part))


def _renamed(chance: Random, at: Step, steps: list[Step]) -> None:
    """One id is another one everywhere in the file."""
    value = at[0][at[1]]
    if isinstance(value, str) and at[2] in nasty.IDS:
        new = chance.choice(nasty.NEW_IDS)
        for holder, key, name in steps:
            if name in nasty.IDS and holder[key] == value:
                holder[key] = new


GENTLE: tuple[Callable[[Random, Step, list[Step]], None], ...] = (_fitting,) * 12 + (
    _exchange,
    _exchange,
    _renamed,
    _shuffle,
    _shuffle,
    _remove,
)
WAYS: tuple[Callable[[Random, Step, list[Step]], None], ...] = (
    *(_value, _value, _value, _odd, _odd, _within, _within, _from_elsewhere, _from_elsewhere, _exchange, _exchange, _exchange),
    *(_remove, _again, _again, _key, _deep, _many, _shuffle),
)  # fmt: skip
