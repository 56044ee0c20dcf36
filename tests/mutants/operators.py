"""Small mistakes, planted one at a time in the solution of an exercise.

`mutants(cell)` applies every operator at every position between the SOLUTION marks of a cell. Two kinds of operators:
cosmic-ray's, which know Python, and ours, which know NumPy (`@` for `*`, a forgotten `.T`, the other axis) and what else
students mix up (arguments, operands, variables). One of ours is a generator from a syntax node to the texts that could
stand in its place; it replaces the text of that node and leaves the rest of the cell as it is, as cosmic-ray does.

Docstrings, annotations and comments are not mutated, nor is anything outside the marks. Two mutants with the same
syntax tree are one mutant.
"""

from __future__ import annotations

import ast
import json
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import count, takewhile

import numpy as np
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names


@dataclass(frozen=True)
class Mutant:
    """A cell with one mistake in it. `numpy` tells the mistakes of array code, which every run of the tests plants."""

    operator: str
    numpy: bool
    source: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def line(self) -> str:
        """The first line that differs from the solution; a mutant is listed as equivalent under it."""
        return self.after[0] if self.after else ""

    def diff(self) -> str:
        """Return the lines that differ, as the solution has them and as the mutant has them."""
        return "\n".join([*(f"- {line}" for line in self.before), *(f"+ {line}" for line in self.after)])


