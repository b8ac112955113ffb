"""Turns saved files into articles: pages in any encoding, MHTML, Markdown, plain text."""
