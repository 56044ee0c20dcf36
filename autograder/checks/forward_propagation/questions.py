"""The questions of lesson 04, and its bug."""

from __future__ import annotations

from autograder.checks.exercise import Question, QuestionsExercise

RISE_OF_OUTPUT = "That is the rise of the output a[2]. The question asks for z[2], before the sigmoid."
WEIGHT_NEGATIVE = "The weight is −1, and raising it by 0.1 makes it −0.9. Is −0.9 · 4 more or less than −1 · 4?"

QUESTIONS = QuestionsExercise(
    {
        "q1": Question(
            "b",
            {
                "a": "(4, 10) is the network's input, which is the first array of `caches[0]`. Python counts the list from 0, "
                "the layers are counted from 1: which layer does `caches[1]` belong to?",
                "c": "(6, 10) is the shape of that layer's own Z, the second array of the pair. The first array is what came "
                "into the layer.",
                "d": "(6, 5) is the shape of that layer's weights. The caches hold what changes from example to example; the "
                "weights are in `params`.",
            },
        ),
        "q2": Question(
            "c",
            {
                "a": "Weights belong to neurons, not to examples: the network reads a second photo with the same weights as "
                "the first. Which arrays have one column per example?",
                "b": "b has one column whatever m is, and NumPy repeats it for every example. Did a column of b change in the "
                "picture of broadcasting when m did?",
                "d": "The input and the output have a column per example, and so has everything that is computed on the way "
                "between them.",
            },
        ),
        "q3": Question(
            0.4,
            {
                0.1: "The weight rises by 0.1, but the sum contains the weight times what it multiplies. What does this weight "
                "multiply?",
                0.2: "0.2 is 0.1 times the activation of hidden neuron 1. In w_rj the first index is the neuron that reads, the "
                "second the neuron that is read.",
                0.0: "0 is right for the weight from hidden neuron 3, which is silent on this example. Which hidden neuron does "
                "w[2]_12 read?",
                -0.4: WEIGHT_NEGATIVE,
                -0.1: "The change does not depend on the weight's own value, −1, but on the number that the weight multiplies.",
                2.4: "2.4 is the new value of z[2]. By how much did it rise?",
                0.036: RISE_OF_OUTPUT,
                0.03603: RISE_OF_OUTPUT,
                0.0360302140: RISE_OF_OUTPUT,
            },
            otherwise="Write down z[2] = w_11 a_1 + w_12 a_2 + w_13 a_3 + b for both values of w_12 and subtract: three of the "
            "four terms cancel.",
        ),
        "q4": Question(
            "a",
            {
                "b": "Nothing was added or taken away: every Θ has as many columns as before and every A as many rows. Which "
                "shape would have changed?",
                "c": "That would happen if only Θ were rearranged. The 1 has moved too: which column of Θ does the last row of A "
                "meet?",
                "d": "Every column of A gets its own 1 at the bottom. What differs between the first column and the second?",
            },
        ),
    }
)

BUG = QuestionsExercise(
    {
        "line": Question(
            6,
            {
                1: "Line 1 takes the list apart: a pair for each layer. If two arrays were mixed up here, the shapes would not "
                "fit and the output would not be 0.8808.",
                2: "Line 2 is equation (2) for layer 1. On x = (2, 1) it gives 2, 4 and −2.5, as in the table worked by hand.",
                3: "Line 3 keeps what came into layer 1, the network's input, and layer 1's sum: the pair that belongs to "
                "layer 1. The slope that fails belongs to layer 2.",
                4: "Line 4 is equation (1) for layer 1, and makes 2, 4, 0 of 2, 4, −2.5. The output is right, so layer 2 has "
                "read the right numbers.",
                5: "Line 5 is equation (2) for layer 2, and reads the activation of layer 1. It gives z = 2, as worked by hand.",
                7: "Line 7 is equation (1) for layer 2. Its result, 0.8808, agrees with the one worked by hand.",
                8: "Line 8 gives back the last activation and a list with a pair for each layer, in order, as it should. What is "
                "wrong is inside one of the pairs.",
            },
            otherwise="The lines are numbered from 1 to 8, at their ends: `line` is one of these whole numbers.",
        ),
        "why": Question(
            "c",
            {
                "a": "A layer's pair is what came in and the sum. This layer's own activation is not part of it: it comes in at "
                "the next layer, or is the result.",
                "b": "Each layer reads what the neurons of the layer before give out, and they give out activations. The right "
                "output shows that this handing on works.",
                "d": "The sum is what g' is taken of, so it is the right second half of a pair. Look at the other half, and at "
                "the slope that failed.",
            },
        ),
    },
    name="bug",
)
