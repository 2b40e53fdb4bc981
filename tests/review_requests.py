"""Asking the review server, as a page of its own would."""

from __future__ import annotations

import http.client
import json
from typing import Any
from urllib.parse import urlsplit

JSON = {"content-type": "application/json"}


def ask(
    url: str,
    path: str,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    body: object = None,
) -> tuple[int, Any, dict[str, str]]:
    """Status, JSON or text, headers; ``body`` as JSON, from a page of this server itself."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    own = {"origin": url, **JSON} if method == "POST" else {}
    sent = body if isinstance(body, bytes) or body is None else json.dumps(body)
    connection.request(method, path, sent, {**own, **(headers or {})})
    answer = connection.getresponse()
    text = answer.read().decode("utf-8")
    connection.close()
    kind = answer.headers.get("content-type", "")
    found = json.loads(text) if "json" in kind else text
    return answer.status, found, {k.lower(): v for k, v in answer.headers.items()}
