"""
what = "one forward pass for each weight and bias"
start = "solution"

[expect.questions]
score = 2
says = "number of weights and biases"
"""

# %% questions
answers = {"q1": 1210, "q2": "c", "q3": "b"}
