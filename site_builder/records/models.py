"""The record format: one model for each thing that an editor writes.

The contract of the project's record format. Every model refuses unknown keys; every value arrives as the text
that stands in the file and is typed here. The only module that imports pydantic; knows nothing of files, other
records or pages.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, TypeVar, get_origin
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from site_builder.dates import Date, parse_date

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
MAX_ID = 80
_ID = re.compile(ID_PATTERN)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_COUNTRY = re.compile(r"[A-Z]{2}")


def _id(value: str) -> str:
    if not _ID.fullmatch(value) or len(value) > MAX_ID:
        raise PydanticCustomError("invalid-id", "{why}", {"why": _id_fault(value)})
    return value


def _id_fault(value: str) -> str:
    if len(value) > MAX_ID:
        return f"an id has at most {MAX_ID} characters; this one has {len(value)}"
    return f'"{value}" is not an id: use small letters a-z and digits, joined by single hyphens'


def is_id(value: str) -> bool:
    """True when ``value`` can be an id and with that an address."""
    return len(value) <= MAX_ID and _ID.fullmatch(value) is not None


def suggest_id(value: str) -> str:
    """The id nearest to ``value``, or nothing when no letter of it can stay."""
    return re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")[:MAX_ID].strip("-")


def _date(value: Any) -> Date:
    if not isinstance(value, str):
        raise PydanticCustomError("invalid-date", "a date must be a text such as 2020-08-19")
    try:
        return parse_date(value)
    except ValueError as problem:
        raise PydanticCustomError("invalid-date", "{why}", {"why": str(problem)}) from None


def _day(value: Any) -> Date:
    date = _date(value)
    if date.day is None or date.qualifier:
        raise PydanticCustomError("invalid-date", '"{value}" must be a day, such as 2026-11-22', {"value": value})
    return date


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"]", value)
    except ValueError:
        sound = False
    if not sound:
        raise PydanticCustomError("invalid-url", '"{value}" is not a web address (https://…)', {"value": value})
    return value


def _base_url(value: str) -> str:
    _url(value)
    if "?" in value or "#" in value:
        raise PydanticCustomError("invalid-url", "base_url has no query (?) and no fragment (#)")
    return value if value.endswith("/") else value + "/"


def _matching(pattern: re.Pattern[str], what: str) -> AfterValidator:
    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise PydanticCustomError("invalid-value", '"{value}" is not {what}', {"value": value, "what": what})
        return value

    return AfterValidator(check)


def _one_line(value: str) -> str:
    return " ".join(value.split())


T = TypeVar("T")


def _distinct(values: tuple[T, ...]) -> tuple[T, ...]:
    for index, value in enumerate(values):
        if value in values[:index]:
            raise PydanticCustomError("invalid-value", '"{value}" stands here twice', {"value": str(value)})
    return values


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Line = Annotated[Text, AfterValidator(_one_line)]
Id = Annotated[
    str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": MAX_ID})
]
Ids = Annotated[tuple[Id, ...], AfterValidator(_distinct)]
Edtf = Annotated[Date, PlainValidator(_date), WithJsonSchema({"type": "string"})]
Day = Annotated[Date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Url = Annotated[str, AfterValidator(_url), WithJsonSchema({"type": "string", "format": "uri"})]
BaseUrl = Annotated[str, AfterValidator(_base_url), WithJsonSchema({"type": "string", "format": "uri"})]
Language = Annotated[str, _matching(_LANGUAGE, "a language code (BCP 47), such as en or be")]
Country = Annotated[str, _matching(_COUNTRY, "a country code (ISO 3166-1 alpha-2), such as BY")]


def _whole_number(value: Any) -> Any:
    """YAML scalars arrive as text; ``2.0`` and ``true`` are not numbers here."""
    return int(value) if isinstance(value, str) and re.fullmatch(r"-?\d{1,9}", value) else value


WholeNumber = Annotated[int, BeforeValidator(_whole_number), Field(strict=True)]


class Record(BaseModel):
    """What all records share: frozen, and no key but those that are named."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ActorRecord(Record):
    """One entry of ``actors``: somebody who says, or of whom something is said."""

    name: Line
    kind: Literal["person", "organisation", "state", "group"] = "person"
    role: Line | None = None
    country: Country | None = None
    also_known_as: tuple[Line, ...] = ()
    same_as: tuple[Url, ...] = ()
    summary: Text | None = None
    former_ids: Ids = ()


