"""Varied submissions: the sample submissions of a lesson, each rewritten so that no two are the same text.

Local variables get other names, comments and scratch cells are added; the answers stay what they were.
"""

from __future__ import annotations

import ast
import copy
import json
import random
from pathlib import Path
from typing import Any

from tests.submissions import all_submissions

ENDINGS = ("_", "_2", "_new", "_now", "_val", "_tmp", "1", "_here")
REMARKS = ("checked by hand", "see the picture above", "ask about this on Monday", "first idea", "works on my example")
SCRATCH_CELLS = (
    "np.linspace(0, {a}, {b})",
    "print(np.arange({a}).reshape(1, -1).shape, {b})",
    "sum(k * {a} for k in range({b}))",
    "notes_{a} = [k / {b} for k in range({a})]\nmax(notes_{a})",
    "try:\n    np.zeros(({a}, {b})) @ np.zeros({a} + {b})\nexcept ValueError as problem:\n    print(problem)",
)


def hand_in(lesson: str, count: int, into: Path, seed: int = 0) -> list[Path]:
    """Write `count` submissions of a lesson, no two equal, as `into/<student>.ipynb`; the same ones for one seed."""
    samples = [sample.notebook() for sample in all_submissions(lesson)]
    order = random.Random(seed).sample(range(count), count)  # so that any few of them are a fair choice
    into.mkdir(parents=True, exist_ok=True)
    paths = [into / f"s{number:04d}.ipynb" for number in range(count)]
    for path, number in zip(paths, order, strict=True):
        notebook = vary(samples[number % len(samples)], number, random.Random(f"{seed} {number}"))
        path.write_text(json.dumps(notebook), encoding="utf-8")
    return paths


def vary(sample: Any, number: int, rng: random.Random) -> Any:
    """Return another student's notebook with the answers of `sample`."""
    notebook = copy.deepcopy(sample)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source = f"# {rng.choice(REMARKS)} ({number})\n" + rename_locals(cell.source, rng)
    for i in range(rng.randint(1, 3)):
        source = rng.choice(SCRATCH_CELLS).format(a=rng.randint(2, 40), b=rng.randint(2, 40))
        at = rng.randint(len(notebook.cells) // 3, len(notebook.cells))  # numpy is imported by then
        scratch = {"cell_type": "code", "id": f"scratch-{i}", "metadata": {}, "source": source}
        notebook.cells.insert(at, type(notebook)({**scratch, "execution_count": None, "outputs": []}))
    return notebook


def rename_locals(source: str, rng: random.Random) -> str:
    """Give the variables that functions assign other names; what is no Python is returned as it is."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return source
    ending = rng.choice(ENDINGS)
    lines = [line.encode() for line in source.split("\n")]
    for line, column, name in sorted(_uses(tree), reverse=True):
        end = column + len(name.encode())
        lines[line - 1] = lines[line - 1][:end] + ending.encode() + lines[line - 1][end:]
    return b"\n".join(lines).decode()


def _uses(tree: ast.Module) -> set[tuple[int, int, str]]:
    """Return line, column and name of every use of a local variable that can be renamed on its own."""
    found = set()
    for function in (node for node in tree.body if isinstance(node, ast.FunctionDef)):
        inside = list(ast.walk(function))
        names = [node for node in inside if isinstance(node, ast.Name)]
        assigned = {node.id for node in names if isinstance(node.ctx, ast.Store)}
        kept = {node.arg for node in inside if isinstance(node, ast.arg)}
        kept |= {name for node in inside if isinstance(node, (ast.Global, ast.Nonlocal)) for name in node.names}
        kept |= {node.name or "" for node in inside if isinstance(node, (ast.FunctionDef, ast.ExceptHandler))}
        quoted = {name for node in inside if isinstance(node, ast.JoinedStr) for name in _names(node)}
        renamed = assigned - kept - quoted  # Python before 3.12 does not say where in an f-string a name stands
        found |= {(node.lineno, node.col_offset, node.id) for node in names if node.id in renamed}
    return found


def _names(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
