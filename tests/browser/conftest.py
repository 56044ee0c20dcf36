from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.lab import Lab, Lesson


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    pytest.importorskip("playwright", reason="Playwright is not installed: the browser tests were skipped.")
    from tests.browser.lab import chromium, open_browser

    path = chromium()
    if path is None:
        pytest.skip("There is no chromium on this machine: the browser tests were skipped.")
    with open_browser(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def lab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab on a student's new folder, started by `course lab`; only where there is a browser to see it."""
    from tests.browser.lab import course_lab

    place = tmp_path_factory.mktemp("lab")
    with course_lab(place / "my-course", place / "log.txt") as running:
        yield running


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the pictures go: $COURSE_SCREENSHOTS, else a temporary folder."""
    named = os.environ.get("COURSE_SCREENSHOTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def solved(browser: Browser, lab: Lab, shots: Path) -> Callable[[str], Lesson]:
    """Return a function that gives a lesson solved and run, once for all tests."""
    from tests.browser.lab import Lesson

    ready: dict[str, Lesson] = {}

    def give(name: str) -> Lesson:
        if name not in ready:
            (shots / name).mkdir(exist_ok=True)
            ready[name] = Lesson.open(browser, lab, lab.solve(name), shots / name)
            ready[name].run_all()
        return ready[name]

    return give
