"""Which diglot this is: another one may split, sync and render in another way.

By content, as a developer edits the package, and times say nothing of an installed one.
"""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from functools import cache
from importlib import metadata
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_BESIDES = ("anyascii", "babel")
"""What section ids and pages are made with."""


@cache
def version() -> str:
    """A digest of diglot's own code, of Python and of the libraries that pages are made with.

    Taken once: what somebody changes later, this process does not run.
    """
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(_PACKAGE.rglob("*.py")):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(_PACKAGE)} {len(content)}\n".encode())
        digest.update(content)
    for name in _BESIDES:
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    digest.update(f"{sys.version} {unicodedata.unidata_version}".encode())
    return digest.hexdigest()
