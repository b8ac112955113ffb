"""Compares a project with the one published before, and checks the requirements of a deployment."""
