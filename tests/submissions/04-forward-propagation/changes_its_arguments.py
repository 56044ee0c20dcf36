"""
what = "uses up layer_sizes and params, and writes activations into X"
start = "solution"

[expect.parameter_shapes]
score = 1
misconception = "sizes-changed"
says = "`layer_sizes` was changed in place"

[expect.forward]
score = 1
says = "`params` and `activations` were changed in place"
"""

# %% parameter_shapes
def parameter_shapes(layer_sizes):
    shapes = []
    while len(layer_sizes) > 1:
        n_prev = layer_sizes.pop(0)
        shapes.append(((layer_sizes[0], n_prev), (layer_sizes[0], 1)))
    return shapes

# %% forward
def forward(X, params, activations):
    A, caches = X, []
    while params:
        W, b = params.pop(0)
        Z = linear_forward(W, A, b)
        caches.append((A, Z))
        A = ACTIVATIONS[activations.pop(0)](Z)
    return A, caches
