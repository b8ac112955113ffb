"""The first stage: from files to records."""
