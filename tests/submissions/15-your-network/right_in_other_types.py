"""
what = "a float, a capital letter and a blank"
start = "solution"
"""

# %% questions
answers = {"q1": 2420.0, "q2": "C", "q3": " b "}
