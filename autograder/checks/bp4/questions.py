"""The questions of lesson 09."""

from __future__ import annotations

from autograder.checks.exercise import Question, QuestionsExercise

QUESTIONS = QuestionsExercise(
    {
        "q1": Question(
            36,
            {
                12: "That is the count for an activation that looks at one number at a time. What else stands in the denominator of "
                "a softmax output?",
                144: "That lets the examples look at each other. Over what does softmax divide: over the whole array, or over "
                "something smaller?",
                9: "That is the count within one column. How many columns are there?",
                48: "That is 3 times 4 times 4: it lets each neuron see its own sums on all examples. Softmax shares out 1 among the "
                "neurons of one example.",
                24: "The entries off the diagonal have been counted, and those on it left out. Is the slope of an output for its own "
                "sum 0?",
            },
            otherwise="Take one column, three sums and three outputs: which of the nine pairs can be 0? Then think how many columns "
            "there are, and whether they see each other.",
        ),
        "q2": Question(
            "a",
            {
                "b": "BP4 stands between dA and the weights with which the neuron reads. How large is the sigmoid's slope at z = 8? "
                "And what is the neuron's output there, with which the other weights are multiplied?",
                "c": "dA has to pass through the activation before it gets to the weights with which the neuron reads. How much of "
                "it is left at z = 8?",
                "d": "Look at BP1 for the layer after: is the slope of this neuron in it, or its output? How large is that at z = 8?",
            },
        ),
        "q3": Question(
            "d",
            {
                "a": "δ is a product of two factors. Which of the two would have to be 0 for this, and might it be the other one?",
                "b": "That is one of two ways in which the product dA · g'(z) becomes 0. Look at neuron 3 of the running example, on "
                "example 1.",
                "c": "A derivative speaks of tiny moves. A ReLU neuron with z = −1 has δ = 0: what happens if its z is raised by 3?",
            },
        ),
    }
)
