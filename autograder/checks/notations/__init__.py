"""Checks of lesson 16, the appendix on notations, in the order of the lesson."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.exercise import Exercise
from autograder.checks.notations.arrows import MATRIX_FROM_WEIGHTS, WEIGHTS_FROM_MATRIX
from autograder.checks.notations.deltas import DZ_FROM_DELTAS, GRADIENTS_FROM_DELTAS
from autograder.checks.notations.mazur import PARAMS_FROM_MAZUR
from autograder.checks.notations.questions import QUESTIONS
from autograder.checks.notations.thetas import PARAMS_FROM_THETAS, THETAS_FROM_PARAMS

EXERCISES: Sequence[Exercise] = (
    THETAS_FROM_PARAMS,
    PARAMS_FROM_THETAS,
    MATRIX_FROM_WEIGHTS,
    WEIGHTS_FROM_MATRIX,
    DZ_FROM_DELTAS,
    GRADIENTS_FROM_DELTAS,
    PARAMS_FROM_MAZUR,
    QUESTIONS,
)
