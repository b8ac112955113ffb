"""Turns other programs' claims into drafts: CSV, ClaimReview, Hypothesis, and this program's own data."""

KINDS = ("csv", "claimreview", "hypothesis", "data")
"""The kinds of file; ``data`` is a site's own ``data/claims.json`` and the JSON beside its claims' pages.

The command line names them, and loads no reader for it.
"""
