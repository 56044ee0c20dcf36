"""The questions of lesson 08."""

from __future__ import annotations

from autograder.checks.exercise import Question, QuestionsExercise

QUESTIONS = QuestionsExercise(
    {
        "q1": Question(
            5,
            {
                8: "The examples do not mix: what neuron s said on example i reaches the loss of example i only. Over what else "
                "can the sum run?",
                3: "The other neurons of its own layer are not between it and the loss. Who reads neuron s?",
                40: "That is one product for every reader and every example. Does example j hear what was said on example i?",
                15: "That is every weight of W. How many of them lead out of neuron s?",
                1: "With a single reader it would be one. Follow the edges that leave neuron s: how many are there?",
            },
            otherwise="Draw neuron s and the edges that leave it, on one example. Each edge sends one product back.",
        ),
        "q2": Question(
            "a",
            {
                "b": "Look at BP1: the slope of a weight is made of dZ and of what came in. Where in it does the weight itself "
                "stand?",
                "c": "One of the two is right. Look at BP1 and BP3 in turn: in which of them does W stand on the right?",
                "d": "dZ arrives from the layers to the right, and the other columns of W still carry something. Which rows of "
                "dA does column s fill?",
            },
        ),
        "q3": Question(
            "c",
            {
                "a": "Nothing multiplies by m again on the way back. How often is BP3 used between layer 3 and layer 1?",
                "b": "The division comes again at every layer that the blame passes. From dZ of layer 3 to dZ of layer 1, how "
                "many times is that?",
                "d": "The 1/m in BP1 itself belongs there. How many of the three divisions are too many?",
            },
        ),
    }
)
