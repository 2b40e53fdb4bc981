"""MkDocs as diglot starts it: what goes wrong is told in our words, and what goes on in a line."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import demo_site
from tests.demo_site import CONFIG


def diglot(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "diglot", *words], cwd=root, capture_output=True,
        encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("config", "files", "message"),
    [
        (CONFIG, {"docs/en/about.md": "# État".encode("cp1252")}, "docs/en/about.md:1: this is"),
        (CONFIG.replace("name: material", "name: mkdocs"), {}, "does not know languages"),
        (CONFIG.replace("name: material", "name: nowhere"), {}, "could not build the site"),
        (
            CONFIG.replace("  font: false", "  font: false\n  custom_dir: own"),
            {"own/main.html": b'{% extends "nowhere.html" %}'},
            "a template of the theme could not be used (TemplateNotFound: ",
        ),
        (CONFIG, {"site": b"in the way"}, "site: the site could not be built ("),
    ],
)
def test_what_mkdocs_cannot_do_is_a_clear_error(
    tmp_path: Path, config: str, files: dict[str, bytes], message: str
) -> None:
    demo_site.make(tmp_path, config)
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)

    done = diglot(tmp_path, "build")

    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_among_the_pages_does_not_hang(tmp_path: Path) -> None:
    demo_site.make(tmp_path)
    os.mkfifo(tmp_path / "docs" / "en" / "pipe.md")

    done = diglot(tmp_path, "build")

    assert done.stderr.endswith(
        "docs/en/pipe.md: this is no file with text in it, but a pipe or a device; move it away\n"
    )
    assert done.returncode == 2


def test_a_port_that_is_in_use_is_told_before_the_first_build(tmp_path: Path) -> None:
    demo_site.make(tmp_path)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        done = diglot(tmp_path, "serve", "--port", str(port))

    assert done.stderr == (
        f"port {port} is in use; choose another: diglot serve --port 8001; or end what uses it\n"
    )
    assert done.returncode == 2


def test_a_port_that_cannot_be_is_a_mistake(tmp_path: Path) -> None:
    demo_site.make(tmp_path)

    assert diglot(tmp_path, "serve", "--port", "70000").returncode == 2


def test_serve_tells_the_address_and_each_build_and_ends_well(tmp_path: Path) -> None:
    demo_site.make(tmp_path)
    port, log = _free_port(), tmp_path / "log"
    with log.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "diglot", "serve", "--port", str(port)],
            cwd=tmp_path, env={**os.environ, "PYTHONUNBUFFERED": "1"}, stderr=stream,
        )  # fmt: skip
    _wait_for(log, f"Serving on http://127.0.0.1:{port}/")
    seed = tmp_path / "seeds" / "sheet.txt"
    seed.write_text(seed.read_text("utf-8").replace("62", "63"), encoding="utf-8")
    _wait_for(log, "Documentation built", times=2)
    (tmp_path / "mkdocs.yml").write_text("plugins: [", encoding="utf-8")
    _wait_for(log, "An error happened")
    process.send_signal(signal.SIGINT)

    assert process.wait(10) == 0
    told = log.read_text("utf-8")
    assert "Traceback" not in told
    assert "Detected file changes" in told
    assert "mkdocs.yml:1: this is not YAML" in told or "could not build the site" in told


def _wait_for(log: Path, words: str, times: int = 1) -> None:
    deadline = time.monotonic() + 30
    while log.read_text("utf-8").count(words) < times:
        assert time.monotonic() < deadline, log.read_text("utf-8")
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
