"""Whole projects with the text that the world prints, from article to site."""
