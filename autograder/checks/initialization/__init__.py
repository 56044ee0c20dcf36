"""Checks of lesson 12, initialization: zeros, doubles, three ways to draw, and how far the activations spread."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.exercise import Exercise
from autograder.checks.initialization.normal import HE_INITIALIZATION, XAVIER_INITIALIZATION
from autograder.checks.initialization.questions import QUESTIONS
from autograder.checks.initialization.spread import ACTIVATION_SPREAD
from autograder.checks.initialization.symmetry import IS_SYMMETRIC
from autograder.checks.initialization.uniform import UNIFORM_INITIALIZATION
from autograder.checks.initialization.zeros import ZERO_INITIALIZATION

EXERCISES: Sequence[Exercise] = (
    ZERO_INITIALIZATION,
    IS_SYMMETRIC,
    UNIFORM_INITIALIZATION,
    ACTIVATION_SPREAD,
    XAVIER_INITIALIZATION,
    HE_INITIALIZATION,
    QUESTIONS,
)
