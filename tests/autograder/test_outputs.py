"""What a submission shows can do nothing in nbgrader's pages, is bounded, and still says what it said."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat import NotebookNode
from nbgrader.utils import determine_grade

from autograder import outputs
from autograder.execution import End, Run
from autograder.feedback import Harmless
from autograder.grading import grade_submission
from autograder.lessons import LessonKey
from autograder.markup import STYLES, TAGS, clean_html, clean_markdown
from autograder.outputs import harmless
from course.paths import ROOT
from tests.autograder.conftest import HandIn
from tests.autograder.conftest import cell as cell_of
from tests.autograder.hostile import (
    EVIL,
    HTML,
    PNG,
    PWN,
    corpus,
    display,
    friendly,
    new_code_cell,
    new_markdown_cell,
    new_notebook,
    new_output,
    png,
    task,
    with_output,
)
from tests.autograder.pages import TEMPLATES, page

CORPUS = corpus()
SAFE = {"alt", "title", "colspan", "rowspan", "align", "valign", "border", "start", "scope", "rel", "width", "height"}
ADDRESS = re.compile(r"https?://|mailto:|#|data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/=]+$")


class Page(HTMLParser):
    """Everything of a page that could run, load, cover or claim something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()
        self.text: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found[f"<{tag}>"] += 1
        for name, value in attrs:
            value = value or ""
            if name == "class":
                self.found.update(f"class {part}" for part in value.split())
            elif name in ("href", "src") and ADDRESS.match(value):
                host = re.match(r"https?://[^/]*", value)
                self.found[f"{tag} {name} {host[0]}" if host and name == "src" else ""] += 1
            elif name == "style":
                styles = {d.partition(":")[0].strip() for d in value.split(";")}
                self.found.update(f"style {style}" for style in styles - STYLES)
            elif name == "id" and re.fullmatch(r"cell-id=[\w-]+", value):
                self.found["id of a cell"] += 1
            elif name not in SAFE and not self._made_of_a_heading(tag, name, value):
                self.found[f"{tag} {name} {value}"] += 1

    def _made_of_a_heading(self, tag: str, name: str, value: str) -> bool:
        return (
            re.fullmatch("h[1-6]", tag) is not None
            and name == "id"
            and value not in ("notebook", "xor", "top", "words")
        )

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def unknown_decl(self, data: str) -> None:
        self.found[f"declaration {data}"] += 1

    def handle_pi(self, data: str) -> None:
        self.found[f"instruction {data}"] += 1


@pytest.fixture(scope="module")
def expected() -> dict[str, Counter[str]]:
    """Return what pages of honest notebooks have: every kind of cell and output, and an answer in words."""
    pages = {}
    for template in TEMPLATES:
        honest = friendly()
        honest.cells.append(task())
        harmless(honest)
        pages[template] = Page(page(honest, template)).found
    return pages


def odd(notebook: NotebookNode, template: str, expected: Counter[str]) -> list[str]:
    """Return what a page has that no honest page has; scripts and such not more often than those do."""
    found = Page(page(notebook, template)).found
    ours = ("<", "input", "button", "textarea")  # these are nbgrader's, so many of them
    return [
        what
        for what, times in found.items()
        if times > (expected[what] if what.startswith(ours) else expected[what] * 1000) and not known(what)
    ]


def known(what: str) -> bool:
    """Tell whether it is one of the classes of highlighted code and coloured text, or a text made into one."""
    return bool(
        re.fullmatch(r"class ([a-z][a-z0-9]{0,2}|highlight|hl-[\w-]+|ansi-[a-z-]+|language-.*|output_\w+)|style ", what)
    )


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("name", CORPUS)
def test_nothing_hostile_reaches_a_page(name: str, template: str, expected: dict[str, Counter[str]]) -> None:
    notebook = copy.deepcopy(CORPUS[name])
    harmless(notebook)
    nbformat.validate(notebook)
    assert odd(notebook, template, expected[template]) == []
    text = "".join(Page(page(notebook, template)).text)
    assert (
        not re.search(r"\\(href|style|class|cssId|rule|raise|bbox|unicode|require)\b", text.replace("∖", ""))
        or "code" in name
    )


