"""Which day it is, where the person is who types the command."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """By the clock and the time zone of this machine."""
    return datetime.now().astimezone().date()
