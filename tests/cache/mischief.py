"""What people, editors, git and machines do to the files of a project, at random."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from diglot.project import Project
from tests import demo_site

FAULT = '# diglot: needs-work src=00000000 tgt=00000000 by=A text="No."\n'
GLOSSARY = "source,targets,forbidden,note\n"
WORDS = ("مدينة", "قرية", "جبال", "سهول", "نهر", "بحر")
SEEDS = {
    "first": "مقدمة فيها مدينة وبحر.\n\n# الباب الأول\n\nفي كل مدينة نهر. وفي كل قرية بحر.\n",
    "second": "# عنوان\n\n- فيه 12 سهول\n- بند آخر\n\n| البند | العدد |\n|---|---|\n| نهر | 7 |\n",
    "third": "نص قصير فيه جبال.\n",
}


class Mischief:
    """A random edit of a random file, the same for the same seed."""

    def __init__(self, found: Project, seed: int) -> None:
        self._found = found
        self._draw = random.Random(seed)
        self._before: dict[Path, list[bytes]] = {}

    def remember(self) -> None:
        """Keep what the files hold now, for somebody who checks out an old version."""
        for path in self._files():
            versions = self._before.setdefault(path, [])
            content = path.read_bytes()
            if content not in versions:
                versions.append(content)

    def happen(self) -> str:
        """Do something, and say what."""
        deed: Callable[[], str] = self._draw.choice([
            self._same_size, self._same_size, self._same_size_and_time, self._append, self._delete,
            self._old_version, self._old_version, self._old_version, self._touch, self._copy_page,
            self._own_page, self._settings, self._new_source, self._remove_source, self._swap,
            self._drop_cache, self._damage_cache, self._damage_text, self._link_folder,
            self._remove_folder, self._find_fault, self._find_fault, self._glossary, self._glossary,
        ])  # fmt: skip
        return f"{deed.__name__}: {deed()}"

    def _files(self, *patterns: str) -> list[Path]:
        wanted = patterns or (
            "seeds/*",
            "translations/**/*.po*",
            "translations/*.csv",
            "docs/*/*/*",
            "docs/*/*/.git*",
        )
        found = {path for each in wanted for path in self._found.root.glob(each)}
        return sorted(path for path in found if path.is_file() and not path.is_symlink())

    def _one(self, *patterns: str) -> Path:
        return self._draw.choice(self._files(*patterns) or [self._found.config])

    def _same_size(self) -> str:
        """A word for another of the same length, as soon after the last run as can be."""
        path = self._one()
        text = path.read_text("utf-8")
        places = [at for at, letter in enumerate(text) if "\u0628" <= letter <= "\u064a"]
        if places:
            at = self._draw.choice(places)
            text = text[:at] + self._draw.choice("بتثجحخدذرز") + text[at + 1 :]
            path.write_text(text, "utf-8", newline="")
        return str(path)

    def _same_size_and_time(self) -> str:
        looks = {path: path.stat() for path in self._files()}
        changed = Path(self._same_size())
        if changed in looks:
            os.utime(changed, ns=(looks[changed].st_atime_ns, looks[changed].st_mtime_ns))
        return str(changed)

    def _find_fault(self) -> str:
        """What a reviewer says of a text; ``draft`` leaves it to people then, and tells so."""
        path = self._one("translations/*/*.po")
        text = path.read_text("utf-8")
        places = [found.start() for found in re.finditer(r"^msgctxt", text, re.MULTILINE)]
        if places:
            at = self._draw.choice(places)
            path.write_text(f"{text[:at]}{FAULT}{text[at:]}", "utf-8", newline="")
        return str(path)

    def _glossary(self) -> str:
        """Other terms, none, or a line that nobody can read."""
        path = self._found.glossary_path
        path.parent.mkdir(exist_ok=True)
        word, target = self._draw.choice(WORDS), self._draw.choice(["city", "sea", ""])
        path.write_text(f"{GLOSSARY}{word},{target},{self._draw.choice(['', 'x'])},\n", "utf-8")
        if self._draw.random() < 0.2:
            path.unlink()
        return str(path)

    def _append(self) -> str:
        path = self._one("seeds/*.txt")
        with path.open("a", encoding="utf-8") as stream:
            stream.write(f"\nفقرة فيها {self._draw.choice(WORDS)}.\n")
        return str(path)

    def _swap(self) -> str:
        path = self._one("seeds/*.txt")
        parts = path.read_text("utf-8").split("\n\n")
        self._draw.shuffle(parts)
        path.write_text("\n\n".join(parts), "utf-8", newline="")
        return str(path)

    def _delete(self) -> str:
        path = self._one("translations/**/*.po*", "docs/*/*/*", "docs/*/*/.git*", "seeds/*.toml")
        if path != self._found.config:
            path.unlink()
        return str(path)

    def _old_version(self) -> str:
        """As git does it: in place of the file, or of the place where it was."""
        path = self._draw.choice(sorted(self._before))
        if not path.is_symlink() and path.parent.is_dir():
            path.unlink(missing_ok=True)
            path.write_bytes(self._draw.choice(self._before[path]))
        return str(path)

    def _touch(self) -> str:
        path = self._one()
        path.touch()
        return str(path)

    def _copy_page(self) -> str:
        """A generated page under another name is one that is left over."""
        path = self._one("docs/*/*/*.md")
        if path != self._found.config and path.name != "copied.md":
            shutil.copy2(path, path.with_name("copied.md"))
        return str(path)

    def _own_page(self) -> str:
        folder = self._draw.choice(["docs/ar/first", "docs/en/second", "docs/en/guide"])
        path = self._found.root / folder / self._draw.choice(["notes.md", ".hidden.md", "x.svg"])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {self._draw.random()}\n", "utf-8")
        return str(path)

    def _settings(self) -> str:
        path = self._found.seeds / f"{self._draw.choice(list(SEEDS))}.toml"
        title, note = self._draw.choice(WORDS), self._draw.choice(["", 'note = { fr = "x" }\n'])
        name = self._draw.choice(["", "", "", 'id = "renamed"\n', 'id = "second"\n'])
        path.write_text(f'title = "{title}"\n{note}{name}', "utf-8")
        return str(path)

    def _new_source(self) -> str:
        name = self._draw.choice([*SEEDS, "fourth"])
        text = self._draw.choice(list(SEEDS.values()))
        (self._found.seeds / f"{name}.txt").write_text(text, "utf-8")
        return name

    def _remove_source(self) -> str:
        path = self._one("seeds/*.txt")
        if len(self._files("seeds/*.txt")) > 1:
            path.unlink()
        return str(path)

    def _drop_cache(self) -> str:
        shutil.rmtree(self._found.root / ".diglot", ignore_errors=True)
        return ""

    def _damage_cache(self) -> str:
        for path in self._files(".diglot/*.sqlite"):
            content = bytearray(path.read_bytes())
            for _ in range(self._draw.randint(1, 40)):
                content[self._draw.randrange(len(content))] = self._draw.randrange(256)
            path.write_bytes(content[: self._draw.choice([len(content), len(content) // 2])])
        return ""

    def _damage_text(self) -> str:
        path = self._one("translations/**/*.po*", "seeds/*.toml")
        if path != self._found.config:
            path.write_bytes(path.read_bytes()[:-4])
        return str(path)

    def _link_folder(self) -> str:
        """Or back again."""
        path = self._found.docs / "en" / self._draw.choice(list(SEEDS))
        beside = self._found.root / f"elsewhere-{path.name}"
        if path.is_symlink():
            path.unlink()
            beside.rename(path)
        elif path.is_dir():
            path.rename(beside)
            path.symlink_to(f"../../{beside.name}")
        return str(path)

    def _remove_folder(self) -> str:
        path = self._found.docs / self._draw.choice(["ar", "en"]) / self._draw.choice(list(SEEDS))
        if not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        return str(path)


def make(root: Path) -> Path:
    """A project of three small documents; nothing is synced yet."""
    texts = {
        "mkdocs.yml": demo_site.CONFIG,
        **{f"seeds/{name}.txt": text for name, text in SEEDS.items()},
        **{f"docs/{path}": text for path, text in demo_site.PAGES.items()},
    }
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root
