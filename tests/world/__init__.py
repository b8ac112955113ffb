"""Whole projects as the world hands them in: what an editor does, and what the builder answers."""
