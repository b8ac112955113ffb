"""The last stages: pages to bytes, bytes to a search index, and all of it to a folder, whole or not at all."""
