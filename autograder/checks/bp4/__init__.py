"""Checks of lesson 09, BP4: one slope of A, one entry of dZ, all of dZ, hidden and output layers, and a whole small network."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.bp4.entry import LINEAR_GRADIENT_ENTRY
from autograder.checks.bp4.hidden import HIDDEN_DELTA
from autograder.checks.bp4.layer import LINEAR_GRADIENT
from autograder.checks.bp4.network import TWO_THREE_ONE_GRADIENTS
from autograder.checks.bp4.outputs import SOFTMAX_OUTPUT_DELTA, SQUARED_ERROR_OUTPUT_DELTA
from autograder.checks.bp4.questions import QUESTIONS
from autograder.checks.bp4.step import DA_DZ
from autograder.checks.exercise import Exercise

EXERCISES: Sequence[Exercise] = (
    DA_DZ,
    LINEAR_GRADIENT_ENTRY,
    LINEAR_GRADIENT,
    SQUARED_ERROR_OUTPUT_DELTA,
    HIDDEN_DELTA,
    SOFTMAX_OUTPUT_DELTA,
    TWO_THREE_ONE_GRADIENTS,
    QUESTIONS,
)
