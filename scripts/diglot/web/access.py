"""Who may talk to the server: names that it is called by, pages that may ask it, a token.

A page of somebody else's in the reviewer's browser can send requests to 127.0.0.1. It cannot read
the answers, but a write would be done; and under a name of its own that leads here (DNS rebinding)
it could read as well. So both are looked at, Host and Origin.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

COOKIE = "diglot-review"
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_READING = {"GET", "HEAD"}


@dataclass(frozen=True, slots=True)
class Access:
    """What is allowed."""

    hosts: frozenset[str]
    """As they stand in ``Host``: ``127.0.0.1:8100``."""
    origins: frozenset[str]
    token: str = ""
    user_header: str = ""
    """The header in which a proxy says who the reviewer is."""
    shared: bool = False
    """Whether others than the person at this machine come here; then git does not know them."""

    def refusal(
        self, method: str, headers: Mapping[str, str], query: str
    ) -> tuple[int, str] | None:
        """Status and reason where the request is refused."""
        if headers.get("host", "").lower() not in self.hosts:
            return 421, "this server is not called so"
        if headers.get("sec-fetch-site", "none") in {"cross-site", "same-site"} and (
            method not in _READING or headers.get("sec-fetch-mode") != "navigate"
        ):
            return 403, "another site's page asks for this"
        if method not in _READING:
            if headers.get("origin", "").lower() not in self.origins:
                return 403, "another site's page asks for this"
            kind = headers.get("content-type", "").partition(";")[0].strip().lower()
            if kind != "application/json":
                return 415, "only JSON is taken"
        if self.token and not self._knows_token(headers, query):
            return 401, "open the address that diglot review printed, with its token"
        return None

    def brings_token(self, query: str) -> bool:
        """Whether the address itself holds the token."""
        return bool(self.token) and any(map(self._is_token, parse_qs(query).get("token", [])))

    def _knows_token(self, headers: Mapping[str, str], query: str) -> bool:
        cookies = (part.strip().partition("=") for part in headers.get("cookie", "").split(";"))
        held = [value for name, _, value in cookies if name == COOKIE]
        return any(map(self._is_token, held)) or self.brings_token(query)

    def _is_token(self, text: str) -> bool:
        return hmac.compare_digest(text.encode("utf-8", "replace"), self.token.encode("utf-8"))


def access(
    host: str, port: int, *, url: str = "", token: str = "", user_header: str = ""
) -> Access:
    """For a server at this address, and behind a proxy that publishes it as ``url``."""
    names = {*_LOOPBACK, _in_brackets(host)}
    hosts = {f"{name}:{port}" for name in names} | (names if port == 80 else set())
    origins = {f"http://{name}" for name in hosts}
    if url:
        parts = urlsplit(url)
        hosts.add(parts.netloc.lower())
        origins.add(f"{parts.scheme}://{parts.netloc}".lower())
    return Access(
        frozenset(map(str.lower, hosts)),
        frozenset(map(str.lower, origins)),
        token,
        user_header.lower(),
        shared=bool(url) or not is_loopback(host),
    )


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    return host == "localhost" or host == "::1" or host.startswith("127.")


def _in_brackets(host: str) -> str:
    return f"[{host}]" if ":" in host else host
