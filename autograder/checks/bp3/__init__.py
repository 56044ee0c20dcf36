"""Checks of lesson 08, BP3: one slope of Z, one entry of dA_prev, all of them by loops and by a product, and Mazur's number."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.bp3.entry import PREVIOUS_ACTIVATION_GRADIENT_ENTRY
from autograder.checks.bp3.matrices import PREVIOUS_ACTIVATION_GRADIENT, PREVIOUS_ACTIVATION_GRADIENT_LOOPS
from autograder.checks.bp3.mazur import MAZUR_DE_DOUT_H1
from autograder.checks.bp3.questions import QUESTIONS
from autograder.checks.bp3.step import DZ_DA
from autograder.checks.exercise import Exercise

EXERCISES: Sequence[Exercise] = (
    DZ_DA,
    PREVIOUS_ACTIVATION_GRADIENT_ENTRY,
    PREVIOUS_ACTIVATION_GRADIENT_LOOPS,
    PREVIOUS_ACTIVATION_GRADIENT,
    MAZUR_DE_DOUT_H1,
    QUESTIONS,
)
