"""The records that editors write: YAML with positions, the record models, and typed records with their positions."""
