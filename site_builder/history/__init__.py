"""Compares a project with what was published before, and checks what a deployment requires."""
