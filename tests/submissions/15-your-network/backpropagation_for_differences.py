"""
what = "takes the two passes of backpropagation for those of the judge, and too long steps for no steps"
start = "solution"

[expect.questions]
score = 1
says = "is what backpropagation needs"
"""

# %% questions
answers = {"q1": 2, "q2": "c", "q3": "a"}
