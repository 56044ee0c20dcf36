"""
what = "the last layer's cache comes first"
start = "solution"

[expect.forward]
score = 0
misconception = "caches-reversed"

[expect.mazur_forward]
score = 0
"""

# %% forward
def forward(X, params, activations):
    A, caches = X, []
    for (W, b), name in zip(params, activations):
        Z = linear_forward(W, A, b)
        caches = [(A, Z)] + caches
        A = ACTIVATIONS[name](Z)
    return A, caches
