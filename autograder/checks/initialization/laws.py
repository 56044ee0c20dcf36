"""How far drawn numbers may stray: the laws weights are drawn from, and bounds that right ones keep but for one time in 10⁹.

Each of three tests of a layer of n weights has a probability of at most `MISS` to fail for weights that are right, however
they were drawn. The bounds are inequalities, not approximations, so that they hold for every n. With x = ln(2 / MISS):

- mean: both laws are sub-Gaussian with their own variance s², so |mean| exceeds s √(2 x / n) with a probability of at most
  2 e⁻ˣ = MISS (Chernoff; for the uniform law, Arbel, Marchal and Nguyen 2020, "On strict sub-Gaussianity");
- mean square, normal: n times it, divided by s², is chi-square with n degrees of freedom, and lies outside
  n − 2 √(n x) … n + 2 √(n x) + 2 x with a probability of at most 2 e⁻ˣ (Laurent and Massart 2000, lemma 1);
- mean square, uniform: the squares lie between 0 and ε² = 3 s², so their mean is further from s² than 3 s² √(x / (2 n)) with a
  probability of at most 2 e⁻ˣ (Hoeffding 1963);
- shape: the share of weights below any number is further from what the law says than √(x / (2 n)), anywhere, with a
  probability of at most 2 e⁻ˣ (Dvoretzky, Kiefer and Wolfowitz 1956; the constant is Massart's, 1990).

A submission is put to 3 tests for each wide layer of `uniform_initialization`, `xavier_initialization` and `he_initialization`.
There are four such layers in each: 36 tests, and a false alarm for fewer than 36 · 10⁻⁹ of right submissions, below one in a
million. (Everything else that is tested, right answers pass for certain, or but for 1 in 10¹⁰⁰: equal rows of 30 numbers.)
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from autograder.reference.activations import Array

MISS = 1e-9

SHAPES = {"normal": "normal distribution", "uniform": "uniform distribution"}


@dataclass(frozen=True)
class Law:
    """A distribution with mean 0; `formula` is its variance in the numbers of the layer, as a student would write it."""

    shape: Literal["normal", "uniform"]
    deviation: float
    formula: str

    @property
    def limit(self) -> float:
        """No weight lies further from 0."""
        return self.deviation * math.sqrt(3.0) if self.shape == "uniform" else math.inf

    def share_below(self, x: float) -> float:
        """Return the probability of a number below `x`."""
        if self.shape == "normal":
            return 0.5 * math.erfc(-x / (self.deviation * math.sqrt(2.0)))
        return min(max(0.5 + 0.5 * x / self.limit, 0.0), 1.0)

    def mean_bound(self, n: int, miss: float = MISS) -> float:
        """Return how far from 0 the mean of `n` numbers may be."""
        return self.deviation * math.sqrt(2 * math.log(2 / miss) / n)

    def square_bounds(self, n: int, miss: float = MISS) -> tuple[float, float]:
        """Return between which numbers the mean square of `n` numbers may be."""
        x = math.log(2 / miss)
        if self.shape == "normal":
            below, above = 2 * math.sqrt(x / n), 2 * math.sqrt(x / n) + 2 * x / n
        else:
            below = above = 3 * math.sqrt(x / (2 * n))
        return self.deviation**2 * (1 - below), self.deviation**2 * (1 + above)

    def places(self) -> Array:
        """Return where the share of smaller numbers is looked at: fixed places, from −3 to 3 standard deviations."""
        return self.deviation * np.linspace(-3.0, 3.0, 49)


def share_bound(n: int, miss: float = MISS) -> float:
    """Return how far the share of `n` numbers below any place may be from what the law says."""
    return math.sqrt(math.log(2 / miss) / (2 * n))


def strays(law: Law, numbers: Array, miss: float = MISS) -> Literal["limit", "mean", "deviation", "shape"] | None:
    """Return the first thing in which the numbers are not those of the law, or None."""
    n = numbers.size
    if np.max(np.abs(numbers)) > law.limit * (1 + 1e-12):
        return "limit"
    mean, (low, high) = float(np.mean(numbers)), law.square_bounds(n, miss)
    shifted = abs(mean) > law.mean_bound(n, miss)
    if shifted and abs(mean) > 7 * float(np.std(numbers)) / math.sqrt(n):  # more than what a wrong spread makes of it
        return "mean"
    if not low <= float(np.mean(numbers * numbers)) <= high:
        return "deviation"
    if shifted:
        return "mean"
    below = np.searchsorted(np.sort(numbers, axis=None), law.places()) / n
    expected = np.array([law.share_below(float(x)) for x in law.places()])
    return "shape" if np.max(np.abs(below - expected)) > share_bound(n, miss) else None


def like(a: Array, b: Array) -> bool:
    """Whether two samples of one size may be of one distribution: mean, spread and shape, within six standard errors or so."""
    n, spread = a.size, float(np.std(b))
    if abs(float(np.mean(a)) - float(np.mean(b))) > 6 * spread * math.sqrt(2 / n):
        return False
    if spread and abs(float(np.std(a)) / spread - 1) > 6 / math.sqrt(n):
        return False
    ordered = np.sort(b, axis=None)
    places = ordered[:: max(1, n // 50)]
    shares = [np.searchsorted(each, places) / n for each in (np.sort(a, axis=None), ordered)]
    return bool(np.max(np.abs(shares[0] - shares[1])) <= 3 * math.sqrt(2 / n))
