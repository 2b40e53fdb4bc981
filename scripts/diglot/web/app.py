"""The addresses of the server: each reads what is asked for, calls one function, answers."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from diglot import git
from diglot.problems import UserError
from diglot.project import Project
from diglot.reviewing import AskError, Desk
from diglot.web import answers
from diglot.web.access import Access
from diglot.web.guard import Guard
from diglot.web.kept_files import kept_files, version_of
from diglot.web.shape import Json
from diglot.web.site_routes import place_of, site_routes

_HERE = Path(__file__).parent
_ASSETS = _HERE.parent / "site" / "theme" / "assets" / "diglot"
_PLACE = "/{document:str}/{language:str}"

Answer = Callable[..., Json]


def app(project: Project, access: Access) -> ASGIApp:
    """The whole server, guarded."""
    desk = Desk(project)
    pages = Environment(loader=FileSystemLoader(_HERE / "templates"), autoescape=True)
    pages.globals["static"] = f"/static/{version_of(_HERE / 'static')}"
    pages.globals["modules"] = sorted(
        path.name for path in (_HERE / "static").glob("*.js") if path.name != "documents.js"
    )
    server = Starlette(
        routes=[
            Route("/", _home(desk, pages)),
            Route(f"/review{_PLACE}", _page(desk, pages, access)),
            Route(f"/api{_PLACE}", _reading(desk, answers.opened)),
            Route(f"/api{_PLACE}/segments", _reading(desk, answers.segments)),
            Route(f"/api{_PLACE}/revision", _reading(desk, answers.revision)),
            Route(f"/api{_PLACE}/findings", _reading(desk, answers.findings)),
            Route(f"/api{_PLACE}/progress", _reading(desk, answers.progress)),
            Route(f"/api{_PLACE}/handing-in", _reading(desk, answers.handing_in)),
            Route(f"/api{_PLACE}/po", _download(desk)),
            Route(f"/api{_PLACE}/help", _asking(desk, answers.help_with, access), methods=["POST"]),
            Route(
                f"/api{_PLACE}/machine", _asking(desk, answers.machine, access), methods=["POST"]
            ),
            Route(f"/api{_PLACE}/merge", _asking(desk, answers.merge, access), methods=["POST"]),
            Route(f"/api{_PLACE}/decide", _asking(desk, answers.decide, access), methods=["POST"]),
            Route(f"/api{_PLACE}/undo", _asking(desk, answers.undo, access), methods=["POST"]),
            Route(f"/api{_PLACE}/commit", _asking(desk, answers.commit, access), methods=["POST"]),
            *site_routes(desk, pages),
            Route("/favicon.svg", lambda request: FileResponse(_ASSETS / "favicon.svg")),
            *kept_files(_HERE / "static", _ASSETS / "fonts"),
        ],
        exception_handlers={
            UserError: _told(project),
            AskError: _misput,
            HTTPException: _refused,
        },
    )
    return Guard(server, access)


def _home(desk: Desk, pages: Environment) -> Callable[[Request], Awaitable[Response]]:
    async def home(request: Request) -> Response:
        documents = await run_in_threadpool(desk.documents)
        languages = desk.languages()
        if len(documents) == 1 and len(languages) == 1:
            return RedirectResponse(f"/review/{documents[0]}/{languages[0]}", 303)
        text = pages.get_template("documents.html").render(
            documents=documents, languages=languages, name=desk.project.root.name
        )
        return HTMLResponse(text)

    return home


def _page(
    desk: Desk, pages: Environment, access: Access
) -> Callable[[Request], Awaitable[Response]]:
    async def page(request: Request) -> Response:
        document, language = await place_of(desk, request)
        name = request.headers.get(access.user_header, "") if access.user_header else ""
        if not name and not access.shared:
            name = await run_in_threadpool(git.user_name, desk.project.root)
        text = pages.get_template("review.html").render(
            document=document,
            language=language,
            source_language=desk.project.source_language.code,
            reviewer=name,
            named_by_proxy=bool(access.user_header),
            several=not desk.has_one,
        )
        return HTMLResponse(text)

    return page


def _reading(desk: Desk, answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        return JSONResponse(await run_in_threadpool(answer, desk, *await place_of(desk, request)))

    return endpoint


def _asking(desk: Desk, answer: Answer, access: Access) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        place = await place_of(desk, request)
        value = _json(await request.body())
        if access.user_header:
            value["by"] = request.headers.get(access.user_header, "")
        return JSONResponse(await run_in_threadpool(answer, desk, *place, value))

    return endpoint


def _download(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    async def download(request: Request) -> Response:
        document, language = await place_of(desk, request)
        path = desk.path(document, language)
        return FileResponse(
            path, media_type="text/x-gettext-translation", filename=f"{document}.{language}.po"
        )

    return download


def _json(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise AskError("this is no JSON") from error
    if not isinstance(value, dict):
        raise AskError("an object is wanted")
    return value


def _told(project: Project) -> Callable[[Request, Exception], Response]:
    def told(request: Request, error: Exception) -> Response:
        # The reviewer may sit elsewhere: paths as they are in the project.
        return JSONResponse({"error": str(error).replace(f"{project.root}/", "")}, 503)

    return told


def _misput(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, 400)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"error": error.detail}, error.status_code)
