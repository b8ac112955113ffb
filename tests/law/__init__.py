"""The law of rebuilding: a build that remembers equals a build that does not, byte for byte, after any edit."""
