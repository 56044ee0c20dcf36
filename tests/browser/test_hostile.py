"""Hostile notebooks in a browser: nothing of theirs runs, loads or covers anything in nbgrader's pages."""

from __future__ import annotations

import copy
import mimetypes
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from nbformat import NotebookNode

from autograder.outputs import harmless
from tests.autograder.hostile import corpus, friendly, new_notebook, task
from tests.autograder.pages import FORMGRADER, TEMPLATES, page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("hostile")]

ADDRESS = "http://course.test/formgrader/submissions/i"
CORPUS = corpus()

# Whatever waits for an event gets it, every link is followed where that means a script, and what floats is counted.
PROVOKE = """() => {
    const all = [...document.querySelectorAll('body *')];
    for (const element of all) {
        for (const type of ['click', 'mouseover', 'focus', 'error', 'load', 'toggle', 'animationstart', 'pointerenter']) {
            if (!element.matches('[data-toggle], nav *, .help, .help *')) element.dispatchEvent(new Event(type));
        }
        const address = [...element.attributes].find(a => /(^|:)(href|action|formaction|data)$/.test(a.name));
        if (address && /^[\\s\\x00-\\x20]*(javascript|vbscript|data|file):/i.test(address.value)) window.pwned = address.value;
        if ([...element.attributes].some(a => a.name.startsWith('on')) && !element.matches('nav *')) window.pwned = 'a handler';
    }
    const theirs = [...document.querySelectorAll('.text_cell_render *, .output *')];
    const floats = theirs.filter(e => ['fixed', 'absolute', 'sticky'].includes(getComputedStyle(e).position)).length;
    const ids = [...document.querySelectorAll('[id]')].map(e => e.id).filter(id => !id.startsWith('cell-id='));
    return {pwned: window.pwned || '', floats,
            twice: ids.filter((id, i) => ids.indexOf(id) !== i),
            tags: [...new Set(all.map(e => e.localName))]};
}"""


class Visitor:
    """A browser's tab on a server that has one page, and remembers what it was asked for and what it was told."""

    def __init__(self, browser: Browser) -> None:
        self.page: Page = browser.new_page()
        self.page.set_default_timeout(20_000)
        self.page.add_init_script("window.pwn = () => { window.pwned = 'ran'; }")
        self.page.route("**/*", self._answer)
        self.page.on("dialog", self._dismiss)
        self.html = ""
        self.asked: list[str] = []
        self.dialogs: list[str] = []

    def _dismiss(self, dialog: object) -> None:
        self.dialogs.append(str(dialog))
        dialog.dismiss()  # type: ignore[attr-defined]

    def _answer(self, route: Route) -> None:
        address = route.request.url
        self.asked.append(address)
        path = FORMGRADER / "static" / address.partition("/formgrader/static/")[2]
        if address == ADDRESS:
            route.fulfill(body=self.html, content_type="text/html; charset=utf-8")
        elif "/formgrader/static/" in address and path.is_file():
            route.fulfill(body=path.read_bytes(), content_type=mimetypes.guess_type(path.name)[0] or "text/plain")
        elif "/formgrader/api/" in address:
            route.fulfill(body="[]", content_type="application/json")
        else:
            route.abort()

    def visit(self, html: str) -> dict[str, object]:
        """Open a page, provoke it, and return what was found in it."""
        self.html, self.asked, self.dialogs = html, [], []
        self.page.goto(ADDRESS, wait_until="load")
        found: dict[str, object] = self.page.evaluate(PROVOKE)
        found["pwned"] = self.page.evaluate("() => new Promise(done => setTimeout(() => done(window.pwned || ''), 0))")
        return found


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[Visitor]:
    visitor = Visitor(browser)
    yield visitor
    visitor.page.close()


def honest(template: str) -> str:
    notebook = friendly()
    notebook.cells.append(task())
    notebook.cells[-1].source = "An answer in words."
    harmless(notebook)
    return page(notebook, template)


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_runs_loads_or_covers_the_page(visitor: Visitor, template: str) -> None:
    usual = visitor.visit(honest(template))
    asked = set(visitor.asked)
    assert usual["pwned"] == ""
    assert not visitor.dialogs
    failed = []
    for name, notebook in CORPUS.items():
        notebook = copy.deepcopy(notebook)
        harmless(notebook)
        found = visitor.visit(page(notebook, template))
        more = set(visitor.asked) - asked
        odd = set(found["tags"]) - set(usual["tags"]) - {"em", "ol", "ul", "li", "hr", "h1", "blockquote"}  # type: ignore[call-overload]
        if found["pwned"] or more or visitor.dialogs or odd or found["floats"] or found["twice"] != usual["twice"]:
            failed.append((name, found["pwned"], more, visitor.dialogs, odd, found["floats"], found["twice"]))
    assert failed == []


def test_without_us_they_would_have(visitor: Visitor) -> None:
    """The test above would notice: in the pages that nbgrader alone makes, most of the corpus works."""
    visitor.visit(honest("feedback"))
    asked = set(visitor.asked)
    worked = 0
    for notebook in CORPUS.values():
        try:
            html = page(notebook)
        except Exception:
            continue
        try:
            found = visitor.visit(html)
        except Exception:  # it led the browser away
            worked += 1
            continue
        bad = found["pwned"] or set(visitor.asked) - asked or visitor.dialogs or found["floats"]
        worked += bool(bad)
    assert worked >= 120


@pytest.mark.parametrize("template", TEMPLATES)
def test_pictures_tables_formulas_and_text_are_shown(visitor: Visitor, template: str, shots: Path) -> None:
    visitor.visit(honest(template))
    pictures = visitor.page.locator("#notebook img")
    sizes = pictures.evaluate_all("all => all.map(i => i.complete && i.naturalWidth)")
    assert sizes == [3, 3, 3, 3]
    visitor.page.locator("summary").click()
    shown = visitor.page.locator("#notebook").first.inner_text()
    for text in (
        "A heading",
        "code < 1",
        "$a < b_1$",
        "entry",
        "bold",
        "inner",
        "<words>",
        "0.25",
        r"$\frac{1}{2}$",
        "strong",
    ):
        assert text in shown
    assert visitor.page.locator("#notebook table").count() == 2
    colour = visitor.page.locator("#notebook td", has_text="0.25").evaluate("e => getComputedStyle(e).color")
    assert colour == "rgb(255, 0, 0)"
    visitor.page.screenshot(path=shots / f"harmless-{template}.png", full_page=True)


def test_a_heading_does_not_take_a_scores_place(visitor: Visitor) -> None:
    """The Formgrader finds a score's box by id, and the first one it finds."""
    notebook: NotebookNode = new_notebook(cells=[*CORPUS["cell: md heading, id"].cells, task(grade_id="xor")])
    harmless(notebook)
    visitor.visit(page(notebook, "formgrade"))
    assert visitor.page.locator("#xor").evaluate("e => e.localName") == "input"
