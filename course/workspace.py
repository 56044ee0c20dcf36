"""A student's own copy of the lessons: made once, never overwritten."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from course.paths import PACKAGE, release_folder

DEFAULT = Path("my-course")
RECORD = ".released.json"  # which release each copy was made from


class WorkspaceProblem(Exception):
    """A workspace that cannot be used as it is; the text says what to do."""


class Copy(StrEnum):
    """What happened to one lesson's copy."""

    NEW = "new"
    KEPT = "kept"
    UPDATED = "updated"
    OUTDATED = "outdated"


@dataclass(frozen=True)
class Prepared:
    """A workspace and what happened to the copy of each lesson in it."""

    folder: Path
    copies: dict[str, Copy]


def prepare(folder: Path) -> Prepared:
    """Copy the lessons a workspace does not have yet; leave every notebook that was worked on as it is.

    A copy nobody has touched follows a newer release; one that was worked on is kept, and called outdated.
    """
    folder = folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise WorkspaceProblem(f"{folder} is a file; name a folder for your copy of the course with --workspace.")
    released = sorted(release_folder().glob("*/*.ipynb"))
    if not released:
        raise WorkspaceProblem(f"There are no lessons in {release_folder()}. In a clone, run `course build` first.")
    folder.mkdir(parents=True, exist_ok=True)
    record = _read_record(folder)
    copies = {original.stem: _copy(original, folder, record) for original in released}
    _write_beside(folder / RECORD, json.dumps(record, indent=1, sort_keys=True).encode())
    return Prepared(folder, copies)


def _copy(original: Path, folder: Path, record: dict[str, str]) -> Copy:
    mine = folder / original.parent.name / original.name
    release = _hash(original)
    if not mine.exists():
        mine.parent.mkdir(parents=True, exist_ok=True)
        _write_beside(mine, original.read_bytes())
        record[original.stem] = release
        return Copy.NEW
    if record.get(original.stem) == release:
        return Copy.KEPT
    if _hash(mine) == record.get(original.stem):
        _write_beside(mine, original.read_bytes())
        record[original.stem] = release
        return Copy.UPDATED
    return Copy.OUTDATED


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _read_record(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _write_beside(path: Path, content: bytes) -> None:
    beside = path.with_name(path.name + ".new")
    beside.write_bytes(content)
    beside.replace(path)


def start_lab(folder: Path, arguments: list[str]) -> None:
    """Replace this process by JupyterLab on a workspace; further arguments are JupyterLab's own."""
    environment = dict(os.environ)
    paths = [str(PACKAGE / "jupyter"), environment.get("JUPYTER_CONFIG_PATH", "")]
    environment["JUPYTER_CONFIG_PATH"] = os.pathsep.join(path for path in paths if path)
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder}", *arguments]
    sys.stdout.flush()
    os.execve(sys.executable, command, environment)


def notebook_of(folder: Path, lesson: str) -> Path:
    """Return a student's notebook of a lesson. Raises `WorkspaceProblem`."""
    path = folder / lesson / f"{lesson}.ipynb"
    if not path.is_file():
        known = sorted(p.stem for p in folder.glob("*/*.ipynb") if p.stem == p.parent.name)
        has = f"It has {', '.join(known)}." if known else "Make it with `course lab`."
        raise WorkspaceProblem(f"There is no {lesson} in {folder}. {has}")
    return path
