"""Before and behind every answer: access, the size and the time of a body, the headers."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from diglot.web.access import COOKIE, Access

LARGEST_BODY = 1024 * 1024
"""Bytes; a sentence with all that is said of it is a few thousand."""
_SECONDS_FOR_A_BODY = 20.0
_HEADERS = {
    "content-security-policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "frame-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class BodyError(Exception):
    """The body is too large, or does not come."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


class Guard:
    """The outermost part of the application."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(Headers(scope=scope).items())
        query = scope["query_string"].decode("latin-1")
        answer = self._answered(scope, headers, query)
        if answer is not None:
            await answer(scope, receive, _with_headers(send))
            return
        try:
            body = await asyncio.wait_for(_body(receive, headers), _SECONDS_FOR_A_BODY)
        except (BodyError, TimeoutError) as error:
            status = error.status if isinstance(error, BodyError) else 408
            refused = JSONResponse({"error": str(error) or "the request does not end"}, status)
            refused.headers["connection"] = "close"
            await refused(scope, receive, _with_headers(send))
            return
        await self._app(scope, _received(body, receive), _with_headers(send))

    def _answered(self, scope: Scope, headers: Mapping[str, str], query: str) -> Response | None:
        refusal = self._access.refusal(scope["method"], headers, query)
        if refusal is not None:
            return JSONResponse({"error": refusal[1]}, refusal[0])
        if scope["method"] == "GET" and self._access.brings_token(query):
            # Out of the address, and so of the history and of what people copy.
            moved = RedirectResponse(scope["path"], 303)
            moved.set_cookie(COOKIE, self._access.token, httponly=True, samesite="strict")
            return moved
        return None


async def _body(receive: Receive, headers: Mapping[str, str]) -> bytes:
    announced = headers.get("content-length", "0")
    if not announced.isdigit() or int(announced) > LARGEST_BODY:
        raise BodyError(413, "this is more than anybody types")
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise BodyError(400, "the browser went away")
        part = message.get("body", b"")
        size += len(part)
        if size > LARGEST_BODY:
            raise BodyError(413, "this is more than anybody types")
        parts.append(part)
        if not message.get("more_body", False):
            return b"".join(parts)


def _received(body: bytes, receive: Receive) -> Receive:
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sent
