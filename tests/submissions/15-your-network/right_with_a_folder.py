"""
what = "tells the page where the lessons are; while grading nothing lies there"
start = "solution"
"""

# %%
mine = own.pieces("../my-course")
print(mine)
print(own.pieces("."))
assert mine.relu(-1.0) == 0.0

# %% questions
answers = {"q1": 2 * (64 * 16 + 16 + 16 * 10 + 10), "q2": "c", "q3": "b"}
