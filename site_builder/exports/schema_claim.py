"""The JSON Schema of a published claim, with its passages."""

from __future__ import annotations

from typing import get_args

from site_builder.exports.schema_parts import (
    DIGEST,
    URL,
    Schema,
    day,
    edtf,
    id_of,
    ids_of,
    list_of,
    maybe,
    maybe_text,
    one_of,
    record,
    text,
)
from site_builder.model import Attribution, Speech
from site_builder.relations import DESCRIPTION, RELATIONS
from site_builder.roles import DESCRIPTION as ROLE
from site_builder.roles import ROLES

POSITION = {
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}] * 2,
    "items": False,
    "minItems": 2,
    "description": "Start and end (exclusive) in the article's text, in characters",
}
EXACT = list_of({"type": "string"}, "The article's own words; more than one stretch where words are left out")
FORMER = ids_of("Ids under which it was published before")

_PASSAGE = record(
    "A quotation in its place",
    {
        "article": record(
            "The source",
            {
                "id": id_of("Its id"),
                "title": text("The headline"),
                "publisher": text("Who published it"),
                "url": maybe(text("The article at its publisher", format="iri")),
                "sha256": DIGEST,
            },
        ),
        "exact": EXACT,
        "positions": list_of(POSITION, "One for each stretch"),
        "role": one_of(ROLES, f"Its role for the claim. {ROLE}"),
        "speech": one_of(get_args(Speech), "direct: the speaker's own words; reported: the article's words"),
        "speaker": maybe_text("Id of who speaks; null: the article itself"),
        "translation": maybe_text("The quotation in the site's language"),
        "note": maybe_text("A remark that is shown beside it"),
    },
)
_SCALE = maybe(id_of("Id of the earlier scale that it stands on; null for the one in use"))
_VALUE = {
    "type": ["integer", "null"],
    "minimum": 1,
    "maximum": 5,
    "description": "null where the scale gives no numbers",
}
_WAS = {
    "type": "object",
    "description": "How the claim read before: those of its parts that were changed",
    "properties": {
        "statement": text("The old statement"),
        "verdict": id_of("The old verdict"),
        "scale": id_of("Id of the earlier scale that the verdict stands on; left out for the one in use"),
        "summary": text("The old summary"),
    },
    "additionalProperties": False,
}
CLAIM: Schema = {
    "id": id_of("The claim's id"),
    "url": URL,
    "actor": record("Who made the claim", {"id": id_of("The actor's id"), "name": text("The actor's name")}),
    "statement": text("The claim in the editors' words"),
    "date": edtf("When it was made; of a position, when the article reports it"),
    "attribution": one_of(
        get_args(Attribution), "statement: the actor said it; position: an article ascribes it to the actor"
    ),
    "about": ids_of("Actors it is about"),
    "accuses": ids_of("Actors it accuses"),
    "topics": ids_of("Its topics"),
    "verdict": record(
        "The rating",
        {
            "id": id_of("Its id in the rating scale"),
            "scale": _SCALE,
            "label": text("The word that readers see"),
            "meaning": text("What it means"),
            "value": _VALUE,
        },
    ),
    "summary": text("The rating's reason"),
    "assessment_html": maybe_text("How it was reached; links are in full"),
    "passages": {**list_of(_PASSAGE, "The words it rests on"), "minItems": 1},
    "relations": list_of(
        record(
            "To another claim",
            {
                "claim": id_of("The other claim"),
                "kind": one_of(RELATIONS, DESCRIPTION),
                "note": maybe_text("Why, in one sentence"),
            },
        ),
        "How it stands to other claims",
    ),
    "published": day("The day on which the check was first published"),
    "modified": day("The day of the last correction, or of publication"),
    "checked_by": list_of({"type": "string"}, "Names of those who checked it"),
    "reviewed_by": list_of({"type": "string"}, "Names of those who reviewed the check"),
    "people": list_of(
        record(
            "Somebody who checked or reviewed it",
            {
                "id": id_of("The person's id"),
                "name": text("The person's name"),
                "role": maybe_text("What the person does for the site"),
                "interests": ids_of("Actors in whom the person declares an interest"),
            },
        ),
        "What the site says of them; nothing of those it knows by name alone",
    ),
    "asked": list_of(
        record(
            "Somebody who was asked for a reply",
            {
                "date": edtf("When the newsroom asked"),
                "of": record(
                    "An actor, or by name somebody else",
                    {"id": maybe(id_of("The actor's id; null for somebody else")), "name": text("Who was asked")},
                ),
                "answer": maybe_text("The answer, where one is on file"),
                "unanswered": {"type": "boolean", "description": "True where none came by publication"},
            },
        ),
        "Those who were asked for a reply, as far as the record says",
    ),
    "corrections": list_of(
        record(
            "A correction",
            {"date": day("Its day"), "change": text("What was wrong, and what it says now"), "was": _WAS},
        ),
        "Oldest first",
    ),
    "former_ids": FORMER,
}
