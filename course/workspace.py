"""A student's own copy of the lessons: made once, never overwritten."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from course.paths import PACKAGE, release_folder

DEFAULT = Path("my-course")
RECORD = ".released.json"  # which release each copy was made from
BESIDE = ".new"  # the ending of a file that is not whole yet
LAYOUT = ".jupyterlab"  # the open tabs, so that JupyterLab goes on where it was left


class WorkspaceProblem(Exception):
    """A workspace that cannot be used as it is; the text says what to do."""


class Copy(StrEnum):
    """What happened to one lesson's copy."""

    NEW = "new"
    KEPT = "kept"
    UPDATED = "updated"
    OUTDATED = "outdated"
    FOUND = "found"

    @property
    def sentence(self) -> str:
        """Say it to the student."""
        return SENTENCES[self]


SENTENCES = {
    Copy.NEW: "copied for you",
    Copy.KEPT: "yours, as you left it",
    Copy.UPDATED: "now the newer version; you had not changed the old one",
    Copy.OUTDATED: "a newer version exists; yours was kept. For the new one, rename the lesson's folder and start again.",
    Copy.FOUND: "was here already and was kept; it may be of an older version of the course",
}


@dataclass(frozen=True)
class Prepared:
    """A workspace and what happened to the copy of each lesson in it."""

    folder: Path
    copies: dict[str, Copy]


def prepare(folder: Path) -> Prepared:
    """Copy the lessons a workspace does not have yet; leave every notebook that was worked on as it is.

    A copy nobody has touched follows a newer release; one that was worked on is kept, and called outdated. A notebook
    that no record tells of is kept too, and called found. Raises `WorkspaceProblem`.
    """
    folder = folder.expanduser().resolve()
    _refuse_unsuitable(folder)
    released = [path for path in sorted(release_folder().glob("*/*.ipynb")) if path.stem == path.parent.name]
    if not released:
        raise WorkspaceProblem(f"There are no lessons in {release_folder()}. In a clone, run `course build` first.")
    with _in_words():
        folder.mkdir(parents=True, exist_ok=True)
        record = _read_record(folder)
        copies = {original.stem: _copy(original, folder, record) for original in released}
        _replace(folder / RECORD, json.dumps(record, indent=1, sort_keys=True).encode())
    return Prepared(folder, copies)


def _refuse_unsuitable(folder: Path) -> None:
    release = release_folder().resolve()
    if folder.exists() and not folder.is_dir():
        raise WorkspaceProblem(f"{folder} is a file; name a folder for your copy of the course with --workspace.")
    if folder in (release, release.parent) or release in folder.parents:
        raise WorkspaceProblem(f"{folder} holds the course itself; name another folder with --workspace.")


@contextmanager
def _in_words() -> Iterator[None]:
    """Turn what the file system refuses into a sentence for the student."""
    try:
        yield
    except OSError as error:
        where = Path(error.filename2 or error.filename or "your copy of the course")
        where = where.parent if where.suffix == BESIDE else where
        what = f"{where} cannot be read or written: {error.strerror}."
        if isinstance(error, FileExistsError | IsADirectoryError | NotADirectoryError):
            what = f"{where} is in the way of your copy of the lessons."
        raise WorkspaceProblem(
            f"{what} No work of yours was changed. Mend that, or name another folder with --workspace."
        ) from error


def _copy(original: Path, folder: Path, record: dict[str, str]) -> Copy:
    lesson = original.stem
    mine = folder / lesson / original.name
    content = original.read_bytes()
    release = _fingerprint(content)
    mine.parent.mkdir(exist_ok=True)
    if _create(mine, content):
        record[lesson] = release
        return Copy.NEW
    have = _fingerprint(mine.read_bytes())
    recorded = record.get(lesson)
    if release in (have, recorded):
        record[lesson] = release
        return Copy.KEPT
    if have == recorded:
        _replace(mine, content)
        record[lesson] = release
        return Copy.UPDATED
    if recorded is None:
        record[lesson] = release
        return Copy.FOUND
    return Copy.OUTDATED


