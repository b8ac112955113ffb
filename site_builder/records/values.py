"""The values in records: ids, texts, dates, addresses; what each may be, in words for the editor and as JSON Schema.

Every value arrives as the text that is in the file and is typed here. Knows nothing of records.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from site_builder.dates import Date, parse_date
from site_builder.latin import latin
from site_builder.notations import advice
from site_builder.records import bounds, countries, languages, web
from site_builder.records.characters import text_fault, without_separators
from site_builder.records.letters import odd_letters, plain
from site_builder.records.record import few

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
MAX_ID = 80
QUOTES = "\"'“”„‟«»‹›‘’‚`"
_ID = re.compile(ID_PATTERN)
_MAIL = r"(?!mailto:)[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+"


def _id(value: str) -> str:
    if not _ID.fullmatch(value) or len(value) > MAX_ID:
        why, better = id_fault(value)
        raise PydanticCustomError("invalid-id", "{why}", {"why": why, "help": better})
    return value


def id_fault(value: str) -> tuple[str, str]:
    """The reason why ``value`` cannot be an id, and the remedy."""
    if len(value) > MAX_ID:
        why = f"an id has at most {MAX_ID} characters; this one has {len(value)}"
        alone = "write only the id: what follows it is read as part of it"
        return why, alone if " " in value else f"write {suggest_id(value)}"
    simple = plain(value).strip(QUOTES)
    if "://" in simple:
        return f'"{value}" is a web address, and no id', "write an id: an article's is the name of its file without .md"
    if simple.endswith(".md"):
        simple = simple.removesuffix(".md").rpartition("/")[2]
    better = suggest_id(simple)
    odd = odd_letters(value)
    if odd and simple.lower() == better:
        return f'"{value}" is not a valid id: it has {" and ".join(odd)}', f"write {better}"
    message = f'"{value}" is not a valid id: use lowercase letters a-z and digits, joined by single hyphens'
    if re.search("[,;]", simple):
        apart = ", ".join(map(suggest_id, re.split("[,;]", simple)))
        return message, f"separate the ids with a comma and a space: {apart}"
    return message, f"write {better}" if better else "choose one, such as roads-2020"


def is_id(value: str) -> bool:
    """True when ``value`` can be an id and with that an address."""
    return len(value) <= MAX_ID and _ID.fullmatch(value) is not None


def suggest_id(value: str, language: str = "", most: int = MAX_ID) -> str:
    """The id nearest to ``value`` (in ``language``, BCP 47), of ``most`` characters at most, cut between words.

    Returns nothing when not all of its letters can be spelled in a–z: half a word is no id.
    """
    id_ = re.sub(r"[^a-z0-9]+", "-", latin(value, language)).strip("-")
    if len(id_) > most:
        id_ = id_[: most + 1].rpartition("-")[0] or id_[:most]
    return id_.strip("-")


def _date(value: Any, *, day: bool = False) -> Date:
    if not isinstance(value, str):
        context = {"help": "write one date after the colon"}
        raise PydanticCustomError("invalid-date", "a date must be a text such as 2020-08-19", context)
    try:
        return parse_date(value)
    except ValueError as problem:
        context = {"why": str(problem), "help": advice(value, day=day)}
        raise PydanticCustomError("invalid-date", "{why}", context) from None


def _day(value: Any) -> Date:
    date = _date(value, day=True)
    if date.day is None or date.qualifier or date.until:
        context = {"value": value, "help": advice(value, day=True)}
        raise PydanticCustomError("invalid-date", '"{value}" must be a day, such as 2026-11-22', context)
    return date


def _url(value: str) -> str:
    try:
        return web.public(value)
    except web.NoAddress as problem:
        raise PydanticCustomError("invalid-url", "{why}", {"why": problem.why, "help": problem.help}) from None


def base_url(value: str) -> str:
    """An absolute address in its one form, as :func:`site_builder.records.web.base` makes it.

    Raises a ``ValueError`` with one sentence for the editor when it cannot be a site's address.
    """
    try:
        return web.base(value)
    except web.NoAddress as problem:
        raise PydanticCustomError("invalid-url", "{why}", {"why": problem.why, "help": problem.help}) from None


def _faultless(fault: Callable[[str], tuple[str, str]]) -> AfterValidator:
    """A check by ``fault``, which returns what is wrong and the remedy, or two empty texts."""

    def check(value: str) -> str:
        why, better = fault(value)
        if why:
            raise PydanticCustomError("invalid-value", "{why}", {"why": why, "help": better})
        return value

    return AfterValidator(check)


def _country(value: str) -> tuple[str, str]:
    if value in countries.COUNTRIES:
        return "", ""
    return f'"{value}" is not a country code (ISO 3166-1 alpha-2), such as BY', countries.advice(value)


def _mail(value: str) -> tuple[str, str]:
    if re.fullmatch(_MAIL, value):
        return "", ""
    alone = re.sub(r"(?i)^mailto:|\?.*$|[<>\s]", "", value)
    better = f"write {alone}" if re.fullmatch(_MAIL, alone) else "write it as name@example.org"
    return f'"{value}" is not an e-mail address', better


def _worded(pattern: str, what: str, remedy: str) -> tuple[AfterValidator, WithJsonSchema]:
    """A text that is as ``pattern`` says in whole: here, and in schemas."""

    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            context = {"value": value, "what": what, "help": remedy}
            raise PydanticCustomError("invalid-value", '"{value}" is not {what}', context)
        return value

    return AfterValidator(check), WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


def _text(value: str) -> str:
    why, better = text_fault(value)
    if why:
        raise PydanticCustomError("invalid-value", "{why}", {"why": why, "help": better})
    return without_separators(value)


def _one_line(value: str) -> str:
    if len(value) > bounds.SHORT_TEXT:
        why = f"the text has {len(value):,} characters, more than {bounds.SHORT_TEXT:,}"
        raise PydanticCustomError("too-large", "{why}", {"why": why, "help": "shorten it"})
    return " ".join(value.split())


T = TypeVar("T")


def distinct(values: tuple[T, ...]) -> tuple[T, ...]:
    """``values``, refused when one is among them twice."""
    seen: set[T] = set()
    for index, value in enumerate(values):
        if value in seen:
            context = {"value": str(value), "index": index, "help": "remove one of the two"}
            raise PydanticCustomError("invalid-value", '"{value}" appears here twice', context)
        seen.add(value)
    return values


# In a schema a text may be a number or a truth value to an editor's YAML; here it is the text as typed.
_NO_TEXT_PATTERN = r"[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]"
_TEXT_SCHEMA: dict[str, Any] = {
    "type": ["string", "number", "boolean"],
    "pattern": rf"^(?![\s\S]*{_NO_TEXT_PATTERN})[\s\S]*\S",
}
_LEAP_YEAR = r"(\d\d(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
_DAY_PATTERN = (
    r"(?!0000)(\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8]))"
    rf"|{_LEAP_YEAR}-02-29)"
)
_EDTF_PATTERN = rf"^(\.\./)?({_DAY_PATTERN}|(?!0000)\d{{4}}(-(0[1-9]|1[0-2]))?)[~?]?$"
_EDTF_SCHEMA = {"type": ["string", "integer"], "pattern": _EDTF_PATTERN, "minimum": 1000, "maximum": 9999}
_URL_SCHEMA = {"type": "string", "pattern": rf"^(?!.*{_NO_TEXT_PATTERN}){web.PATTERN}$"}

Text = Annotated[
    str, StringConstraints(min_length=1, strip_whitespace=True), AfterValidator(_text), WithJsonSchema(_TEXT_SCHEMA)
]
Line = Annotated[Text, AfterValidator(_one_line), WithJsonSchema({**_TEXT_SCHEMA, "maxLength": bounds.SHORT_TEXT})]
Lines = Annotated[tuple[Line, ...], few(bounds.ITEMS)]
Id = Annotated[
    str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": MAX_ID})
]
_UNIQUE = Field(json_schema_extra={"uniqueItems": True})
Ids = Annotated[tuple[Id, ...], few(bounds.ITEMS), AfterValidator(distinct), _UNIQUE]
Edtf = Annotated[Date, PlainValidator(_date), WithJsonSchema(_EDTF_SCHEMA)]
Day = Annotated[Date, PlainValidator(_day), WithJsonSchema({"type": "string", "pattern": f"^{_DAY_PATTERN}$"})]
Url = Annotated[str, AfterValidator(_url), WithJsonSchema(_URL_SCHEMA)]
BaseUrl = Annotated[
    str,
    AfterValidator(base_url),
    WithJsonSchema(
        {"type": "string", "pattern": rf"^(?!.*{_NO_TEXT_PATTERN})[hH][tT][tT][pP][sS]?://{web.HOST}(/[^\s<>\"?#]*)?$"}
    ),
]
Language = Annotated[
    str, _faultless(languages.fault), WithJsonSchema({"type": "string", "pattern": f"^{languages.TAG}$"})
]
Country = Annotated[str, _faultless(_country), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"})]
EMail = Annotated[str, _faultless(_mail), WithJsonSchema({"type": "string", "pattern": f"^{_MAIL}$"})]


def _whole_number(value: Any) -> Any:
    """YAML scalars arrive as text; ``2.0`` and ``true`` are not numbers here."""
    return int(value) if isinstance(value, str) and re.fullmatch(r"-?\d{1,9}", value) else value


def _truth(value: Any) -> Any:
    """The words that are truth values in YAML 1.2, which arrive as text; ``no`` and ``off`` are none of them."""
    words = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
    return words.get(value, value) if isinstance(value, str) else value


PageNumber = Annotated[str, *_worded("[1-9][0-9]{0,5}", "the number of a page", "count the file's pages from 1: 2")]
Switch = Annotated[bool, BeforeValidator(_truth), Field(strict=True)]
WholeNumber = Annotated[int, BeforeValidator(_whole_number), Field(strict=True)]
Rating = Annotated[
    int,
    BeforeValidator(_whole_number),
    Field(strict=True, ge=1, le=5),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 5}),
]
