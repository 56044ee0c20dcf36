"""
what = "returns the last Z, and caches in the order of the way back"
start = "solution"

[expect.forward]
score = 0
says = "A_prev in the cache of layer 1"

[expect.mazur_forward]
score = 0
"""

# %% forward
def forward(X, params, activations):
    A, caches = X, []
    for (W, b), name in zip(params, activations):
        Z = linear_forward(W, A, b)
        caches.insert(0, (A, Z))
        A = ACTIVATIONS[name](Z)
    return Z, caches
