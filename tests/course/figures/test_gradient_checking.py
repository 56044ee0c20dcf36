"""The figure of lesson 11: what is measured, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from course.figures import gradient_checking as figure
from course.figures.gradient_checking import State


def test_the_exact_gradient_is_one() -> None:
    np.testing.assert_allclose(figure.central(figure.cost, figure.THETA, 1e-5), figure.exact(), rtol=1e-7, atol=1e-9)


def test_errors_fall_and_rise_again() -> None:
    central, one_sided = (np.array(c["errors"]) for c in figure.scene(figure.central, "")["curves"])
    assert -6.5 < figure.POWERS[central.argmin()] < -4
    assert -9 < figure.POWERS[one_sided.argmin()] < -6.5
    assert central.min() < -9.5
    assert one_sided.min() > central.min() + 1
    by_tens = {round(float(p), 1): e for p, e in zip(figure.POWERS, central, strict=True)}
    assert by_tens[-2.0] - by_tens[-3.0] == pytest.approx(2, abs=0.05)  # truncation grows like eps squared


@pytest.mark.parametrize(
    ("power", "kind", "words"),
    [
        (-2.0, "central", ("Too large to trust", "Truncation rules", "a hundred times")),
        (-5.0, "central", ("Small enough", "about equal")),
        (-11.0, "central", ("Rounding rules",)),
        (-3.0, "one-sided", ("Truncation rules", "ten times")),
        (-8.0, "one-sided", ("about equal",)),
    ],
)
def test_what_is_said(power: float, kind: str, words: tuple[str, ...]) -> None:
    said = figure.picture(State(power, kind))
    assert all(part in said["result"] for part in words), said["result"]
    assert said["result"] in said["label"]


def test_numbers_are_powers_of_ten() -> None:
    assert figure.in_powers(1e-5) == "10⁻⁵"
    assert figure.in_powers(3.24e-10) == "3.2 · 10⁻¹⁰"


def unwritten(f: Any, theta: Any, eps: float = 1e-5) -> Any:
    raise NotImplementedError


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (unwritten, "is not written yet"),
        (lambda f, theta, eps=1e-5: None, "returned nothing"),
        (lambda f, theta, eps=1e-5: theta[:3], "returned the shape (3,)"),
        (lambda f, theta, eps=1e-5: 2 * figure.central(f, theta, eps), "another gradient"),
    ],
)
def test_a_function_that_does_not_work_is_named(function: Callable[..., Any], words: str) -> None:
    measure, problem = figure.judged(function)
    assert measure is figure.central
    assert words in problem


def test_the_students_function_measures() -> None:
    asked = []

    def mine(f: Any, theta: Any, eps: float = 1e-5) -> Any:
        asked.append(eps)
        return figure.central(f, theta, eps)

    measure, problem = figure.judged(mine)
    figure.picture(State(-3.0), measure)
    assert problem == ""
    assert asked[-1] == pytest.approx(1e-3)


def test_the_still_picture() -> None:
    stage = figure.scene(figure.central, "")
    drawn = figure.draw(stage, figure.picture(State()))
    assert len(drawn.axes) == 1
