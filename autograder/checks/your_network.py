"""Checks of lesson 15, the last page: three questions that draw on the whole course."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.exercise import Exercise, Question, QuestionsExercise

QUESTIONS = QuestionsExercise(
    {
        "q1": Question(
            2420,
            {
                1210: "1,210 is the number of weights and biases. What does a central difference do with each of them, "
                "and how many looks at the cost does that take?",
                1211: "That is the one-sided difference: one pass for each number, and one for the place itself. "
                "What is different about a central one?",
                2421: "Is the cost in the middle, where nothing has been nudged, used in a central difference?",
                2368: "The weights alone make 1,184. Every neuron has one more number of its own, and it is nudged as well.",
                1184: "Those are the weights, each nudged once. Is something besides the weights being measured, "
                "and to how many sides is it moved?",
                5556: "5,556 belongs to this page's network, 64-32-16-10. The one in the question has other sizes: "
                "how many weights and biases are in it?",
                2778: "2,778 is the number of weights and biases of this page's network, 64-32-16-10. The one in the question "
                "has other sizes; and what does a central difference do with each of its numbers?",
                12100: "A forward pass takes all examples at once, as the columns of X. How many examples there are does "
                "not matter here.",
                2: "Two passes, one forward and one back, is what backpropagation needs, whatever the size. "
                "How does `numerical_gradient` get the slopes?",
                180: "That counts neurons and inputs, 64 + 16 + 10, each twice. Nudged are the numbers on the connections, and the biases.",
                90: "That counts neurons and inputs. What is nudged, and how frequently, are the numbers to be learned.",
            },
            otherwise="Two steps: how many numbers does the network learn, weights and biases of both layers (lesson 04)? "
            "And how many times is the cost computed for each of them (lesson 11)?",
        ),
        "q2": Question(
            "c",
            {
                "a": "`weight_gradient` makes both dW from their dZ, and dW of layer 2 is right. "
                "Would it also spoil db of layer 1?",
                "b": "BP3 is used in the same way with the identity as with ReLU, and with the identity all is right. "
                "What is the only thing that the exchange has changed on the way back?",
                "d": "Everything on the way back begins with this dZ. Could dW and db of layer 2 be right if it were wrong?",
            },
        ),
        "q3": Question(
            "b",
            {
                "a": "Steps that are much too long throw the cost about, and mostly upwards. "
                "A cost that hardly moves is another symptom. And what would make it start at ln 10 to three decimals?",
                "c": "By heart means that the training digits come out right, so their cost is near 0. "
                "2.30 is −ln(1/10): how much has a network learned that gives each of ten digits a tenth?",
                "d": "With single examples the path is noisy, and it still leads down: one epoch has more steps, not fewer. "
                "It also says nothing about where the cost begins.",
            },
        ),
    }
)

EXERCISES: Sequence[Exercise] = (QUESTIONS,)
