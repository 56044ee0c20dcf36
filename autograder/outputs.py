"""What a notebook that was run shows: made harmless and bounded, wherever it is shown.

Outputs, Markdown, attachments and metadata of a submission come from its author, and nbgrader's feedback pages, the
Formgrader and JupyterLab put much of them into the page as they are. `harmless` keeps text, tables, plain marks, formulas and
PNG, JPEG and GIF pictures; leaves everything else out, with a note; and cuts what is too long, with a note. Points stay: what
nbgrader reads a grade from (errors, stderr, an expression's value, a stub's checksum) says the same afterwards.

SVG is left out. As an `<img>` it could run nothing, but a small file can keep a browser busy for hours, and no maintained
library bounds that; matplotlib's inline pictures are PNG.

Made harmless twice is made harmless once: feedback is made from notebooks that were cleaned when they were graded.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output

MOST_TEXT = 20_000  # characters: streams, errors and text of one cell's outputs
MOST_MARKUP = 1_000_000  # characters of one HTML output, pictures in it included
MOST_SOURCE = 100_000  # characters of one cell of the author's own
MOST_MARKDOWN = 40_000  # characters: rendering takes longer than in proportion
MOST_OUTPUTS = 100  # of one cell
MOST_OF_NOTEBOOK = 5_000_000  # characters of everything
SMALL = 500  # characters of a text that is left when there is no more room

PICTURES = ("image/png", "image/jpeg")
QUIETLY = ("application/vnd.jupyter.widget-view+json",)  # a living figure leaves its still picture behind

COLOUR = r"(?:0?[0-9]|2[1-9]|3[0-79]|4[0-79]|9[0-7]|10[0-7]|[34]8;5;[0-9]{1,3}|[34]8;2(?:;[0-9]{1,3}){3})?"
STRAY = re.compile(  # control characters, and escape sequences other than usual ones: some make nbconvert fail
    rf"\x1b(?!\[(?:{COLOUR}(?:;{COLOUR})*m|[0-9;?]*[A-Za-ln-z]))|[\x00-\x08\x0e-\x1a\x7f]"
)
NAME = re.compile(r"[A-Za-z0-9_-]{1,200}")
CELL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
WORDS = re.compile(r"[\w .+#/()-]{1,80}")

NBGRADER: dict[str, Any] = {
    "grade_id": str, "cell_type": str, "checksum": str, "schema_version": int,
    "grade": bool, "locked": bool, "solution": bool, "task": bool, "points": (int, float),
}  # fmt: skip
IDS = ("top", "toc", "notebook", "notebook-container", "statusmessage", "MathJax")  # of nbgrader's pages

NOT_SHOWN = "[Not shown here: "
LEFT_OUT = "[Left out here: "


def harmless(notebook: NotebookNode, own: Collection[str] = ()) -> None:
    """Make a graded notebook safe to show, in place. `own` are Markdown texts of the course, left as they are."""
    notebook.metadata = _of_notebook(notebook.metadata)
    for cell in notebook.cells:
        cell.metadata = _of_cell(cell.metadata)
    _name_cells(notebook.cells)
    grade_ids = [c.metadata.nbgrader.grade_id for c in notebook.cells if "nbgrader" in c.metadata]
    taken = {*IDS, *(f"{name}{end}" for name in grade_ids for end in ("", "-comment", "_extra_credit"))}
    for cell in notebook.cells:
        _source(cell, own, taken)
        if cell.cell_type == "code":
            _outputs(cell)
    _fit(notebook)


def _name_cells(cells: list[NotebookNode]) -> None:
    """Give cells that say they have a name a good one of their own, in place."""
    names: set[str] = set()
    for cell in cells:
        if "id" in cell:
            own = isinstance(cell["id"], str) and CELL_ID.fullmatch(cell["id"]) and cell["id"] not in names
            free = (f"cell-{n}" for n in itertools.count(len(names)))
            cell["id"] = cell["id"] if own else next(name for name in free if name not in names)
            names.add(cell["id"])


def _of_notebook(metadata: Any) -> NotebookNode:
    """Keep what tells Python from other languages, and this course's lesson."""
    kept = NotebookNode()
    for part, needed in (("kernelspec", {"name", "display_name"}), ("language_info", {"name"}), ("course", {"lesson"})):
        if isinstance(given := metadata.get(part), dict):
            names = {*needed, "language", "version", "file_extension", "pygments_lexer"}
            said = {
                n: given[n] for n in given if n in names and isinstance(given[n], str) and WORDS.fullmatch(given[n])
            }
            if needed <= said.keys():
                kept[part] = NotebookNode(said)
    return kept


