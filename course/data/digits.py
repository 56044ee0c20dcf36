"""Handwritten digits: 1,797 images of 8 × 8 pixels, and which digit each shows (README.md: source and licence)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

FILE = Path(__file__).parent / "digits.csv.gz"
BRIGHTEST = 16  # a pixel is the number of dark points, 0 to 16, in a block of 4 × 4
EVERY = 5  # each fifth image is kept for the test


def load() -> tuple[Array, Array, Array, Array]:
    """Return `(X_train, Y_train, X_test, Y_test)`: 1,438 images to learn from, and 359 to be tested on.

    One image a column. X, shape (64, m): pixels row by row, 0 (white) to 1 (black). Y, shape (10, m): one-hot, row k is
    the digit k. Every call reads the file anew, so the arrays are the caller's own. The test images are every fifth of the file.
    """
    table = np.loadtxt(FILE, delimiter=",", dtype=np.int64)
    X, Y = table[:, :-1].T / BRIGHTEST, np.eye(10)[:, table[:, -1]]
    kept = np.arange(len(table)) % EVERY == EVERY - 1
    X_train, Y_train, X_test, Y_test = map(np.ascontiguousarray, (X[:, ~kept], Y[:, ~kept], X[:, kept], Y[:, kept]))
    return X_train, Y_train, X_test, Y_test
