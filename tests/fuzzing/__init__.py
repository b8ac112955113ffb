"""Projects that chance has damaged, and what must hold for each: `python -m tests.fuzzing --help`."""
