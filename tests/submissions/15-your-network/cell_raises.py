"""
what = "the cell with the answers stops before it has any"
start = "solution"

[expect.questions]
score = 0
"""

# %% questions
total = sum(W.size for W, b in parameters)
answers = {"q1": 2 * total, "q2": "c", "q3": "b"}
