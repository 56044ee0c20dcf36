"""Checks of lesson 06, BP1: the index derivation step by step, one entry, all entries by loops and by a product, measured."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.bp1.difference import NUMERICAL_WEIGHT_GRADIENT
from autograder.checks.bp1.entry import WEIGHT_GRADIENT_ENTRY
from autograder.checks.bp1.matrices import WEIGHT_GRADIENT, WEIGHT_GRADIENT_LOOPS
from autograder.checks.bp1.mazur import MAZUR_DW5
from autograder.checks.bp1.questions import QUESTIONS
from autograder.checks.bp1.steps import DZ_DW, LINEAR_ENTRY
from autograder.checks.exercise import Exercise

EXERCISES: Sequence[Exercise] = (
    LINEAR_ENTRY,
    DZ_DW,
    WEIGHT_GRADIENT_ENTRY,
    WEIGHT_GRADIENT_LOOPS,
    WEIGHT_GRADIENT,
    NUMERICAL_WEIGHT_GRADIENT,
    MAZUR_DW5,
    QUESTIONS,
)
