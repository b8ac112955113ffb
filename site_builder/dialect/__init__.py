"""The Markdown of source articles: less than CommonMark, so that what is pasted as text comes out as text."""
