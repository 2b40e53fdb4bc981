"""diglot publishes documents in two languages: split, translate, review, publish."""

__version__ = "0.1.0"
