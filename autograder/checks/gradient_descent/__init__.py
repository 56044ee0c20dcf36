"""Checks of lesson 13, gradient descent: a step, mini-batches, the share of right answers, training, and the digits."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.exercise import Exercise
from autograder.checks.gradient_descent.digits import DIGITS_PARAMS
from autograder.checks.gradient_descent.loops import TRAIN
from autograder.checks.gradient_descent.parameters import UPDATE
from autograder.checks.gradient_descent.questions import QUESTIONS
from autograder.checks.gradient_descent.shares import ACCURACY
from autograder.checks.gradient_descent.slices import MINIBATCHES

EXERCISES: Sequence[Exercise] = (UPDATE, MINIBATCHES, ACCURACY, TRAIN, DIGITS_PARAMS, QUESTIONS)
