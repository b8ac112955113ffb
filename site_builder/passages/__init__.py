"""Quotations and article text: what no other module may know about finding words in an article."""
