"""The nouns of a site: the values that its pages are made of, with all references resolved and quotations proved.

All values are frozen and compare by content; positions in files do not take part in the comparison, so a line inserted
above a record changes no page. Names follow schema.org's ClaimReview (claim, rating, appearance) and the W3C Web
Annotation Data Model (exact, prefix, suffix, position).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from site_builder.dates import Date
from site_builder.editorial import Asked, Person, Policies, ProsePage, Publisher, Topic, Verdict
from site_builder.passages.document import Document
from site_builder.passages.normal import Place
from site_builder.passages.page_starts import Start
from site_builder.passages.typography import Evened
from site_builder.relations import RelationKind
from site_builder.roles import Role

Speech = Literal["direct", "reported"]
Attribution = Literal["statement", "position"]
ActorKind = Literal["person", "organisation", "state", "group"]
SourceKind = Literal["independent", "state", "agency", "official", "other"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who says something, or about whom something is said."""

    id: str
    """Its address under ``actors/``."""
    name: str
    """As the sources print it."""
    kind: ActorKind
    """person, organisation, state or group."""
    role: str | None
    """As the sources describe it."""
    country: str | None
    """ISO 3166-1 alpha-2."""
    also_known_as: tuple[str, ...]
    """Other names and spellings, found by search."""
    same_as: tuple[str, ...]
    """URLs of the same actor elsewhere."""
    members: tuple[str, ...]
    """Ids of the actors whom it bundles: what the bundle says is on their pages too."""
    summary: str | None
    """HTML, rendered for the actor's page."""
    former_ids: tuple[str, ...]
    """Ids it was published under before."""


@dataclass(frozen=True, slots=True)
class Article:
    """A source article."""

    id: str
    """Its address under ``articles/``: the file's stem."""
    title: str
    """The headline."""
    subtitle: str | None
    """The line below it."""
    publisher: str
    """The publisher's name."""
    byline: tuple[str, ...]
    """Authors."""
    agency: str | None
    """The agency whose text it is."""
    contributors: tuple[str, ...]
    """Contributors, an agency for instance, who are not the author."""
    published: Date
    """As far as known."""
    url: str | None
    """The publisher's page."""
    archived_url: str | None
    """A copy in a web archive."""
    archived_date: Date | None
    """The date of the copy."""
    language: str
    """BCP 47."""
    source: SourceKind
    """The kind of source, as the editors classify it."""
    rights: Literal["excerpt", "full"]
    """Whether the site shows the cited paragraphs or the whole text."""
    captions: tuple[str, ...]
    """The captions of its pictures, verbatim."""
    pages: tuple[Start, ...]
    """Number of each page but the first and its beginning in the text, in characters, where it was printed in pages."""
    note: str | None
    """One line on provenance."""
    former_ids: tuple[str, ...]
    """Ids it was published under before."""
    document: Document
    """Its text."""
    sha256: str
    """Digest of the file, hexadecimal."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A proved quotation."""

    article: str
    """Id of the article."""
    exact: tuple[str, ...]
    """The article's own characters; one text for each stretch between elisions."""
    parts: tuple[Place, ...]
    """Their places in the article's text, in characters."""
    evened: tuple[Evened, ...]
    """The differences between the quotation as filed and the article's characters that were ignored."""
    anchor: str
    """The HTML id on the article's page; the same for all claims that cite the same words."""
    role: Role
    """The passage's role for the claim."""
    speech: Speech
    """The speaker's own words, or the article's."""
    speaker: str | None
    """Id of the actor who speaks; none when the article itself does."""
    translation: str | None
    """In the site's language."""
    note: str | None
    """One line shown beside it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between two claims."""

    source: str
    """Id of the claim that was filed with the relation."""
    target: str
    """Id of the other claim."""
    kind: RelationKind
    """Read from source to target."""
    note: str | None
    """The reason, in one sentence."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A change after publication."""

    date: Date
    """A day."""
    change: str
    """The error, and what the check says now."""
    was: tuple[tuple[str, str], ...] = ()
    """Pairs (key, how it read before): the statement, the verdict's id, the summary."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim and its check."""

    id: str
    """Its address under ``claims/``."""
    actor: str
    """Id of the actor who made the claim."""
    statement: str
    """The claim in the editors' words."""
    date: Date
    """The date on which it was made; of a position, the date on which the article reports it."""
    attribution: Attribution
    """statement: the actor said it; position: an article ascribes it to the actor as a standing position."""
    about: tuple[str, ...]
    """Ids of the actors it is about or against, the accused included."""
    accuses: tuple[str, ...]
    """Ids of the actors who did or do wrong, according to the claim."""
    topics: tuple[str, ...]
    """Ids."""
    verdict: str
    """Id in the rating scale."""
    summary: str
    """The verdict's reason in one sentence."""
    assessment: str | None
    """HTML, rendered for the claim's page."""
    passages: tuple[Passage, ...]
    """At least one has the role ``claim``."""
    published: Date | None
    """The day on which the check was first published."""
    checked_by: tuple[str, ...]
    """Those who checked it: ids of people, or names of others."""
    reviewed_by: tuple[str, ...]
    """Those who reviewed the check, in the same way."""
    asked: tuple[Asked, ...]
    """Those whom the newsroom asked for a reply, in the order of the record."""
    corrections: tuple[Correction, ...]
    """Newest last."""
    withdrawn: bool
    """True for a tombstone: the page says so and why, and no list has it."""
    former_ids: tuple[str, ...]
    """Ids it was published under before."""
    draft: bool = False
    """True where it is not published; only a site that shows drafts has it."""

    @property
    def modified(self) -> Date | None:
        """The day of the last correction, or of publication."""
        return self.corrections[-1].date if self.corrections else self.published


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that pages are made of."""

    title: str
    """The site's name."""
    tagline: str | None
    """One line under it."""
    scope: str | None
    """The basis of verdicts, as a phrase that can stand as a sentence."""
    language: str
    """BCP 47."""
    base_url: str
    """Absolute, ending with a slash."""
    publisher: Publisher
    """The publisher, who is responsible for it."""
    licence: tuple[str, str | None] | None
    """Name and URL of the terms for the site's own records."""
    policies: Policies
    """Its policy pages."""
    images: bool
    """Whether it has share images."""
    archive: bool
    """Whether all of it is published as one ZIP file too."""
    verdicts: Mapping[str, Verdict]
    """The rating scale, in order, and after it the earlier ones that claims name."""
    topics: Mapping[str, Topic]
    """In the order of the file."""
    actors: Mapping[str, Actor]
    """In the order of the files."""
    articles: Mapping[str, Article]
    """By id."""
    claims: Mapping[str, Claim]
    """In the order of the files, withdrawn ones included."""
    relations: tuple[Relation, ...]
    """In the order of the claims that have them; both ends are published and not withdrawn."""
    people: Mapping[str, Person]
    """The people who check and review, by id."""
    pages: Mapping[str, ProsePage]
    """By id."""
    publishers: Mapping[str, str]
    """Ids of the articles' publishers, by their names there."""
    drafts: bool = False
    """Whether drafts are among the claims: a site for editors, never for readers."""
