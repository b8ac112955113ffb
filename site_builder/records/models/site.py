"""What ``content/site.yaml`` holds: the site, its rating scale, and the rules of the newsroom."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from site_builder.records import bounds
from site_builder.records.record import Record, few
from site_builder.records.values import (
    BaseUrl,
    Day,
    EMail,
    Id,
    Ids,
    Language,
    Line,
    Rating,
    Switch,
    Url,
    WholeNumber,
    distinct,
)
from site_builder.roles import Basis

People = Annotated[WholeNumber, Field(ge=1, le=9), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 9})]
Requirements = Annotated[tuple[Basis, ...], AfterValidator(distinct), Field(json_schema_extra={"uniqueItems": True})]


class VerdictRecord(Record):
    """One step of the rating scale."""

    id: Id = Field(description="Its id, by which claims name it.")
    label: Line = Field(description="The word that readers see.")
    definition: Line = Field(description="One sentence that a reader can apply.")
    value: Rating | None = Field(
        None, description="1 (worst) to 5 (best), published as ClaimReview's `ratingValue`; see below."
    )
    requires: Requirements = Field(
        (),
        description="What a published claim must have to get this verdict: `evidence` is a passage with that role; "
        "`denial` is a passage with that role, or a relation of the kind `denies` or `contradicts`. A claim that lacks "
        "one of them is an error.",
    )
    tone: Literal["positive", "mixed", "negative", "neutral"] = Field(
        "neutral", description="Selects the symbol and the colour."
    )


class ScaleRecord(Record):
    """One entry of ``scales``: a rating scale that is no longer in use."""

    until: Day = Field(description="The last day on which the scale was in use.")
    verdicts: Annotated[tuple[VerdictRecord, ...], Field(min_length=1), few(bounds.VERDICTS)] = Field(
        description="Its verdicts, as they were then."
    )


class TopicRecord(Record):
    """One entry of ``topics``."""

    label: Line = Field(description="Its name, as readers see it.")
    description: Line | None = Field(None, description="What it covers.")


class PublisherRecord(Record):
    """The publisher, who answers for the site."""

    name: Line = Field(description="The publisher's name, which structured data shows.")
    kind: Literal["newsroom", "organisation"] = Field(
        "newsroom", description="What the publisher is: sets the schema.org type."
    )
    url: Url | None = Field(
        None,
        description='The publisher\'s own site, which structured data shows. "Report an error" uses it if '
        "`policies.contact` names no page.",
    )
    email: EMail | None = Field(
        None,
        description='An address for mail, which structured data shows. "Report an error" uses it if '
        "`policies.contact` names no page.",
    )


class LicenceRecord(Record):
    """The terms for the use of the site's own records."""

    name: Line = Field(description="What the terms are called.")
    url: Url | None = Field(None, description="Where they can be read.")


class PoliciesRecord(Record):
    """Ids of the pages that a fact-checker owes its readers."""

    methodology: Id | None = Field(default=None, description="The page that says how claims are chosen and checked.")
    corrections: Id | None = Field(default=None, description="The page that says how errors are corrected.")
    funding: Id | None = Field(default=None, description="The page that says who pays.")
    contact: Id | None = Field(default=None, description="The page that says how to reach the newsroom.")


class PersonRecord(Record):
    """One entry of ``people``: somebody who checks claims, or reviews checks."""

    name: Line = Field(description="The person's name.")
    role: Line | None = Field(None, description="What the person does for the site.")
    interests: Ids = Field((), description="The actors in whom the person declares an interest.")


class ReviewRecord(Record):
    """The number of people whom a published check needs, and the day from which that holds."""

    people: People = Field(description="How many people a check needs.")
    since: Day = Field(description="The day of publication from which on it needs them.")


class SiteRecord(Record):
    """``content/site.yaml``."""

    title: Line = Field(description="The site's name.")
    tagline: Line | None = Field(None, description="One line below it.")
    scope: Line | None = Field(
        None,
        description='What the verdicts rest on, in one phrase without a full stop ("Rated on these five articles '
        'alone"); it appears with every verdict.',
    )
    language: Language = Field("en", description="The site's language.")
    base_url: BaseUrl = Field(
        description="The site's absolute address, with a path if it has one, without `..` or `.` in it."
    )
    publisher: PublisherRecord = Field(description="Who answers for the site.")
    licence: LicenceRecord | None = Field(None, description="The terms for the site's own records.")
    verdicts: Annotated[tuple[VerdictRecord, ...], Field(min_length=1), few(bounds.VERDICTS)] = Field(
        description="The rating scale, in order."
    )
    scales: Annotated[dict[Id, ScaleRecord], few(bounds.VERDICTS)] = Field(
        default_factory=dict, description="Rating scales that are no longer in use."
    )
    topics: dict[Id, TopicRecord] = Field(default_factory=dict, description="The topics that claims can name.")
    policies: PoliciesRecord = Field(PoliciesRecord(), description="The pages that a fact-checker owes its readers.")
    people: dict[Id, PersonRecord] = Field(default_factory=dict, description="Those who check and review.")
    review: ReviewRecord | None = Field(None, description="How many people a check needs.")
    images: Switch = Field(
        True,  # noqa: FBT003 – the default of a key
        description="Whether each claim, and the site, has a picture for link previews. With `false`, no picture is "
        "drawn and pages name none.",
    )
    archive: Switch = Field(
        False,  # noqa: FBT003 – the default of a key
        description="Whether the published site also offers all its files as one, `site.zip`, for mirrors and "
        "archives; every page's footer links to it.",
    )
