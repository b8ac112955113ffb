"""Compresses files so that every machine makes the same bytes."""
