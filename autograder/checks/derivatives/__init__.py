"""Checks of lesson 03, derivatives: measured slopes, a computation graph, σ′ step by step, and the slopes of all activations."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.derivatives.difference import NUMERICAL_DERIVATIVE
from autograder.checks.derivatives.graph import LARGEST_GRADIENT_FACTOR, SUM_PRODUCT_GRADIENTS
from autograder.checks.derivatives.jacobian import JACOBIAN
from autograder.checks.derivatives.questions import BUG, QUESTIONS
from autograder.checks.derivatives.relus import RELUS
from autograder.checks.derivatives.s_curves import S_CURVES
from autograder.checks.derivatives.steps import STEPS
from autograder.checks.exercise import Exercise

EXERCISES: Sequence[Exercise] = (
    NUMERICAL_DERIVATIVE,
    SUM_PRODUCT_GRADIENTS,
    *STEPS,
    *S_CURVES,
    *RELUS,
    JACOBIAN,
    LARGEST_GRADIENT_FACTOR,
    QUESTIONS,
    BUG,
)
