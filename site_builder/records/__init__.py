"""The records that editors write: YAML with positions, the record models, and typed records with their positions."""

import os

# Pydantic would look for its plugins among all installed packages, and what they do would be no part of a build's key.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
