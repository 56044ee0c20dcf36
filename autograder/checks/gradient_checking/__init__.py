"""Checks of lesson 11, gradient checking: parameters in a vector and back, a measured gradient, one number, five suspects."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.exercise import Exercise
from autograder.checks.gradient_checking.difference import NUMERICAL_GRADIENT
from autograder.checks.gradient_checking.error import RELATIVE_ERROR
from autograder.checks.gradient_checking.questions import QUESTIONS
from autograder.checks.gradient_checking.suspects import SUSPECTS
from autograder.checks.gradient_checking.vectors import FLATTEN, UNFLATTEN

EXERCISES: Sequence[Exercise] = (FLATTEN, UNFLATTEN, NUMERICAL_GRADIENT, RELATIVE_ERROR, SUSPECTS, QUESTIONS)
