"""Checks of lesson 14, optimizers: eight ways to take a step, each judged by the paths it takes."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.exercise import Exercise
from autograder.checks.optimizers.adadelta import ADADELTA_STEP
from autograder.checks.optimizers.adam import ADAM_STEP, NADAM_STEP
from autograder.checks.optimizers.adamax import ADAMAX_STEP
from autograder.checks.optimizers.momentum import MOMENTUM_STEP
from autograder.checks.optimizers.nesterov import NESTEROV_STEP
from autograder.checks.optimizers.questions import QUESTIONS
from autograder.checks.optimizers.squares import ADAGRAD_STEP, RMSPROP_STEP

EXERCISES: Sequence[Exercise] = (
    MOMENTUM_STEP,
    NESTEROV_STEP,
    ADAGRAD_STEP,
    RMSPROP_STEP,
    ADADELTA_STEP,
    ADAM_STEP,
    ADAMAX_STEP,
    NADAM_STEP,
    QUESTIONS,
)
