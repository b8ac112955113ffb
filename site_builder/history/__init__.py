"""What was published before: the records of a revision, compared with those of now, and what a deployment asks for."""
