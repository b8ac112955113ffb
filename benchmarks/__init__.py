"""Measurements; what they found stands in docs/performance.md."""
