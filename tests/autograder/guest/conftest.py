"""A sandbox for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autograder.isolated import Isolated
from autograder.sandbox import why_not


@pytest.fixture(scope="module")
def engine() -> Iterator[Isolated]:
    """Return a running sandbox; each notebook gets a new child of it."""
    if reason := why_not():
        pytest.skip(reason)
    with Isolated() as engine:
        yield engine
