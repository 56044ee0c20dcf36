"""
what = "one question is answered, the others have their form only"
start = "release"

[expect.questions]
score = 1
says = "1 of 3 answers are right"
"""

# %% questions
answers = {"q1": 2420, "q2": ..., "q3": ""}
