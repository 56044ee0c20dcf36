"""
what = "a number nobody expected, the output layer and the batches blamed: nothing is right"
start = "solution"

[expect.questions]
score = 0
says = "Two steps"
"""

# %% questions
answers = {"q1": 1000000, "q2": "d", "q3": "d"}
