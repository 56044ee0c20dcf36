"""
what = "nudges every number both ways, once for each of the five digits; the rest is right"
start = "solution"

[expect.questions]
score = 2
says = "A forward pass takes all examples at once"
"""

# %% questions
per_number = 2 * 5
answers = {"q1": per_number * (64 * 16 + 16 + 16 * 10 + 10), "q2": "c", "q3": "b"}
