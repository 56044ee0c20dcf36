from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.lab import Lab, Lesson

Shown = Callable[[str], "Lesson"]


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


@pytest.fixture(scope="module")
def shown(request: pytest.FixtureRequest, browser: Browser, lab: Lab, shots: Path) -> Iterator[Shown]:
    """Return a function that opens a notebook with a figure in it, once for all tests of a file; its `CELLS` say which."""
    from playwright.sync_api import expect

    from tests.browser.lab import Lesson

    ready: dict[str, Lesson] = {}

    def give(name: str) -> Lesson:
        if name not in ready:
            code = [f"from course.figures import {name}\n{request.module.CELLS[name]}", "1"]
            cells = [nbformat.v4.new_code_cell(source, id=f"cell-{i}") for i, source in enumerate(code)]
            kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
            path = lab.folder / "figures" / f"{name}.ipynb"
            path.parent.mkdir(exist_ok=True)
            nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
            (shots / name).mkdir(exist_ok=True)
            ready[name] = lesson = Lesson.open(browser, lab, str(path.relative_to(lab.folder)), shots / name)
            expect(lesson.page.locator("#jp-main-statusbar")).to_contain_text("(ipykernel) | Idle")  # has a kernel
            lesson.run_all()
            lesson.show_figure()
        return ready[name]

    yield give
    for lesson in ready.values():
        lesson.page.close()
