"""
what = "Mazur's numbers to four digits, and half of the questions wrong"
start = "solution"

[expect.mazur_forward]
score = 0
misconception = "rounded"
says = "mazur_forward['out_h1'] = 0.5933"

[expect.questions]
score = 2
says = "which layer does `caches[1]` belong to?"

[expect.bug]
score = 1
says = "Line 7 is equation (1) for layer 2."
"""

# %% mazur_forward
mazur_forward = {
    "net_h1": 0.3775, "out_h1": 0.5933, "out_h2": 0.5969,
    "net_o1": 1.1059, "out_o1": 0.7514, "out_o2": 0.7729,
}

# %% questions
answers = {"q1": "a", "q2": "c", "q3": 0.2, "q4": "a"}

# %% bug
bug = {"line": 7, "why": "c"}
