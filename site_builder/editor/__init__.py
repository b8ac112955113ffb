"""Editors' tools other than a build: repairs, passages, new records, schemas."""
