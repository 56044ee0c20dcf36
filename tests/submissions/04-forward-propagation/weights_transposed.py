"""
what = "W.T in the product, rows and columns exchanged in every shape of a W"
start = "solution"

[expect.predicted_shapes]
score = 0
misconception = "weights-transposed"
says = "predicted_shapes['W1'] = (2, 3)"

[expect.parameter_shapes]
score = 0
misconception = "weights-transposed"
says = "The shape of W in layer 1 is (3, 2); (2, 3) is expected."

[expect.linear_forward]
score = 0
misconception = "weights-transposed"

[expect.forward]
score = 0
misconception = "weights-transposed"
says = "Z in the cache of layer 1"

[expect.mazur_forward]
score = 0
misconception = "weights-transposed"
says = "0.3825"
"""

# %% predicted_shapes
predicted_shapes = {
    "W1": (2, 3), "b1": (3, 1), "Z1": (3, 4), "A1": (3, 4),
    "W2": (3, 1), "b2": (1, 1), "Z2": (1, 4), "A2": (1, 4),
}

# %% parameter_shapes
def parameter_shapes(layer_sizes):
    return [((p, n), (n, 1)) for p, n in zip(layer_sizes, layer_sizes[1:])]

# %% linear_forward
def linear_forward(W, A_prev, b):
    return W.T @ A_prev + b
