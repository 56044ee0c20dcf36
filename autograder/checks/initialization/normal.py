"""Checks of `xavier_initialization` and `he_initialization`: normal weights, by the sizes of the layer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.exercise import Misconception
from autograder.checks.initialization.forms import in_form, several
from autograder.checks.initialization.laws import Law
from autograder.checks.initialization.sampled import SampledExercise
from autograder.checks.initialization.weights import Rng, drawn, evenly, from_network, in_drawing, normal, positive
from autograder.reference import initialization as reference

Variance = Callable[[int, int], float]  # of n, the neurons, and n_prev, the inputs


def xavier(n: int, n_prev: int) -> float:
    """Return Xavier's variance."""
    return 2 / (n_prev + n)


def he(n: int, n_prev: int) -> float:
    """Return He's variance."""
    return 2 / n_prev


def xavier_law(n: int, n_prev: int) -> Law:
    """Return what each weight is drawn from by Xavier."""
    return Law("normal", xavier(n, n_prev) ** 0.5, f"2 / ({n_prev} + {n})")


def he_law(n: int, n_prev: int) -> Law:
    """Return what each weight is drawn from by He."""
    return Law("normal", he(n, n_prev) ** 0.5, f"2 / {n_prev}")


def _shaped(variance: Variance) -> Callable[..., Any]:
    return lambda rng, shape, n, n_prev: rng.normal(0.0, variance(n, n_prev) ** 0.5, size=shape)


def root(variance: Variance) -> Variance:
    """Return the standard deviation."""
    return lambda n, n_prev: variance(n, n_prev) ** 0.5


def times(factor: float, function: Variance, power: float = 1.0) -> Variance:
    """Return a multiple of a power of a function of the sizes."""
    return lambda n, n_prev: factor * function(n, n_prev) ** power


def _other_shapes(variance: Variance) -> tuple[Misconception, ...]:
    """Return the mistakes in the distribution: all with the right formula somewhere in it."""

    def clipped(rng: Rng, n: int, n_prev: int) -> Any:
        s = variance(n, n_prev) ** 0.5
        return np.clip(rng.normal(0.0, s, size=(n, n_prev)), -2 * s, 2 * s)

    def drawn_again(rng: Rng, n: int, n_prev: int) -> Any:
        s = variance(n, n_prev) ** 0.5
        W = rng.normal(0.0, s, size=(n, n_prev))
        while (far := np.abs(W) > 2 * s).any():
            W[far] = rng.normal(0.0, s, size=int(far.sum()))
        return W

    return (
        several(
            "rand-for-randn",
            "The weights are all positive: they are drawn evenly between 0 and a limit. (`rng.random` draws between 0 and 1.) "
            "A normal distribution lies on both sides of 0.",
            positive(root(variance)),
            positive(variance),
            positive(lambda n, n_prev: 1.0),
            positive(times(3**0.5, root(variance))),
        ),
        several(
            "uniform",
            "The weights are drawn evenly between two limits. A normal distribution is asked for: many weights near 0, a few far "
            "from it, and no limit.",
            evenly(times(3**0.5, root(variance))),
            evenly(root(variance)),
            evenly(times(0.5, root(variance))),
            evenly(variance),
            evenly(lambda n, n_prev: 1.0),
            evenly(lambda n, n_prev: 0.5),
        ),
        several(
            "sizes-only",
            "The weights have lost their sign. A normal distribution with mean 0 has as many below 0 as above.",
            drawn(lambda rng, n, n_prev: np.abs(rng.normal(0.0, variance(n, n_prev) ** 0.5, size=(n, n_prev)))),
        ),
        several(
            "cut-off",
            "The weights are cut off at two standard deviations, so that they spread less. Here it is the whole normal "
            "distribution.",
            drawn(clipped),
            drawn(drawn_again),
        ),
        several(
            "mean-of-one",
            "The mean of the weights is 1. The first argument of `rng.normal` is the mean, and it is 0 here.",
            drawn(lambda rng, n, n_prev: rng.normal(1.0, variance(n, n_prev) ** 0.5, size=(n, n_prev))),
        ),
        several(
            "not-scaled",
            "The standard deviation of the weights is 1 in every layer: the formula never comes in. More inputs need smaller "
            "weights.",
            normal(lambda n, n_prev: 1.0),
        ),
        several(
            "formula-for-mean",
            "The formula has become the mean, and the standard deviation is 1. `rng.normal` takes the mean first, then the "
            "standard deviation.",
            drawn(lambda rng, n, n_prev: rng.normal(variance(n, n_prev) ** 0.5, 1.0, size=(n, n_prev))),
        ),
        several(
            "fixed-scale",
            "The weights have the same spread in every layer, whatever its sizes. More inputs need smaller weights: the formula "
            "says how much.",
            *(normal(lambda n, n_prev, fixed=fixed: fixed) for fixed in (0.01, 0.1, 0.001, 0.05, 0.5)),  # type: ignore[misc]
        ),
    )


