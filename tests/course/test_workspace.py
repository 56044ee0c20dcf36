"""A student's own copy of the lessons is made once and never overwritten."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from course import workspace
from course.workspace import Copy, WorkspaceProblem, here, lab_command, lab_environment, notebook_of, prepare

LESSONS = ("01-neurons", "02-activations")
Release = Callable[..., None]


def notebook(*sources: str, version: str = "") -> bytes:
    cells = [{"cell_type": "code", "source": [source], "outputs": []} for source in sources]
    return json.dumps({"cells": cells, "metadata": {"language_info": {"version": version}}}).encode()


def notebook_in(folder: Path, lesson: str = LESSONS[0]) -> Path:
    return folder / lesson / f"{lesson}.ipynb"


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    """Release the lessons of a small course; call it again for a newer release."""
    folder = tmp_path / "course" / "release"
    monkeypatch.setattr(workspace, "release_folder", lambda: folder)

    def publish(*sources: str) -> None:
        for lesson in LESSONS:
            path = notebook_in(folder, lesson)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(notebook(lesson, *sources))

    publish("first")
    return publish


@pytest.fixture
def mine(tmp_path: Path, release: Release) -> Path:
    """A workspace that does not exist yet."""
    return tmp_path / "my-course"


def copies(folder: Path) -> list[Copy]:
    return list(prepare(folder).copies.values())


def test_every_lesson_is_copied(mine: Path) -> None:
    assert prepare(mine).copies == dict.fromkeys(LESSONS, Copy.NEW)
    assert notebook_in(mine).read_bytes() == notebook(LESSONS[0], "first")
    assert sorted(path.name for path in mine.iterdir()) == [workspace.RECORD, *LESSONS]
    assert [path.name for path in notebook_in(mine).parent.iterdir()] == [f"{LESSONS[0]}.ipynb"]


def test_what_was_worked_on_is_kept_byte_for_byte(mine: Path) -> None:
    prepare(mine)
    work = b"my solution, not even a notebook any more"
    notebook_in(mine).write_bytes(work)
    before = notebook_in(mine).stat()
    assert copies(mine) == [Copy.KEPT, Copy.KEPT]
    after = notebook_in(mine).stat()
    assert notebook_in(mine).read_bytes() == work
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_an_untouched_copy_follows_a_newer_release(mine: Path, release: Release) -> None:
    prepare(mine)
    release("second")
    assert copies(mine) == [Copy.UPDATED, Copy.UPDATED]
    assert notebook_in(mine).read_bytes() == notebook(LESSONS[0], "second")
    assert copies(mine) == [Copy.KEPT, Copy.KEPT]


def test_a_copy_that_was_only_looked_at_counts_as_untouched(mine: Path, release: Release) -> None:
    prepare(mine)
    notebook_in(mine).write_bytes(notebook(LESSONS[0], "first", version="3.11.7"))
    release("second")
    assert copies(mine) == [Copy.UPDATED, Copy.UPDATED]


def test_a_copy_that_was_worked_on_is_kept_and_called_outdated_until_it_is_moved(mine: Path, release: Release) -> None:
    prepare(mine)
    work = notebook(LESSONS[0], "first", "my solution")
    notebook_in(mine).write_bytes(work)
    release("second")
    assert copies(mine) == [Copy.OUTDATED, Copy.UPDATED]
    assert copies(mine) == [Copy.OUTDATED, Copy.KEPT]
    assert notebook_in(mine).read_bytes() == work
    notebook_in(mine).parent.rename(mine / "01-neurons-old")
    assert copies(mine) == [Copy.NEW, Copy.KEPT]
    assert (mine / "01-neurons-old" / "01-neurons.ipynb").read_bytes() == work


def test_outputs_alone_are_work_too(mine: Path, release: Release) -> None:
    prepare(mine)
    run = json.loads(notebook(LESSONS[0], "first"))
    run["cells"][0]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "0.5"}]
    notebook_in(mine).write_text(json.dumps(run))
    release("second")
    assert copies(mine) == [Copy.OUTDATED, Copy.UPDATED]


@pytest.mark.parametrize("record", [b"{", b"\xff\xfe", b"[1, 2]", b"null", b""])
def test_a_damaged_record_costs_no_work(mine: Path, release: Release, record: bytes) -> None:
    prepare(mine)
    work = notebook(LESSONS[0], "first", "my solution")
    notebook_in(mine).write_bytes(work)
    (mine / workspace.RECORD).write_bytes(record)
    assert copies(mine) == [Copy.FOUND, Copy.KEPT]
    assert copies(mine) == [Copy.KEPT, Copy.KEPT]
    release("second")
    assert copies(mine) == [Copy.OUTDATED, Copy.UPDATED]
    assert notebook_in(mine).read_bytes() == work


def test_a_notebook_brought_along_is_kept(mine: Path, release: Release) -> None:
    notebook_in(mine).parent.mkdir(parents=True)
    notebook_in(mine).write_bytes(b"from another machine")
    assert copies(mine) == [Copy.FOUND, Copy.NEW]
    assert notebook_in(mine).read_bytes() == b"from another machine"


def test_a_name_the_student_uses_is_not_used_for_writing(mine: Path) -> None:
    prepare(mine)
    notebook_in(mine).unlink()
    beside = notebook_in(mine).with_name("01-neurons.ipynb.new")
    beside.write_text("mine")
    prepare(mine)
    assert beside.read_text() == "mine"


def test_a_copy_interrupted_half_way_leaves_nothing_half_written(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", str(notebook_in(mine)))

    with monkeypatch.context() as broken:
        broken.setattr(Path, "hardlink_to", full)
        broken.setattr(Path, "rename", full)
        with pytest.raises(WorkspaceProblem, match="No space left on device"):
            prepare(mine)
    assert [path.name for path in mine.rglob("*")] == [LESSONS[0]]
    assert copies(mine) == [Copy.NEW, Copy.NEW]


def test_a_file_system_without_hard_links(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", unsupported)
    assert copies(mine) == [Copy.NEW, Copy.NEW]
    assert copies(mine) == [Copy.KEPT, Copy.KEPT]


def test_a_file_made_in_the_meantime_is_not_replaced(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.hardlink_to

    def late(path: Path, target: Path) -> None:
        path.write_bytes(b"another start was faster")
        real(path, target)

    monkeypatch.setattr(Path, "hardlink_to", late)
    assert copies(mine) == [Copy.FOUND, Copy.FOUND]
    assert notebook_in(mine).read_bytes() == b"another start was faster"


def _start(folder: Path) -> str:
    """Prepare the course's own lessons, in a process of its own."""
    return " ".join(prepare(folder).copies.values())


