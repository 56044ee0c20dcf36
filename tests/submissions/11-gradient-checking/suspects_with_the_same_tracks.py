"""
what = "the two networks that leave the same tracks are exchanged; questions read too fast"
start = "solution"

[expect.suspects]
score = 3
says = "Change only the label"

[expect.questions]
score = 1
says = "3 is the ratio of the two gradients"
"""

# %% suspects
suspects = {"A": "BP2", "B": "BP3", "C": "cost", "D": "BP1", "E": "BP4"}

# %% questions
answers = {"q1": 3, "q2": "c", "q3": "a"}
