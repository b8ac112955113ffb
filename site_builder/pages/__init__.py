"""The third stage: from a site to its pages, one module for each kind of page."""
