"""The questions of lesson 06."""

from __future__ import annotations

from autograder.checks.exercise import Question, QuestionsExercise

TWICE_AVERAGED = (
    "The average has been taken twice. Here dZ holds the slopes of single losses, so it is taken once, over the examples of "
    "the set."
)
SUMS_MULTIPLIED = (
    "The two rows were added up first and then multiplied. Each example's blame belongs to what the input was on the same "
    "example."
)

QUESTIONS = QuestionsExercise(
    {
        "q1": Question(
            "b",
            {
                "a": "Z_21 is neuron 2 on example 1. Neuron 2 reads the other three examples too: does it have other weights "
                "for them?",
                "c": "Column 1 of Z is example 1, with all three neurons. Neurons 1 and 3 would have to use a weight of neuron "
                "2: look at which row of W each of them reads with.",
                "d": "Twelve entries are three neurons on four examples. Which of the three neurons has W_21 in its sum?",
            },
        ),
        "q2": Question(
            0.75,
            {
                1.5: "That is the sum over eight examples divided by four. The cost averages over all examples of the set it "
                "is given.",
                0.375: "That is the sum over four examples divided by eight. In the larger set, every product occurs twice.",
                3: "That is the sum over the first four products; two things are missing: the other examples, and the average.",
                6: "That is the sum of all eight products. The cost is an average over the examples, so its slope is one too.",
                0.09375: TWICE_AVERAGED,
                0.1875: TWICE_AVERAGED,
                2.25: SUMS_MULTIPLIED,
                9: SUMS_MULTIPLIED,
                4.5: SUMS_MULTIPLIED,
                36: SUMS_MULTIPLIED,
                -0.75: "The size is right. Which of the products of the two rows are negative?",
            },
            otherwise="Multiply the two rows entry by entry first, four products; then think what the second copy of each "
            "example does to the sum, and what to m.",
        ),
        "q3": Question(
            "a",
            {
                "b": "A row of dW belongs to a neuron of layer l, the reader. Neuron s is one of those that are read: where do "
                "the weights with which it is read stand?",
                "c": "Raise one of these weights by a little: by how much does any z of layer l rise? Compare with what stands "
                "beside dZ in the sum of BP1.",
                "d": "Look at the products in the sum of BP1 when one of the two factors is 0 for every example: does the "
                "other one still matter?",
            },
        ),
    }
)
