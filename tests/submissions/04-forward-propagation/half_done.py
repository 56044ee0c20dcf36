"""
what = "the exercises up to linear_forward are written, the rest are stubs"
start = "release"

[expect.predicted_shapes]
score = 2

[expect.parameter_shapes]
score = 2

[expect.count_parameters]
score = 2

[expect.linear_forward]
score = 2

[expect.forward]
score = 0
says = "not written yet"
"""

# %% predicted_shapes
predicted_shapes = {
    "W1": (3, 2), "b1": (3, 1), "Z1": (3, 4), "A1": (3, 4),
    "W2": (1, 3), "b2": (1, 1), "Z2": (1, 4), "A2": (1, 4),
}

# %% parameter_shapes
def parameter_shapes(layer_sizes):
    shapes = []
    for l in range(1, len(layer_sizes)):
        shapes.append(((layer_sizes[l], layer_sizes[l - 1]), (layer_sizes[l], 1)))
    return shapes

# %% count_parameters
def count_parameters(layer_sizes):
    total = 0
    for (rows, columns), (biases, _) in parameter_shapes(layer_sizes):
        total += rows * columns + biases
    return total

# %% linear_forward
def linear_forward(W, A_prev, b):
    return np.dot(W, A_prev) + b