def _of_cell(metadata: Any) -> NotebookNode:
    """Keep nbgrader's part, if it is one, and whether a cell may be changed."""
    kept = NotebookNode({k: metadata[k] for k in ("deletable", "editable") if isinstance(metadata.get(k), bool)})
    given = metadata.get("nbgrader")
    if isinstance(given, dict) and isinstance(given.get("grade_id"), str) and NAME.fullmatch(given["grade_id"]):
        nbgrader = {k: v for k, v in given.items() if k in NBGRADER and isinstance(v, NBGRADER[k])}
        kept.nbgrader = NotebookNode({k: v for k, v in nbgrader.items() if k in ("points",) or _is_name(v)})
    return kept


def _is_name(value: Any) -> bool:
    return not isinstance(value, str) or NAME.fullmatch(value) is not None


def _source(cell: NotebookNode, own: Collection[str], taken: Collection[str]) -> None:
    """Clean an author's text; a read-only cell's is the course's, and so is that of an answer nobody touched."""
    from autograder import markup

    attachments = cell.pop("attachments", {})
    if cell.cell_type != "markdown":
        attachments = {}
    pictures = (
        {name: _attachment(given) for name, given in attachments.items()} if isinstance(attachments, dict) else {}
    )
    pictures = {name: kinds for name, kinds in pictures.items() if kinds}
    if not _is_the_courses(cell):
        most = MOST_MARKDOWN if cell.cell_type == "markdown" else MOST_SOURCE
        cell.source = _cut(_text(cell.source), most)
        if cell.cell_type == "markdown" and cell.source not in own:
            cell.source = markup.clean_markdown(cell.source, pictures, taken)
        elif cell.cell_type == "raw":
            _show_raw(cell)
    if pictures and "attachment:" in cell.source:
        cell.attachments = NotebookNode({name: NotebookNode(kinds) for name, kinds in pictures.items()})


def _is_the_courses(cell: NotebookNode) -> bool:
    from nbgrader.utils import compute_checksum

    if "nbgrader" not in cell.metadata:
        return False
    checksum = cell.metadata.nbgrader.get("checksum")
    if cell.metadata.nbgrader.get("grade") and "points" not in cell.metadata.nbgrader:
        return False
    unchanged = checksum is not None and checksum == compute_checksum(cell)
    return unchanged or (checksum is None and cell.metadata.nbgrader.get("locked", False))


def _attachment(given: Any) -> dict[str, str]:
    """Return one picture of an attachment, by its type; nothing if there is none."""
    from autograder import markup

    for kind in markup.PICTURES:
        if isinstance(given, dict) and (content := markup.picture(kind, given.get(kind))):
            return {kind: content}
    return {}


def _show_raw(cell: NotebookNode) -> None:
    """Turn a raw cell, which nbconvert takes for HTML, into one that shows its text."""
    from autograder import markup

    if "nbgrader" in cell.metadata:
        cell.metadata.raw_mimetype = "text/plain"  # not shown in pages
        return
    cell.cell_type = "markdown"
    cell.source = markup.verbatim(cell.source)


