"""The Formgrader on a real server: its autograde button isolates, and what it shows afterwards cannot do anything.

Two submissions are graded by pressing the button, in JupyterLab: one that looks around, and one that holds every payload of
`tests/autograder/hostile.py` in cells and, by displaying them while it is graded, in outputs.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from nbformat import NotebookNode

from autograder import gradebook, isolated
from autograder.grading import grade_submission
from autograder.lessons import lesson
from autograder.sandbox import why_not
from course.paths import ROOT
from tests.autograder.conftest import LESSON
from tests.autograder.hostile import corpus
from tests.browser.test_hostile import PROVOKE
from tests.submissions import Submission

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, FrameLocator, Page, Route

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(why_not() is not None, reason=f"no sandbox here: {why_not()}"),
    pytest.mark.xdist_group("formgrader"),
]

SECRET = "only the instructor knows"
LOOKS_AROUND = """
import os, sys
from pathlib import Path
for path in {paths!r}:
    try:
        print(path, Path(path).read_bytes()[:100])
    except OSError as error:
        print(type(error).__name__)
print(os.environ.get("PLANTED"), sorted(set(sys.modules) & {{"nbgrader", "autograder"}}))
try:
    Path({canary!r}).write_text("planted")
except OSError as error:
    print(type(error).__name__)
"""
HALF_RIGHT = {"xor": "def xor(x1, x2):\n    return OR(x1, x2)"}


# What is handed in


def spying(course: Path) -> NotebookNode:
    """Return a submission with one wrong answer that reads what it must not, and says what it found."""
    notebook = Submission(LESSON, "half right", "", "solution", {}, tuple(HALF_RIGHT.items())).notebook()
    paths = [
        course / "secret.txt",
        course / "source" / LESSON / f"{LESSON}.ipynb",
        course / "build" / "gradebook.db",
        ROOT / "autograder" / "reference" / "neurons.py",
    ]
    source = LOOKS_AROUND.format(paths=[str(path) for path in paths], canary=str(course / "canary"))
    notebook.cells.insert(1, nbformat.v4.new_code_cell(source, id="spy"))
    return notebook


def attacking() -> NotebookNode:
    """Return a solved lesson followed by all payloads that nbgrader can read, as cells, and as what cells display."""
    notebook = Submission(LESSON, "hostile", "", "solution", {}, ()).notebook()
    readable = {name: payload for name, payload in corpus().items() if nbformat.validator.isvalid(payload)}
    for number, (name, payload) in enumerate(readable.items()):
        for position, cell in enumerate(payload.cells):
            cell["id"] = f"hostile-{number}-{position}"
            if "nbgrader" not in cell.metadata and cell.cell_type != "code":
                notebook.cells.append(cell)
            for output in cell.get("outputs", []):
                again = nbformat.v4.new_code_cell(displaying(output), id=f"output-{number}-{position}")
                notebook.cells.append(again)
        if name in ("other: title", "other: widget state", "other: kernel", "other: toolbar"):
            notebook.metadata.update(payload.metadata)
    return notebook


def displaying(output: NotebookNode) -> str:
    """Return code that shows an output."""
    if output.output_type == "stream":
        return f"import sys; print({output.text!r}, file=sys.{'stderr' if output.name == 'stderr' else 'stdout'})"
    if output.output_type == "error":
        return f"raise type({output.ename!r}, (Exception,), {{}})({output.evalue!r})"
    return f"from IPython.display import display; display({dict(output.data)!r}, metadata={dict(output.metadata)!r}, raw=True)"


# The server


@dataclass(frozen=True)
class Server:
    """A JupyterLab in a course's folder, as an instructor has it."""

    url: str
    folder: Path


