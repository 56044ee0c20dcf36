"""The digits ship with the course, as they were published."""

from __future__ import annotations

import gzip
import hashlib
import re

import numpy as np

from course.data import digits

ABOUT = (digits.FILE.parent / "README.md").read_text(encoding="utf-8")


def test_the_file_is_the_published_one() -> None:
    """The README names its checksum, its source and its licence."""
    content = gzip.decompress(digits.FILE.read_bytes())
    assert re.findall(r"\b[0-9a-f]{64}\b", ABOUT) == [hashlib.sha256(content).hexdigest()]
    assert "10.24432/C50P49" in ABOUT
    assert "CC BY 4.0" in ABOUT


def test_the_split() -> None:
    """1,438 images to learn from and 359 for the test, every image once."""
    X_train, Y_train, X_test, Y_test = digits.load()
    assert [part.shape for part in (X_train, Y_train, X_test, Y_test)] == [(64, 1438), (10, 1438), (64, 359), (10, 359)]
    for X, Y in ((X_train, Y_train), (X_test, Y_test)):
        assert X.dtype == Y.dtype == np.float64
        assert X.min() == 0
        assert X.max() == 1
        np.testing.assert_array_equal(Y.sum(axis=0), 1)
        np.testing.assert_array_equal(Y * (1 - Y), 0)
    lines = gzip.decompress(digits.FILE.read_bytes()).split()
    fifth = np.array(lines[4].split(b","), dtype=np.float64)
    np.testing.assert_array_equal(X_test[:, 0] * 16, fifth[:-1])
    assert Y_test[:, 0].argmax() == fifth[-1]
    together = np.concatenate([np.vstack([X_train, Y_train]), np.vstack([X_test, Y_test])], axis=1)
    listed = np.array([line.split(b",") for line in lines], dtype=np.float64)
    assert sorted(map(tuple, together[:64].T * 16)) == sorted(map(tuple, listed[:, :64]))


def test_each_call_gives_arrays_of_its_own() -> None:
    """Who changes the arrays changes no other's."""
    digits.load()[0][:] = 7
    assert digits.load()[0].max() == 1
