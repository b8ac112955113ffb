"""What search knows of a claim as one side of a dispute: what it answers, what it denies, and the replies to it."""

from __future__ import annotations

from site_builder.model import Claim
from site_builder.pages.known_as import names
from site_builder.pages.lookup import Lookup
from site_builder.pages.people import asked
from site_builder.relations import RELATIONS
from site_builder.roles import ROLES


def answers(lookup: Lookup, claim: Claim) -> str:
    """The claim's relations against other claims, in words, each with the other's speaker."""
    answered = (
        lookup.relation(each, claim.id) for each in lookup.relations.get(claim.id, ()) if each.source == claim.id
    )
    return ". ".join(f"{each.phrase} {each.claim.actor.name}" for each in answered if each.side == "against")


def denied(lookup: Lookup, claim: Claim) -> str:
    """Who denies, in the words by which readers look for a denial, and whose claims."""
    found = [each for each in lookup.relations.get(claim.id, ()) if (each.source, each.kind) == (claim.id, "denies")]
    if not found:
        return ""
    speaker, say_ = lookup.site.actors[claim.actor], lookup.words.say
    phrases = (say_(RELATIONS["denies"].phrase), say_(ROLES["denial"].phrase))
    # Words side by side count for more: Kremlin denies, Kremlin denial, Peskov denies.
    who = dict.fromkeys(word for text in (speaker.role or "", *names(speaker)) for word in text.split())
    told = dict.fromkeys(lookup.relation(each, claim.id).claim.actor.name for each in found)
    return ". ".join((*(f"{word} {phrase}" for word in who for phrase in phrases), *told))


def replies_to(lookup: Lookup, claim: Claim) -> list[tuple[str, str, str]]:
    """Each reply to the claim: its field, whose it is, and its words. They are not the speaker's."""
    given = (each for each in asked(lookup.site, claim) if each.answer)
    return [
        (f"reply-{number}", lookup.words.say("Reply: {who}", who=each.name), each.answer or "")
        for number, each in enumerate(given, 1)
    ]
