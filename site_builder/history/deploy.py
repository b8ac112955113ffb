"""Checks for what a fact-checker owes its readers: its policies, and an address of its own."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from site_builder.diagnostics import Diagnostic, at
from site_builder.records.entries import Records

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


def undeployable(records: Records) -> list[Diagnostic]:
    """A diagnostic for each policy page that the site does not name, and for an address that is not the site's own.

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
    return found
