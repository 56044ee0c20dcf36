"""
what = "keeps the Z of the layer before in place of its activation: the bug that the lesson shows, not seen there either"
start = "solution"

[expect.forward]
score = 0
misconception = "previous-z-cached"
says = "A_prev in the cache of layer 2"

[expect.mazur_forward]
score = 0
misconception = "net-for-out"

[expect.bug]
score = 0
says = "The slope that fails belongs to layer 2."
"""

# %% forward
def forward(X, params, activations):
    Z_prev = A = X
    caches = []
    for (W, b), name in zip(params, activations):
        Z = linear_forward(W, A, b)
        caches.append((Z_prev, Z))
        A = ACTIVATIONS[name](Z)
        Z_prev = Z
    return A, caches

# %% bug
bug = {"line": 3, "why": "d"}