class PassageRecord(Record):
    """A quotation and its place: a W3C TextQuoteSelector with an article."""

    article: Id
    quote: Text
    role: Literal["claim", "denial", "evidence", "context"] = "claim"
    speech: Literal["direct", "reported"] = "reported"
    speaker: Id | None = None
    prefix: Text | None = None
    suffix: Text | None = None
    translation: Text | None = None
    note: Line | None = None


class RelationRecord(Record):
    """How this claim stands to another."""

    claim: Id
    kind: Literal["contradicts", "denies", "supports", "repeats", "qualifies"]
    note: Line | None = None


class CorrectionRecord(Record):
    """What was changed after publication."""

    date: Day
    change: Line


class ClaimRecord(Record):
    """One entry of ``claims``."""

    id: Id
    actor: Id
    statement: Line
    date: Edtf
    about: Ids = ()
    accuses: Ids = ()
    topics: Ids = ()
    verdict: Id
    summary: Line
    assessment: Text | None = None
    passages: Annotated[tuple[PassageRecord, ...], Field(min_length=1)]
    relations: tuple[RelationRecord, ...] = ()
    status: Literal["draft", "published", "withdrawn"] = "published"
    published: Day | None = None
    reviewed_by: tuple[Line, ...] = ()
    corrections: tuple[CorrectionRecord, ...] = ()
    former_ids: Ids = ()


class VerdictRecord(Record):
    """One step of the rating scale."""

    id: Id
    label: Line
    definition: Line
    value: Annotated[WholeNumber, Field(ge=1, le=5)] | None = None
    tone: Literal["positive", "mixed", "negative", "neutral"] = "neutral"


class TopicRecord(Record):
    """One entry of ``topics``."""

    label: Line
    description: Line | None = None


class PublisherRecord(Record):
    """Who answers for the site."""

    name: Line
    url: Url | None = None
    email: Annotated[str, _matching(re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+"), "an e-mail address")] | None = None


class LicenceRecord(Record):
    """Under which terms the site's own records may be used."""

    name: Line
    url: Url | None = None


class PoliciesRecord(Record):
    """Ids of the pages that a fact-checker owes its readers."""

    methodology: Id | None = None
    corrections: Id | None = None
    funding: Id | None = None
    contact: Id | None = None


class SiteRecord(Record):
    """``content/site.yaml``."""

    title: Line
    tagline: Line | None = None
    language: Language = "en"
    base_url: BaseUrl
    publisher: PublisherRecord
    licence: LicenceRecord | None = None
    verdicts: Annotated[tuple[VerdictRecord, ...], Field(min_length=1)]
    topics: dict[Id, TopicRecord] = {}
    policies: PoliciesRecord = PoliciesRecord()


class ArchivedRecord(Record):
    """A copy of an article in a web archive."""

    url: Url
    date: Edtf | None = None


class ArticleRecord(Record):
    """The front matter of ``content/articles/<id>.md``."""

    title: Line
    publisher: Line
    byline: tuple[Line, ...] = ()
    agency: Line | None = None
    published: Edtf
    url: Url | None = None
    archived: ArchivedRecord | None = None
    language: Language | None = None
    source: Literal["independent", "state", "agency", "official", "other"] = "other"
    rights: Literal["excerpt", "full"] = "excerpt"
    note: Line | None = None
    former_ids: Ids = ()


class PageRecord(Record):
    """The front matter of ``content/pages/<id>.md``."""

    title: Line
    description: Line | None = None
    menu: WholeNumber | None = None


R = TypeVar("R", bound=Record)

Fault = tuple[tuple[str | int, ...], str, dict[str, Any], str]
"""Path in the record, pydantic's error type, its context and its message."""


def validate(model: type[R], data: dict[str, Any]) -> tuple[R | None, list[Fault]]:
    """Type ``data`` as ``model``; returns the record, or None and all faults at once."""
    try:
        return model.model_validate(data), []
    except ValidationError as problem:
        return None, [
            (error["loc"], error["type"], error.get("ctx", {}), error["msg"])
            for error in problem.errors(include_url=False, include_input=False)
        ]


def keys_at(model: type[Record], path: tuple[str | int, ...]) -> list[str]:
    """The keys that the record at ``path`` inside a ``model`` may have, for suggestions."""
    current: Any = model
    for step in path:
        record = _record_in(current)
        if isinstance(step, str) and get_origin(current) is not dict:
            fields = record.model_fields if record else {}
            current = fields[step].annotation if step in fields else None
        else:
            current = record
    found = _record_in(current)
    return list(found.model_fields) if found else []


def _record_in(annotation: Any) -> type[Record] | None:
    """The record class inside ``X | None``, ``tuple[X, ...]`` or ``dict[str, X]``, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        inner = _record_in(part)
        if inner is not None:
            return inner
    return None
