"""Checks of lesson 07, BP2: the slope for one bias, for all by loops and by one sum, and for weights and biases at once."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.bp2.columns import BIAS_GRADIENT, BIAS_GRADIENT_LOOPS
from autograder.checks.bp2.entry import BIAS_GRADIENT_ENTRY, DZ_DB
from autograder.checks.bp2.questions import QUESTIONS
from autograder.checks.bp2.theta import THETA_GRADIENT
from autograder.checks.exercise import Exercise

EXERCISES: Sequence[Exercise] = (
    DZ_DB,
    BIAS_GRADIENT_ENTRY,
    BIAS_GRADIENT_LOOPS,
    BIAS_GRADIENT,
    THETA_GRADIENT,
    QUESTIONS,
)