XAVIER_INITIALIZATION = SampledExercise(
    "xavier_initialization",
    reference.xavier_initialization,
    xavier_law,
    [()],
    (
        several(
            "variance-for-deviation",
            "The variance is handed over where the standard deviation belongs. NumPy's `normal` takes the standard deviation, and "
            "so does the factor before `standard_normal`: the root of the variance.",
            normal(xavier),
        ),
        several(
            "variance-squared",
            "The variance is squared. From a variance to a standard deviation one goes the other way: by a root.",
            normal(times(1.0, xavier, 2.0)),
        ),
        several(
            "fan-in-only",
            "Only the inputs are counted: 2 / n_in is He's formula, for ReLU. Xavier's takes both, the inputs and the neurons.",
            normal(root(he)),
        ),
        several(
            "fan-out-only",
            "Only the neurons of the layer are counted, 2 / n_out. The formula takes both, the inputs and the neurons.",
            normal(lambda n, n_prev: (2 / n) ** 0.5),
        ),
        several(
            "one-over-inputs",
            "The variance is 1 / n_in: that is what the way forward alone asks for. Xavier's formula is the compromise with the "
            "way back.",
            normal(lambda n, n_prev: (1 / n_prev) ** 0.5),
        ),
        several(
            "one-over-neurons",
            "The variance is 1 / n_out: that is what the way back alone asks for. Xavier's formula is the compromise with the "
            "way forward.",
            normal(lambda n, n_prev: (1 / n) ** 0.5),
        ),
        several(
            "two-missing",
            "The 2 is missing: the variance is 1 / (n_in + n_out). Divided by the sum of two numbers in place of their mean, the "
            "weights come out too small.",
            normal(times(1.0, lambda n, n_prev: 1 / (n_prev + n), 0.5)),
        ),
        several(
            "root-of-part",
            "The root covers a part of the formula only. The standard deviation is the root of the whole variance, 2 and sum "
            "together.",
            normal(lambda n, n_prev: 2**0.5 / (n_prev + n)),
            normal(lambda n, n_prev: 2 / (n_prev + n) ** 0.5),
        ),
        several(
            "parentheses-missing",
            "Without parentheses `2 / n_in + n_out` divides by n_in alone and then adds n_out. The whole sum belongs below the "
            "bar.",
            normal(lambda n, n_prev: (2 / n_prev + n) ** 0.5),
            normal(lambda n, n_prev: 2 / n_prev + n),
            normal(lambda n, n_prev: (2 / n + n_prev) ** 0.5),
            normal(lambda n, n_prev: 2 / n + n_prev),
        ),
        several(
            "product-for-sum",
            "Inputs and neurons are multiplied. The formula adds them: 2 divided by their sum.",
            normal(lambda n, n_prev: (2 / (n_prev * n)) ** 0.5),
            normal(lambda n, n_prev: (1 / (n_prev * n)) ** 0.5),
            normal(lambda n, n_prev: 2 / (n_prev * n)),
        ),
        several(
            "six-for-two",
            "The standard deviation is the root of 6 / (n_in + n_out). That is the limit of the uniform version; the normal one "
            "has a 2.",
            normal(times(3**0.5, root(xavier))),
        ),
        several(
            "upside-down",
            "The formula is upside down: more inputs give larger weights. The sum stands below the bar.",
            normal(lambda n, n_prev: ((n_prev + n) / 2) ** 0.5),
            normal(lambda n, n_prev: (n_prev + n) / 2),
        ),
        several(
            "sizes-of-the-network",
            "All layers are drawn with the sizes of one layer, or of the whole network. Each layer has its own n_in and n_out.",
            from_network(lambda rng, n, n_prev, s: rng.normal(0.0, (2 / (s[0] + s[1])) ** 0.5, size=(n, n_prev))),
            from_network(lambda rng, n, n_prev, s: rng.normal(0.0, (2 / (s[0] + s[-1])) ** 0.5, size=(n, n_prev))),
            from_network(lambda rng, n, n_prev, s: rng.normal(0.0, (2 / sum(s)) ** 0.5, size=(n, n_prev))),
            from_network(lambda rng, n, n_prev, s: rng.normal(0.0, (2 / (s[-2] + s[-1])) ** 0.5, size=(n, n_prev))),
        ),
        *_other_shapes(xavier),
        *in_drawing(_shaped(xavier)),
        *in_form(reference.xavier_initialization),
    ),
)

