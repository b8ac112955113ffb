"""Tests of what measures: the generated corpus, its inputs, and the tables."""
