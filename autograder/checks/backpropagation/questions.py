"""The questions of lesson 10."""

from __future__ import annotations

from autograder.checks.exercise import Question, QuestionsExercise

PLACES = (
    "Adding neurons counts places, not paths: at every layer, each path splits into as many as that layer has neurons."
)

QUESTIONS = QuestionsExercise(
    {
        "q1": Question(
            "c",
            {
                "a": "This is the order of the lesson's table: whatever a line needs was computed above it, with the weights of "
                "the forward pass. In which of the others does a line meet a weight that has already moved?",
                "b": "dW2 and db2 need dZ2 and the cached A1, and nobody changes these, so both lines can wait. Look for a line "
                "that needs a weight, and where that weight is updated.",
                "d": "Layer 1 is updated before dW2 is computed, but which arrays does BP1 for layer 2 read? dZ2 and the cached "
                "A1 were fixed before. Look for a line that reads W itself.",
            },
        ),
        "q2": Question(
            10,
            {
                40: "40 = 4 · 5 · 2 counts paths that start at any of the 4 neurons of layer 1. One weight belongs to one of "
                "these neurons.",
                120: "120 = 3 · 4 · 5 · 2 counts all paths from all inputs. A path from one weight starts at the one neuron that "
                "this weight belongs to.",
                7: "7 = 5 + 2 adds the neurons of the later layers. From each of the 5 neurons of layer 2 a path can go on to "
                "every output: is that a sum or a product?",
                5: "5 is the number of neurons that this neuron feeds. From each of them it goes on, until the loss is reached.",
                2: "2 is the number of outputs, where the paths end. By how many ways through layer 2 can each of them be "
                "reached?",
                20: "20 = 4 · 5 counts the edges between layers 1 and 2. Start at one neuron of layer 1, and follow the edges up "
                "to the outputs.",
                30: "30 = 3 · 5 · 2 starts at all three inputs. One weight of layer 1 belongs to one input and one neuron.",
                14: PLACES,
                11: PLACES,
            },
            otherwise="The weight belongs to one neuron of layer 1. Into how many does the path split at layer 2, and into how "
            "many each of these at the output?",
        ),
        "q3": Question(
            "b",
            {
                "a": "The sum over the examples does double. What is it divided by afterwards, and what happened to that number?",
                "c": "dZ belongs to the loss of one example, and the loss of an example doesn't know how many others are in the "
                "batch. Where does the 1/m stand?",
                "d": "dW has the shape of W, which has no side that counts examples. Which arrays do?",
            },
        ),
        "q4": Question(
            "c",
            {
                "a": "With squared error, dA = A - Y; BP4 then multiplies by the slope of the sigmoid, A (1 - A), and nothing "
                "cancels it. Which activation has the slope 1 everywhere?",
                "b": "With squared error, dA = A - Y; BP4 then multiplies by the slope of tanh, 1 - A², which is 1 only at "
                "Z = 0. Which activation has the slope 1 everywhere?",
                "d": "Here dA has A and 1 - A in its denominators, and a slope of 1 doesn't cancel them. Besides, the logarithm "
                "of a negative output doesn't exist. Which cost has the slope A - Y by itself?",
            },
        ),
    }
)
