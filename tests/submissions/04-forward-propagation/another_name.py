"""
what = "functions under other names"
start = "release"

[expect.parameter_shapes]
score = 0
says = "parameter_shapes"

[expect.forward]
score = 2
"""

# %% parameter_shapes
def parameterShapes(layer_sizes):
    return [((n, p), (n, 1)) for p, n in pairwise(layer_sizes)]

# %% forward
def forward(X, params, activations):
    A, caches = X, []
    for (W, b), name in zip(params, activations):
        caches.append((A, W @ A + b))
        A = ACTIVATIONS[name](caches[-1][1])
    return A, caches
