"""
what = "the 1/m of the cost is put on dA and dZ already, and once more at the end"
start = "solution"

[expect.cross_entropy_prime]
score = 0
misconception = "one-over-m-included"
says = "divided by m"

[expect.output_delta]
score = 0
misconception = "one-over-m-included"

[expect.logistic_gradients]
score = 0
misconception = "one-over-m-twice"
"""

# %% cross_entropy_prime
def cross_entropy_prime(A, Y):
    return (-Y / A + (1 - Y) / (1 - A)) / A.shape[1]

# %% output_delta
def output_delta(A, Y):
    return (A - Y) / A.shape[1]
