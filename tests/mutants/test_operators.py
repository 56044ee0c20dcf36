"""Each operator on a small example: all the lines it can make of one, in order."""

import inspect
from itertools import chain

import pytest
from cosmic_ray.operators.number_replacer import NumberReplacer

from tests.mutants import operators
from tests.mutants.operators import GENERAL, NUMPY, Cell, cosmic, fits, mutants, planted, planted_by_cosmic_ray

FUNCTION = '''
def answer(W, X, b, g):
    """Return W @ X + 1, or so."""
    ### BEGIN SOLUTION
    {line}
    ### END SOLUTION
'''

EXAMPLES = [
    ("other_product", "return W @ X + b", ["return W * X + b"]),
    ("other_product", "return (W + b) * X.T", ["return (W + b) @ X.T"]),
    ("other_product", "return np.dot(W, X)", ["return np.multiply(W, X)"]),
    ("other_product", "return np.multiply(W, X)", ["return np.matmul(W, X)"]),
    ("transpose_dropped", "return W.T @ X.T", ["return W @ X.T", "return W.T @ X"]),
    ("transpose_dropped", "return np.transpose(W)", ["return W"]),
    ("transpose_dropped", "return W.transpose()", ["return W"]),
    ("transpose_dropped", "return (W + b).T", ["return (W + b)"]),
    ("transpose_added", "return W @ X", ["return W.T @ X", "return W @ X.T"]),
    ("transpose_added", "return W.T @ X", ["return W.T @ X.T"]),
    ("other_axis", "return X.sum(axis=0)", ["return X.sum(axis=1)", "return X.sum(axis=None)"]),
    ("other_axis", "return X.sum(axis=1)", ["return X.sum(axis=0)", "return X.sum(axis=None)"]),
    ("other_axis", "return X.sum(axis=-1)", ["return X.sum(axis=0)", "return X.sum(axis=None)"]),
    ("keepdims_dropped", "return X.sum(axis=1, keepdims=True)", ["return X.sum(axis=1, keepdims=False)"]),
    ("division_dropped", "return W @ X.T / m", ["return (W @ X.T)"]),
    ("division_dropped", "return 1 / m * W", ["return 1 * W"]),
    ("cousin", "return np.sum(X) - X.max()", ["return np.mean(X) - X.max()", "return np.sum(X) - X.min()"]),
    ("cousin", "return total.sum", []),
    ("in_place", "return X - X.max()", ["return np.subtract(X, X.max(), out=X)"]),
    ("in_place", "return np.maximum(X, 0.0)", ["return np.maximum(X, 0.0, out=X)"]),
    ("in_place", "return np.array(X) + total * 2", []),
    ("operand_alone", "return W + b", ["return W", "return b"]),
    ("operand_alone", "return W @ X + b", ["return (W @ X)", "return b", "return W + b", "return X + b"]),
    ("operands_swapped", "return W - X", ["return X - W"]),
    ("operands_swapped", "return (W - X) / b", ["return b / (W - X)", "return (X - W) / b"]),
    ("operands_swapped", "return W + X * b", []),
    ("call_dropped", "return g(W)", ["return W"]),
    ("call_dropped", "return np.exp(W.copy())", ["return W.copy()", "return np.exp(W)"]),
    ("arguments_swapped", "return f(W, X, b, m=1)", ["return f(X, W, b, m=1)", "return f(W, b, X, m=1)"]),
    (
        "other_variable",
        "return g(W @ X)",
        ["return g(X @ X)", "return g(b @ X)", "return g(W @ W)", "return g(W @ b)"],
    ),
    (
        "other_variable",
        "return [g(x) for x in W]",
        [
            "return [g(W) for x in W]",
            "return [g(X) for x in W]",
            "return [g(b) for x in W]",
            "return [g(x) for x in X]",
            "return [g(x) for x in b]",
        ],
    ),
    (
        "other_text",
        'return gate("AND", W, gate("OR", X, b))',
        ['return gate("OR", W, gate("OR", X, b))', 'return gate("AND", W, gate("AND", X, b))'],
    ),
    (
        "other_text",
        'return {"q": "b"}',
        ['return {"b": "b"}', 'return {"r": "b"}', 'return {"q": "q"}', 'return {"q": "c"}'],
    ),
    ("other_text", 'return "text"', []),
    ("statement_dropped", "b += X", ["pass"]),
    ("statement_dropped", "return X", []),
    ("other_assignment", "b += X", ["b -= X", "b = X"]),
    ("other_assignment", "b @= X", ["b = X"]),
    ("shorter_range", "return range(len(X))", ["return range(len(X) - 1)", "return range(1, len(X))"]),
    ("shorter_range", "return range(n, 0, -1)", ["return range(n, 0 - 1, -1)", "return range(n + 1, 0, -1)"]),
    ("slice_dropped", "return X[1:] + X[0]", ["return X + X[0]"]),
]

