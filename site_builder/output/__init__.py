"""The last stages: pages to bytes, bytes to a search index, and everything into a folder, whole or not at all."""
