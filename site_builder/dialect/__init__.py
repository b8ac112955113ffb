"""The Markdown of source articles: a subset of CommonMark, so that pasted text stays text."""
