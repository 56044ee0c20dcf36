"""The questions of lesson 11."""

from __future__ import annotations

from autograder.checks.exercise import Question, QuestionsExercise

TWO_THIRDS = "2/3 divides the difference by the larger of the two. This relative error divides by both sizes added up."
ONE_THIRD = "1/3 is the ratio of the two gradients, or what a factor of 2 would give. Put a and 3a into the formula."

QUESTIONS = QuestionsExercise(
    {
        "q1": Question(
            0.5,
            {
                3: "3 is the ratio of the two gradients. The relative error compares their difference with the sum of their "
                "sizes, and is never more than 1.",
                2: "2 is the difference, measured in right gradients. What is it divided by?",
                2 / 3: TWO_THIRDS,
                0.667: TWO_THIRDS,
                0.67: TWO_THIRDS,
                0.6667: TWO_THIRDS,
                0.66: TWO_THIRDS,
                0.6: "0.6 is for m = 4, where the factor is 4. With m = 3 the gradient is 3 times as large as it should be.",
                1: "1 is what two arrays of opposite sign give. Here both point the same way, and one is 3 times as long.",
                1 / 3: ONE_THIRD,
                0.333: ONE_THIRD,
                0.33: ONE_THIRD,
                0.3333: ONE_THIRD,
                0.25: "The sum of the sizes is right. How far are a and 3a apart?",
                0.75: "3/4 has the larger array above the line; the difference of the two belongs there.",
            },
            otherwise="Take one entry: a on one side, 3a on the other. How far apart are they, and how large are both together?",
        ),
        "q2": Question(
            "c",
            {
                "a": "A wrong formula doesn't know eps: its error is the same with every step. Which cause gets better when the "
                "step gets smaller?",
                "b": "Rounding hurts more when the step is small, since the difference is divided by it. Here the smaller step is "
                "the better one.",
                "d": "From 1e-5 to 1e-7 an error of the kind eps² falls by a factor of 10,000, and it starts near 1e-10, not at "
                "0.03. What else can a step meet in a ReLU network?",
            },
        ),
        "q3": Question(
            "b",
            {
                "a": "At this point the outputs are ½, and A - Y is not 0, so db of the last layer isn't 0 either, and 1/m makes "
                "a difference there.",
                "c": "The cost here is a number you can work out, and measured slopes would be half of the computed ones, in the "
                "last layer at least.",
                "d": "The hidden sigmoids put out ½, and A - Y is not 0, so dW of the last layer isn't 0 and a factor m shows. "
                "Which equation multiplies by something that is 0 here?",
            },
        ),
    }
)
