"""
what = "a softmax of its own, along the rows"
start = "solution"

[expect.forward]
score = 1
misconception = "softmax-along-rows"
says = "20 of the 25 inputs we tried came out right."
"""

# %% forward
def activate(name, Z):
    if name == "softmax":
        E = np.exp(Z - Z.max(axis=1, keepdims=True))
        return E / E.sum(axis=1, keepdims=True)
    return ACTIVATIONS[name](Z)


def forward(X, params, activations):
    A, caches = X, []
    for (W, b), name in zip(params, activations):
        Z = linear_forward(W, A, b)
        caches.append((A, Z))
        A = activate(name, Z)
    return A, caches
