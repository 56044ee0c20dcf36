"""
what = "the unit goes through g; the shapes of predicted Z and A put examples into rows"
start = "solution"

[expect.predicted_shapes]
score = 0
misconception = "examples-in-rows"
says = "predicted_shapes['Z1'] = (4, 3)"

[expect.forward_theta]
score = 1
misconception = "unit-through-g"
"""

# %% predicted_shapes
predicted_shapes = {
    "W1": (3, 2), "b1": (3, 1), "Z1": (4, 3), "A1": (4, 3),
    "W2": (1, 3), "b2": (1, 1), "Z2": (4, 1), "A2": (4, 1),
}

# %% forward_theta
def add_unit(A):
    return np.vstack([np.ones((1, A.shape[1])), A])


def forward_theta(X, thetas, g):
    A = add_unit(X)
    for theta in thetas[:-1]:
        A = g(add_unit(theta @ A))
    return g(thetas[-1] @ A)