@dataclass(frozen=True)
class Cell:
    """The source of a solution cell, with what operators ask about it."""

    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @cached_property
    def solution(self) -> frozenset[int]:
        """The numbers of the lines that stand between the SOLUTION marks."""
        inside, found = False, set()
        for number, line in enumerate(self.source.split("\n"), start=1):
            if "### BEGIN SOLUTION" in line or "### END SOLUTION" in line:
                inside = "BEGIN" in line
            elif inside:
                found.add(number)
        return frozenset(found)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """All nodes but those inside f-strings, which Python 3.11 cannot locate."""
        inside = {n for f in ast.walk(self.tree) if isinstance(f, ast.JoinedStr) for n in ast.walk(f) if n is not f}
        return [node for node in ast.walk(self.tree) if node not in inside]

    @cached_property
    def parents(self) -> dict[ast.AST, ast.AST]:
        return {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The strings of the solution in order, each once; docstrings are not among them."""
        found = (n for n in self.nodes if self._is_text(n) and n.lineno in self.solution)
        return tuple(dict.fromkeys(n.value for n in sorted(found, key=lambda n: (n.lineno, n.col_offset))))

    def _is_text(self, node: ast.AST) -> bool:
        is_string = isinstance(node, ast.Constant) and isinstance(node.value, str)
        return is_string and not isinstance(self.parents[node], ast.Expr)

    def text(self, node: ast.AST) -> str:
        """Return the source of a node, in parentheses where it would fall apart in other company."""
        found = ast.get_source_segment(self.source, node) or ""
        whole = (ast.Name, ast.Constant, ast.Attribute, ast.Call, ast.Subscript, ast.List, ast.Dict, ast.ListComp)
        return found if isinstance(node, whole) else f"({found})"

    def with_text(self, node: ast.AST, text: str) -> str:
        """Return the cell with another text in the place of a node."""
        lines = [line.encode() for line in self.source.split("\n")]
        first, last = node.lineno - 1, node.end_lineno - 1
        before = b"\n".join([*lines[:first], lines[first][: node.col_offset]])
        after = b"\n".join([lines[last][node.end_col_offset :], *lines[last + 1 :]])
        return (before + text.encode() + after).decode()

    def arguments(self, node: ast.AST) -> list[str]:
        """Return the names of the arguments of the function that a node stands in."""
        function = self._function(node)
        return [a.arg for a in ast.walk(function.args) if isinstance(a, ast.arg)] if function else []

    def variables(self, node: ast.AST) -> list[str]:
        """Return the arguments and the variables set so far in a node's function, without those that are called."""
        function = self._function(node)
        inside = list(ast.walk(function)) if function else []
        above = list(self.ancestors(node))
        around = {n for comprehension in above for n in getattr(comprehension, "generators", ())}.difference(above)
        stored = [n for n in inside if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
        known = [n.id for n in stored if n.lineno < node.lineno or around.intersection(self.ancestors(n))]
        called = {n.func.id for n in inside if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
        return [name for name in dict.fromkeys(self.arguments(node) + known) if name not in called]

    def _function(self, node: ast.AST) -> ast.FunctionDef | None:
        return next((n for n in self.ancestors(node) if isinstance(n, ast.FunctionDef)), None)

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        while (parent := self.parents.get(node)) is not None:
            yield parent
            node = parent

    def called(self, node: ast.AST) -> bool:
        """Whether a node is the function of a call: `f` in `f(x)`."""
        parent = self.parents.get(node)
        return isinstance(parent, ast.Call) and parent.func is node


Operator = Callable[[ast.AST, Cell], Iterator[str]]

# --- Operators that know NumPy ---

PRODUCTS = {"dot": "multiply", "matmul": "multiply", "multiply": "matmul"}
COUSINS = {
    "sum": "mean",
    "mean": "sum",
    "max": "min",
    "min": "max",
    "maximum": "minimum",
    "minimum": "maximum",
    "argmax": "argmin",
    "argmin": "argmax",
    "std": "var",
    "var": "std",
    "zeros": "ones",
    "ones": "zeros",
    "zeros_like": "ones_like",
    "ones_like": "zeros_like",
    "exp": "log",
    "log": "exp",
    "sqrt": "square",
    "square": "sqrt",
    "normal": "uniform",
    "uniform": "normal",
    "standard_normal": "random",
    "vstack": "hstack",
    "hstack": "vstack",
}

UFUNCS = {ast.Add: "add", ast.Sub: "subtract", ast.Mult: "multiply", ast.Div: "divide"}


def other_product(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`W @ X` ↔ `W * X`, also when written as a function."""
    match node:
        case ast.BinOp(left, ast.MatMult(), right):
            yield f"{cell.text(left)} * {cell.text(right)}"
        case ast.BinOp(left, ast.Mult(), right):
            yield f"{cell.text(left)} @ {cell.text(right)}"
        case ast.Attribute(ast.Name("np"), name) if name in PRODUCTS:
            yield f"np.{PRODUCTS[name]}"


def transpose_dropped(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`W.T`, `W.transpose()`, `np.transpose(W)` → `W`."""
    match node:
        case ast.Attribute(value, "T"):
            yield cell.text(value)
        case ast.Call(ast.Attribute(ast.Name("np"), "transpose"), [value, *_]):
            yield cell.text(value)
        case ast.Call(ast.Attribute(value, "transpose")):
            yield cell.text(value)


def transpose_added(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`W @ X` → `W.T @ X`, `W @ X.T`."""
    match node:
        case ast.BinOp(left, ast.MatMult(), right):
            if not _is_transposed(left):
                yield f"{cell.text(left)}.T @ {cell.text(right)}"
            if not _is_transposed(right):
                yield f"{cell.text(left)} @ {cell.text(right)}.T"


def _is_transposed(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "T"


def other_axis(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`axis=0` ↔ `axis=1`, `axis=-1` → `axis=0`, and `axis=None`, which takes all of the array."""
    match node:
        case ast.keyword("axis", value):
            axis = cell.text(value).strip("()")
            yield f"axis={'1' if axis == '0' else '0'}"
            yield "axis=None"


def keepdims_dropped(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`keepdims=True` → `keepdims=False`."""
    match node:
        case ast.keyword("keepdims", ast.Constant(True)):
            yield "keepdims=False"


def division_dropped(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`dZ @ A.T / m` → `dZ @ A.T`, and `1 / m * dZ` → `1 * dZ`."""
    match node:
        case ast.BinOp(left, ast.Div(), _):
            yield cell.text(left)


def cousin(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`np.sum` → `np.mean`, `Z.max` → `Z.min`, `np.zeros` → `np.ones`…: another function of the same form."""
    match node:
        case ast.Attribute(value, name) if name in COUSINS and cell.called(node):
            yield f"{cell.text(value)}.{COUSINS[name]}"


def in_place(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`Z - s` → `np.subtract(Z, s, out=Z)`, and `np.exp(Z)` → `np.exp(Z, out=Z)`: the caller's `Z` is lost."""
    match node:
        case ast.BinOp(ast.Name(name), operator, right) if type(operator) in UFUNCS and name in cell.arguments(node):
            yield f"np.{UFUNCS[type(operator)]}({name}, {cell.text(right)}, out={name})"
        case ast.Call(ast.Attribute(ast.Name("np"), function), [ast.Name(name), *others], []):
            if isinstance(getattr(np, function, None), np.ufunc) and name in cell.arguments(node):
                yield f"np.{function}({', '.join([name, *map(cell.text, others)])}, out={name})"


# --- Operators for what else is mixed up ---


def operand_alone(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`W @ X + b` → `W @ X`, `b`."""
    match node:
        case ast.BinOp(left, _, right):
            yield cell.text(left)
            yield cell.text(right)


ORDERED = {ast.Sub: "-", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**", ast.MatMult: "@"}


def operands_swapped(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`A - Y` → `Y - A`, and so for every operator whose order matters."""
    match node:
        case ast.BinOp(left, operator, right) if type(operator) in ORDERED:
            yield f"{cell.text(right)} {ORDERED[type(operator)]} {cell.text(left)}"


def call_dropped(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`g(Z)` → `Z`, `W.copy()` → `W`, `Z.max(axis=0)` → `Z`."""
    match node:
        case ast.Call(ast.Attribute(value, _)) if ast.unparse(value) not in ("np", "np.random", "np.linalg", "math"):
            yield cell.text(value)
        case ast.Call(_, [first, *_]):
            yield cell.text(first)


def arguments_swapped(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`f(x, y, z)` → `f(y, x, z)`, `f(x, z, y)`."""
    match node:
        case ast.Call(function, arguments, keywords):
            named = [ast.get_source_segment(cell.source, keyword) or "" for keyword in keywords]
            texts = [ast.get_source_segment(cell.source, argument) or "" for argument in arguments]
            for i in range(len(texts) - 1):
                swapped = [*texts[:i], texts[i + 1], texts[i], *texts[i + 2 :]]
                yield f"{cell.text(function)}({', '.join([*swapped, *named])})"


def other_variable(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`W @ X` → `b @ X`, `W @ b`…: another argument or variable of the same function."""
    match node:
        case ast.Name(name, ast.Load()) if not cell.called(node):
            names = cell.variables(node)
            if name in names:
                yield from (other for other in names if other != name)


def other_text(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`"AND"` → `"OR"`: the next of the cell's strings; and for a letter the next one of the alphabet."""
    match node:
        case ast.Constant(str(value)) if value in cell.texts:
            if len(cell.texts) > 1:
                yield _quoted(cell.texts[(cell.texts.index(value) + 1) % len(cell.texts)])
            if re.fullmatch("[a-y]", value):
                yield _quoted(chr(ord(value) + 1))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def statement_dropped(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`total += x` → `pass`."""
    match node:
        case ast.Expr(ast.Constant()):  # a docstring
            return
        case ast.Assign() | ast.AugAssign() | ast.AnnAssign() | ast.Expr():
            yield "pass"


def other_assignment(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`total += x` → `total -= x`, `total = x`."""
    match node:
        case ast.AugAssign(target, operator, value):
            target_text, value_text = cell.text(target), cell.text(value)
            sign = {ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*"}.get(type(operator))
            if sign:
                yield f"{target_text} {sign}= {value_text}"
            yield f"{target_text} = {value_text}"


def shorter_range(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`range(n)` → `range(n - 1)`, `range(1, n)`: a loop that leaves out its last or first turn."""
    match node:
        case ast.Call(ast.Name("range"), [stop]):
            yield f"range({cell.text(stop)} - 1)"
            yield f"range(1, {cell.text(stop)})"
        case ast.Call(ast.Name("range"), [start, stop, *step]):
            rest = "".join(f", {ast.get_source_segment(cell.source, each)}" for each in step)
            yield f"range({cell.text(start)}, {cell.text(stop)} - 1{rest})"
            yield f"range({cell.text(start)} + 1, {cell.text(stop)}{rest})"


def slice_dropped(node: ast.AST, cell: Cell) -> Iterator[str]:
    """`sizes[1:]` → `sizes`."""
    match node:
        case ast.Subscript(value, ast.Slice(), ast.Load()):
            yield cell.text(value)


NUMPY: tuple[Operator, ...] = (
    other_product,
    transpose_dropped,
    transpose_added,
    other_axis,
    keepdims_dropped,
    division_dropped,
    cousin,
    in_place,
)
GENERAL: tuple[Operator, ...] = (
    operand_alone,
    operands_swapped,
    call_dropped,
    arguments_swapped,
    other_variable,
    other_text,
    statement_dropped,
    other_assignment,
    shorter_range,
    slice_dropped,
)

# --- cosmic-ray's operators ---

GROUPS = (
    # An operator is replaced by its like. On float arrays the others (`<<`, `|`, `is`) stop with a TypeError or are
    # always False: such mutants fail whatever the checks are, and would flatter the score.
    {"Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow"},
    {"BitOr", "BitAnd", "BitXor"},
    {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE"},
    {"Is", "IsNot"},
)
CONSTANTS = "NumberReplacer"  # a constant off by one: counted among the operators that know NumPy


def fits(name: str) -> bool:
    """Whether one of cosmic-ray's operators, by its name without "core/", makes sense for the course.

    Left out besides: VariableReplacer and VariableInserter, which put in random numbers and operators
    (`other_variable` and `operand_alone` do it in order), and unary operators exchanged for other ones: `+x` is the same as
    the sign deleted, which is kept; `~x` and `not x` stop on floats.
    """
    kind, _, exchanged = name.partition("_")
    if kind == "ReplaceUnaryOperator":
        return exchanged.startswith("Delete")
    if kind in ("ReplaceBinaryOperator", "ReplaceComparisonOperator"):
        return any(set(exchanged.split("_")) <= group for group in GROUPS)
    return kind not in ("VariableReplacer", "VariableInserter")


@cache
def cosmic() -> dict[str, type]:
    """Return cosmic-ray's operators that fit, by name."""
    return {
        name.removeprefix("core/"): get_operator(name) for name in operator_names() if fits(name.removeprefix("core/"))
    }


# --- Mutants of a cell ---


def mutants(source: str) -> list[Mutant]:
    """Return every mutant of a solution cell once: those of array code first, then by their place in the cell."""
    cell = Cell(source)
    seen = {_meaning(source)}
    found = []
    for operator, numpy, mutated in _raw(cell):
        before, after, at = _difference(source, mutated)
        meaning = _meaning(mutated)
        if at in cell.solution and meaning is not None and meaning not in seen:
            seen.add(meaning)
            found.append((at, Mutant(operator, numpy, mutated, before, after)))
    return [mutant for _, mutant in sorted(found, key=lambda pair: (not pair[1].numpy, pair[0]))]


def planted(cell: Cell, operator: Operator) -> Iterator[str]:
    """Yield the cell with one mistake of ours, once for every place that has room for it."""
    for node in cell.nodes:
        for text in operator(node, cell):
            yield cell.with_text(node, text)


def planted_by_cosmic_ray(cell: Cell, name: str) -> Iterator[str]:
    """Yield the cell with one of cosmic-ray's mistakes, once for every place that has room for it."""
    operator = cosmic()[name]()
    mutated = (mutate_code(cell.source, operator, occurrence) for occurrence in count())
    return takewhile(lambda source: source is not None, mutated)


def _raw(cell: Cell) -> Iterator[tuple[str, bool, str]]:
    """Yield (operator, whether it knows NumPy, mutated cell); NumPy's first, so that a mutant made twice is theirs."""
    for operator in NUMPY:
        yield from ((operator.__name__, True, source) for source in planted(cell, operator))
    yield from ((CONSTANTS, True, source) for source in planted_by_cosmic_ray(cell, CONSTANTS))
    for operator in GENERAL:
        yield from ((operator.__name__, False, source) for source in planted(cell, operator))
    for name in cosmic():
        yield from ((name, False, source) for source in planted_by_cosmic_ray(cell, name))


def _meaning(source: str) -> str | None:
    """Return the syntax tree of a cell as text, without docstrings and annotations; None where it does not compile."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)  # `"AND"(x)` compiles, with a warning, and fails later
            compile(source, "<mutant>", "exec")
            tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return None
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Module)) and ast.get_docstring(node, clean=False):
            node.body[0] = ast.Pass()
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        if isinstance(node, ast.arg):
            node.annotation = None
        if isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
    return ast.dump(tree)


def _difference(source: str, mutated: str) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Return the lines that differ, in the one and in the other, tidied, and the number of the first."""
    old, new = source.split("\n"), mutated.split("\n")
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    shortest = min(len(old), len(new)) - start
    backwards = zip(old[::-1][:shortest], new[::-1][:shortest], strict=True)
    end = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], backwards))
    return tuple(map(tidy, old[start : len(old) - end])), tuple(map(tidy, new[start : len(new) - end])), start + 1


def tidy(line: str) -> str:
    """Return a line without the blanks that cosmic-ray leaves behind."""
    line = re.sub(r"(?<=[\[({]) +|(?<=\w=) +|(?<=[^\s\w)\]]-) +|(?<=[^\w)\]] -) +", "", line.strip())
    return re.sub(r"  +", " ", line)
