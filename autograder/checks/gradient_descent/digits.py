"""Checks of `digits_params`: how many of the test images the trained network reads right."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Final

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import Examination, Misconception
from autograder.checks.gradient_checking.pairs import layers_of
from autograder.checks.initialization.forms import several
from autograder.reference.activations import Array
from autograder.reference.gradient_descent import best_accuracy
from autograder.reference.initialization import he_initialization
from course.data import digits

FULL: Final = 0.95
HALF: Final = 0.90
LITTLE: Final = 0.30  # a network that reads fewer has hardly learned
PIXELS: Final = 64
DIGITS: Final = 10

Layers = list[tuple[Array, Array]]


@cache
def test_images() -> tuple[Array, Array]:
    """Return the images of the test set, and their labels."""
    _, _, X, Y = digits.load()
    return X, Y


@dataclass(frozen=True)
class DigitsExercise:
    """The student trains a network. All points for 95 % of the test images, half of them for 90 %.

    A misconception is a value in the student's form; an answer is recognised as one by `known_by`, a function of the answer.
    """

    name: str
    misconceptions: Sequence[Misconception]
    known_by: dict[str, Callable[[Any], bool]]

    @property
    def points(self) -> int:
        """The points of its grade cell."""
        return 4

    def examine(self, answer: Any) -> Examination:
        """Read the test images with the network and count."""
        if answer is None or answer is Ellipsis:
            return Examination(0, f"`{self.name}` has no value yet.")
        matched = next((m for m in self.misconceptions if self.known_by[m.name](answer)), None)
        try:
            layers = network(answer)
        except ValueError as problem:
            return self._failed(str(problem), matched)
        X, Y = test_images()
        with np.errstate(all="ignore"):  # a network may have numbers of any size
            share, hidden = best_accuracy(X, Y, layers)
        right = round(share * X.shape[1])
        sizes = "-".join(map(str, [PIXELS, *(len(W) for W, _ in layers)]))
        within = f" ({hidden} inside)" if len(layers) > 1 else ""
        percent = _percent(share)
        said = f"The {sizes} network{within} reads {right} of {X.shape[1]} test images right: {percent} %."
        if share >= FULL:
            return Examination(1, said)
        if len(layers) > 2:
            said += " (All hidden layers are read with the same activation: were they trained so?)"
        if share >= HALF:
            return Examination(
                0.5,
                f"{said}\nThat is half the points; all of them from 95 % on. Does the cost still fall in the last epochs? More epochs, "
                "a larger learning rate or more hidden neurons may be what is missing.",
            )
        hint = (
            "About one in ten is what guessing gives. Did the cost of the training fall below 2.3, that of guessing?"
            if share < LITTLE
            else "It has learned, and there is more to learn."
        )
        if share >= LITTLE:
            matched = None  # whatever it looks like, it is trained
        return self._failed(f"{said} {hint} Half the points from 90 % on, all of them from 95 %.", matched)

    def _failed(self, problem: str, matched: Misconception | None) -> Examination:
        if matched is None:
            return Examination(0, problem)
        return Examination(0, f"{matched.sentence}\n\n{problem}", matched.name)


def _percent(share: float) -> float:
    """Return a share in percent, rounded, but never up to a border that it does not reach."""
    rounded = round(100 * share, 1)
    short = any(100 * border <= rounded and share < border for border in (HALF, FULL))
    return math.floor(1000 * share) / 10 if short else rounded


def network(answer: Any) -> Layers:
    """Return the layers of an answer; raise `ValueError` with a sentence when they are no network for the digits."""
    if not isinstance(answer, (list, tuple)):
        raise ValueError(f"It is {wording.kind(answer)}; a list is expected, with a pair (W, b) for each layer.")
    if not answer:
        raise ValueError("The list is empty; a network has a pair (W, b) for each layer.")
    layers, n_prev = [], PIXELS
    for number, (W, b) in enumerate(layers_of(answer, len(answer)), start=1):
        W, b = _matrix(W, f"W of layer {number}"), _matrix(b, f"b of layer {number}")
        if W.shape[1] != n_prev:
            before = "pixels" if number == 1 else f"neurons in layer {number - 1}"
            raise ValueError(
                f"W of layer {number} has shape {W.shape}; with {n_prev} {before} it needs {n_prev} columns."
            )
        if b.shape != (len(W), 1):
            raise ValueError(
                f"b of layer {number} has shape {b.shape}; it is a column, ({len(W)}, 1), with a row for each neuron."
            )
        layers.append((W, b))
        n_prev = len(W)
    if n_prev != DIGITS:
        raise ValueError(
            f"The last layer has {n_prev} neuron{'s' * (n_prev != 1)}; it needs {DIGITS}, an output for each digit."
        )
    return layers


def _matrix(array: Any, name: str) -> Array:
    if type(array) is not np.ndarray:
        raise ValueError(f"{name} is {wording.kind(array)}; an array is expected.")
    if array.ndim != 2:
        raise ValueError(f"{name} has shape {array.shape}; rows and columns are expected.")
    if array.dtype.kind not in "fiu":
        raise ValueError(f"{name} is stored as {array.dtype}; numbers are expected.")
    if 0 in array.shape:
        raise ValueError(f"{name} has shape {array.shape}: there is nothing in it.")
    if not np.isfinite(array).all():
        raise ValueError(f"{name} holds nan or inf.")
    return array.astype(np.float64)


# --- Mistakes ---


def _start(*sizes: int) -> Layers:
    return he_initialization(sizes, np.random.default_rng(0))


def _is_pair(answer: Any) -> bool:
    """Whether it is what `train` returns: params, and a list of numbers."""
    if not isinstance(answer, (list, tuple)) or len(answer) != 2 or not isinstance(answer[0], (list, tuple)):
        return False
    history = answer[1]
    return isinstance(history, (list, tuple)) and bool(history) and all(isinstance(c, (int, float)) for c in history)


def _arrays(answer: Any) -> list[Array]:
    """Return the arrays of numbers in pairs, or in a list, none where something else is there."""
    if not isinstance(answer, (list, tuple)):
        return []
    found = [part for item in answer for part in (item if isinstance(item, (list, tuple)) else [item])]
    return found if all(type(a) is np.ndarray and a.dtype.kind == "f" for a in found) else []


def _matrices(answer: Any) -> list[Array]:
    """Return the W of a list of pairs whose arrays have two dimensions."""
    try:
        return [W for W, b in layers_of(answer, len(answer)) if W.ndim == b.ndim == 2]
    except (AttributeError, TypeError, ValueError):
        return []


def _transposed(answer: Any) -> bool:
    matrices = _matrices(answer)
    fits = all(one.shape[1] == other.shape[0] for one, other in pairwise(matrices))
    return bool(matrices) and fits and matrices[0].shape[0] == PIXELS and matrices[-1].shape[1] == DIGITS


def _untrained(answer: Any) -> bool:
    """Whether all biases are 0, as they are before the first step."""
    arrays = _arrays(answer)
    pairs = isinstance(answer, (list, tuple)) and all(isinstance(p, (list, tuple)) and len(p) == 2 for p in answer)
    return bool(arrays) and pairs and not any(np.any(pair[1]) for pair in answer)


def _equal_rows(answer: Any) -> bool:
    hidden = _matrices(answer)[:-1]
    return any(len(W) > 1 and not np.ptp(W, axis=0).any() for W in hidden)


def _not_finite(answer: Any) -> bool:
    return any(not np.isfinite(array).all() for array in _arrays(answer))


def _weights_alone(answer: Any) -> bool:
    plain = (
        isinstance(answer, (list, tuple))
        and bool(answer)
        and all(type(W) is np.ndarray and W.ndim == 2 for W in answer)
    )
    return plain and all(one.shape[0] == other.shape[1] for one, other in pairwise(answer))


def _last_size(answer: Any) -> int:
    matrices = _matrices(answer)
    return matrices[-1].shape[0] if matrices else 0


_MISTAKES: tuple[tuple[Misconception, Callable[[Any], bool]], ...] = (
    (
        several(
            "history-too",
            "This is all that `train` returns: params and history. The params alone are asked for.",
            (_start(64, 8, 10), [2.0, 1.5]),
            [_start(64, 10), [2.0]],
        ),
        _is_pair,
    ),
    (
        several(
            "not-finite",
            "The training ran away: the params hold nan or inf. The learning rate was too large.",
            [(np.full((10, 64), np.nan), np.full((10, 1), np.nan))],
            [(W * np.inf, b) for W, b in _start(64, 10)],
        ),
        _not_finite,
    ),
    (
        several(
            "weights-alone",
            "The list holds the weights alone. Each layer has a pair in it, (W, b).",
            [W for W, _ in _start(64, 8, 10)],
        ),
        _weights_alone,
    ),
    (
        several(
            "transposed",
            "Rows and columns of W are exchanged. W has a row for each neuron of its layer, and a column for each number that comes in.",
            [(W.T, b) for W, b in _start(64, 8, 10)],
            [(W.T, b.T) for W, b in _start(64, 8, 10)],
        ),
        _transposed,
    ),
    (
        several(
            "equal-rows",
            "All neurons of a hidden layer are the same. That is what a start with zeros, or with any equal numbers, leaves: they stay equal "
            "for ever.",
            [(np.zeros((8, 64)), np.zeros((8, 1))), (np.zeros((10, 8)), np.full((10, 1), 0.1))],
            [(np.full((8, 64), 0.2), np.ones((8, 1))), (np.ones((10, 8)), np.ones((10, 1)))],
        ),
        _equal_rows,
    ),
    (
        several(
            "untrained",
            "All biases are 0, as they were drawn: these are params before any training. `train` returns the new ones and leaves the old "
            "ones as they are.",
            _start(64, 8, 10),
            _start(64, 10),
        ),
        lambda answer: _last_size(answer) == DIGITS and _untrained(answer),
    ),
    (
        several(
            "one-output",
            "There is one output. Ten digits need ten outputs, one for each: which is largest says which digit it is.",
            _start(64, 8, 1),
            [(W, b + 1) for W, b in _start(64, 1)],
        ),
        lambda answer: _last_size(answer) == 1,
    ),
)

DIGITS_PARAMS = DigitsExercise(
    "digits_params",
    tuple(misconception for misconception, _ in _MISTAKES),
    {misconception.name: known_by for misconception, known_by in _MISTAKES},
)
