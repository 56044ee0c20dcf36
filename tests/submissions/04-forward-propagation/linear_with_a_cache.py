"""
what = "linear_forward gives back a cache beside Z, as in another course, and forward takes it apart"
start = "solution"

[expect.linear_forward]
score = 0
misconception = "cache-returned"
says = "gives back Z alone"
"""

# %% linear_forward
def linear_forward(W, A_prev, b):
    Z = np.dot(W, A_prev) + b
    cache = (A_prev, W, b)
    return Z, cache

# %% forward
def forward(X, params, activations):
    A = X
    caches = []
    for (W, b), name in zip(params, activations):
        Z, (A_prev, _, _) = linear_forward(W, A, b)
        caches.append((A_prev, Z))
        A = ACTIVATIONS[name](Z)
    return A, caches