def _fingerprint(content: bytes) -> str:
    """Identify a notebook by its cells alone: JupyterLab writes its own metadata when a notebook is only looked at."""
    with suppress(ValueError, LookupError, TypeError):  # not a notebook any more: its bytes stand for themselves
        content = json.dumps(json.loads(content)["cells"], sort_keys=True).encode()
    return hashlib.sha256(content).hexdigest()


def _read_record(folder: Path) -> dict[str, str]:
    """Return which release each copy was made from; nothing when the record was lost or damaged."""
    try:
        found = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _create(path: Path, content: bytes) -> bool:
    """Write a file that is not there yet, whole or not at all; tell whether it was written."""
    if os.path.lexists(path):
        return False
    with _beside(path, content) as new:
        try:
            path.hardlink_to(new)  # unlike a rename, this never replaces a file made in the meantime
        except FileExistsError:
            return False
        except OSError:  # a file system without hard links
            if os.path.lexists(path):
                return False
            new.rename(path)
    return True


def _replace(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all, in place of the one that is there."""
    with _beside(path, content) as new:
        new.replace(path)


@contextmanager
def _beside(path: Path, content: bytes) -> Iterator[Path]:
    """Write content into a new file in the same folder, under a name nobody uses; it is gone afterwards."""
    new = path.with_name(f".{path.name}.{secrets.token_hex(8)}{BESIDE}")
    try:
        with new.open("xb") as file:
            file.write(content)
        yield new
    finally:
        new.unlink(missing_ok=True)


def start_lab(prepared: Prepared, arguments: list[str]) -> None:
    """Replace this process by JupyterLab on a workspace; further arguments are JupyterLab's own."""
    sys.stdout.flush()
    os.execve(sys.executable, lab_command(prepared, arguments), lab_environment(os.environ))


def lab_command(prepared: Prepared, arguments: list[str]) -> list[str]:
    """Return the command that opens JupyterLab on a workspace: the first time at the first lesson, then as it was left."""
    layout = prepared.folder / LAYOUT
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={prepared.folder}"]
    command.append(f"--LabApp.workspaces_dir={layout}")
    if not any("terminado_settings" in argument for argument in arguments):  # a shell that keeps the PATH we give it
        shell = os.environ.get("SHELL") or shutil.which("bash") or "sh"
        command.append(f"--ServerApp.terminado_settings={{'shell_command': [{shell!r}]}}")
    if not layout.exists() and not any("default_url" in argument for argument in arguments):
        first = min(prepared.copies)
        command.append(f"--LabApp.default_url=/lab/tree/{first}/{first}.ipynb")
    return [*command, *arguments]


def lab_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for JupyterLab: the course's settings, and this Python's commands and kernels first."""
    return dict(environment) | {
        "JUPYTER_CONFIG_PATH": _path_with(str(PACKAGE / "jupyter"), environment.get("JUPYTER_CONFIG_PATH")),
        "JUPYTER_PREFER_ENV_PATH": "1",
        "PATH": _path_with(str(Path(sys.executable).parent), environment.get("PATH")),
    }


def _path_with(first: str, rest: str | None) -> str:
    return os.pathsep.join(part for part in (first, rest) if part)


def here() -> Path:
    """Return the workspace one is in, or whose JupyterLab one is in, else `my-course` in the current folder."""
    current = Path.cwd()
    lab = os.environ.get("JUPYTER_SERVER_ROOT")  # set in JupyterLab's terminals, wherever they start
    places = (current, *current.parents, *([Path(lab)] if lab else []))
    return next((folder for folder in places if (folder / RECORD).is_file()), DEFAULT)


def copies(folder: Path) -> dict[str, Path]:
    """Return the notebooks in a student's folder, by lesson."""
    return {p.stem: p for p in sorted(folder.expanduser().glob("*/*.ipynb")) if p.stem == p.parent.name}


def notebook_of(folder: Path, lesson: str) -> Path:
    """Return a student's notebook of a lesson. Raises `WorkspaceProblem`."""
    folder = folder.expanduser()
    path = folder / lesson / f"{lesson}.ipynb"
    if not path.is_file():
        known = copies(folder)
        has = f"It has {', '.join(known)}." if known else "Make it with `course lab`."
        raise WorkspaceProblem(f"There is no {lesson} in {folder}. {has}")
    return path
