"""The tables of docs/records.md: keys of each kind of record, from the models that the builder itself uses."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from docs.regions import table
from site_builder import roles
from site_builder.editor.schema import REFERENCES
from site_builder.records import bounds, models, values
from site_builder.records.record import Record
from site_builder.relations import DESCRIPTION, RELATIONS
from site_builder.roles import ROLES

Schema = dict[str, Any]


class _Values(Record):
    """A key of each kind of value, to know its schema by."""

    line: values.Line
    text: values.Text
    id: values.Id
    date: values.Edtf
    day: values.Day
    address: values.Url
    base: values.BaseUrl
    language: values.Language
    country: values.Country
    mail: values.EMail
    page: values.PageNumber


_KINDS: Mapping[str, tuple[str, str, str]] = {
    "line": (
        "line",
        "lines",
        f"text of at most {bounds.SHORT_TEXT:,} characters; a line break in it counts as a space",
    ),
    "text": ("text", "texts", f"text of at most {bounds.TEXT:,} characters, on any number of lines"),
    "id": ("id", "ids", f"an address, as above, of at most {values.MAX_ID} characters"),
    "date": ("date", "dates", "a day, a month or a year; see [Dates](#dates)"),
    "day": ("day", "days", "a date that is one day, such as `2026-11-22`"),
    "address": ("web address", "web addresses", "whole, with `https://` or `http://`"),
    "base": ("site's address", "sites' addresses", "a web address without query, fragment, user and password"),
    "language": ("language code", "language codes", "BCP 47, such as `en` or `be-tarask`"),
    "country": ("country code", "country codes", "two capital letters (ISO 3166-1 alpha-2)"),
    "mail": ("e-mail address", "e-mail addresses", "such as `desk@paper.example`, without `mailto:`"),
    "page": ("page number", "page numbers", "a whole number from 1 to 999999"),
}
"""One, several, and what each may be."""
_RECORDS: Mapping[str, tuple[str, str, str]] = {
    "PassageRecord": ("passage", "passages", "a-passage"),
    "RelationRecord": ("relation", "relations", "a-relation"),
    "CorrectionRecord": ("correction", "corrections", "a-correction"),
    "WasRecord": ("old wording", "old wordings", "a-correction"),
    "AskedRecord": ("request", "requests", "a-request-for-a-reply"),
    "ArchivedRecord": ("archived copy", "archived copies", "an-archived-copy"),
    "VerdictRecord": ("verdict", "verdicts", "a-verdict"),
    "ScaleRecord": ("earlier scale", "earlier scales", "an-earlier-scale"),
    "TopicRecord": ("topic", "topics", "a-topic"),
    "PublisherRecord": ("publisher", "publishers", "the-publisher"),
    "LicenceRecord": ("licence", "licences", "the-licence"),
    "PoliciesRecord": ("policies", "policies", "policies"),
    "PersonRecord": ("person", "people", "a-person"),
    "ReviewRecord": ("review", "reviews", "review"),
}
"""One, several, and the heading under which its table is."""
_OF: Mapping[str, tuple[str, str]] = {
    "actors": ("an actor", "actors"),
    "articles": ("an article", "articles"),
    "claims": ("a claim", "claims"),
    "pages": ("a page", "pages"),
    "scales": ("an earlier scale", "earlier scales"),
    "topics": ("a topic", "topics"),
    "verdicts": ("a verdict", "verdicts"),
}
"""Whose ids a key holds: of one, of several."""
_BELOW = {
    roles.DESCRIPTION: "Its role for the claim, one of those below.",
    DESCRIPTION: "One of those below, read from this claim to the other.",
}
"""Descriptions that have tables of their own."""


def parts() -> dict[str, str]:
    """The regions of docs/records.md by name."""
    tables = {name: fields(getattr(models, name)) for name in models.__all__}
    kinds = table(("value", "what it may be"), [(one, said) for one, _, said in _KINDS.values()])
    meanings = [(f"`{role}`", meaning.definition) for role, meaning in ROLES.items()]
    relations = [(f"`{kind}`", meaning.definition) for kind, meaning in RELATIONS.items()]
    return tables | {
        "Values": kinds,
        "Roles": table(("role", "means"), meanings),
        "Relations": table(("kind", "means"), relations),
    }


def fields(model: type[Record]) -> str:
    """The keys of a record: name, value with its bounds, default, meaning."""
    return table(("key", "value", "default", "meaning"), list(_rows(model)))


def _rows(model: type[Record]) -> Iterator[tuple[str, ...]]:
    schema = model.model_json_schema(ref_template="{model}")
    for name, field in model.model_fields.items():
        value = schema["properties"][name]
        of = REFERENCES.get((model.__name__, name))
        said = field.description or ""
        key = f"**`{name}`**" if field.is_required() else f"`{name}`"
        default = "required" if field.is_required() else _default(value.get("default"))
        yield key, _value(value, of, several=False), default, _BELOW.get(said, said)


def _default(value: object) -> str:
    return f"`{str(value).lower()}`" if isinstance(value, (str, bool)) else "–"


def _value(schema: Schema, of: str | None, *, several: bool) -> str:
    """What ``schema`` lets a key hold, in words: one such value, or ``several``."""
    number = 1 if several else 0
    if "$ref" in schema:
        record = _RECORDS[schema["$ref"]]
        return f"[{record[number]}](#{record[2]})"
    if "anyOf" in schema:
        options = [option for option in schema["anyOf"] if option != {"type": "null"}]
        bound = {key: schema[key] for key in ("maxItems",) if key in schema}
        return ", or ".join(
            _value(option | (bound if "items" in option else {}), of, several=several) for option in options
        )
    if "enum" in schema:
        *rest, last = [f"`{choice}`" for choice in schema["enum"]]
        return f"{', '.join(rest)} {'and' if several else 'or'} {last}"
    plain = _PLAIN.get(schema.get("type") if isinstance(schema.get("type"), str) else "")
    if plain:
        return plain(schema, of)
    kind = _KINDS[_name(schema)][number]
    return f"{kind} of {_OF[of][number]}" if of else kind


def _list(schema: Schema, of: str | None) -> str:
    once = ", each once" if schema.get("uniqueItems") else ""
    most = f", at most {schema['maxItems']:,}" if "maxItems" in schema else ""
    least = ", at least one" if schema.get("minItems") else ""
    return f"list of {_value(schema['items'], of, several=True)}{once}{least}{most}"


def _mapping(schema: Schema, _: str | None) -> str:
    ((pattern, item),) = schema["patternProperties"].items()
    key = next(words[0] for name, words in _KINDS.items() if _OWN[name].get("pattern") == pattern)
    most = f", at most {schema['maxProperties']:,}" if "maxProperties" in schema else ""
    return f"mapping from {key} to {_value(item, None, several=False)}{most}"


def _number(schema: Schema, _: str | None) -> str:
    bound = f" from {schema['minimum']} to {schema['maximum']}" if "minimum" in schema else ""
    return f"whole number{bound}"


_PLAIN = {
    "array": _list,
    "object": _mapping,
    "integer": _number,
    "boolean": lambda _schema, _of: "`true` or `false`",
}


def _bare(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key not in ("title", "description", "default")}


_OWN = {name: _bare(schema) for name, schema in _Values.model_json_schema()["properties"].items()}
_NAMES = {json.dumps(schema, sort_keys=True): name for name, schema in _OWN.items()}


def _name(schema: Schema) -> str:
    return _NAMES[json.dumps(_bare(schema), sort_keys=True)]
