"""
what = "biases of shape (n,), laid along the examples"
start = "solution"

[expect.predicted_shapes]
score = 0
misconception = "one-dimension"

[expect.parameter_shapes]
score = 0
misconception = "bias-one-dimension"

[expect.linear_forward]
score = 0
misconception = "bias-along-examples"

[expect.forward]
score = 0
misconception = "bias-along-examples"
"""

# %% predicted_shapes
predicted_shapes = {
    "W1": (3, 2), "b1": (3,), "Z1": (3, 4), "A1": (3, 4),
    "W2": (1, 3), "b2": (1,), "Z2": (1, 4), "A2": (1, 4),
}

# %% parameter_shapes
def parameter_shapes(layer_sizes):
    return [((n, p), (n,)) for p, n in zip(layer_sizes, layer_sizes[1:])]

# %% linear_forward
def linear_forward(W, A_prev, b):
    return W @ A_prev + b.ravel()
