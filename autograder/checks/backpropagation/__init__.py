"""Checks of lesson 10, backpropagation assembled, in the order of the lesson."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.backpropagation.accumulate import BACKWARD_ACCUMULATE
from autograder.checks.backpropagation.backward import BACKWARD
from autograder.checks.backpropagation.mazur import MAZUR_STEP
from autograder.checks.backpropagation.passes import PASSES_NEEDED
from autograder.checks.backpropagation.questions import QUESTIONS
from autograder.checks.exercise import Exercise

EXERCISES: Sequence[Exercise] = (BACKWARD, BACKWARD_ACCUMULATE, PASSES_NEEDED, MAZUR_STEP, QUESTIONS)