HE_INITIALIZATION = SampledExercise(
    "he_initialization",
    reference.he_initialization,
    he_law,
    [()],
    (
        several(
            "variance-for-deviation",
            "The variance is handed over where the standard deviation belongs. NumPy's `normal` takes the standard deviation, and "
            "so does the factor before `standard_normal`: the root of the variance.",
            normal(he),
        ),
        several(
            "variance-squared",
            "The variance is squared. From a variance to a standard deviation one goes the other way: by a root.",
            normal(times(1.0, he, 2.0)),
        ),
        several(
            "fan-out",
            "The neurons of the layer are counted, 2 / n_out. A neuron's sum has a term for each of its inputs: n_in, the columns "
            "of W.",
            normal(lambda n, n_prev: (2 / n) ** 0.5),
            normal(lambda n, n_prev: 2 / n),
        ),
        several(
            "xavier",
            "This is Xavier's formula, 2 / (n_in + n_out). For ReLU the inputs alone are counted.",
            normal(root(xavier)),
            normal(xavier),
        ),
        several(
            "two-missing",
            "The 2 is missing: the variance is 1 / n_in. ReLU halves the mean square in every layer, and the 2 makes up for it.",
            normal(lambda n, n_prev: (1 / n_prev) ** 0.5),
            normal(lambda n, n_prev: 1 / n_prev),
        ),
        several(
            "bias-counted",
            "The bias is counted as an input: 2 / (n_in + 1). It starts at 0 and adds nothing; the sum has n_in terms.",
            normal(lambda n, n_prev: (2 / (n_prev + 1)) ** 0.5),
        ),
        several(
            "root-of-part",
            "The root covers a part of the formula only. The standard deviation is the root of the whole variance, 2 and n_in "
            "together.",
            normal(lambda n, n_prev: 2**0.5 / n_prev),
            normal(lambda n, n_prev: 2 / n_prev**0.5),
        ),
        several(
            "six-for-two",
            "The standard deviation is the root of 6 / n_in. That is the limit of the uniform version; the normal one has a 2.",
            normal(times(3**0.5, root(he))),
        ),
        several(
            "upside-down",
            "The formula is upside down: more inputs give larger weights. n_in stands below the bar.",
            normal(lambda n, n_prev: (n_prev / 2) ** 0.5),
            normal(lambda n, n_prev: n_prev / 2),
            normal(lambda n, n_prev: (2 * n_prev) ** 0.5),
        ),
        several(
            "sizes-of-the-network",
            "All layers are drawn with the size of one layer, or of the whole network. Each layer has its own n_in.",
            from_network(lambda rng, n, n_prev, s: rng.normal(0.0, (2 / s[0]) ** 0.5, size=(n, n_prev))),
            from_network(lambda rng, n, n_prev, s: rng.normal(0.0, (2 / sum(s)) ** 0.5, size=(n, n_prev))),
            from_network(lambda rng, n, n_prev, s: rng.normal(0.0, (2 / s[-2]) ** 0.5, size=(n, n_prev))),
            from_network(lambda rng, n, n_prev, s: rng.normal(0.0, (2 / s[-1]) ** 0.5, size=(n, n_prev))),
        ),
        *_other_shapes(he),
        *in_drawing(_shaped(he)),
        *in_form(reference.he_initialization),
    ),
)
