"""The questions of lesson 13."""

from __future__ import annotations

from autograder.checks.exercise import Question, QuestionsExercise

_PARTS = "1348.125 is 1438 / 32 · 30: it counts a short batch as a part of an update. How many updates does a short batch make?"

QUESTIONS = QuestionsExercise(
    {
        "q1": Question(
            1350,
            {
                1320: "44 updates an epoch leave out the short batch at the end. How many examples would never be looked at in "
                "that epoch?",
                45: "45 is the number of updates in one epoch. How many epochs are there?",
                1348: _PARTS,
                1348.125: _PARTS,
                1349: "1348.125 rounded up counts one short batch for the whole training. How many epochs end with a short batch?",
                44: "44 full batches fit into one epoch. What happens to the examples that are left, and how many epochs are there?",
                30: "30 would be one update an epoch: that is full-batch training. How many batches of 32 does one epoch have?",
                43140: "43,140 is one update for each example in each epoch. Here 32 examples share an update.",
                960: "960 = 32 · 30 takes the batch size for the number of batches. How many batches of 32 do 1,438 examples make?",
            },
            otherwise="Two steps: how many batches, the short one included, are in one epoch; then how many epochs.",
        ),
        "q2": Question(
            "d",
            {
                "a": "`backward` takes m from the arrays it gets: BP1 and BP2 average over as many columns as there are. Which "
                "line would have to know that there are 8?",
                "b": "Backpropagation answers how steep it is here. Who decides how far to go?",
                "c": "What is added there is an earlier step, not a slope of the cost. Which function turns gradients into steps?",
            },
        ),
        "q3": Question(
            "c",
            {
                "a": "A learning rate that is too large shows on the training examples first: the cost jumps about or rises. "
                "What does the network do on those?",
                "b": "More epochs bring the training cost down further. How many of the training digits are there left to get "
                "right?",
                "d": "Then the test digits would be known too, and the number would rise. Would it still say how the network "
                "does on a digit that it has not seen?",
            },
        ),
    }
)
