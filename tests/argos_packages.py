"""Argos's folders in a place of their own, packages, and an index on this machine."""

from __future__ import annotations

import http.server
import json
import shutil
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

DATA = Path(__file__).parent / "data" / "argos"
TINY = DATA / "translate-ar_en-tiny.argosmodel"
FOLDER = "translate-ar_en-1_0"


@pytest.fixture
def argos_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home without packages; what Argos read of another before is forgotten, and so is this."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("ARGOS_PACKAGES_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    # Nothing may leave this machine: port 9 refuses.
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "http://127.0.0.1:9/")
    _forget_argos()
    yield home
    _forget_argos()


def _forget_argos() -> None:
    """Its settings are read once, at import."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "argostranslate"]:
        del sys.modules[name]


@pytest.fixture
def packages(argos_home: Path) -> Path:
    """The folder where Argos keeps packages."""
    folder = argos_home / ".local" / "share" / "argos-translate" / "packages"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny package as a folder; not to be changed."""
    folder = tmp_path_factory.mktemp("tiny")
    with zipfile.ZipFile(TINY) as archive:
        archive.extractall(folder)
    return folder / FOLDER


def pack(folder: Path, archive: Path, *, top: str = FOLDER) -> Path:
    """A folder as an ``.argosmodel``."""
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(folder.rglob("*")):
            packed.write(path, f"{top}/{path.relative_to(folder)}")
    return archive


@dataclass
class Index:
    """An index of packages on 127.0.0.1, with what each address answers."""

    address: str = ""
    answers: dict[str, tuple[int, bytes, int | None]] = field(default_factory=dict)
    """Status, content, and the length that is claimed (None: the true one)."""
    asked: list[str] = field(default_factory=list)

    def offer(self, *pairs: str, version: str = "1.0") -> None:
        """Put pairs (``ar_en``) into the index; the files must be given with ``put``."""
        known = json.loads(self.answers.get("/index.json", (200, b"[]", None))[1])
        for pair in pairs:
            start, _, end = pair.partition("_")
            link = f"{self.address}/translate-{pair}.argosmodel"
            known.append(
                {"from_code": start, "to_code": end, "package_version": version, "links": [link]}
            )
        self.put("/index.json", json.dumps(known).encode())

    def put(
        self, path: str, content: bytes, *, status: int = 200, claimed: int | None = None
    ) -> None:
        """What stands at an address."""
        self.answers[path] = (status, content, claimed)


@pytest.fixture
def index(argos_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Index]:
    """A server that is Argos's index for this test."""
    served = Index()

    class Answering(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(self.path)
            status, content, claimed = served.answers.get(self.path, (404, b"", None))
            self.send_response(status)
            self.send_header("Content-Length", str(len(content) if claimed is None else claimed))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    served.address = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", served.address)  # without «/» at the end, too
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield served
    server.shutdown()
    server.server_close()


@pytest.fixture
def changed_tiny(tiny: Path, tmp_path: Path) -> Callable[..., Path]:
    """Makes a copy of the tiny package with other metadata, as a folder."""

    def change(name: str = "changed", **metadata: object) -> Path:
        folder = tmp_path / name
        shutil.copytree(tiny, folder)
        path = folder / "metadata.json"
        said = json.loads(path.read_text(encoding="utf-8")) | metadata
        path.write_text(json.dumps(said), encoding="utf-8")
        return folder

    return change
