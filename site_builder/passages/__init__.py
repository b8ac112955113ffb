"""Quotations and article text: everything about finding words in an article, which no other module knows."""
