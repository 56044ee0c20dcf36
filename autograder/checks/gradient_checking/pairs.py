"""Params taken apart: a pair (W, b) for each layer, under the names by which a student knows the arrays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from autograder.checks import wording
from autograder.checks.outcome import Part


def layers_of(got: Any, count: int) -> Iterator[tuple[Any, Any]]:
    """Yield the pairs of `count` layers; raise `ValueError` with a sentence when the form is not that of params."""
    if not isinstance(got, (list, tuple)):
        raise ValueError(f"You returned {wording.kind(got)}; a list is expected, with a pair (W, b) for each layer.")
    if len(got) != count:
        pairs = "1 layer with weights is 1 pair" if count == 1 else f"{count} layers with weights are {count} pairs"
        raise ValueError(f"The list has length {len(got)}; {pairs} (W, b).")
    for number, pair in enumerate(got, start=1):
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            what = f"{len(pair)} things" if isinstance(pair, (list, tuple)) else wording.kind(pair)
            raise ValueError(f"For layer {number} the list holds {what}; a pair is expected, (W, b).")
        yield pair[0], pair[1]


def parts(got: Any, want: Any) -> Iterator[Part]:
    """Take params apart, layer by layer, W before b."""
    for number, ((W, b), wanted) in enumerate(zip(layers_of(got, len(want)), want, strict=True), start=1):
        yield Part(f"W of layer {number}", W, wanted[0])
        yield Part(f"b of layer {number}", b, wanted[1])