@pytest.fixture(scope="module")
def server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start JupyterLab in a new course with two submissions; only where there is a browser to see it."""
    from tests.browser.lab import TOKEN, free_port, wait_until_ready

    place = tmp_path_factory.mktemp("formgrader")
    course = place / "course"
    course.mkdir()
    shutil.copy(ROOT / "nbgrader_config.py", course)
    shutil.copytree(ROOT / "source" / LESSON, course / "source" / LESSON)
    (course / "secret.txt").write_text(SECRET, encoding="utf-8")
    opened = gradebook.open_course(course)
    gradebook.add_lesson(opened, lesson(LESSON))
    for student, notebook in (("eve", spying(course)), ("mal", attacking())):
        folder = opened.folder("submitted", student, LESSON)
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / f"{LESSON}.ipynb")
        (folder / "page.html").write_text("<script>fetch('/leak')</script>", encoding="utf-8")

    port = free_port()
    binaries = Path(sys.executable).parent
    environment = {"HOME": str(place), "PATH": f"{binaries}{os.pathsep}{os.defpath}", "PLANTED": SECRET}
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--port", str(port), "--ServerApp.port_retries=0"]
    command += [f"--IdentityProvider.token={TOKEN}"] + (["--allow-root"] if os.geteuid() == 0 else [])
    log = place / "log.txt"
    with (
        log.open("w") as out,
        subprocess.Popen(command, env=environment, cwd=course, stdout=out, stderr=out) as process,
    ):
        try:
            url = f"http://127.0.0.1:{port}"
            wait_until_ready(f"{url}/api?token={TOKEN}", process, log)
            yield Server(url, course)
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


@dataclass
class Desk:
    """An instructor's tab: what it was asked to load, the dialogs that opened, the scores that were seen."""

    page: Page
    server: Server
    asked: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    scores: dict[str, str] = field(default_factory=dict)

    @classmethod
    def at(cls, browser: Browser, server: Server) -> Desk:
        from tests.browser.lab import PATIENCE, TOKEN

        desk = cls(browser.new_page(viewport={"width": 1400, "height": 900}), server)
        desk.page.set_default_timeout(PATIENCE * 1000)
        desk.page.context.add_init_script("window.pwn = () => { window.pwned = 'ran'; }")
        desk.page.context.route("**/*", desk._answer)
        desk.page.on("dialog", desk._dismiss)
        desk.page.goto(f"{server.url}/lab?token={TOKEN}")
        return desk

    def _answer(self, route: Route) -> None:
        address = route.request.url
        self.asked.append(address.removeprefix(self.server.url))
        if address.startswith(self.server.url):
            route.continue_()
        else:
            route.abort()

    def _dismiss(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def formgrader(self) -> FrameLocator:
        """Open the Formgrader from JupyterLab's menu, and in it the lesson's submissions."""
        self.page.get_by_role("menubar").get_by_text("Nbgrader", exact=True).click()
        self.page.locator(".lm-Menu-itemLabel").get_by_text("Formgrader", exact=True).click()
        frame = self.page.frame_locator("iframe[src*=formgrader]")
        frame.locator("tr", has_text=LESSON).locator(".num-submissions a").click()
        frame.locator("tr", has_text="eve").wait_for()
        return frame

    def press(self, frame: FrameLocator, student: str, button: str) -> str:
        """Press a button in a student's row; return what the Formgrader then says."""
        frame.locator("tr", has_text=student).locator(f".{button} a").click()
        modal = frame.locator(".modal.in")
        said = modal.locator(".modal-body > div > p").inner_text()
        modal.get_by_role("button", name="Close").last.click()
        frame.locator(".modal-backdrop").wait_for(state="detached")
        return str(said)

    def visit(self, path: str) -> dict[str, object]:
        """Open a page of the server, provoke it, and return what was found in it."""
        self.asked.clear()
        self.dialogs.clear()
        self.page.goto(f"{self.server.url}{path}", wait_until="networkidle", referer=f"{self.server.url}/lab")
        found: dict[str, object] = self.page.evaluate(PROVOKE)
        self.page.wait_for_load_state("networkidle")
        found["pwned"] = self.page.evaluate("() => new Promise(done => setTimeout(() => done(window.pwned || ''), 0))")
        found["asked"] = {re.sub(r"[0-9a-f]{32}|eve|mal|\?.*", "*", address) for address in self.asked}
        return found


@pytest.fixture(scope="module")
def desk(browser: Browser, server: Server, shots: Path) -> Iterator[Desk]:
    """Return a tab in which both submissions were graded, and given feedback, by the Formgrader's buttons."""
    desk = Desk.at(browser, server)
    frame = desk.formgrader()
    for student in ("eve", "mal"):
        said = desk.press(frame, student, "autograde")
        assert said == f"Successfully autograded '{LESSON}' for student '{student}'."
        score = frame.locator("tr", has_text=student).locator(".score", has_text="/")
        desk.scores[student] = score.inner_text()
    desk.page.screenshot(path=shots / "formgrader-graded.png")
    for student in ("eve", "mal"):
        said = desk.press(frame, student, "generate-feedback")
        assert said == f"Successfully generated feedback for '{LESSON}' for student '{student}'."
    yield desk
    desk.page.close()


# What is said of it


def test_the_button_gives_our_grades(desk: Desk) -> None:
    path = desk.server.folder / "build" / "submitted" / "eve" / LESSON / f"{LESSON}.ipynb"
    ours = grade_submission(path, lesson(LESSON), isolated.execute)
    assert 0 < ours.score < ours.max_score
    assert desk.scores["eve"] == f"{ours.score:g} / {ours.max_score:g}"
    assert desk.scores["mal"] == f"{ours.max_score:g} / {ours.max_score:g}"


def test_the_button_isolates(desk: Desk) -> None:
    course = desk.server.folder
    text = (course / "build" / "autograded" / "eve" / LESSON / f"{LESSON}.ipynb").read_text(encoding="utf-8")
    spy = next(c for c in nbformat.reads(text, as_version=4).cells if "PLANTED" in c.source)
    assert [line for output in spy.outputs for line in output.text.splitlines()] == [
        *["FileNotFoundError"] * 4,
        "None []",
        "FileNotFoundError",
    ]
    assert SECRET not in text
    assert not (course / "canary").exists()


def formgrader_page(desk: Desk, student: str) -> str:
    with gradebook.open_course(desk.server.folder).gradebook as book:
        return f"/formgrader/submissions/{book.find_submission_notebook(LESSON, LESSON, student).id}/"


def feedback_page(desk: Desk, student: str) -> str:
    return f"/files/build/feedback/{student}/{LESSON}/{LESSON}.html"


@pytest.mark.parametrize("address", [formgrader_page, feedback_page])
def test_nothing_runs_loads_or_covers_the_page(desk: Desk, address: Callable[[Desk, str], str], shots: Path) -> None:
    usual = desk.visit(address(desk, "eve"))
    found = desk.visit(address(desk, "mal"))
    assert desk.page.locator("#notebook .cell").count() >= len(corpus())  # the payloads were there
    desk.page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    desk.page.screenshot(path=shots / f"hostile-{address.__name__}.png")
    assert found["asked"] <= usual["asked"]  # type: ignore[operator]
    assert (found["pwned"], found["floats"], desk.dialogs) == ("", 0, [])
    assert desk.page.url.partition("?")[0] == f"{desk.server.url}{address(desk, 'mal')}"
