"""Benchmarks: how fast diglot is, on texts that it makes itself. ``python -m bench --help``."""
