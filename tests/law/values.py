"""Other values for each key of each kind of record.

Most follow from the key's type: every text that is offered is tried on the model. Only a key that names another record,
or hangs together with another key, needs a row here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from site_builder.records import models as m
from site_builder.records.record import validate
from tests.law.fields import Model, optional, places, record_in, shape
from tests.law.sources import ARTICLES, CLAIMS, PAGES, SITE, Path, Sources

TEXTS = (
    "Other words", "Yet other words", "other-id", "another-id", "2026-12-05", "2026-12-06", "https://other.example/a/",
    "https://other.example/b/", "desk@other.example", "news@other.example", "fr", "nb", "FR", "NO", "4", "2", "7",
    "true", "false",
)  # fmt: skip
"""One text at least of every type that a key may have, and another."""

NAMES: Mapping[tuple[Model, str], str] = {
    (m.ClaimRecord, "actor"): "actor",
    (m.ClaimRecord, "about"): "actor",
    (m.ClaimRecord, "accuses"): "actor",
    (m.ClaimRecord, "topics"): "topic",
    (m.ClaimRecord, "verdict"): "verdict",
    (m.WasRecord, "verdict"): "verdict",
    (m.WasRecord, "scale"): "scale",
    (m.ClaimRecord, "scale"): "scale",
    (m.PassageRecord, "speaker"): "actor",
    (m.PersonRecord, "interests"): "actor",
    (m.AskedRecord, "of"): "actor",
    (m.RelationRecord, "claim"): "claim",
    (m.ActorRecord, "members"): "actor",
    **{(m.PoliciesRecord, key): "page" for key in m.PoliciesRecord.model_fields},
}
"""Keys that name a record, and of which kind."""


def ids(sources: Sources, kind: str) -> list[str]:
    """The ids of all records of a ``kind``, the most used first; of claims those that readers see."""
    if kind == "page":
        return [name.removeprefix(PAGES).removesuffix(".md") for name in sources.names(PAGES)]
    if kind == "verdict":
        return [verdict["id"] for verdict in sources.get((SITE, "verdicts"))]
    if kind == "scale":
        return list(sources.get((SITE, "scales")) or ())
    if kind == "topic":
        return list(sources.get((SITE, "topics")) or ())
    if kind == "actor":
        return [str(path[-1]) for path in places(sources, m.ActorRecord)]
    claims = (sources.get(path) for path in places(sources, m.ClaimRecord))
    return [claim["id"] for claim in claims if claim.get("status", "published") == "published"]


def others(sources: Sources, model: Model, path: Path, key: str) -> Iterator[Sources]:
    """``sources`` with other values of ``key`` in the record at ``path``, the most telling first."""
    own = SPECIAL.get((model, key))
    if own:
        yield from own(sources, path)
        return
    record = sources.get(path)
    for value in _offers(sources, model, key, record.get(key)):
        if value != record.get(key) and not validate(model, {**record, key: value})[1]:
            yield sources.put((*path, key), value)


def without(sources: Sources, model: Model, path: Path, key: str) -> Iterator[Sources]:
    """``sources`` where the record at ``path`` has no ``key``; nothing where it cannot be without."""
    if (model, key) == (m.SiteRecord, "topics"):
        for index, claim in enumerate(sources.get((CLAIMS, "claims"))):
            if "topics" in claim:
                sources = sources.cut((CLAIMS, "claims", index, "topics"))
    if (model, key) == (m.SiteRecord, "scales"):
        for claim in (m.ClaimRecord, m.WasRecord):
            for place in places(sources, claim):
                if "scale" in sources.get(place):
                    sources = sources.cut((*place, "scale"))
    if (model, key) != (m.ClaimRecord, "published") or sources.get((*path, "status")) == "draft":
        yield sources.cut((*path, key))


def _offers(sources: Sources, model: Model, key: str, now: Any) -> Iterator[Any]:
    annotation = model.model_fields[key].annotation
    inner = record_in(annotation)
    if shape(annotation) == "one":
        yield from _items(sources, model, key, annotation)
    elif shape(annotation) == "named":
        for item in _items(sources, model, key, inner):
            yield {**(now or {}), "other-id": item}
            yield {"other-id": item, **(now or {})}
    else:
        now = now if isinstance(now, list) else [now] if now else []
        for item in _items(sources, model, key, inner or get_args(annotation)[0]):
            yield [*now, item]
            yield [item]
            yield [item, *now]
        yield now[1:]
        yield now[::-1]


def _items(sources: Sources, model: Model, key: str, annotation: Any) -> Iterator[Any]:
    """Single values that ``annotation`` may take."""
    inner = record_in(annotation)
    if inner:
        yield from _records(sources, inner)
    elif (model, key) in NAMES:
        yield from ids(sources, NAMES[model, key])
    else:
        yield from _members(annotation) or TEXTS


def _members(annotation: Any) -> list[str]:
    """The texts of the ``Literal`` in ``annotation``."""
    if get_origin(annotation) is Literal:
        return [str(member) for member in get_args(annotation)]
    return [member for part in get_args(annotation) for member in _members(part)]


def _records(sources: Sources, model: Model) -> Iterator[dict[str, Any]]:
    """New records of ``model``: with what they must have, or with all that can be said of them alone."""
    for full in (False, True):
        record: dict[str, Any] = {}
        for key in model.model_fields:
            if optional(model, key) and not full:
                continue
            for value in _offers(sources, model, key, None):
                tried = {**record, key: value}
                if not any(fault[0][:1] == (key,) for fault in validate(model, tried)[1]):
                    record = tried
                    break
        yield record


Special = Callable[[Sources, Path], Iterator[Sources]]


def renamed(sources: Sources, kind: str, old: str, new: str) -> Sources:
    """``sources`` where every key that names the record ``old`` of a ``kind`` says ``new``, links in texts included."""

    def say(value: Any) -> Any:
        if isinstance(value, str):
            return new if value == old else value
        return [new if item == old else item for item in value]

    for (model, key), named in NAMES.items():
        if named == kind:
            for path in places(sources, model):
                value = sources.get((*path, key))
                if value is not None:
                    sources = sources.put((*path, key), say(value))
    for model, key in ((m.ClaimRecord, "assessment"), (m.ActorRecord, "summary")):
        for path in places(sources, model):
            text = sources.get((*path, key)) or ""
            if f"[[{kind}:{old}" in text:
                sources = sources.put((*path, key), _linked(text, kind, old, new))
    for name in sources.names(PAGES):
        sources = sources.write(name, _linked(sources.bodies[name], kind, old, new))
    return sources


def _linked(text: str, kind: str, old: str, new: str) -> str:
    for end in ("]", "|"):
        text = text.replace(f"[[{kind}:{old}{end}", f"[[{kind}:{new}{end}")
    return text


def _claim_id(sources: Sources, path: Path) -> Iterator[Sources]:
    old = sources.get((*path, "id"))
    before = sources.get((*path, "former_ids")) or []
    after = renamed(sources, "claim", old, f"{old}-renamed").put((*path, "id"), f"{old}-renamed")
    yield after.put((*path, "former_ids"), [*before, old])


def _verdict_id(sources: Sources, path: Path) -> Iterator[Sources]:
    old = sources.get((*path, "id"))
    yield renamed(sources, "verdict", old, f"{old}-renamed").put((*path, "id"), f"{old}-renamed")


def _article(sources: Sources, path: Path) -> Iterator[Sources]:
    """The words of another article."""
    passage = sources.get(path)
    for place in places(sources, m.PassageRecord):
        other = sources.get(place)
        if other["article"] != passage["article"]:
            yield sources.put(path, {**passage, **{key: other[key] for key in ("article", "quote")}})


def _quote(sources: Sources, path: Path) -> Iterator[Sources]:
    """Other words of the same article: a whole sentence without quotation marks."""
    passage = sources.get(path)
    body = sources.bodies[f"{ARTICLES}{passage['article']}.md"]
    for paragraph in body.split("\n\n"):
        sentence = paragraph.strip().split(". ")[0]
        if sentence and sentence.isprintable() and not set(sentence) & set('"“”[]*_'):
            yield sources.put((*path, "quote"), sentence)


def _beside(key: str, before: bool) -> Special:
    def beside(sources: Sources, path: Path) -> Iterator[Sources]:
        passage = sources.get(path)
        parts = sources.bodies[f"{ARTICLES}{passage['article']}.md"].split(passage["quote"])
        if len(parts) == 2:
            line = parts[0].rpartition("\n")[2] if before else parts[1].partition("\n")[0]
            for length in (12, 6):
                text = line[-length:] if before else line[:length]
                if text.strip() and text != passage.get(key):
                    yield sources.put((*path, key), text)

    return beside


def _one_of(key: str, *values: Any) -> Special:
    def one_of(sources: Sources, path: Path) -> Iterator[Sources]:
        for value in values:
            if value != sources.get((*path, key)):
                yield sources.put((*path, key), value)

    return one_of


def _passages(sources: Sources, path: Path) -> Iterator[Sources]:
    """One more, from another claim; one less; another order."""
    now = sources.get((*path, "passages"))
    for place in places(sources, m.PassageRecord):
        other = {**sources.get(place), "role": "context"}
        if other["quote"] not in [passage["quote"] for passage in now]:
            yield sources.put((*path, "passages"), [*now, other])
            yield sources.put((*path, "passages"), [other, *now])
    if len(now) > 1:
        yield sources.put((*path, "passages"), now[:-1])
        yield sources.put((*path, "passages"), now[::-1])


def beginnings(body: str) -> list[str]:
    """The first words of each paragraph of ``body`` that begins with a word."""
    return [" ".join(part.split()[:4]) for part in body.split("\n\n") if part[:1].isalpha()]


def _pages(sources: Sources, path: Path) -> Iterator[Sources]:
    words = beginnings(sources.bodies[str(path[0])])
    for number, begins in ((5, words[1]), (2, words[-1])):
        yield sources.put((*path, "pages"), {str(number): begins})


SPECIAL: Mapping[tuple[Model, str], Special] = {
    (m.ClaimRecord, "id"): _claim_id,
    (m.ClaimRecord, "date"): _one_of("date", "2020-08-02", "../2020-09", "2010~"),
    (m.ClaimRecord, "published"): _one_of("published", "2026-11-24", "2026-11-25"),
    (m.ClaimRecord, "passages"): _passages,
    (m.PassageRecord, "article"): _article,
    (m.PassageRecord, "quote"): _quote,
    (m.PassageRecord, "prefix"): _beside("prefix", before=True),
    (m.PassageRecord, "suffix"): _beside("suffix", before=False),
    (m.VerdictRecord, "id"): _verdict_id,
    (m.ArticleRecord, "pages"): _pages,
    (m.ScaleRecord, "until"): _one_of("until", "2031-12-31", "2032-12-31"),
    (m.ReviewRecord, "since"): _one_of("since", "2031-01-01", "2032-01-01"),
    (m.SiteRecord, "language"): _one_of("language", "ru", "be"),
    (m.SiteRecord, "base_url"): _one_of("base_url", "https://other.example/", "https://third.example/"),
}
"""Keys that hang together with others, each with what gives other values of it."""
