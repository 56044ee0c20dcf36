"""
what = "loops over examples and neurons in place of matrix products"
start = "solution"
"""

# %% backward
def slope(name, z):
    if name == "sigmoid":
        a = 1 / (1 + np.exp(-z))
        return a * (1 - a)
    if name == "tanh":
        return 1 / np.cosh(z) ** 2
    if name == "relu":
        return 1.0 if z > 0 else 0.0
    if name == "leaky_relu":
        return 1.0 if z > 0 else 0.01
    return 1.0


def first_dz(a, y, z, name, cost):
    if name == "softmax":
        return a - y
    if cost == "squared_error":
        return (a - y) * slope(name, z)
    return (-1 / a if y == 1 else 1 / (1 - a)) * slope(name, z)


def backward(A_L, Y, params, caches, activations, cost):
    n, m = Y.shape
    L = len(params)
    Z = caches[L - 1][1]
    dZ = np.array(
        [[first_dz(A_L[r, i], Y[r, i], Z[r, i], activations[-1], cost) for i in range(m)] for r in range(n)]
    )
    grads = []
    for k in range(L)[::-1]:
        W = params[k][0]
        A = caches[k][0]
        n_l, n_prev = W.shape
        dW = np.zeros((n_l, n_prev))
        db = np.zeros((n_l, 1))
        for i in range(m):
            db[:, 0] += dZ[:, i] / m
            dW += np.outer(dZ[:, i], A[:, i]) / m
        grads.insert(0, (dW, db))
        if k > 0:
            new = np.zeros((n_prev, m))
            for s in range(n_prev):
                for i in range(m):
                    heard = np.dot(W[:, s], dZ[:, i])
                    new[s, i] = heard * slope(activations[k - 1], caches[k - 1][1][s, i])
            dZ = new
    return grads
