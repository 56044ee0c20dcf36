"""
what = "two of three questions are wrong, each in a way that has a sentence"
start = "solution"

[expect.questions]
score = 1
says = "15 weights are right; each of the 5 neurons has a bias of its own"
"""

# %% questions
answers = {"q1": "c", "q2": "C", "q3": 16}
