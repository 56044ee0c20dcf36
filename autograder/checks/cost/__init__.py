"""Checks of lesson 05, the cost: squared error and the cross-entropies, what they send back, and the steps that lead there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from autograder.checks.cost import averages, binary, chain_rule, directly, gradients, logits, questions

EXERCISES: Sequence[Any] = (
    averages.SQUARED_ERROR_EXERCISE,
    binary.BINARY_EXERCISE,
    averages.CATEGORICAL_EXERCISE,
    gradients.PRIME_EXERCISE,
    chain_rule.SLOPE_EXERCISE,
    chain_rule.CANCELLED_EXERCISE,
    gradients.DELTA_EXERCISE,
    *directly.EXERCISES,
    logits.LOGITS_EXERCISE,
    gradients.LOGISTIC_EXERCISE,
    questions.QUESTIONS_EXERCISE,
    questions.BUG_EXERCISE,
)
