"""
what = "explains a cost of 2.3 by overfitting, and slopes of layer 1 by BP1"
start = "solution"

[expect.questions]
score = 1
says = "their cost is near 0"
"""

# %% questions
answers = {"q1": 2420, "q2": "a", "q3": "c"}
