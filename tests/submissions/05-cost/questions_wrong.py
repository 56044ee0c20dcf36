"""
what = "some of the answers are wrong, and the wrong line is blamed"
start = "solution"

[expect.questions]
score = 1
says = "MINUS the log"

[expect.bug]
score = 1
says = "Line 8 multiplies"
"""

# %% questions
answers = {"q1": "B", "q2": 8, "q3": "a"}

# %% bug
bug = {"line": 8, "why": "c"}
