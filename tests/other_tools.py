"""Other people's tools on our catalogues: gettext's own, polib, translate-toolkit; and, by hand,
what Poedit, Weblate, OmegaT and text editors do to an entry that somebody edits.

Weblate saves through translate-toolkit, so it is that which saves here. Poedit, OmegaT and the
editors are not installed where tests run: what they do to a file is written down below.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import polib
from translate.storage import pypo

Rewrite = Callable[[Path], None]
"""Reads a file and writes it again, nothing changed."""
Edit = Callable[[Path, str, str], None]
"""Gives the entry with this msgctxt another text, as a person does in that tool."""


def gettext(*command: str) -> Rewrite:
    """One of gettext's tools, as a filter."""

    def rewrite(path: Path) -> None:
        content = path.read_bytes()
        done = subprocess.run(command, input=content, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        path.write_bytes(done.stdout)

    return rewrite


def _polib(wrapwidth: int, path: Path) -> None:
    polib.pofile(str(path), wrapwidth=wrapwidth).save()


def _toolkit(width: int, path: Path) -> None:
    store = pypo.pofile.parsefile(str(path))
    store.wrapper = pypo.PoWrapper(width)
    # It keeps the lines that nobody touched; these are written anew.
    for unit in store.units:
        if not unit.isheader() and not unit.isobsolete():
            unit.source, unit.target = unit.source, unit.target
    store.save()


REWRITES: dict[str, Rewrite] = {
    "msgcat": gettext("msgcat", "-"),
    "msgcat, 40 columns": gettext("msgcat", "--width=40", "-"),
    "msgcat, not wrapped": gettext("msgcat", "--no-wrap", "-"),
    "msgcat, sorted": gettext("msgcat", "--sort-output", "-"),
    "msgcat, escaped": gettext("msgcat", "--escape", "-"),
    "msgattrib": gettext("msgattrib", "-"),
    "msgconv": gettext("msgconv", "--to-code=UTF-8", "-"),
    "msguniq": gettext("msguniq", "-"),
    "msgfilter": gettext("msgfilter", "--keep-header", "cat"),
    "polib, 78 columns": partial(_polib, 78),
    "polib, 30 columns": partial(_polib, 30),
    "polib, not wrapped": partial(_polib, 0),
    "translate-toolkit, 77 columns": partial(_toolkit, 77),
    "translate-toolkit, not wrapped": partial(_toolkit, -1),
    "Windows line ends": lambda path: _bytes(path, lambda text: text.replace(b"\n", b"\r\n")),
    "a byte order mark": lambda path: _bytes(path, lambda text: b"\xef\xbb\xbf" + text),
}


def poedit(path: Path, key: str, text: str) -> None:
    """Clears ``fuzzy`` and ``#|`` at the first key; wraps strings and fills in its header."""
    file = polib.pofile(str(path), wrapwidth=0)
    entry = next(e for e in file if e.msgctxt == key and not e.obsolete)
    entry.msgstr = text
    entry.previous_msgid = entry.previous_msgctxt = None
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    file.metadata |= {
        "PO-Revision-Date": "2026-11-26 10:14+0300",
        "Last-Translator": "R. Saleh",
        "X-Generator": "Poedit 3.5",
    }
    file.save()
    gettext("msgcat", "--width=79", "-")(path)


def weblate(path: Path, key: str, text: str) -> None:
    """Saves through translate-toolkit, with its own header fields; clears ``fuzzy``."""
    store = pypo.pofile.parsefile(str(path))
    unit = next(u for u in store.units if u.getcontext() == key and not u.isobsolete())
    unit.target = text
    unit.markfuzzy(False)
    store.updateheader(
        add=True,
        Last_Translator="R. Saleh <r@example.org>",
        PO_Revision_Date="2026-11-26 07:14+0000",
        Language_Team="English <https://weblate.example.org/en/>",
        Plural_Forms="nplurals=2; plural=n != 1;",
        X_Generator="Weblate 5.14",
    )
    store.updatecontributor("R. Saleh", "r@example.org")
    store.save()


def omegat(path: Path, key: str, text: str) -> None:
    """Writes the translation on one line and takes ``fuzzy`` off; the rest stays as it is."""
    _entry(path, key, text, clears=True)


def text_editor(path: Path, key: str, text: str) -> None:
    """Nothing but the words; ``fuzzy`` stays where it was."""
    _entry(path, key, text, clears=False)


def notepad(path: Path, key: str, text: str) -> None:
    """The same with a byte order mark and Windows line ends."""
    _entry(path, key, text, clears=False)
    _bytes(path, lambda content: b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))


EDITS: dict[str, Edit] = {
    "Poedit": poedit,
    "Weblate": weblate,
    "OmegaT": omegat,
    "a text editor": text_editor,
    "Notepad": notepad,
}


def _entry(path: Path, key: str, text: str, *, clears: bool) -> None:
    entries = path.read_text("utf-8").split("\n\n")
    (at,) = (n for n, entry in enumerate(entries) if f'\nmsgctxt "{key}"' in f"\n{entry}")
    entry = re.sub(r'(?m)^msgstr ".*"$', lambda _: f'msgstr "{text}"', entries[at])
    entries[at] = entry.replace("#, fuzzy\n", "") if clears else entry
    path.write_text("\n\n".join(entries), encoding="utf-8")


def _bytes(path: Path, change: Callable[[bytes], bytes]) -> None:
    path.write_bytes(change(path.read_bytes()))
