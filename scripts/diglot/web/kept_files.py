"""Scripts, styles and fonts: a browser may keep them, because others have another address."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_YEAR = "max-age=31536000, immutable"


def kept_files(static: Path, fonts: Path) -> list[Mount]:
    """``/static/VERSION/…`` and ``/fonts/…``."""
    return [
        Mount("/static/{version}", _Kept(directory=static)),
        Mount("/fonts", _Kept(directory=fonts)),
    ]


def version_of(folder: Path) -> str:
    """Another one for other contents."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        digest.update(path.name.encode("utf-8") + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


class _Kept(StaticFiles):
    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        found = super().file_response(full_path, stat_result, scope, status_code)
        found.headers["cache-control"] = _YEAR
        return found
