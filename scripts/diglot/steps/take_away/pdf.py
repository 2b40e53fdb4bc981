"""A PDF of a printed page, by WeasyPrint, which shapes Arabic and writes text that can be copied.

Tagged (PDF/UA-1), with bookmarks and a language. WeasyPrint is the extra ``pdf``, and needs Pango
from the system; ``why_not`` says what is missing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from diglot.steps.take_away.spelling import spelled

_TODO = (
    "install diglot[pdf], and Pango with it (Debian: apt-get install libpango-1.0-0 "
    "libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango)"
)


@cache
def why_not() -> str:
    """Why no PDF can be made here, and what to do; empty where it can."""
    try:
        import weasyprint  # noqa: F401  # half a second
    except ImportError:
        return f"no PDF is made: WeasyPrint is not installed; {_TODO}"
    except OSError as error:
        # The loader says which library it looked for, in the first line.
        missing = str(error).splitlines()[0] if str(error) else "a library"
        return f"no PDF is made: WeasyPrint does not find its libraries ({missing}); {_TODO}"
    return ""


def version() -> str:
    """What else a PDF depends on, beside its page: the versions of what makes it."""
    import weasyprint
    from weasyprint.text.ffi import pango

    return f"{weasyprint.__version__} {pango.pango_version()}"


def pdf(page: str, fonts: Path) -> bytes:
    """The PDF; the style sheet names files in the folder ``fonts``. Same page, same bytes."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    document = HTML(
        string=page,
        base_url=fonts.as_uri() + "/",
        url_fetcher=URLFetcher(allowed_protocols=["file"]),
    )
    with spelled(), _timeless():
        made: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
    return made


@contextmanager
def _timeless() -> Iterator[None]:
    """No time of day: fontTools would write it into every font."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = before or "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
