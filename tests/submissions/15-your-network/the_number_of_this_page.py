"""
what = "takes q1 from the text above, which is about another network; blames BP3, and a large learning rate"
start = "solution"

[expect.questions]
score = 0
says = "5,556 belongs to this page's network"
"""

# %% questions
answers = {"q1": 5556, "q2": "b", "q3": "a"}
