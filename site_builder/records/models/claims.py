"""What ``claims.yaml`` and the files below ``claims/`` hold: actors, and claims with their parts."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from site_builder import roles
from site_builder.records import bounds
from site_builder.records.record import OR_ALONE, Record, few
from site_builder.records.values import Country, Day, Edtf, Id, Ids, Line, Lines, Text, Url
from site_builder.relations import DESCRIPTION, RelationKind
from site_builder.roles import Role


class ActorRecord(Record):
    """One entry of ``actors``: somebody who says something, or about whom something is said."""

    name: Line = Field(description="The name, as the sources print it.")
    kind: Literal["person", "organisation", "state", "group"] = Field("person", description="What the actor is.")
    role: Line | None = Field(None, description="Who the actor is, as the sources describe it.")
    country: Country | None = Field(None, description="The actor's country, such as `BY`.")
    also_known_as: Lines = Field((), description="Other names and spellings; search finds them.")
    same_as: Annotated[tuple[Url, ...], few(bounds.ITEMS)] = Field(
        (), description="The same actor elsewhere: a Wikidata item, an official page."
    )
    members: Ids = Field(
        (),
        description="Of a group or an organisation: who belongs to it. What the group says, and what is said about "
        "it, appears on the members' pages too.",
    )
    summary: Text | None = Field(None, description="A short paragraph in Markdown.")
    former_ids: Ids = Field(
        (),
        description="Ids under which the actor was published before; their addresses redirect to the present page.",
    )


class PassageRecord(Record):
    """A quotation and its place: a W3C TextQuoteSelector with an article."""

    article: Id = Field(description="The article that has the words.")
    quote: Text = Field(description="The words quoted.")
    role: Role = Field("claim", description=roles.DESCRIPTION)
    speech: Literal["direct", "reported"] = Field(
        "reported", description="`direct`: the speaker's own words; `reported`: the article's words."
    )
    speaker: Id | None = Field(
        None, description="Who speaks; left out of a passage with the role `claim`, it is the claim's actor."
    )
    prefix: Text | None = Field(
        None, description="If the quotation occurs more than once: the text just before the one that is meant."
    )
    suffix: Text | None = Field(None, description="… and just after it.")
    translation: Text | None = Field(None, description="The quotation in the site's language.")
    note: Line | None = Field(None, description="A remark that is shown beside it.")


class RelationRecord(Record):
    """A relation of this claim to another."""

    claim: Id = Field(description="The other claim.")
    kind: RelationKind = Field(description=DESCRIPTION)
    note: Line | None = Field(None, description="Why, in one sentence.")


class WasRecord(Record):
    """A claim's values before a correction: those of its keys that were changed."""

    statement: Line | None = Field(None, description="The old statement.")
    verdict: Id | None = Field(None, description="The old verdict.")
    scale: Id | None = Field(
        None, description="The scale of the old verdict, if it was on a different scale from the verdict that follows."
    )
    summary: Line | None = Field(None, description="The old summary.")


class CorrectionRecord(Record):
    """A change after publication."""

    date: Day = Field(description="The day of the change.")
    change: Line = Field(description="What was wrong, and what it says now.")
    was: WasRecord | None = Field(None, description="The old wording of what was replaced.")


class AskedRecord(Record):
    """Somebody whom the newsroom asked for a reply, and the outcome."""

    of: Line = Field(
        description="Whom the newsroom asked: the id of an actor, or the name of somebody else. A value in the form of "
        "an id must be an actor's id."
    )
    date: Edtf = Field(description="When the newsroom asked.")
    answer: Text | None = Field(
        None, description="The reply, as plain text; `none` says that no reply came by publication."
    )


class ClaimRecord(Record):
    """One entry of ``claims``."""

    compared: ClassVar[frozenset[str]] = frozenset(("quote", "prefix", "suffix"))

    id: Id = Field(description="Its address; unique among all present and former claim ids.")
    actor: Id = Field(description="Who made the claim.")
    statement: Line = Field(description="The claim in the editors' words: plain text, one sentence.")
    date: Edtf = Field(description="When the claim was made; for a position, when the article reports it.")
    attribution: Literal["statement", "position"] = Field(
        "statement",
        description="`statement`: the actor said it, in the actor's own or in reported words; `position`: the article "
        "reports nobody saying it, but ascribes it to the actor as a standing position. The claim's page then says "
        '"Position of …, as … reports it" and names no day on which it was said.',
    )
    about: Ids = Field((), description="Whom the claim is about or against.")
    accuses: Ids = Field(
        (),
        description="Those who did or do wrong, according to the claim; they count as `about` too. The page "
        "`network/` shows these.",
    )
    topics: Ids = Field((), description="The topics under which readers find it.")
    verdict: Id = Field(description="Its place in the rating scale.")
    scale: Id | None = Field(
        None, description="The earlier rating scale that has `verdict`; left out for the scale in use. See The site."
    )
    summary: Line = Field(description="One sentence that gives the reason for the verdict and makes sense on its own.")
    assessment: Text | None = Field(None, description="How the verdict was reached, in Markdown.")
    passages: Annotated[tuple[PassageRecord, ...], Field(min_length=1), few(bounds.ITEMS)] = Field(
        description="The quotations on which it rests, at least one with the role `claim`."
    )
    relations: Annotated[tuple[RelationRecord, ...], few(bounds.ITEMS)] = Field(
        (), description="Other claims, each with how this one relates to it."
    )
    status: Literal["draft", "published", "withdrawn"] = Field(
        "published", description="Whether readers see it: as it is, not yet, or only why it was withdrawn."
    )
    published: Day | None = Field(
        None, description="The day on which the check was first published; required unless the claim is a draft."
    )
    checked_by: Lines = Field((), description="Who checked it: ids of people (see The site), or names.")
    reviewed_by: Lines = Field((), description="Who reviewed the check, in the same way.")
    asked: Annotated[tuple[AskedRecord, ...], few(bounds.ITEMS), *OR_ALONE] = Field(
        (), description="Who was asked for a reply; a list if several were."
    )
    corrections: Annotated[tuple[CorrectionRecord, ...], few(bounds.ITEMS)] = Field(
        (), description="What was changed after publication, newest last."
    )
    former_ids: Ids = Field(
        (),
        description="Ids under which the claim was published before, the oldest first: feeds identify the claim by "
        "the first. If the claim takes over the id of another claim, its own id comes before that one.",
    )
