"""The problem with one answer, found before the rest of its record is known: as the check would put it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from site_builder.diagnostics import choose, did_you_mean
from site_builder.editor.answers import Wrong
from site_builder.records.record import Record, validate
from site_builder.records.values import is_id, suggest_id

ID_QUESTION = "id, its permanent address (a-z, 0-9, hyphens)"


def no_id(text: str) -> str:
    """The fault of ``text`` as an id; empty when it is one."""
    if is_id(text):
        return ""
    better = suggest_id(text)
    advice = f"write {better}" if better else "use lowercase letters a-z and digits, joined by single hyphens"
    return f'"{text}" is not a valid id; {advice}'


def no_value(key: str, model: type[Record]) -> Wrong:
    """The check of a text as the value of ``key`` in a record of the kind ``model``."""

    def wrong(text: str) -> str:
        _, faults = validate(model, {key: text})
        for path, kind, context, said in faults:
            if path == (key,):
                return f"write {context['expected'].replace(chr(39), '')}" if kind == "literal_error" else said
        return ""

    return wrong


def unknown(kind: str, known: Iterable[str]) -> Wrong:
    """The check of a text as one of the ids that are ``known`` of a ``kind``."""
    ids = list(known)

    def wrong(id_: str) -> str:
        closed = kind in ("verdict", "topic") and ids
        return f'there is no {kind} "{id_}"; {choose(id_, ids) if closed else did_you_mean(id_, ids) or _listed(ids)}'

    return lambda id_: "" if id_ in ids else wrong(id_)


def _listed(ids: Sequence[str]) -> str:
    return f"there are: {', '.join(ids[:12])}{', …' if len(ids) > 12 else ''}"