def test_the_same_pages_without_us_are_hostile(expected: dict[str, Counter[str]]) -> None:
    """The test above finds what it should: most of the corpus gets through nbgrader alone."""
    caught = 0
    for notebook in CORPUS.values():
        try:
            caught += bool(odd(notebook, "feedback", expected["feedback"]))
        except Exception:
            caught += 1  # the page could not be made at all: no feedback for anybody
    assert len(CORPUS) >= 200
    assert caught >= 200


def test_twice_is_once() -> None:
    for notebook in (*CORPUS.values(), friendly()):
        once = copy.deepcopy(notebook)
        harmless(once)
        twice = copy.deepcopy(once)
        harmless(twice)
        assert twice == once


def test_text_tables_formulas_and_pictures_survive() -> None:
    notebook = friendly()
    harmless(notebook)
    for template in TEMPLATES:
        html = page(notebook, template)
        shown = re.sub(r"\s+", " ", "".join(Page(html).text))
        for text in (
            "A heading", "code < 1", "$a < b_1$", r"$$\sum_j w_j$$", "entry", "a link", "bold", "$x<y$", "inner", "x = '<b>'",
            "<words>", "loss", "0.25", r"$\frac{1}{2}$", "strong", "bad <value>", "raw <words>",
        ):  # fmt: skip
            assert text in shown
        assert html.count(f'src="data:image/png;base64,{PNG}"') == 4
        assert 'alt="a plain picture"' in html
        assert "https://example.org/x?y=1&amp;z=2" in html


def test_markdown_without_html_stays_as_it_was_written() -> None:
    source = friendly().cells[0].source
    assert clean_markdown(source, {"a.png": {"image/png": PNG}}) == source
    assert clean_markdown("a * b_c < d & e \\* `<b>` \\\\(x\\\\)") == "a * b_c < d & e \\* `<b>` \\\\(x\\\\)"


@pytest.mark.parametrize("tree", ["release", "solutions"])
def test_the_lessons_own_cells_stay_as_they_are(key: LessonKey, tree: str) -> None:
    notebook = nbformat.read(ROOT / tree / key.name / f"{key.name}.ipynb", as_version=4)
    before = copy.deepcopy(notebook.cells)
    harmless(notebook, key.texts)
    for cell, old in zip(notebook.cells, before, strict=True):
        assert (cell.source, cell.get("attachments")) == (old.source, old.get("attachments"))


def test_a_read_only_cell_and_an_untouched_answer_are_the_courses() -> None:
    from nbgrader.utils import compute_checksum

    for locked in (True, False):
        cell = task(locked=locked, solution=not locked, grade=True)
        cell.metadata.nbgrader.checksum = compute_checksum(cell)
        notebook = new_notebook(cells=[cell])
        before = cell.source
        harmless(notebook)
        assert notebook.cells[0].source == before
        notebook.cells[0].source += " "
        harmless(notebook)
        assert PWN not in notebook.cells[0].source


def test_an_attachment_with_a_space_in_its_name_is_shown() -> None:
    """nbconvert would stop at this cell: JupyterLab writes the name as %20."""
    cell = new_markdown_cell("![x](attachment:my%20graph.png)", attachments={"my graph.png": {"image/png": PNG}})
    notebook = new_notebook(cells=[cell])
    harmless(notebook)
    assert PNG in page(notebook)


def test_what_is_left_out_is_said() -> None:
    notebook = with_output(display({"image/svg+xml": "<svg/>", "application/javascript": "x", "text/plain": "x"}))
    harmless(notebook)
    shown, note = notebook.cells[0].outputs
    assert shown.data == {"text/plain": "x"}
    assert note.data["text/plain"] == (
        "[Not shown here: image/svg+xml, application/javascript. Text, tables, PNG and JPEG pictures are.]"
    )


