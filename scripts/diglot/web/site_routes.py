"""The addresses of the page as the site shows it, and of what it asks for."""

from __future__ import annotations

from jinja2 import Environment
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route

from diglot.reviewing import Desk
from diglot.web.site_page import HEADERS, SitePages


def site_routes(desk: Desk, templates: Environment) -> list[Route]:
    """``/page/…?section=ID`` and ``/site/…``."""
    pages = SitePages(desk.project, templates)

    async def page(request: Request) -> Response:
        document, language = await place_of(desk, request)
        section = request.query_params.get("section", "")
        found = await run_in_threadpool(desk.page, document, language, section)
        return HTMLResponse(await run_in_threadpool(pages.html, found, language), headers=HEADERS)

    async def file(request: Request) -> Response:
        found = await run_in_threadpool(pages.file, request.path_params["name"])
        if found is None:
            raise HTTPException(404, "the site has no such file")
        if isinstance(found, str):
            return Response(found, media_type="text/css")
        return FileResponse(found, headers={"cache-control": "max-age=3600"})

    return [
        Route("/page/{document:str}/{language:str}", page),
        Route("/site/{name:path}", file),
    ]


async def place_of(desk: Desk, request: Request) -> tuple[str, str]:
    """Document and language, if there are such: no other name gets near a path."""
    document, language = request.path_params["document"], request.path_params["language"]
    if not await run_in_threadpool(desk.has, document, language):
        raise HTTPException(404, "there is no such document here")
    return document, language
