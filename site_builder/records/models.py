"""The record format: one model for each kind of record that an editor writes.

The contract of the project's record format. Every model refuses unknown keys (record.py), and values.py has the
types of the values; knows nothing of files, other records or pages.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from site_builder import roles
from site_builder.records import bounds
from site_builder.records.record import OR_ALONE, Record, few
from site_builder.records.values import (
    BaseUrl,
    Country,
    Day,
    Edtf,
    EMail,
    Id,
    Ids,
    Language,
    Line,
    PageNumber,
    Rating,
    Switch,
    Text,
    Url,
    WholeNumber,
    distinct,
)
from site_builder.relations import DESCRIPTION, RelationKind
from site_builder.roles import Basis, Role

Lines = Annotated[tuple[Line, ...], few(bounds.ITEMS)]


class ActorRecord(Record):
    """One entry of ``actors``: somebody who says something, or about whom something is said."""

    name: Line
    kind: Literal["person", "organisation", "state", "group"] = "person"
    role: Line | None = None
    country: Country | None = None
    also_known_as: Lines = ()
    same_as: Annotated[tuple[Url, ...], few(bounds.ITEMS)] = ()
    members: Ids = ()
    summary: Text | None = None
    former_ids: Ids = ()


class PassageRecord(Record):
    """A quotation and its place: a W3C TextQuoteSelector with an article."""

    article: Id
    quote: Text
    role: Role = Field("claim", description=roles.DESCRIPTION)
    speech: Literal["direct", "reported"] = "reported"
    speaker: Id | None = None
    prefix: Text | None = None
    suffix: Text | None = None
    translation: Text | None = None
    note: Line | None = None


class RelationRecord(Record):
    """A relation of this claim to another."""

    claim: Id
    kind: RelationKind = Field(description=DESCRIPTION)
    note: Line | None = None


class WasRecord(Record):
    """A claim's values before a correction: those of its keys that were changed."""

    statement: Line | None = None
    verdict: Id | None = None
    scale: Id | None = None
    summary: Line | None = None


class CorrectionRecord(Record):
    """A change after publication."""

    date: Day
    change: Line
    was: WasRecord | None = None


class AskedRecord(Record):
    """Somebody whom the newsroom asked for a reply, and the outcome."""

    of: Line
    date: Edtf
    answer: Text | None = None


class ClaimRecord(Record):
    """One entry of ``claims``."""

    id: Id
    actor: Id
    statement: Line
    date: Edtf
    attribution: Literal["statement", "position"] = "statement"
    about: Ids = ()
    accuses: Ids = ()
    topics: Ids = ()
    verdict: Id
    scale: Id | None = None
    summary: Line
    assessment: Text | None = None
    passages: Annotated[tuple[PassageRecord, ...], Field(min_length=1), few(bounds.ITEMS)]
    relations: Annotated[tuple[RelationRecord, ...], few(bounds.ITEMS)] = ()
    status: Literal["draft", "published", "withdrawn"] = "published"
    published: Day | None = None
    checked_by: Lines = ()
    reviewed_by: Lines = ()
    asked: Annotated[tuple[AskedRecord, ...], few(bounds.ITEMS), *OR_ALONE] = ()
    corrections: Annotated[tuple[CorrectionRecord, ...], few(bounds.ITEMS)] = ()
    former_ids: Ids = ()


Requirements = Annotated[tuple[Basis, ...], AfterValidator(distinct), Field(json_schema_extra={"uniqueItems": True})]


class VerdictRecord(Record):
    """One step of the rating scale."""

    id: Id
    label: Line
    definition: Line
    value: Rating | None = None
    requires: Requirements = ()
    tone: Literal["positive", "mixed", "negative", "neutral"] = "neutral"


class ScaleRecord(Record):
    """One entry of ``scales``: a rating scale that is no longer in use."""

    until: Day
    verdicts: Annotated[tuple[VerdictRecord, ...], Field(min_length=1), few(bounds.VERDICTS)]


class TopicRecord(Record):
    """One entry of ``topics``."""

    label: Line
    description: Line | None = None


class PublisherRecord(Record):
    """The publisher, who answers for the site."""

    name: Line
    kind: Literal["newsroom", "organisation"] = "newsroom"
    url: Url | None = None
    email: EMail | None = None


class LicenceRecord(Record):
    """The terms for the use of the site's own records."""

    name: Line
    url: Url | None = None


class PoliciesRecord(Record):
    """Ids of the pages that a fact-checker owes its readers."""

    methodology: Id | None = None
    corrections: Id | None = None
    funding: Id | None = None
    contact: Id | None = None


class PersonRecord(Record):
    """One entry of ``people``: somebody who checks claims, or reviews checks."""

    name: Line
    role: Line | None = None
    interests: Ids = ()


class ReviewRecord(Record):
    """The number of people whom a published check needs, and the day from which that holds."""

    people: Annotated[WholeNumber, Field(ge=1, le=9)]
    since: Day


class SiteRecord(Record):
    """``content/site.yaml``."""

    title: Line
    tagline: Line | None = None
    scope: Line | None = None
    language: Language = "en"
    base_url: BaseUrl
    publisher: PublisherRecord
    licence: LicenceRecord | None = None
    verdicts: Annotated[tuple[VerdictRecord, ...], Field(min_length=1), few(bounds.VERDICTS)]
    scales: Annotated[dict[Id, ScaleRecord], few(bounds.VERDICTS)] = Field(default_factory=dict)
    topics: dict[Id, TopicRecord] = Field(default_factory=dict)
    policies: PoliciesRecord = PoliciesRecord()
    people: dict[Id, PersonRecord] = Field(default_factory=dict)
    review: ReviewRecord | None = None
    images: Switch = True
    archive: Switch = False


class ArchivedRecord(Record):
    """A copy of an article in a web archive."""

    url: Url
    date: Edtf | None = None


class ArticleRecord(Record):
    """The front matter of ``content/articles/<id>.md``."""

    title: Line
    subtitle: Line | None = None
    publisher: Line
    byline: Lines = ()
    agency: Line | None = None
    contributors: Lines = ()
    published: Edtf
    url: Url | None = None
    archived: ArchivedRecord | None = None
    language: Language | None = None
    source: Literal["independent", "state", "agency", "official", "other"] = "other"
    rights: Literal["excerpt", "full"] = "excerpt"
    captions: Lines = ()
    pages: Annotated[dict[PageNumber, Line], few(bounds.PAGES)] = Field(default_factory=dict)
    note: Line | None = None
    former_ids: Ids = ()


class PageRecord(Record):
    """The front matter of ``content/pages/<id>.md``."""

    title: Line
    description: Line | None = None
    menu: WholeNumber | None = None
