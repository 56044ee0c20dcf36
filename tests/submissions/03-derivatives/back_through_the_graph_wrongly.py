"""
what = "gradients stop at the addition; a quarter, however many layers there are; questions half right"
start = "solution"

[expect.sum_product_gradients]
score = 0
misconception = "stops-at-the-sum"
says = "passes the multiplication first"

[expect.largest_gradient_factor]
score = 0
misconception = "one-layer"
says = "the next passes on a quarter"

[expect.questions]
score = 2
says = "2 of 4 answers are right"

[expect.bug]
score = 1
says = "Line 7"
"""

# %% sum_product_gradients
def sum_product_gradients(x, y, z):
    return 1.0, 1.0, x + y

# %% largest_gradient_factor
def largest_gradient_factor(n_layers):
    return 0.25

# %% questions
answers = {"q1": "c", "q2": 0.1, "q3": 0.0007, "q4": "c"}

# %% bug
bug = {"line": 7, "why": "b"}