COSMIC_RAY = [
    (
        "NumberReplacer",
        "return X[1] - 0.5",
        ["return X[2] - 0.5", "return X[0] - 0.5", "return X[1] - 1.5", "return X[1] - -0.5"],
    ),
    ("ReplaceBinaryOperator_Add_Sub", "return W @ X + b", ["return W @ X - b"]),
    ("ReplaceBinaryOperator_Add_Mul", "return W + X + b", ["return W * X + b", "return W + X * b"]),
    ("ReplaceComparisonOperator_Gt_GtE", "return X > 0", ["return X >= 0"]),
    ("ReplaceUnaryOperator_Delete_USub", "return np.exp(-X)", ["return np.exp(X)"]),
    ("ReplaceAndWithOr", "return W and X", ["return W or X"]),
    ("AddNot", "return W if X else b", ["return W if not X else b"]),
    ("ZeroIterationForLoop", "return [g(x) for x in X]", []),
]


def written(line: str) -> str:
    return FUNCTION.format(line=line)


def made(sources: list[str]) -> list[str]:
    """Return the line between the marks of every cell, without blanks that mean nothing."""
    return [operators.tidy(source.split("\n")[4]) for source in sources]


@pytest.mark.parametrize(("name", "line", "results"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_our_operator(name, line, results):
    found = made(list(planted(Cell(written(line)), getattr(operators, name))))
    assert found == results


def test_every_operator_of_ours_has_an_example():
    names = {operator.__name__ for operator in chain(NUMPY, GENERAL)}
    assert names == {name for name, _, results in EXAMPLES if results}
    assert all(operator.__doc__ for operator in chain(NUMPY, GENERAL))


@pytest.mark.parametrize(("name", "line", "results"), COSMIC_RAY, ids=lambda value: str(value)[:40])
def test_operator_of_cosmic_ray(name, line, results):
    found = made(list(planted_by_cosmic_ray(Cell(written(line)), name)))
    assert found == results


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ReplaceBinaryOperator_Add_Mul", True),
        ("ReplaceBinaryOperator_BitAnd_BitOr", True),
        ("ReplaceBinaryOperator_Add_LShift", False),
        ("ReplaceComparisonOperator_Gt_LtE", True),
        ("ReplaceComparisonOperator_Gt_IsNot", False),
        ("ReplaceUnaryOperator_Delete_Not", True),
        ("ReplaceUnaryOperator_USub_Invert", False),
        ("VariableReplacer", False),
        ("VariableInserter", False),
        ("AddNot", True),
    ],
)
def test_operators_of_cosmic_ray_that_fit(name, expected):
    assert fits(name) is expected


def test_cosmic_ray_is_there():
    assert cosmic()["NumberReplacer"] is NumberReplacer
    assert len(cosmic()) > 60


def lines(source: str) -> list[str]:
    return [mutant.line for mutant in mutants(source)]


def test_every_mutant_is_there_once():
    found = lines(written("return W @ X.T / b"))
    assert len(found) == len(set(found))
    assert found[:4] == ["return W * X.T / b", "return W @ X / b", "return W.T @ X.T / b", "return (W @ X.T)"]


def test_mutants_of_array_code_come_first():
    flags = [mutant.numpy for mutant in mutants(written("return W @ X + b"))]
    assert flags == sorted(flags, reverse=True)
    assert flags[0]
    assert not flags[-1]


def test_nothing_outside_the_marks_is_mutated():
    source = "m = 1 + 2\n### BEGIN SOLUTION\nn = 3\n### END SOLUTION\no = 4 + 5\n"
    assert lines(source) == ["n = 4", "n = 2", "pass"]


def test_docstrings_annotations_and_comments_are_not_mutated():
    source = '''### BEGIN SOLUTION
def answer(x: "a" = 1) -> int | None:
    """Return x @ 2."""
    count: int | None = 1  # 1 + 1
    return x
### END SOLUTION
'''
    assert lines(source) == [
        'def answer(x: "a" = 2) -> int | None:',
        'def answer(x: "a" = 0) -> int | None:',
        "count: int | None = 2 # 1 + 1",
        "count: int | None = 0 # 1 + 1",
        "pass # 1 + 1",
        "return count",
    ]


def test_letters_that_take_more_than_a_byte_move_nothing():
    assert "return σ * (W - X)" in lines(written("return σ @ (W - X)"))
    assert 'return {"σ": W - b}' in lines(written('return {"σ": W - X}'))


def test_a_mistake_on_several_lines_shows_them_all():
    (mutant,) = [m for m in mutants(written("return (W\n        - X)")) if m.operator == "operands_swapped"]
    assert mutant.before == ("return (W", "- X)")
    assert mutant.after == ("return (X - W)",)
    assert mutant.diff() == "- return (W\n- - X)\n+ return (X - W)"


def test_mutants_are_the_same_every_time():
    source = written("return g(W @ X + b) / 2")
    assert mutants(source) == mutants(source)


def test_mutants_compile():
    for mutant in mutants(written("return [g(w @ x, *b) for w, x in zip(W, X)] if b else -W")):
        compile(mutant.source, mutant.operator, "exec")


def test_operators_are_functions_of_a_node_and_its_cell():
    for operator in chain(NUMPY, GENERAL):
        assert list(inspect.signature(operator).parameters) == ["node", "cell"]