def _outputs(cell: NotebookNode) -> None:
    count = cell.get("execution_count")
    cell.execution_count = count if type(count) is int else None
    dropped: dict[str, None] = {}
    kept, outputs = [], _few(cell.outputs)
    for given in outputs:
        if output := _output(given, dropped):
            kept.append(output)
    if len(outputs) < len(cell.outputs):
        kept.append(_note(f"{LEFT_OUT}{len(cell.outputs) - len(outputs)} more outputs.]"))
    if dropped:
        kept.append(_note(f"{NOT_SHOWN}{', '.join(dropped)}. Text, tables, PNG and JPEG pictures are.]"))
    cell.outputs = kept
    _shorten(cell)


def _few(outputs: list[Any]) -> list[Any]:
    """Return the first outputs, and whatever a grade is read from."""
    if len(outputs) <= MOST_OUTPUTS:
        return outputs
    deciding: dict[str, int] = {}
    for i, output in enumerate(outputs):
        kind = output.get("output_type")
        if kind in ("error", "execute_result") or output.get("name") == "stderr":
            deciding.setdefault(str(kind), i)
    first = MOST_OUTPUTS - 5  # notes have their place, too
    return [o for i, o in enumerate(outputs) if i < first or i in deciding.values() or _is_note(o)]


def _note(text: str) -> NotebookNode:
    return new_output("display_data", {"text/plain": text})


def _is_note(output: Any) -> bool:
    text = output.get("data", {}).get("text/plain") if output.get("output_type") == "display_data" else None
    return isinstance(text, str) and len(text) < SMALL and text.startswith((NOT_SHOWN, LEFT_OUT))


def _output(given: Any, dropped: dict[str, None]) -> NotebookNode | None:
    kind = given.get("output_type")
    if kind == "stream":
        return new_output(
            "stream", name="stderr" if given.get("name") == "stderr" else "stdout", text=_text(given.get("text"))
        )
    if kind == "error":
        lines = given.get("traceback")
        return new_output(
            "error",
            ename=_text(given.get("ename"))[:SMALL],
            evalue=_text(given.get("evalue")),
            traceback=[_text(line) for line in lines] if isinstance(lines, list) else [],
        )
    if kind not in ("display_data", "execute_result"):
        dropped["an unknown kind of output"] = None
        return None
    data, metadata = _bundle(given.get("data"), given.get("metadata"), dropped)
    if kind == "execute_result":
        count = given.get("execution_count")
        return new_output(
            kind, data or {"text/plain": ""}, metadata=metadata, execution_count=count if type(count) is int else None
        )
    return new_output(kind, data, metadata=metadata) if data else None


def _bundle(given: Any, about: Any, dropped: dict[str, None]) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the harmless part of an output's data by MIME type, and its metadata."""
    from autograder import markup

    data: dict[str, str] = {}
    metadata: dict[str, Any] = {}
    for kind, content in given.items() if isinstance(given, dict) else ():
        clean: str | None = None
        if kind in PICTURES:
            clean = markup.picture(kind, _joined(content))
            if clean:
                metadata |= _of_picture(kind, about)
        elif isinstance(text := _joined(content), str) and len(text) <= MOST_MARKUP:
            clean = _clean_text(kind, text)
        if clean is None and kind == "text/plain":
            clean = _text(content)
        if clean is not None:
            data[kind] = clean
        elif kind not in QUIETLY:
            dropped[kind if isinstance(kind, str) and WORDS.fullmatch(kind) else "an unknown type"] = None
    return data, metadata


def _clean_text(kind: str, text: str) -> str | None:
    from autograder import markup

    text = _text(text)
    if kind == "text/plain":
        return text
    if kind == "text/html":
        return markup.clean_html(text)
    if kind == "text/latex":
        return markup.clean_tex(text)
    if kind == "text/markdown":
        return markup.clean_markdown(text) if len(text) <= MOST_MARKDOWN else None
    return None


def _of_picture(kind: str, about: Any) -> dict[str, Any]:
    """Return a picture's size and its text alternative."""
    said = about.get(kind) if isinstance(about, dict) else None
    if not isinstance(said, dict):
        return {}
    sizes = {k: said[k] for k in ("width", "height") if type(said.get(k)) is int and 0 < said[k] <= 4000}
    words = {"alt": _text(said["alt"])[:MOST_TEXT]} if isinstance(said.get("alt"), str) else {}
    return {kind: NotebookNode({**sizes, **words})} if sizes or words else {}


