"""Reads the claims that a site of this program publishes: ``data/claims.json``, and the JSON beside a claim's page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from site_builder.editor.importing.item import Check, Contents, Item, Quotation
from site_builder.editor.importing.structure import Object, first, objects, text

_ONE = ("id", "statement", "date", "attribution", "summary", "published")
_MANY = ("about", "accuses", "topics")


def is_data(values: Any) -> bool:
    """True when ``values`` are claims as this program publishes them."""
    return any(isinstance(claim.get("passages"), list) and "statement" in claim for claim in _claims(values))


def read_data(values: Any) -> Contents:
    """The claims in ``values``."""
    items = tuple(_item(f"claim {number}", claim) for number, claim in enumerate(_claims(values), 1))
    has_more = any(text(claim.get("assessment_html")) for claim in _claims(values))
    return Contents(items, ("the assessment, which is HTML here, is not read",) if has_more else ())


def _claims(values: Any) -> Iterator[Object]:
    for value in objects(values):
        yield from objects(value["claims"]) if isinstance(value.get("claims"), list) else [value]


def _item(place: str, claim: Object) -> Item:
    if text(claim.get("status")) == "withdrawn" or "passages" not in claim:
        return Item(place, {}, refused="it was withdrawn: the data say no more about it")
    actor, verdict = first(claim.get("actor")), first(claim.get("verdict"))
    values = {key: text(claim.get(key)) for key in _ONE}
    values |= {key: ";".join(map(text, claim[key])) for key in _MANY if isinstance(claim.get(key), list)}
    values |= {"actor": text(actor.get("id")), "actor_name": text(actor.get("name"))}
    values |= {"verdict": text(verdict.get("id")), "verdict_label": text(verdict.get("label"))}
    values |= {"scale": text(verdict.get("scale"))}
    passages = tuple(map(_quotation, objects(claim["passages"])))
    check = Check(url=text(claim.get("url")))
    return Item(place, {key: value for key, value in values.items() if value}, passages, (), _parts(claim), check)


def _parts(claim: Object) -> dict[str, tuple[dict[str, str], ...]]:
    """The records of the claim's check, by key; texts that are not there are empty."""
    # Of several people with one name, the first.
    ids = {text(each.get("name")): text(each.get("id")) for each in reversed(objects(claim.get("people")))}
    found = {
        key: [{"name": name, "id": ids.get(name, "")} for name in map(text, _list(claim.get(key))) if name]
        for key in ("checked_by", "reviewed_by")
    }
    found["relations"] = [_texts(each, "claim", "kind", "note") for each in objects(claim.get("relations"))]
    found["asked"] = [
        _texts(each, "date", "answer")
        | _texts(first(each.get("of")), "id", "name")
        | {"unanswered": "true" if each.get("unanswered") is True else ""}
        for each in objects(claim.get("asked"))
    ]
    found["corrections"] = [
        _texts(each, "date", "change") | _texts(first(each.get("was")), "statement", "verdict", "scale", "summary")
        for each in objects(claim.get("corrections"))
    ]
    found["former_ids"] = [{"id": text(id_)} for id_ in _list(claim.get("former_ids"))]
    return {key: tuple(parts) for key, parts in found.items() if parts}


def _texts(value: Object, *keys: str) -> dict[str, str]:
    return {key: text(value.get(key)) for key in keys}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _quotation(passage: Object) -> Quotation:
    article = first(passage.get("article"))
    exact = passage.get("exact")
    parts = [text(part) for part in exact] if isinstance(exact, list) else [text(exact)]
    positions = passage.get("positions")
    more = {key: text(passage.get(key)) for key in ("role", "speaker", "translation", "note")}
    return Quotation(
        " […] ".join(filter(None, parts)),
        text(article.get("id")),
        speech=text(passage.get("speech")),
        more={key: value for key, value in more.items() if value},
        start=_start(positions),
    )


def _start(positions: Any) -> int | None:
    """The start of the passage in the article's text, in characters; None where the data do not say it."""
    try:
        return int(positions[0][0])
    except (TypeError, ValueError, IndexError, KeyError, OverflowError):
        return None
