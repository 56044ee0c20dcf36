"""The questions of lesson 12."""

from __future__ import annotations

from autograder.checks.exercise import Question, QuestionsExercise

QUESTIONS = QuestionsExercise(
    {
        "q1": Question(
            "d",
            {
                "a": "On the way forward the three neurons agree here. On the way back, BP3 multiplies by W2: what does each of "
                "the three hear?",
                "b": "The rows of W1 differ already at the start, and the three outputs with them. What would have to happen for "
                "an update to make them equal?",
                "c": "The rows of W1 agree, but z is W times a, plus b. Do the three neurons have the same z?",
            },
        ),
        "q2": Question(
            0.1,
            {
                0.01: "0.01 = 2 / 200 is the variance. What does NumPy's normal take as its second argument?",
                0.2: "0.2 is the square root of 2 / 50. Which side of W, of shape (50, 200), counts the terms in one neuron's sum?",
                0.04: "0.04 = 2 / 50 is a variance, and its 50 is the number of neurons. Two things to look at: how many terms "
                "one neuron's sum has, and what NumPy's normal takes as its second argument.",
                0.0894: "0.089 is the square root of 2 / (200 + 50), Xavier's formula. The layer has ReLU.",
                0.008: "0.008 = 2 / (200 + 50) is Xavier's variance. The layer has ReLU, and NumPy's normal doesn't take a "
                "variance.",
                0.0707: "0.0707 is the square root of 1 / 200. It keeps the spread when nothing is switched off; what does ReLU "
                "do to the mean square?",
                0.005: "0.005 = 1 / 200 is a variance, and it leaves out what ReLU does to the mean square. What does NumPy's "
                "normal take as its second argument?",
                0.0001: "0.0001 is the square of 0.01. From a variance to a standard deviation one goes the other way.",
            },
            otherwise="Two steps: the variance that He asks for, from the number of inputs of one neuron; then what NumPy's "
            "normal takes as its second argument.",
            tolerance=5e-4,
        ),
        "q3": Question(
            "c",
            {
                "a": "With 100 inputs and 100 neurons Xavier makes n_in times the variance of the weights exactly 1. That keeps "
                "the spread as long as the activation keeps it; what does ReLU do to the mean square?",
                "b": "About 30 is 2 to the 5th: one halving in four layers. How often is the mean square halved on the way "
                "through 20 layers, and what does one halving do to the standard deviation?",
                "d": "About a million is 2 to the 20th, the factor of the variance. The question asks for the standard deviation.",
            },
        ),
    }
)
