"""
what = "writes a ReLU of its own into Z, which is in the cache already"
start = "solution"

[expect.forward]
score = 0
misconception = "z-overwritten"
says = "Z in the cache of layer 1"
"""

# %% forward
def forward(X, params, activations):
    A, caches = X, []
    for (W, b), name in zip(params, activations):
        Z = linear_forward(W, A, b)
        caches.append((A, Z))
        if name == "relu":
            Z[Z < 0] = 0
            A = Z
        else:
            A = ACTIVATIONS[name](Z)
    return A, caches
