"""site-builder: a static fact-check site whose quotations are proved against their articles."""

__version__ = "0.1.0"
