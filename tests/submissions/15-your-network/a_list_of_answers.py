"""
what = "the right answers in a list"
start = "solution"

[expect.questions]
score = 0
says = "should be a dict"
"""

# %% questions
answers = [2420, "c", "b"]
