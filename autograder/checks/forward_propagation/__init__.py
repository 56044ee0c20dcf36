"""Checks of lesson 04, forward propagation, in the order of the lesson."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.exercise import Exercise
from autograder.checks.forward_propagation.linear import LINEAR_FORWARD
from autograder.checks.forward_propagation.mazur import MAZUR_FORWARD
from autograder.checks.forward_propagation.network import FORWARD
from autograder.checks.forward_propagation.questions import BUG, QUESTIONS
from autograder.checks.forward_propagation.shapes import COUNT_PARAMETERS, PARAMETER_SHAPES, PREDICTED_SHAPES
from autograder.checks.forward_propagation.theta import FORWARD_THETA

EXERCISES: Sequence[Exercise] = (
    PREDICTED_SHAPES,
    PARAMETER_SHAPES,
    COUNT_PARAMETERS,
    LINEAR_FORWARD,
    FORWARD,
    FORWARD_THETA,
    MAZUR_FORWARD,
    QUESTIONS,
    BUG,
)