def test_a_living_figure_leaves_its_picture_and_no_note() -> None:
    widget = {"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "image/png": PNG, "text/plain": "figure"}
    notebook = with_output(display(widget))
    harmless(notebook)
    assert [o.data for o in notebook.cells[0].outputs] == [{"image/png": PNG, "text/plain": "figure"}]


@pytest.mark.parametrize("content", [png(6000, 5000), PNG + "!", "", PNG[:30], "A" * 5_000_000])
def test_pictures_are_pictures_of_a_bounded_size(content: str) -> None:
    notebook = with_output(display({"image/png": content, "text/plain": "x"}))
    harmless(notebook)
    assert "image/png" not in notebook.cells[0].outputs[0].data
    assert "image/png" in notebook.cells[0].outputs[1].data["text/plain"]


def cut(text: str) -> bool:
    return "characters left out here" in text


@pytest.mark.parametrize(
    "output",
    [
        new_output("stream", name="stdout", text="a" * 50_000 + "z"),
        new_output("execute_result", {"text/plain": "a" * 50_000 + "z"}, execution_count=1),
        new_output("display_data", {"text/latex": "a" * 50_000 + "z"}),
        new_output("error", ename="E" * 9999, evalue="a" * 50_000 + "z", traceback=["a" * 30_000, "b" * 30_000 + "z"]),
    ],
)
def test_long_texts_lose_their_middle(output: NotebookNode) -> None:
    notebook = with_output(output)
    harmless(notebook)
    (short,) = notebook.cells[0].outputs
    texts = [text for text, _ in outputs._texts(short)]
    assert sum(map(len, texts)) <= outputs.MOST_TEXT + outputs.SMALL
    assert all(cut(text) and text.endswith("z") for text in texts)


def test_a_cell_has_a_bounded_text_in_all() -> None:
    cell = new_code_cell("x", outputs=[new_output("stream", name="stdout", text="a" * 15_000) for _ in range(3)])
    notebook = new_notebook(cells=[cell])
    harmless(notebook)
    texts = [output.text for output in notebook.cells[0].outputs]
    assert [cut(text) for text in texts] == [False, True, True]
    assert sum(map(len, texts)) <= outputs.MOST_TEXT + outputs.SMALL


def test_many_outputs_keep_what_the_grade_is_read_from() -> None:
    many = [new_output("stream", name="stdout", text="x") for _ in range(1000)]
    error = new_output("error", ename="E", evalue="e", traceback=[])
    notebook = new_notebook(cells=[new_code_cell("x", outputs=[*many, error])])
    harmless(notebook)
    shown = notebook.cells[0].outputs
    assert len(shown) <= outputs.MOST_OUTPUTS
    assert shown[-2].output_type == "error"
    assert shown[-1].data["text/plain"] == "[Left out here: 905 more outputs.]"


def test_a_notebook_has_a_bounded_size() -> None:
    import base64
    import io
    import random

    from PIL import Image

    file = io.BytesIO()
    Image.frombytes("RGB", (600, 600), random.Random(0).randbytes(600 * 600 * 3)).save(file, "PNG")
    picture = base64.b64encode(file.getvalue()).decode()
    cells = [
        new_code_cell("x" * 90_000, outputs=[display({"image/png": picture}), new_output("stream", name="stdout", text="y" * 9000)])
        for _ in range(20)
    ]  # fmt: skip
    notebook = new_notebook(cells=[*cells, new_markdown_cell("# " + "w" * 30_000)])
    harmless(notebook)
    assert outputs._size(notebook.cells) < 1.05 * outputs.MOST_OF_NOTEBOOK
    assert "image/png" in notebook.cells[0].outputs[0].data
    assert (
        notebook.cells[-2].outputs[-1].data["text/plain"].startswith("[Left out here: 2 outputs, in whole or in part")
    )
    again = copy.deepcopy(notebook)
    harmless(again)
    assert again == notebook
    page(notebook)


def test_long_sources_are_cut() -> None:
    notebook = new_notebook(cells=[new_code_cell("x" * 10**6), new_markdown_cell("y" * 10**6)])
    harmless(notebook)
    assert [cut(c.source) for c in notebook.cells] == [True, True]
    assert [len(c.source) for c in notebook.cells] <= [outputs.MOST_SOURCE, outputs.MOST_MARKDOWN]


TEXTS = st.one_of(
    st.text(), st.sampled_from(["0.5", " 1 ", "2.0\n", "0\x005", "\x1b[38m1", "\x1b[1m1", "1\x1c", "nan", "1e400", "0." + "1" * 30_000, "x" * 30_000]),
)  # fmt: skip
JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
)
BUNDLES = st.dictionaries(
    st.sampled_from(["text/html", "text/markdown", "text/latex", "image/png", "image/svg+xml", "application/json"])
    | st.text(),
    TEXTS | JSONS,
)
OUTPUTS = st.one_of(
    st.builds(lambda name, text: new_output("stream", name=name, text=text), st.sampled_from(["stdout", "stderr"]), TEXTS),
    st.builds(lambda e, v, t: new_output("error", ename=e, evalue=v, traceback=t), TEXTS, TEXTS, st.lists(TEXTS)),
    st.builds(lambda d, m: new_output("display_data", d, metadata=m), BUNDLES, BUNDLES),
    st.builds(lambda d, t: new_output("execute_result", {**d, "text/plain": t}, execution_count=1), BUNDLES, TEXTS.filter(bool)),
)  # fmt: skip


