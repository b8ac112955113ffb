"""The code table: every diagnostic that the builder can report, with what it means and what to do.

``site-builder explain CODE``, the reference page in docs/ and the tests are made from this table.
"""

from __future__ import annotations

from site_builder.codes.claims import CLAIMS
from site_builder.codes.code import Code, Severity
from site_builder.codes.published import PUBLISHED
from site_builder.codes.records import RECORDS
from site_builder.codes.written import WRITTEN

__all__ = ["CODES", "Code", "Severity"]

CODES: dict[str, Code] = WRITTEN | RECORDS | CLAIMS | PUBLISHED
"""In the order in which the reference page lists them."""