def test_many_starts_at_once_make_one_copy(tmp_path: Path) -> None:
    folder = tmp_path / "my-course"
    with ProcessPoolExecutor(4) as pool:
        said = list(pool.map(_start, [folder] * 16))
    assert {word for line in said for word in line.split()} <= {Copy.NEW, Copy.KEPT}
    released = workspace.release_folder()
    names = sorted(path.name for path in folder.iterdir() if path.is_dir())
    assert sum(line.split().count(Copy.NEW) for line in said) == len(names)
    assert all(notebook_in(folder, name).read_bytes() == notebook_in(released, name).read_bytes() for name in names)
    assert not list(folder.rglob("*" + workspace.BESIDE))


def test_a_file_where_the_folder_should_be(mine: Path) -> None:
    mine.write_text("a letter")
    with pytest.raises(WorkspaceProblem, match="is a file; name a folder"):
        prepare(mine)
    assert mine.read_text() == "a letter"


def test_a_file_where_a_lesson_should_be(mine: Path) -> None:
    mine.mkdir()
    (mine / LESSONS[1]).write_text("notes")
    with pytest.raises(WorkspaceProblem, match="02-activations is in the way"):
        prepare(mine)
    assert (mine / LESSONS[1]).read_text() == "notes"


def test_a_folder_where_a_notebook_should_be(mine: Path) -> None:
    notebook_in(mine).mkdir(parents=True)
    with pytest.raises(WorkspaceProblem, match=r"01-neurons\.ipynb is in the way"):
        prepare(mine)