def grade(cell: NotebookNode) -> object:
    try:
        return determine_grade(cell)
    except ValueError as error:
        return str(error)


@given(shown=st.lists(OUTPUTS, max_size=4), many=st.booleans())
def test_the_grade_stays_whatever_the_outputs(shown: list[NotebookNode], many: bool) -> None:
    padding = [new_output("stream", name="stdout", text="x")] * (150 if many else 0)
    about = {"grade_id": "g", "grade": True, "solution": False, "locked": True, "points": 2, "schema_version": 3}
    cell = new_code_cell("x", metadata={"nbgrader": about}, outputs=[*padding, *shown])
    before = grade(cell)
    notebook = new_notebook(cells=[cell])
    harmless(notebook)
    assert str(grade(notebook.cells[0])) == str(before)
    nbformat.validate(notebook)
    nbformat.writes(notebook).encode()


@given(
    st.lists(
        st.sampled_from([*HTML.values(), "<", ">", "'", '"', "\n\n", "`", "<!--", "-->", "$", "\\", "&", "x"]),
        max_size=8,
    )
)
def test_mixtures_of_everything_stay_harmless(parts: list[str]) -> None:
    text = "".join(parts)
    for shown in (clean_html(text), page(new_notebook(cells=[new_markdown_cell(clean_markdown(text))]))):
        body = shown.partition("<body>")[2] or shown
        found = Page(body).found
        assert not [w for w in found if w.startswith("<") and w not in ("<body>", "<html>", "<main>")]
        assert not [w for w in found if re.search(r" on\w+ |javascript:|evil\.test|leak", w)]


def cells_of(notebook: NotebookNode) -> Iterator[tuple[str, Any]]:
    for cell in notebook.cells:
        yield cell.source, cell.get("outputs")


def test_grading_makes_what_it_returns_harmless(key: LessonKey, solved: NotebookNode, hand_in: HandIn) -> None:
    solved.cells.insert(0, new_markdown_cell(HTML["image error"]))

    def run(notebook: NotebookNode) -> Run:
        for cell in notebook.cells:
            if cell.cell_type == "code" and not cell.metadata.get("nbgrader", {}).get("grade"):
                cell.outputs = [display({"text/html": f'<b onclick="{PWN}">kept</b>', "application/javascript": PWN})]
        return Run(notebook, End.FINISHED, len(notebook.cells))

    graded = grade_submission(hand_in(solved), key, run)
    assert graded.notebook is not None
    assert PWN not in str(list(cells_of(graded.notebook)))
    assert cell_of(graded.notebook, "xor").outputs[0].data == {"text/html": "<b>kept</b>"}


def test_a_name_in_a_reason_is_harmless(key: LessonKey, hand_in: HandIn) -> None:
    path = hand_in("").with_name(f"<img src=x onerror={PWN}>.ipynb")
    graded = grade_submission(path, key)
    assert graded.notebook is not None
    assert f"onerror={PWN}>" not in page(graded.notebook)


def test_the_configuration_puts_it_everywhere(tmp_path: Path) -> None:
    from traitlets.config.loader import PyFileConfigLoader

    (tmp_path / "nbgrader_config.py").write_bytes((ROOT / "nbgrader_config.py").read_bytes())
    config = PyFileConfigLoader("nbgrader_config.py", path=str(tmp_path)).load_config()
    name = f"{Harmless.__module__}.{Harmless.__name__}"
    assert config.Autograde.autograde_preprocessors[-1] == name
    assert config.GenerateFeedback.preprocessors[0] == name
    notebook, _ = Harmless().preprocess(with_output(display({"text/html": f'<img src="{EVIL}">'})), {})
    assert EVIL not in str(notebook)
