"""Saved files as articles: pages in any encoding, MHTML, Markdown, plain text. ``read.py`` is the way in."""