def _joined(content: Any) -> Any:
    if isinstance(content, list) and all(isinstance(line, str) for line in content):
        return "".join(content)
    return content


def _text(content: Any) -> str:
    """Return text that can be written to a file, without control characters but line ends, tabs and colours."""
    text = _joined(content)
    if not isinstance(text, str):
        return ""
    return STRAY.sub("\ufffd", text.encode("utf-8", "replace").decode("utf-8"))


def _shorten(cell: NotebookNode, most: int = MOST_TEXT) -> None:
    """Cut the text of a cell's outputs, in place, so that together it is not longer than `most`."""
    room = most
    for output in cell.outputs:
        least = min(SMALL, most)
        for text, put in _texts(output):
            if _is_note(output):
                continue
            short = (
                _cut_value(text, max(room, least))
                if output.output_type == "execute_result"
                else _cut(text, max(room, least))
            )
            if short != text:
                put(short)
            room -= len(short)


def _texts(output: NotebookNode) -> Iterable[tuple[str, Any]]:
    """Yield each text of an output, and a function that puts another in its place."""
    if output.output_type == "stream":
        yield output.text, lambda text: output.update(text=text)
    elif output.output_type == "error":
        yield output.evalue, lambda text: output.update(evalue=text)
        yield "\n".join(output.traceback), lambda text: output.update(traceback=text.split("\n"))
    else:
        for kind in ("text/plain", "text/latex"):
            if kind in output.data:
                yield output.data[kind], lambda text, kind=kind: output.data.update({kind: text})


def _cut(text: str, most: int) -> str:
    """Cut a text in the middle, with a note, so that it has at most `most` characters."""
    if len(text) <= most:
        return text
    half = max((most - 60) // 2, 0)
    return f"{text[:half]}\n[… {len(text) - 2 * half} characters left out here …]\n{text[len(text) - half :]}"


def _cut_value(text: str, most: int) -> str:
    """Cut the text of a value; a number, which may be a grade, stays the same number."""
    if len(text) <= most:
        return text
    try:
        return repr(float(text))
    except ValueError:
        return _cut(text, most)


def _fit(notebook: NotebookNode) -> None:
    """Leave out what makes a notebook too large, from where it does, in place: pictures and the middle of texts."""
    room = MOST_OF_NOTEBOOK
    for cell in notebook.cells:
        before = len(cell.source) + _size(cell.get("attachments", {}))
        if before > max(room, SMALL) and not _is_the_courses(cell):
            _shrink_source(cell)
        room -= len(cell.source) + _size(cell.get("attachments", {}))
        if cell.cell_type != "code":
            continue
        kept, gone = [], 0
        for output in cell.outputs:
            if _is_note(output):
                kept.append(output)
                continue
            if (size := _size(output)) > room:
                if output.output_type == "display_data":
                    gone += 1
                    continue
                _shrink(output)
                gone += _size(output) < size
            room -= _size(output)
            kept.append(output)
        if gone:
            kept.append(_note(f"{LEFT_OUT}{gone} outputs, in whole or in part: the notebook is too large.]"))
        cell.outputs = kept


def _shrink_source(cell: NotebookNode) -> None:
    cell.pop("attachments", None)
    cell.source = _cut(cell.source, SMALL) if cell.cell_type == "code" else f"{LEFT_OUT}the notebook is too large.]"


def _shrink(output: NotebookNode) -> None:
    if output.output_type == "execute_result":
        output.data = NotebookNode({"text/plain": output.data.get("text/plain", "")})
        output.metadata = NotebookNode()
    _shorten(NotebookNode(outputs=[output]), SMALL)


def _size(part: Any) -> int:
    """Return about how many characters a part of a notebook has."""
    if isinstance(part, dict):
        return sum(len(str(k)) + _size(v) for k, v in part.items())
    if isinstance(part, list):
        return sum(map(_size, part))
    return len(part) if isinstance(part, str) else 1
