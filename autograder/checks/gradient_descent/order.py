"""How well shuffled an order is, with bounds that right shuffles keep but for less than one time in 10⁹.

An order is which example, 0 to m − 1, stands where. Two tests, whatever method drew it, as long as every order is as likely as
any other. Both bounds are inequalities, not approximations.

- Neighbours: of the examples 0 and 1, 4 and 5, 8 and 9 … (a quarter of m pairs), how many share a mini-batch of B? Asked one pair
  after the other, each does with a probability of at most (B − 1) / (m / 2 − 1), whatever the others did: half of the m places
  at least are still open, and of these B − 1 at most in the batch. So the number is at most binomial with that probability, and its tail
  P(N ≥ k) at most C(n, k) pᵏ.
- Halves: the mean of the first half of the order is a mean of m / 2 numbers drawn without replacement from 0 … m − 1; it is further
  than (m − 1) t from the middle with a probability of at most 2 exp(−m t²) (Hoeffding 1963, for sampling without replacement).

For the 1,000 examples in mini-batches of 20 that are tried, 40 pairs of 250 and t = 0.15 give 10⁻¹⁰ and 4 · 10⁻¹⁰. Two orders
drawn by different seeds are the same, or have a mini-batch in common, with a probability below 2,500 / C(1000, 20) < 10⁻³⁷.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Order = NDArray[np.int64]

EXAMPLES: Final = 1000
BATCH: Final = 20
MOST_PAIRS: Final = 40
MOST_ASIDE: Final = 0.15


def pairs_together(order: Order, batch_size: int) -> int:
    """Return how many of the examples 4k and 4k + 1 stand in the same mini-batch."""
    batch = np.argsort(order) // batch_size
    return int(np.sum(batch[0::4] == batch[1::4]))


def aside(order: Order) -> float:
    """Return how far the mean of the first half of an order is from the middle, as a share of m − 1."""
    m = len(order)
    return abs(float(np.mean(order[: m // 2])) / (m - 1) - 0.5)


def arrangement(order: Order, batch_size: int) -> str:
    """Return "mixed", or what is wrong with the order, in words; of what is wrong, the simplest."""
    m = len(order)
    if np.array_equal(order, np.arange(m)):
        return "as they came"
    if np.array_equal(order, np.arange(m)[::-1]):
        return "backwards"
    if pairs_together(order, batch_size) >= MOST_PAIRS:
        blocks = [order[start : start + batch_size] // batch_size for start in range(0, m, batch_size)]
        if all(len(np.unique(block)) == 1 for block in blocks):
            first = [int(block[0]) for block in blocks]
            return "mixed inside the mini-batches alone" if first == sorted(first) else "in blocks"
        return "with their neighbours"
    return "mixed" if aside(order) < MOST_ASIDE else "partly mixed"


def share_a_batch(one: Sequence[int] | Order, other: Sequence[int] | Order, batch_size: int) -> bool:
    """Return whether two orders have a mini-batch of the same examples."""
    batches = (
        {frozenset(map(int, order[start : start + batch_size])) for start in range(0, len(order), batch_size)}
        for order in (one, other)
    )
    return bool(next(batches) & next(batches))
