"""
what = "einsum; softmax by its Jacobian; each activation's slope from its output; extra cells between"
start = "solution"
"""

# %% backward
def output_slope(name, A, Z):
    slopes = {
        "identity": lambda: np.ones(A.shape),
        "sigmoid": lambda: A * (1 - A),
        "tanh": lambda: 1 - A**2,
        "relu": lambda: (Z > 0).astype(float),
        "leaky_relu": lambda: np.where(Z > 0, 1, 0.01),
    }
    return slopes[name]()


def backward(A_L, Y, params, caches, activations, cost):
    outputs = [A for A, _ in caches[1:]] + [A_L]
    if cost == "categorical_cross_entropy":
        dA = -Y / A_L
        jacobian = np.einsum("ki,kl->kli", A_L, np.eye(len(A_L))) - np.einsum("ki,li->kli", A_L, A_L)
        dZ = np.einsum("kli,li->ki", jacobian, dA)
    else:
        dA = A_L - Y if cost == "squared_error" else (A_L - Y) / (A_L * (1 - A_L))
        dZ = dA * output_slope(activations[-1], A_L, caches[-1][1])
    grads = []
    for k, ((W, b), (A_prev, Z)) in reversed(list(enumerate(zip(params, caches, strict=True)))):
        dW = np.einsum("ri,si->rs", dZ, A_prev) / dZ.shape[1]
        db = np.einsum("ri->r", dZ)[:, None] / dZ.shape[1]
        grads.append([dW, db])
        if k:
            dA = np.einsum("rs,ri->si", W, dZ)
            dZ = dA * output_slope(activations[k - 1], outputs[k - 1], caches[k - 1][1])
    grads.reverse()
    return tuple(grads)

# %%
backward(*[np.ones((1, 1))] * 2, [(np.ones((1, 1)), np.zeros((1, 1)))], [(np.ones((1, 1)),) * 2], ["relu"], "squared_error")

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    names = ["sigmoid"] * len(params)
    grads = None
    for x, y in zip(X.T, Y.T, strict=True):
        A, caches = forward(x[:, None], params, names)
        new = backward(A, y[:, None], params, caches, names, "binary_cross_entropy")
        if grads is None:
            grads = [[dW.copy(), db.copy()] for dW, db in new]
        else:
            for (sum_W, sum_b), (dW, db) in zip(grads, new, strict=True):
                sum_W += dW
                sum_b += db
    for pair in grads:
        pair[0] /= X.shape[1]
        pair[1] /= X.shape[1]
    return grads

# %% passes_needed
def passes_needed(n_parameters):
    return np.array([n_parameters + 1, 2])
