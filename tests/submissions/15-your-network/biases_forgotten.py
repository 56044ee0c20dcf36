"""
what = "counts the weights only, and blames BP3"
start = "solution"

[expect.questions]
score = 1
says = "BP3 is used in the same way"
"""

# %% questions
answers = {"q1": 2 * (64 * 16 + 16 * 10), "q2": "b", "q3": "b"}
