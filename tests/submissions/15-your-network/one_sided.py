"""
what = "counts the passes of a one-sided difference"
start = "solution"

[expect.questions]
score = 2
says = "one-sided difference"
"""

# %% questions
answers = {"q1": 1211, "q2": "c", "q3": "b"}
