"""
what = "np.insert without an axis lays the matrix out as one row; the bias has a column for each example"
start = "solution"

[expect.predicted_shapes]
score = 1
misconception = "bias-per-example"
says = "6 of the 8 entries are right"

[expect.forward_theta]
score = 0
misconception = "matrix-unrolled"
says = "`axis`"
"""

# %% predicted_shapes
predicted_shapes = {
    "W1": (3, 2), "b1": (3, 4), "Z1": (3, 4), "A1": (3, 4),
    "W2": (1, 3), "b2": (1, 4), "Z2": (1, 4), "A2": (1, 4),
}

# %% forward_theta
def forward_theta(X, thetas, g):
    A = X
    for theta in thetas:
        A = g(theta @ np.insert(A, 0, 1))
    return A
