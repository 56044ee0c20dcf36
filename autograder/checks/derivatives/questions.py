"""The questions of lesson 03, and its bug: a way back that puts a neuron's output where its z belongs."""

from __future__ import annotations

from autograder.checks.exercise import Question, QuestionsExercise

QUESTIONS = QuestionsExercise(
    {
        "q1": Question(
            "c",
            {
                "a": "∂f/∂x says what a nudge of x does to f, and the multiplication answers with its other factor. Is x in that "
                "factor?",
                "b": "Both of these are the factor that x + y is multiplied by. Did raising x change that factor?",
                "d": "Write the three gradients down for x = 2, y = 3, z = −4 and once more for x = 3: not every number moves.",
            },
        ),
        "q2": Question(
            0.09,
            {
                0.2055: "This is the slope of the sigmoid at z = 0.9. But 0.9 is what came out of the neuron, not what went in.",
                0.1: "This is 1 − a, one of the two factors of the slope.",
                0.9: "This is the output itself, the height of the curve; the question is how steep it is there.",
                0.19: "1 − a² is the slope of another activation, tanh.",
                0.25: "0.25 is the slope at z = 0, where the output is 0.5. At an output of 0.9 the curve has begun to flatten.",
                -0.09: "The size is right. Does the sigmoid ever fall?",
            },
            otherwise="The slope of the sigmoid is made of its output alone: which two factors does it have at a = 0.9?",
            tolerance=0.0005,
        ),
        "q3": Question(
            -0.0007,
            {
                0.0007: "The size is right. When one score of a column rises, what must happen to the probabilities of the "
                "others?",
                -0.07: "This is the slope. How large was the nudge?",
                0.07: "This is the slope without its sign, and the nudge was 0.01, not 1.",
                0.0021: "This is the case j = k, as if z_1 itself had been raised. Here the score that moves belongs to another "
                "output.",
                0.0009: "This is what a_3 gains: its own score was raised. The question is about a_1.",
                -0.0063: "This is −a_1 (1 − a_3) times the nudge. The case j ≠ k has no 1 − in it.",
                -0.0014: "This is −a_1 a_2 times the nudge, but it is the third score that moved.",
            },
            otherwise="Which entry of the Jacobian tells what z_3 does to a_1? Multiply it by the nudge.",
            tolerance=0.00002,
        ),
        "q4": Question(
            "c",
            {
                "a": "0.99 is what one step passes on. There are a thousand of them, and the factors multiply.",
                "b": "0.99 multiplied with itself is down to a tenth after about 230 steps. There are 1000.",
                "d": "A float underflows below about 5e−324. Work out 0.99 ** 1000: it is small, and far from that.",
            },
        ),
    }
)

BUG = QuestionsExercise(
    {
        "line": Question(
            6,
            {
                1: "Line 1 is the product w x, 1.5 with the numbers of the cell: as it should be. Besides, ∂f/∂v uses it too "
                "(through a), and came out right.",
                2: "Line 2 adds the bias: 1.5 + 0.5 = 2, as it should be. Were z wrong, a and with it ∂f/∂v would be wrong as "
                "well.",
                3: "Line 3 is the forward pass, σ(2) = 0.8808: as it should be. The table confirms it, since ∂f/∂v is this very "
                "number.",
                4: "Line 4: f = v · a, so the gradient of v is the other factor, a. The table shows it agreeing with the nudge.",
                5: "Line 5: f = v · a, so the gradient of a is the other factor, v. A nudge of a by 0.01 raises f by 3 · 0.01: it "
                "is right.",
                7: "Line 7: b enters by an addition, which hands on what arrives. It is right, but what arrives here is wrong "
                "already; look further up.",
                8: "Line 8: w enters by a multiplication with x, so what arrives is multiplied by x. It is right: dw is three "
                "times db in both columns of the table.",
            },
            otherwise="The numbered lines are 1 to 8.",
        ),
        "why": Question(
            "b",
            {
                "a": "No sign is lost: in the table, the gradients by the code and by nudging have the same signs. What differs "
                "is their size.",
                "c": "The arriving gradient is there: every line of the way back is the one before it times a slope. Which slope "
                "is not the one that is meant?",
                "d": "The products use the other factor, as they should: v for a, a for v, x for w. Two of these three can be "
                "checked in the table at once.",
            },
        ),
    },
    name="bug",
)
