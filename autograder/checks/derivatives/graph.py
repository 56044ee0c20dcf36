"""`sum_product_gradients`, back through the graph of f = (x + y) z, and `largest_gradient_factor`, a product of slopes.

The way back through the graph rounds no more than one addition does, so that gradients measured with a small step, which
the lesson rules out, can be told from it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case, Tolerance
from autograder.reference import derivatives as reference


def _graph_cases(rng: np.random.Generator) -> list[Case]:
    by_hand = [
        Case((2.0, 5.0, -3.0)),
        Case((2.0, 3.0, -4.0)),
        Case((1.0, 4.0, 2.5)),
        Case((-2.0, 5.0, -4.0)),
        Case((0.5, -3.0, 7.0)),
        Case((0.0, 3.0, 2.0), note="x = 0"),
        Case((3.0, 0.0, 2.0), note="y = 0"),
        Case((2.0, 5.0, 0.0), note="z = 0"),
        Case((2.0, -2.0, 3.0), note="x + y = 0"),
        Case((0.0, 0.0, 0.0), note="zeros only"),
        Case((2.0, 2.0, 2.0), note="three equal numbers"),
        Case((-1.5, -2.0, -0.5), note="negative numbers only"),
    ]
    return [*by_hand, *(Case(tuple(float(v) for v in rng.normal(0, 5, size=3).round(2))) for _ in range(6))]


def _with_steps(eps: float) -> Callable[..., Any]:
    def gradients(x: float, y: float, z: float) -> Any:
        def f(x: float, y: float, z: float) -> float:
            return (x + y) * z

        return (
            (f(x + eps, y, z) - f(x - eps, y, z)) / (2 * eps),
            (f(x, y + eps, z) - f(x, y - eps, z)) / (2 * eps),
            (f(x, y, z + eps) - f(x, y, z - eps)) / (2 * eps),
        )

    return gradients


def _with_steps_ahead(eps: float) -> Callable[..., Any]:
    def gradients(x: float, y: float, z: float) -> Any:
        def f(x: float, y: float, z: float) -> float:
            return (x + y) * z

        start = f(x, y, z)
        return (f(x + eps, y, z) - start) / eps, (f(x, y + eps, z) - start) / eps, (f(x, y, z + eps) - start) / eps

    return gradients


GRAPH = (
    Misconception(
        "stops-at-the-sum",
        lambda x, y, z: (1.0, 1.0, x + y),
        "The 1 is the slope of the addition alone. On its way from f to x the gradient passes the multiplication first, and is "
        "multiplied by z there.",
        also=(lambda x, y, z: (1.0, 1.0, z),),
    ),
    Misconception(
        "own-factor",
        lambda x, y, z: (x + y, x + y, z),
        "Each side of the multiplication got its own value. A product changes with one factor as fast as the other factor is "
        "large: the gradients change places.",
    ),
    Misconception(
        "order",
        lambda x, y, z: (x + y, z, z),
        "The three numbers are the right ones, in another order. They are returned as x's, y's and z's gradient.",
        also=(lambda x, y, z: (z, x + y, z),),
    ),
    Misconception(
        "all-factors",
        lambda x, y, z: (y * z, x * z, x * y),
        "These are the gradients of the product x y z. In this f, x and y are added, and only their sum is multiplied.",
        also=(lambda x, y, z: (z, z, x * y),),
    ),
    Misconception(
        "all-added",
        lambda x, y, z: (1.0, 1.0, 1.0),
        "Three times 1 are the gradients of x + y + z. Here z multiplies the sum.",
    ),
    Misconception(
        "inputs",
        lambda x, y, z: (x, y, z),
        "These are the inputs themselves. A gradient says how fast f changes with an input, and not how large the input is.",
    ),
    Misconception(
        "times-the-input",
        lambda x, y, z: (x * z, y * z, (x + y) * z),
        "Each gradient is multiplied by its own input. The slope of q z for a nudge of q is z alone.",
        also=(lambda x, y, z: (x * z, y * z, x + y),),
    ),
    Misconception(
        "shared-among-inputs",
        lambda x, y, z: (z / 2, z / 2, x + y),
        "The sum hands each of its inputs half of the gradient. It is not shared out: 1 more in x is 1 more in x + y, so that "
        "each input gets all of it.",
    ),
    Misconception(
        "starts-from-f",
        lambda x, y, z: ((x + y) * z * z, (x + y) * z * z, (x + y) * z * (x + y)),
        "The way back starts with the value of f. It starts with ∂f/∂f, and that is 1, whatever f is.",
    ),
    Misconception(
        "sign-flipped",
        lambda x, y, z: (-z, -z, -(x + y)),
        "The signs are wrong: when z is positive, a larger x makes f larger, and the gradient is positive as well.",
        also=(lambda x, y, z: (z, -z, x + y), lambda x, y, z: (z, z, -(x + y))),
    ),
    Misconception(
        "minus-for-plus",
        lambda x, y, z: (z, -z, x - y),
        "These are the gradients of (x − y) z. In this f, x and y are added.",
        also=(lambda x, y, z: (z, z, x - y),),
    ),
    Misconception(
        "one-factor-for-all",
        lambda x, y, z: (z, z, z),
        "z's gradient is z here. To z the multiplication hands its other factor, the sum that was computed on the way forward.",
        also=(lambda x, y, z: (z, z, 1.0), lambda x, y, z: (z, z, 0.0)),
    ),
    Misconception(
        "part-of-the-sum",
        lambda x, y, z: (z, z, x),
        "One of the two terms is missing in z's gradient. The factor next to z is the whole of x + y.",
        also=(lambda x, y, z: (z, z, y),),
    ),
    Misconception(
        "added-up",
        lambda x, y, z: z + z + x + y,
        "The three gradients were added up to one number. Each input has a gradient of its own: return three.",
    ),
    Misconception(
        "value",
        lambda x, y, z: (x + y) * z,
        "This is f itself, the way forward. Asked for are three numbers: how fast f changes with each of its inputs.",
    ),
    Misconception(
        "with-more",
        lambda x, y, z: ((x + y) * z, z, z, x + y),
        "The three gradients are there, with something more beside them. Keep what the way back computes in between, and return "
        "the three alone.",
        also=(
            lambda x, y, z: (z, z, z, x + y),
            lambda x, y, z: ((x + y) * z, (z, z, x + y)),
            lambda x, y, z: (z, z, x + y, z),
            lambda x, y, z: (z, z, x + y, (x + y) * z),
        ),
    ),
    Misconception(
        "two-only",
        lambda x, y, z: (z, x + y),
        "Two numbers are returned, those of the multiplication. From the sum it goes on, to x and to y: three inputs, three "
        "gradients.",
        also=(lambda x, y, z: (x + y, z),),
    ),
    Misconception(
        "as-an-array",
        lambda x, y, z: np.array([z, z, x + y]),
        "The gradients are right, but stand in one array. Return them as three values, one after the other: a tuple.",
    ),
    Misconception(
        "measured",
        _with_steps(1e-5),
        "These gradients are measured with a small step, and rounding shows. The way back through the graph gives them exactly, "
        "and all three at once.",
        also=(
            *map(_with_steps, (0.01, 1e-3, 1e-4, 1e-6, 1e-7, 1e-8)),
            *map(_with_steps_ahead, (0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8)),
        ),
    ),
)


# --- The product of many slopes ---


def _factor_cases(rng: np.random.Generator) -> list[Case]:
    counts = [2, 3, 1, 4, 5, 7, 10, 20]
    return [
        *(Case((n,)) for n in counts),
        Case((0,), note="no layer at all (n = 0)"),
        Case((30,), note="very many layers"),
    ]


FACTOR = (
    Misconception(
        "times-n",
        lambda n_layers: 0.25 * n_layers,
        "1/4 is multiplied by the number of layers, and grows with it. Each layer multiplies once more by 1/4: a power.",
    ),
    Misconception(
        "one-layer",
        lambda n_layers: 0.25,
        "The result is 1/4 for any number of layers. That is what one layer passes on at most; the next passes on a quarter of "
        "that.",
        also=(lambda n_layers: 0.25 if n_layers else 1.0,),
    ),
    Misconception(
        "half",
        lambda n_layers: 0.5**n_layers,
        "Each factor is 1/2 here. That is the sigmoid's own value at 0; its slope there is σ(1 − σ), a half of a half.",
    ),
    Misconception(
        "greatest-output",
        lambda n_layers: 1.0**n_layers,
        "Each factor is 1 here: the greatest value of the sigmoid, or the greatest slope of tanh. The greatest slope of the "
        "sigmoid is smaller.",
    ),
    Misconception(
        "smallest",
        lambda n_layers: 0.0,
        "The result is 0 for any number of layers. A product that starts from 0 stays there; and 0 is what the smallest products "
        "come close to, where the greatest is asked for.",
        also=(lambda n_layers: 0,),
    ),
    Misconception(
        "divided-by-n",
        lambda n_layers: 0.25 / n_layers,
        "1/4 is divided by the number of layers. Each further layer makes it four times smaller, so that it shrinks much faster: "
        "a power.",
        also=(lambda n_layers: 1 / (4 * n_layers) if n_layers else 1.0, lambda n_layers: 0.25 / max(n_layers, 1)),
    ),
    Misconception(
        "one-too-few",
        lambda n_layers: 0.25 ** (n_layers - 1),
        "There is one factor too few. Every layer has a sigmoid, the first and the last one too: n layers, n factors.",
    ),
    Misconception(
        "one-too-many",
        lambda n_layers: 0.25 ** (n_layers + 1),
        "There is one factor too many. n layers have n slopes, and no layer at all leaves the product of nothing, which is 1.",
    ),
    Misconception(
        "upside-down",
        lambda n_layers: 4.0**n_layers,
        "The product grows with every layer: 4 is 1 divided by the slope. A product of slopes of at most 1/4 shrinks.",
        also=(lambda n_layers: 4**n_layers, lambda n_layers: 0.25**-n_layers),
    ),
    Misconception(
        "base-and-exponent-exchanged",
        lambda n_layers: float(n_layers) ** 0.25,
        "Base and exponent are exchanged. 1/4 is multiplied by itself, n times.",
        also=(lambda n_layers: n_layers**-4 if n_layers else 1.0,),
    ),
    Misconception(
        "counted-as-weights",
        lambda n_layers: 0.25 ** (n_layers * n_layers),
        "The number of layers is squared in the exponent. Each layer adds one factor to the product, and no more.",
    ),
    Misconception(
        "nothing-for-no-layers",
        lambda n_layers: 0.25**n_layers if n_layers else 0.0,
        "Only without any layer it differs. A product of no factors is 1: a gradient that passes no layer arrives as it set out.",
        also=(lambda n_layers: 0.25**n_layers if n_layers else 0.25,),
    ),
    Misconception(
        "rounded",
        lambda n_layers: round(0.25**n_layers, 4),
        "The product was rounded, and for many layers it is rounded to 0. It is small, but not nothing: how small is the point.",
        also=(
            lambda n_layers: round(0.25**n_layers, 2),
            lambda n_layers: round(0.25**n_layers, 6),
            lambda n_layers: round(0.25**n_layers, 10),
        ),
    ),
    Misconception(
        "whole-numbers",
        lambda n_layers: 1 // 4**n_layers,
        "From one layer on the result is 0. Either `//` cuts off what stands behind the point, or a factor of 0 got into the "
        "product: each factor here is 1/4.",
    ),
)

SUM_PRODUCT_GRADIENTS = FunctionExercise(
    "sum_product_gradients", reference.sum_product_gradients, _graph_cases, GRAPH, Tolerance(1e-14, 1e-14)
)
LARGEST_GRADIENT_FACTOR = FunctionExercise(
    "largest_gradient_factor", reference.largest_gradient_factor, _factor_cases, FACTOR, Tolerance(absolute=0.0)
)
