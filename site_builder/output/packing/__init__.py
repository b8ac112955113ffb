"""Files packed so that every machine makes the same bytes."""
