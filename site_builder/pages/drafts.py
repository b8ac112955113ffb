"""The differences of pages on a site that shows drafts, which is for editors only.

Such a site says so on every page, and each draft is called one wherever it is (:mod:`site_builder.pages.views`).
"""

from __future__ import annotations

from dataclasses import replace

from site_builder.page import Page


def unlisted(page: Page) -> Page:
    """``page`` as one that no search engine keeps, and that gives programs nothing to carry elsewhere."""
    return replace(page, listed=False, data=None, twin=False)
