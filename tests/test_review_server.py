"""Who may talk to the server of the review page, and what it answers to those who may not."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from diglot.project import Project
from diglot.web.access import access
from diglot.web.guard import LARGEST_BODY
from tests import review_project as paper
from tests.review_requests import ask

API = f"/api/{paper.DOCUMENT}/{paper.LANGUAGE}"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return paper.make(tmp_path_factory.mktemp("served") / "project")


@pytest.fixture(scope="module")
def url(project: Project) -> Iterator[str]:
    with paper.serving(project) as url:
        yield url


def confirm(project: Project, source: str, **fields: object) -> dict[str, object]:
    segment = paper.segment(project, source)
    given = {"key": segment.key, "source": source, "seen": segment.target, "by": "A. Reviewer"}
    return {**given, "confirm": True, **fields}


class TestStrangers:
    @pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example"])
    def test_a_name_that_leads_here_by_dns_gets_nothing(self, url: str, host: str) -> None:
        for path in ("/", API, "/static/review.js"):
            assert ask(url, path, headers={"host": host})[0] == 421

    @pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", ""])
    def test_another_sites_page_changes_nothing(
        self, url: str, project: Project, origin: str
    ) -> None:
        before = paper.path(project).read_bytes()
        decision = confirm(project, paper.GOOD)
        status, _, _ = ask(url, f"{API}/decide", "POST", {"origin": origin}, decision)

        assert status == 403
        assert paper.path(project).read_bytes() == before

    def test_a_form_cannot_be_sent_to_it_even_from_here(self, url: str, project: Project) -> None:
        form = {"content-type": "text/plain"}

        assert ask(url, f"{API}/decide", "POST", form, confirm(project, paper.GOOD))[0] == 415

    def test_another_sites_page_cannot_load_anything_either(self, url: str) -> None:
        embedded = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
        link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}

        assert ask(url, f"{API}/po", headers=embedded)[0] == 403
        assert ask(url, "/", headers=link)[0] == 303

    @pytest.mark.parametrize(
        "path",
        [
            "/api/../../../etc/passwd/en",
            "/api/..%2f..%2fetc%2fpasswd/en",
            "/api/paper/..%2f..",
            "/api/paper/ar",
            "/api/unknown/en",
            "/review/paper/%00",
            "/static/../app.py",
            "/static/x/../../app.py",
            "/static/x/..%2fapp.py",
            "/static/..%2fapp.py",
            "/fonts/..%2f..%2f..%2f..%2f__init__.py",
        ],
    )
    def test_no_path_leads_anywhere_else(self, url: str, path: str) -> None:
        assert ask(url, path)[0] == 404

    def test_scripts_are_kept_by_the_browser_until_there_are_others(self, url: str) -> None:
        page = ask(url, f"/review/{paper.DOCUMENT}/{paper.LANGUAGE}")[1]
        script = re.search(r'<script type="module" src="(/static/[0-9a-f]{12}/review.js)"', page)
        assert script is not None
        status, _, headers = ask(url, script[1])

        assert (status, headers["cache-control"]) == (200, "max-age=31536000, immutable")
        assert ask(url, API)[2]["cache-control"] == "no-store"

    def test_a_body_larger_than_anybody_types_is_refused_unread(self, url: str) -> None:
        host, port = urlsplit(url).netloc.split(":")
        with socket.create_connection((host, int(port)), timeout=30) as raw:
            head = f"POST {API}/decide HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: {url}\r\n"
            head += f"Content-Type: application/json\r\nContent-Length: {LARGEST_BODY + 1}\r\n\r\n"
            raw.sendall(head.encode())
            answer = raw.recv(100)

        assert answer.startswith(b"HTTP/1.1 413")

    def test_a_body_in_pieces_is_counted_too(self, url: str) -> None:
        host, port = urlsplit(url).netloc.split(":")
        with socket.create_connection((host, int(port)), timeout=30) as raw:
            head = f"POST {API}/decide HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: {url}\r\n"
            head += "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            raw.sendall(head.encode())
            piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
            with suppress(OSError):  # it hangs up once it has read enough
                for _ in range(LARGEST_BODY // 0x10000 + 2):
                    raw.sendall(piece)
            answer = raw.recv(100)

        assert answer.startswith(b"HTTP/1.1 413")

    def test_a_slow_client_keeps_nobody_else_waiting(self, url: str) -> None:
        host, port = urlsplit(url).netloc.split(":")
        slow = [socket.create_connection((host, int(port)), timeout=30) for _ in range(20)]
        for raw in slow:
            raw.sendall(f"POST {API}/decide HTTP/1.1\r\nHost: {host}:{port}\r\n".encode())
        started = time.monotonic()
        status, _, _ = ask(url, f"{API}/revision")
        for raw in slow:
            raw.close()

        assert status == 200
        assert time.monotonic() - started < 5

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"[]",
            b"{",
            b'{"key": 1}',
            b"[" * 5000,
            b'{"key": "k", "source": "s", "seen": "", "by": ""}',
            b'{"key": "k", "source": "s", "seen": "", "by": "A", "text": "\\ud800"}',
            b'{"key": "k", "source": "s", "seen": "", "by": "A", "dismiss": "numbers"}',
            b'{"key": "k", "source": "s", "seen": "", "by": "A", "says": {"reviewed": "x"}}',
            b'{"key": "k", "source": "s", "seen": "", "by": "A", "state": "reviewed"}',
        ],
    )
    def test_what_is_no_decision_is_refused_in_words(self, url: str, body: bytes) -> None:
        status, answer, _ = ask(url, f"{API}/decide", "POST", body=body)

        assert status == 400
        assert answer["error"]


class TestAnswers:
    def test_every_answer_forbids_what_the_page_does_not_need(self, url: str) -> None:
        for path in ("/", API, "/static/review.js", "/nothing", f"{API}/po"):
            headers = ask(url, path)[2]
            assert "default-src 'none'" in headers["content-security-policy"]
            assert "unsafe" not in headers["content-security-policy"]
            assert headers["x-content-type-options"] == "nosniff"
            assert "server" not in headers

    def test_markup_in_names_stays_text_on_the_page(self, tmp_path: Path) -> None:
        found = paper.make(tmp_path / "project")
        name = '"><script>alert(1)</script>'
        with paper.serving(found, user_header="x-user") as url:
            _, text, _ = ask(url, f"/review/{paper.DOCUMENT}/en", headers={"x-user": name})

        assert "<script>alert" not in text
        assert "&lt;script&gt;" in text

    def test_a_damaged_catalogue_is_told_of_with_its_line(self, tmp_path: Path) -> None:
        found = paper.make(tmp_path / "project")
        with paper.serving(found) as url:
            decision = confirm(found, paper.GOOD)
            held = paper.path(found).read_text("utf-8")
            broken = held.replace('msgstr "The Coal', "msgstr The Coal")
            paper.path(found).write_text(broken, encoding="utf-8")
            status, answer, _ = ask(url, f"{API}/decide", "POST", body=decision)

            assert status == 503
            assert answer["error"].startswith("translations/en/paper.po:")
            assert paper.path(found).read_text("utf-8") == broken

    def test_the_downloaded_file_is_the_file(self, url: str, project: Project) -> None:
        _, text, headers = ask(url, f"{API}/po")

        assert text == paper.path(project).read_text("utf-8")
        assert "paper.en.po" in headers["content-disposition"]


class TestOnAServer:
    def test_without_the_token_nobody_gets_in(self, project: Project) -> None:
        with paper.serving(project, token="secret") as url:
            assert ask(url, API)[0] == 401
            assert ask(url, API, headers={"cookie": "diglot-review=wrong"})[0] == 401
            status, _, headers = ask(url, f"/review/{paper.DOCUMENT}/en?token=secret")
            cookie = headers["set-cookie"].partition(";")[0]

            assert (status, "secret" in headers["location"]) == (303, False)
            assert "httponly" in headers["set-cookie"].lower()
            assert "samesite=strict" in headers["set-cookie"].lower()
            assert ask(url, API, headers={"cookie": cookie})[0] == 200

    def test_the_proxy_says_who_decides_and_nobody_else_can(self, project: Project) -> None:
        with paper.serving(project, user_header="X-Forwarded-User") as url:
            named = {"x-forwarded-user": "Basim"}
            decision = confirm(project, paper.SECOND_ITEM, by="Somebody else")
            _, answer, _ = ask(url, f"{API}/decide", "POST", named, decision)
            nameless, _, _ = ask(
                url, f"{API}/decide", "POST", body=confirm(project, paper.FIRST_ITEM)
            )

        assert [each["by"] for each in answer["segment"]["reviewed"]] == ["Basim"]
        assert nameless == 400

    def test_the_published_address_is_known_beside_the_own_one(self) -> None:
        allowed = access("127.0.0.1", 8100, url="https://review.example.org/")
        headers = {"host": "review.example.org", "content-type": "application/json"}

        assert allowed.refusal("GET", headers, "") is None
        own = {**headers, "origin": "https://review.example.org"}
        assert allowed.refusal("POST", own, "") is None
        other = {**headers, "origin": "http://review.example.org"}
        assert allowed.refusal("POST", other, "") is not None
