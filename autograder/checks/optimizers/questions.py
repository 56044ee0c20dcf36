"""The questions of lesson 14."""

from __future__ import annotations

from autograder.checks.exercise import Question, QuestionsExercise

ROOT_OF_200 = "0.0141 divides by the root of 200: it adds up gradients. Adagrad adds up their squares."
NINETY_NINE = "That is the root of 99 terms. Is the gradient of step 100 itself already in the sum when it is used?"

QUESTIONS = QuestionsExercise(
    {
        "q1": Question(
            0.01,
            {
                -0.01: "The size is right. The question asks for how far, so for a number without a sign.",
                0.1: "0.1 is the first step. What has been added up under the root by step 100?",
                0.0005: "0.0005 is 0.1 times 2 / 400. What does Adagrad do with the sum of squares before it divides?",
                0.2: "0.2 is η times the gradient, the step of plain gradient descent. What does Adagrad divide by?",
                0.02: "0.02 divides by 10, the root of 100. Each of the 100 terms under the root is the square of a gradient; "
                "how large is one?",
                0.001: "0.001 divides by 100 where the root of the sum is asked for: 100 equal terms, and then the root.",
                0.1 * 2 / 200**0.5: ROOT_OF_200,
                0.0141: ROOT_OF_200,
                0.014: ROOT_OF_200,
                0.01414: ROOT_OF_200,
                1.0: "The step would be larger than the first one. What does a growing sum in the denominator do to the steps?",
                0.1 / 99**0.5: NINETY_NINE,
                0.0101: NINETY_NINE,
                0.01005: NINETY_NINE,
            },
            otherwise="Two steps: the sum of the 100 squares, then η times the gradient, divided by the root of that sum.",
        ),
        "q2": Question(
            "c",
            {
                "a": "The velocity is a sum of terms η times g. What becomes of such a sum when every g is 1,000 times larger?",
                "b": "Nesterov takes the gradient at another place, and multiplies it by η like momentum. Is there anything in "
                "the rule that divides the factor away?",
                "d": "That holds for rules in which the gradient is only multiplied. Are there rules that divide by a measure of "
                "the gradient's own size?",
            },
        ),
        "q3": Question(
            "b",
            {
                "a": "Work Adam's first step by hand, once with g = 3 and once with g = 0.003. Are the two steps 1,000 times "
                "different?",
                "c": "Theta is carried on; the two running means and t are not. Which of the many steps does each of them believe "
                "to be?",
                "d": "Every one of these steps is a first step, with t = 1. How long is Adam's first step, and does it depend on "
                "how many came before?",
            },
        ),
    }
)
