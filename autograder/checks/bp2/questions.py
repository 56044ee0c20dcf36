"""The questions of lesson 07."""

from __future__ import annotations

from autograder.checks.exercise import Question, QuestionsExercise

QUESTIONS = QuestionsExercise(
    {
        "q1": Question(
            "c",
            {
                "a": "Work out the shape of b after the update, a (3, 1) minus a (3,), and then the shape of W @ A with three "
                "examples. Do the two disagree?",
                "b": "Where an array has too few sides, NumPy puts the missing side in front. Does (3,) then become a row or a "
                "column?",
                "d": "Broadcasting repeats numbers, it averages nothing. Write down the nine entries of b minus db for "
                "b = (0, 0, 0) and db = (1, 2, 3).",
            },
        ),
        "q2": Question(
            0.2,
            {
                0: "That is the slope of each weight of this neuron. What is the bias multiplied with, and was that 0 too?",
                0.8: "That is the sum over the examples. The cost is their average, so its slope is one too.",
                0.05: "The average has been taken twice. Here dZ holds the slopes of single losses, so it is taken once.",
                0.3: "The sign of a blame counts: on the second example a higher sum would make the loss smaller.",
                0.26667: "The example with blame 0 is an example too: how many are there?",
                -0.2: "The size is right. Do the positive blames outweigh the negative one?",
            },
            otherwise="Which number of the row meets the bias on each example, and with what is it multiplied? Then take the "
            "average.",
            tolerance=1e-4,
        ),
        "q3": Question(
            "b",
            {
                "a": "That would do, but is it needed? Think of a row of dZ such as (0.5, -0.5).",
                "c": "A neuron that is off on every example has this slope, but so have others. Can blames that are not 0 have an "
                "average of 0?",
                "d": "Try a row of dZ of (1, -1) with inputs of 3 and 1: what does BP1 give, and what BP2?",
            },
        ),
    }
)
