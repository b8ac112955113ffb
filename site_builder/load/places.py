"""The places of a project's files, from its root, with forward slashes."""

from __future__ import annotations

CLAIMS_FILE = "claims.yaml"
CLAIMS_FOLDER = "claims"
SITE_FILE = "content/site.yaml"
ARTICLES_FOLDER = "content/articles"
PAGES_FOLDER = "content/pages"
TEMPLATES_FOLDER = "templates"
STATIC_FOLDER = "static"
