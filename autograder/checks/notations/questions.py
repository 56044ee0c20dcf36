"""The questions of lesson 16."""

from __future__ import annotations

from autograder.checks.exercise import Question, QuestionsExercise

QUESTIONS = QuestionsExercise(
    {
        "q1": Question(
            "b",
            {
                "a": "Follow the arrow: from which node, to which? Then ask which of the two is the row of W, the reader or what is "
                "read.",
                "c": "His layer fits: the weights into layer 2. But in which order does he write the two nodes?",
                "d": "The indices fit. But his weights are named after the layer they lead to, and his layer 1 is the input: what "
                "would lead there?",
            },
        ),
        "q2": Question(
            0.15,
            {
                0.6: "Δ is a sum over the examples. What has to be done to it to get D, the gradient of the cost?",
                2.4: "Larger than the sum itself? The cost is an average of four losses, and Δ has added up four slopes.",
                0.3: "How many examples have been added up in Δ? The layer number 2 has no part in the average.",
                0.0375: "The average has been taken twice. Δ holds plain sums, so it is taken once.",
                0.0: "Column 0 is no empty column: which parameter of the neuron stands there?",
            },
            otherwise="Which parameter stands in column 0 of Θ? Its gradient is the average of four slopes, and Δ is their sum.",
            tolerance=1e-4,
        ),
        "q3": Question(
            "b",
            {
                "a": "That is the equation with this name in our list. What does BP4 in his list calculate?",
                "c": "That one has an average in it, too. But his equation for the biases bears another name: look at the table of "
                "section 4.",
                "d": "Nothing is averaged in this line, in neither book. And which of his equations takes δ one layer back?",
            },
        ),
    }
)
