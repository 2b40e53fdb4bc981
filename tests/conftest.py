"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# `pytest --hypothesis-profile=deep`, after a change of what the laws are about.
settings.register_profile("deep", max_examples=3000, deadline=None)
# A busy machine is no failure.
settings.register_profile("usual", deadline=None)
settings.load_profile("usual")
