"""The conceptual questions, and the line that is wrong."""

from __future__ import annotations

from autograder.checks.exercise import Question, QuestionsExercise

QUESTIONS = {
    "q1": Question(
        "b",
        {
            "a": "A fourth power looks unusual, but each term needs one example's outputs and label and nothing else, and "
            "the terms are averaged. Which of the four cannot be worked out one example at a time?",
            "c": "The absolute value has a corner at a = y, as ReLU has one at 0; apart from that point each example has a "
            "slope of its own, and they are averaged. Look for the cost where an example's part depends on the others.",
            "d": "A fixed factor c_i belongs to example i alone: call c_i L_i its loss, and the cost is an average of losses "
            "again. Look for the cost where an example's part depends on the others.",
        },
    ),
    "q2": Question(
        0.125,
        {
            0.5: "0.5 is the typical probability of one label. The likelihood is that of all three labels together: what do "
            "you do with the probabilities of independent examples?",
            8.0: "A probability cannot be larger than 1. The cost is MINUS the log: where did the minus go on the way back?",
            2.0794415416798357: "3 · 0.6931 is minus the log of the likelihood. One step back is left: undo the minus and the "
            "logarithm.",
            -2.0794415416798357: "That is the log of the likelihood. What undoes a logarithm?",
            0.7937005259840998: "e^(−0.6931 / 3): the average was divided by 3 once more. To undo an average over 3 examples, "
            "what do you do with the 3?",
            1.5: "Probabilities of independent examples are multiplied, not added; and no probability is larger than 1.",
            0.6931471805599453: "That is the cost itself: averaged, negated, and a logarithm. Undo the steps in the opposite "
            "order.",
            0.25: "Two factors of 1/2. How many examples are in the set?",
        },
        otherwise="Walk the steps back: undo the average over 3 examples, then the minus, then the logarithm.",
        tolerance=0.002,
    ),
    "q3": Question(
        "c",
        {
            "a": "Work a (1 − a) out at a = 0.5 and at a = 0.98: 0.25 and 0.0196. A factor that depends on the example is no "
            "learning rate.",
            "b": "a (1 − a) is positive for every a between 0 and 1, so the sign of dz is that of a − y, as it should be. "
            "What about its size?",
            "d": "a (1 − a) is 0 only at a = 0 and a = 1, which the sigmoid never reaches on paper. It is small, not 0: at "
            "a = 0.98 it leaves 0.0196 of a − y.",
        },
    ),
}

BUG = {
    "line": Question(
        6,
        {
            1: "Line 1 counts the examples, one a column: `X.shape[1]`, and m is 2 in the failing case. Right.",
            2: "Line 2 is the weighted sum of every neuron for every example, (K, n) times (n, m) plus a column. Right: with "
            "one output everything agrees, and this line works the same for two.",
            3: "Line 3 turns each z into an output, entry by entry. Right: in the failing case it gives the four outputs 0.9, "
            "0.2, 0.6 and 0.8 that the text uses.",
            4: "Line 4 picks the probability of the label seen: a where y is 1, 1 − a where y is 0. For the failing case that "
            "is 0.9, 0.8, 0.6, 0.2, as in section 2. Right.",
            5: "Line 5 takes minus the logarithm, entry by entry: 0.105, 0.223, 0.511, 1.609, as in section 2. Right. What "
            "should become of these four numbers next?",
            7: "Line 7 is a − y, with no a (1 − a) in it: that factor has cancelled, which is the point of section 6. Right, "
            "for any number of outputs.",
            8: "Line 8 multiplies each dz by its input and averages over the m examples: right, one average and no other. The "
            "measured slope it is compared with belongs to a cost that has been divided by more than m.",
            9: "Line 9 adds each row of dZ over the examples and divides by m once. Right: a bias is shared by all examples, "
            "not by all outputs.",
            10: "Line 10 hands back what was computed. Right. Compare the cost with the one worked by hand: in which line "
            "does it come about?",
        },
        otherwise="The lines are numbered from 1 to 10: answer with one of these numbers.",
    ),
    "why": Question(
        "c",
        {
            "a": "The slope a (1 − a) cancels against the denominator of ∂L/∂a, so it is not missing from dz = a − y; with "
            "one output the gradient agrees with the measurement. The trouble begins with the second output.",
            "b": "If m were divided out twice, one output would be wrong as well, and it agrees. What else does the mean of a "
            "(K, m) array divide by?",
            "d": "It adds up over everything, outputs and examples, and that much is right. Look at the number it divides "
            "the sum by.",
        },
    ),
}

QUESTIONS_EXERCISE = QuestionsExercise(QUESTIONS)
BUG_EXERCISE = QuestionsExercise(BUG, name="bug")