def test_a_folder_that_cannot_be_written(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def denied(path: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:
        if mode != "xb":
            return real(path, mode, *rest, **named)
        raise PermissionError(13, "Permission denied", str(path))

    mine.mkdir()
    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(WorkspaceProblem, match=r"my-course/01-neurons cannot be read or written: Permission denied"):
        prepare(mine)


def test_the_course_itself_is_no_workspace(release: Release) -> None:
    for folder in (
        workspace.release_folder(),
        workspace.release_folder() / LESSONS[0],
        workspace.release_folder().parent,
    ):
        with pytest.raises(WorkspaceProblem, match="holds the course itself"):
            prepare(folder)


def test_a_course_without_lessons_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace, "release_folder", lambda: tmp_path / "none")
    with pytest.raises(WorkspaceProblem, match="run `course build` first"):
        prepare(tmp_path / "my-course")
    assert not (tmp_path / "my-course").exists()


def test_the_home_folder_may_be_written_short(
    tmp_path: Path, release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert prepare(Path("~/lessons")).folder == tmp_path / "lessons"
    assert notebook_of(Path("~/lessons"), LESSONS[0]) == notebook_in(tmp_path / "lessons")


def test_the_notebook_of_a_lesson(mine: Path) -> None:
    with pytest.raises(WorkspaceProblem, match="Make it with `course lab`"):
        notebook_of(mine, LESSONS[0])
    prepare(mine)
    assert notebook_of(mine, LESSONS[0]) == notebook_in(mine)
    with pytest.raises(WorkspaceProblem, match="It has 01-neurons, 02-activations"):
        notebook_of(mine, "03-derivatives")


def test_inside_a_workspace_no_folder_has_to_be_named(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JUPYTER_SERVER_ROOT", raising=False)
    monkeypatch.chdir(mine.parent)
    assert prepare(here()).folder == mine
    assert here() == Path("my-course")
    for inside in (mine, notebook_in(mine).parent):
        monkeypatch.chdir(inside)
        assert prepare(here()).folder == mine
        assert notebook_of(here(), LESSONS[0]) == notebook_in(mine)
    monkeypatch.chdir("/")
    assert here() == Path("my-course")
    monkeypatch.setenv("JUPYTER_SERVER_ROOT", str(mine))  # as in a terminal of JupyterLab
    assert here() == mine


def test_jupyterlab_opens_the_first_lesson_once_and_then_what_was_open(mine: Path) -> None:
    prepared = prepare(mine)
    url = "--LabApp.default_url=/lab/tree/01-neurons/01-neurons.ipynb"
    command = lab_command(prepared, ["--port", "8890"])
    assert command[:3] == [sys.executable, "-m", "jupyterlab"]
    assert {f"--ServerApp.root_dir={mine}", url} < set(command)
    assert command[-2:] == ["--port", "8890"]
    assert url not in lab_command(prepared, ["--LabApp.default_url=/lab"])
    mine_too = "--ServerApp.terminado_settings={}"
    assert [part for part in lab_command(prepared, [mine_too]) if "terminado" in part] == [mine_too]
    (mine / workspace.LAYOUT).mkdir()
    assert url not in lab_command(prepared, [])


def test_jupyterlab_finds_the_environment_of_the_course_first() -> None:
    given = {"PATH": "/usr/bin", "JUPYTER_CONFIG_PATH": "/etc/mine", "LANG": "C"}
    environment = lab_environment(given)
    assert environment["PATH"].split(os.pathsep) == [str(Path(sys.executable).parent), "/usr/bin"]
    ours, theirs = environment["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    assert (Path(ours) / "labconfig" / "page_config.json").is_file()
    assert theirs == "/etc/mine"
    assert environment["LANG"] == "C"
    assert given["PATH"] == "/usr/bin"
    assert "" not in lab_environment({})["JUPYTER_CONFIG_PATH"].split(os.pathsep)


def test_jupyterlab_takes_the_place_of_the_command(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[str, list[str], dict[str, str]]] = []
    monkeypatch.setattr(os, "execve", lambda *everything: started.append(everything))
    monkeypatch.setenv("PATH", "/usr/bin")
    prepared = prepare(mine)
    workspace.start_lab(prepared, ["--no-browser"])
    [(program, command, environment)] = started
    assert program == sys.executable
    assert command == lab_command(prepared, ["--no-browser"])
    assert environment["PATH"].endswith("/usr/bin")


def test_course_lab_says_what_happened(
    mine: Path, release: Release, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from course import cli

    def lab() -> str:
        cli.app(["lab", "--workspace", str(mine), "--no-browser", "--port", "8890"], standalone_mode=False)
        return capsys.readouterr().out

    started: list[list[str]] = []
    monkeypatch.setattr(workspace, "start_lab", lambda prepared, arguments: started.append(arguments))
    assert "01-neurons: copied for you" in lab()
    assert started == [["--no-browser", "--port", "8890"]]
    assert lab().splitlines() == [f"Your copy of the course is in {mine}"]
    notebook_in(mine).write_bytes(b"my work")
    release("second")
    assert "01-neurons: a newer version exists; yours was kept." in lab()


def test_the_command_shows_a_problem_as_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "my-course").write_text("a letter")
    course = Path(sys.executable).with_name("course")
    ended = subprocess.run([course, "lab", "-w", "my-course"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 2
    assert ended.stderr.startswith("course: ")
    assert "is a file; name a folder" in ended.stderr
    assert "Traceback" not in ended.stderr
