"""Files from the web, to a file, with progress; an error for whatever does not arrive whole."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from diglot import __version__
from diglot.problems import UserError

Progress = Callable[[int, int | None], None]
"""Told of the bytes that have come and the bytes that there are (None: not said)."""

_PATIENCE = 10
"""Seconds to wait for a connection, or for the next bytes."""
_STEP = 256 * 1024


def fetch(url: str, path: Path, *, largest: int, progress: Progress) -> None:
    """Write what is at an address to a new file; UserError where it does not come, or not whole."""
    if urlsplit(url).scheme not in {"http", "https"}:
        raise UserError(f"{url} is no web address")
    try:
        request = urllib.request.Request(url, headers={"User-Agent": f"diglot/{__version__}"})
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
            _receive(answer, url, path, largest, progress)
    except urllib.error.HTTPError as error:
        error.close()  # it holds the connection
        raise UserError(f"{url} is not to be had ({error.code} {error.reason})") from error
    except urllib.error.URLError as error:
        raise UserError(f"{url} cannot be reached ({_reason(error.reason)})") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise UserError(f"{url}: the connection broke off ({_reason(error)})") from error


def _receive(
    answer: http.client.HTTPResponse, url: str, path: Path, largest: int, progress: Progress
) -> None:
    total = int(answer.headers.get("Content-Length") or 0) or None
    done = 0
    progress(done, total)
    with path.open("xb") as stream:
        while part := answer.read(_STEP):
            done += len(part)
            if done > largest or (total or 0) > largest:
                raise UserError(f"{url} is larger than {largest / 1e9:.0f} GB")
            stream.write(part)
            progress(done, total)
    # `read(n)` ends without a word where the connection does.
    if total is not None and done < total:
        raise UserError(
            f"{url}: the connection broke off after {done / 1e6:.1f} of {total / 1e6:.1f} MB"
        )


def _reason(error: object) -> str:
    if isinstance(error, TimeoutError):
        return f"no answer for {_PATIENCE} seconds"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
