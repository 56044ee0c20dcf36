"""JupyterLab as `course lab` starts it, and a lesson open in it."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import nbformat
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect, sync_playwright

from tests.submissions import Submission

TOKEN = "only-for-this-test"
PATIENCE = 45  # seconds for anything at all, on a busy machine
expect.set_options(timeout=PATIENCE * 1000)

# Console errors that are not the course's, each with its reason.
EXCUSED = {
    "attachment:": "JupyterLab puts a picture's attachment: address into the page before it puts the picture there",
}


STANDS_STILL = """figure => {
    figure.scrollIntoView({block: 'center'});
    const {top, bottom} = figure.getBoundingClientRect();
    const stays = top === window.figureWasAt && top >= 0 && bottom <= window.innerHeight;
    window.figureWasAt = top;
    window.framesStill = stays ? window.framesStill + 1 : 0;
    return window.framesStill >= 20;
}"""

FLAGS = [
    "--no-sandbox",  # containers and root have none; only our own pages are opened
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    """Return the browser of this machine."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextmanager
def open_browser(path: str) -> Iterator[Browser]:
    """Open a browser with a profile of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab and the student's folder in it."""

    url: str
    folder: Path

    def solve(self, lesson: str) -> str:
        """Put a solved copy of a lesson into the student's folder; return its path in there."""
        path = self.folder / "solved" / f"{lesson}.ipynb"
        path.parent.mkdir(exist_ok=True)
        nbformat.write(Submission(lesson, "solved", "", "solution", {}, ()).notebook(), path)
        return str(path.relative_to(self.folder))


@contextmanager
def course_lab(folder: Path, log: Path) -> Iterator[Lab]:
    """Run `course lab` as from a shell that knows nothing of the course's environment; stop it afterwards."""
    import matplotlib

    home = folder.parent / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": os.defpath, "MPLCONFIGDIR": matplotlib.get_cachedir()}
    port = free_port()
    command = [Path(sys.executable).with_name("course"), "lab", "--workspace", folder, "--no-browser"]
    command += ["--port", str(port), "--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}"]
    command += ["--allow-root"] if os.geteuid() == 0 else []
    with log.open("w") as out, subprocess.Popen(command, env=environment, cwd=home, stdout=out, stderr=out) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            wait_until_ready(f"{url}/api?token={TOKEN}", process, log)
            yield Lab(url, folder)
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return as soon as the server answers; fail as soon as it has ended, or after `PATIENCE`."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            urlopen(url, timeout=5).close()
            return
        except (URLError, ConnectionError):
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
            break
    raise AssertionError(f"JupyterLab does not answer. It said:\n{log.read_text()}")


@dataclass
class Lesson:
    """One notebook, open in a browser tab of its own."""

    page: Page
    shots: Path
    cells: int = 0
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, browser: Browser, lab: Lab, path: str, shots: Path, address: str = "") -> Lesson:
        """Open a notebook and wait until it stands there whole, with its kernel at rest."""
        lesson = cls(browser.new_page(viewport={"width": 1400, "height": 900}), shots)
        lesson.cells = len(json.loads((lab.folder / path).read_text())["cells"])
        page = lesson.page
        page.set_default_timeout(PATIENCE * 1000)
        page.on("console", lesson._hear)
        page.on("pageerror", lambda error: lesson.complaints.append(f"uncaught: {error}"))
        own_layout = re.sub(r"\W", "-", path)
        page.goto(f"{lab.url}{address or f'/lab/workspaces/{own_layout}/tree/{path}'}?token={TOKEN}")
        expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(lesson.cells)
        if not address:
            expect(page.locator("#jp-main-statusbar")).to_contain_text("(ipykernel) | Idle")  # has a kernel at all
        lesson._wait_for_kernel()
        return lesson

    def _hear(self, message: ConsoleMessage) -> None:
        text = f"{message.text} ({message.location['url']})"
        if message.type == "error" and not any(excused in text for excused in EXCUSED):
            self.complaints.append(text)

    def _wait_for_kernel(self) -> None:
        expect(self.page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]')).to_be_visible()

    def choose(self, menu: str, *entries: str) -> None:
        """Choose an entry of JupyterLab's menus."""
        self.page.get_by_role("menubar").get_by_text(menu, exact=True).click()
        for entry in entries:
            self.page.locator(".lm-Menu-itemLabel").get_by_text(entry, exact=True).click()

    def wear(self, theme: str) -> None:
        """Choose JupyterLab's theme, Light or Dark."""
        self.choose("Settings", "Theme", f"JupyterLab {theme}")
        expect(self.page.locator("body")).to_have_attribute("data-jp-theme-name", f"JupyterLab {theme}")

    def run_all(self) -> None:
        """Choose Run All Cells, and wait until the last cell has run."""
        self.choose("Run", "Run All Cells")
        expect(self.page.locator(".jp-CodeCell .jp-InputPrompt").last).to_have_text(re.compile(r"\[\d+\]:"))
        self._wait_for_kernel()

    def errors(self) -> list[str]:
        """Return what the cells wrote as errors or to stderr."""
        kinds = ("error", "stderr")
        shown = ", ".join(f'.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.{kind}"]' for kind in kinds)
        return self.page.locator(shown).all_text_contents()

    def validate(self) -> str:
        """Press nbgrader's Validate; return what it says."""
        self.page.get_by_role("button", name="Validate").click()
        dialog = self.page.locator(".jp-Dialog", has_text="Validation Results")
        dialog.wait_for()
        said = dialog.inner_text()
        self.shoot("validate")
        dialog.get_by_role("button", name="Ok").click()
        return said

    @contextmanager
    def in_the_dark(self) -> Iterator[None]:
        """Wear the dark theme; what the figure shows in the end has to stand out from its ground."""
        self.wear("Dark")
        try:
            expect(self.page.locator("#jupyterlab-splash")).to_be_hidden()  # it lies over the page for a while
            yield
            self.shoot("dark")
            ink, card = self.figure.evaluate(COLOURS)
            assert contrast(ink, card) >= 4.5, f"text {ink} on {card}"
        finally:
            self.wear("Light")
        assert self.complaints == []

    @property
    def figure(self) -> Locator:
        """The lesson's interactive figure."""
        return self.page.locator(".course-figure").first

    def show_figure(self) -> None:
        """Scroll until the whole figure is in the window and stays there; cells above it may still be growing."""
        self.figure.wait_for()
        self.page.wait_for_function(STANDS_STILL, arg=self.figure.element_handle())

    def shoot(self, name: str) -> Path:
        """Take a picture of the window, to be looked at."""
        path = self.shots / f"{name}.png"
        self.page.screenshot(path=path)
        return path


COLOURS = """figure => {
    let behind = figure;
    const clear = (colour) => colour === 'transparent' || /, 0\\)$/.test(colour);
    while (clear(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
    return [getComputedStyle(figure.querySelector('[data-testid=result]') ?? figure).color, getComputedStyle(behind).backgroundColor];
}"""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, rgb(r, g, b), as WCAG defines it."""
    dark, light = sorted(
        luminance([int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]) for colour in (one, other)
    )
    return (light + 0.05) / (dark + 0.05)


def luminance(rgb: list[float]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
