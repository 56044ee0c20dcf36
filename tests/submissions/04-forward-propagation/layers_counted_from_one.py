"""
what = "params[l] for layer l, counted from 1: past the end of the list"
start = "solution"

[expect.forward]
score = 0
misconception = "index-past-the-end"
says = "layer l has `params[l - 1]`"

[expect.mazur_forward]
score = 0
"""

# %% forward
def forward(X, params, activations):
    A = X
    caches = []
    for l in range(1, len(params) + 1):
        W, b = params[l]
        Z = W @ A + b
        caches.append((A, Z))
        A = ACTIVATIONS[activations[l]](Z)
    return A, caches
