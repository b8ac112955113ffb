"""What editors ask for beside a build: repairs, passages, records to begin with, schemas."""
