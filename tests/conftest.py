"""What all tests share."""

from __future__ import annotations

import os
import signal
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from tests import whole_site
from tests.argos_packages import argos_home, changed_tiny, index, packages, tiny

__all__ = ["argos_home", "changed_tiny", "index", "packages", "tiny"]

# A shell has what it starts in the background ignore Ctrl-C, and what that starts as well.
signal.signal(signal.SIGINT, signal.default_int_handler)

# No test sees the Argos packages of whoever runs it, and none makes folders in their home.
_NOWHERE = tempfile.TemporaryDirectory(prefix="diglot-tests-")
for _name in ("ARGOS_PACKAGES_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = f"{_NOWHERE.name}/{_name.lower()}"

# `pytest --hypothesis-profile=deep`, after a change of what the laws are about: ever new cases.
settings.register_profile("deep", max_examples=3000, deadline=None)
# A busy machine is no failure; and a run says something of the change, not of luck.
settings.register_profile("usual", deadline=None, derandomize=True)
settings.load_profile("usual")


@pytest.fixture(scope="session")
def whole_host(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A host with a site of everything (``tests/whole_site.py``), to be looked at only."""
    base = tmp_path_factory.getbasetemp()
    return whole_site.built_once((base if worker_id == "master" else base.parent) / "whole-site")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` writes the expected files of ``tests/golden`` anew."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))
