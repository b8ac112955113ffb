"""What editors write: located YAML, the record models, and typed records that know their place in a file."""
