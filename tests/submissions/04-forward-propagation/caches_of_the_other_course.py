"""
what = "keeps the weights in the caches as well, ((A_prev, W, b), Z)"
start = "solution"

[expect.forward]
score = 0
misconception = "weights-in-caches"
says = "a cache is the pair (A_prev, Z)"

[expect.mazur_forward]
score = 0
"""

# %% forward
def forward(X, params, activations):
    A, caches = X, []
    for (W, b), name in zip(params, activations):
        Z = linear_forward(W, A, b)
        caches.append(((A, W, b), Z))
        A = ACTIVATIONS[name](Z)
    return A, caches
