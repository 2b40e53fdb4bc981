"""The server itself, until it is stopped."""

from __future__ import annotations

import logging
import secrets
import socket
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass

from diglot.problems import UserError
from diglot.project import Project
from diglot.web.access import access, is_loopback


@dataclass(frozen=True, slots=True)
class At:
    """Where the page is, and who may see it."""

    host: str = "127.0.0.1"
    port: int = 8100
    url: str = ""
    """Under which a proxy publishes it."""
    token: str = ""
    user_header: str = ""
    open_browser: bool = False


def serve(project: Project, document: str, at: At, told: Callable[[str], None]) -> None:
    """Serve the page until it is stopped; ``told`` gets its address.

    UserError where the address is taken.
    """
    import uvicorn  # here: other commands need no server

    from diglot.web.app import app

    with _socket(at) as listening:
        port = listening.getsockname()[1]
        token = at.token or ("" if _is_safe(at) else secrets.token_urlsafe(16))
        allowed = access(at.host, port, url=at.url, token=token, user_header=at.user_header)
        config = uvicorn.Config(
            app(project, allowed),
            log_level=logging.WARNING,
            server_header=False,
            timeout_graceful_shutdown=2,
            timeout_keep_alive=30,
            limit_concurrency=200,
        )
        address = _address(at, port, document, token)
        told(address)
        if at.open_browser:
            webbrowser.open(address)
        uvicorn.Server(config).run(sockets=[listening])


def _is_safe(at: At) -> bool:
    """Nobody else gets there, or the proxy in front knows them."""
    return is_loopback(at.host) or bool(at.user_header)


def _address(at: At, port: int, document: str, token: str) -> str:
    name = f"[{at.host}]" if ":" in at.host else at.host
    base = at.url.rstrip("/") or f"http://{name}:{port}"
    place = f"/review/{document}" if document else "/"
    return f"{base}{place}{f'?token={token}' if token else ''}"


def _socket(at: At) -> socket.socket:
    family = socket.AF_INET6 if ":" in at.host else socket.AF_INET
    try:
        return socket.create_server((at.host, at.port), family=family, backlog=128)
    except OSError as error:
        raise UserError(
            f"the page cannot be at {at.host}:{at.port} ({error.strerror or error})",
            todo="stop what is there, or choose another --port (0: any that is free)",
        ) from error
