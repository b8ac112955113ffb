"""What a fact-checker owes its readers before a site is deployed: its policies."""

from __future__ import annotations

from site_builder.diagnostics import Diagnostic, at
from site_builder.records.entries import Records

WHY = {
    "methodology": "how claims are chosen and rated",
    "corrections": "how errors are corrected",
    "funding": "who pays",
    "contact": "whom to write to",
}


def missing_policies(records: Records) -> list[Diagnostic]:
    """A diagnostic for each policy page that the site does not name; that named ones exist is checked elsewhere."""
    site = records.site
    if site is None or site.record is None:
        return []
    return [
        at("policy-missing", site.span("policies"), f"the site does not say {why}",
           help=f"write content/pages/{key}.md, and name it in site.yaml: policies: {{{key}: {key}}}")
        for key, why in WHY.items()
        if getattr(site.record.policies, key) is None
    ]  # fmt: skip
