"""Checks for what a fact-checker owes its readers: its policies, and an address of its own."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from site_builder.diagnostics import Diagnostic, at
from site_builder.history.examples import examples
from site_builder.load.places import CLAIMS_FILE
from site_builder.records.entries import Entry, Records
from site_builder.records.models import ClaimRecord

WHY = {
    "methodology": "how claims are chosen and rated",
    "corrections": "how errors are corrected",
    "funding": "who pays",
    "contact": "whom to write to",
}


PLACEHOLDER = "Name of the newsroom"
"""The publisher of a project that has just begun."""
# Names that lead nowhere (RFC 2606, RFC 6761), and numbers.
_NOWHERE = re.compile(r"(.*\.)?(example(\.(com|net|org))?|localhost|test|invalid|local)|[\d.]+|.*:.*")


_PUBLISH = (
    "`site-builder new claim` files one; to publish a draft, add `published:` with a day and remove `status: draft`"
)


def undeployable(records: Records) -> list[Diagnostic]:
    """What is left to do: policy pages that the site does not name, its own address, examples, a published claim.

    That the named pages exist is checked elsewhere.
    """
    site = records.site
    if site is None or site.record is None:
        return []
    found = [
        at("policy-missing", site.span("policies"), f"the site does not say {why}",
           help=f"write content/pages/{key}.md, and name it in site.yaml: policies: {{{key}: {key}}}")
        for key, why in WHY.items()
        if getattr(site.record.policies, key) is None
    ]  # fmt: skip
    if site.record.publisher.name == PLACEHOLDER:
        found.append(at("policy-missing", site.span("publisher", "name"), "the site does not say who publishes it",
                        help="write the name of the person or organisation responsible for it"))  # fmt: skip
    host = urlsplit(site.record.base_url).hostname or ""
    if _NOWHERE.fullmatch(host):
        message = f"{host} is a placeholder address, and it would appear on every page"
        found.append(at("address-placeholder", site.span("base_url"), message, help="write the site's own address"))
    found += examples(records)
    if not any(_is_published(entry) for entry in records.claims):
        drafts = sum(entry.draft for entry in records.claims)
        waiting = f"; {drafts} {'claims are drafts' if drafts > 1 else 'claim is a draft'}" if drafts else ""
        message = f"no claim is published{waiting}"
        found.append(Diagnostic("nothing-published", message, CLAIMS_FILE, help=_PUBLISH))
    return found


def _is_published(entry: Entry[ClaimRecord]) -> bool:
    """True for one with faults, too: they are reported elsewhere."""
    return entry.record.status == "published" if entry.record else not entry.draft
