"""
what = "the recipe for every cost but softmax, all dZ first, einsum; flat examples and np.outer; Mazur by matrices"
start = "solution"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    m = Y.shape[1]
    n_layers = len(params)
    all_dZ = [None] * n_layers
    if activations[-1] == "softmax":
        all_dZ[-1] = A_L - Y
    else:
        if cost == "squared_error":
            dA = A_L - Y
        else:
            dA = -Y / A_L + (1 - Y) / (1 - A_L)
        all_dZ[-1] = dA * SLOPES[activations[-1]](caches[-1][1])
    for l in range(n_layers - 2, -1, -1):
        W_next = params[l + 1][0]
        Z = caches[l][1]
        all_dZ[l] = np.einsum("qr,qi->ri", W_next, all_dZ[l + 1]) * SLOPES[activations[l]](Z)
    return [(np.einsum("ri,si->rs", dZ, A) / m, (np.sum(dZ, axis=1) / m)[:, None]) for dZ, (A, _) in zip(all_dZ, caches)]

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    m = X.shape[1]
    L = len(params)
    total_W = [W * 0 for W, b in params]
    total_b = [b * 0 for W, b in params]
    for i in range(m):
        activ = [X[:, i]]
        for W, b in params:
            activ.append(sigmoid(np.dot(W, activ[-1]) + b[:, 0]))
        delta = activ[-1] - Y[:, i]
        for l in reversed(range(L)):
            total_W[l] += np.outer(delta, activ[l])
            total_b[l][:, 0] += delta
            delta = params[l][0].T.dot(delta) * activ[l] * (1 - activ[l])
    return [(total_W[l] / m, total_b[l] / m) for l in range(L)]

# %% passes_needed
def passes_needed(n_parameters):
    return [n_parameters + 1, 2]

# %% mazur_step
def mazur_step(eta):
    x, target, [(W1, b1), (W2, b2)] = mazur()
    h = sigmoid(W1 @ x + b1)
    o = sigmoid(W2 @ h + b2)
    d2 = (o - target) * o * (1 - o)
    d1 = (W2.T @ d2) * h * (1 - h)
    W1 = W1 - eta * d1 @ x.T
    W2 = W2 - eta * d2 @ h.T
    return dict(w1=W1[0, 0], w2=W1[0, 1], w3=W1[1, 0], w4=W1[1, 1], w5=W2[0, 0], w6=W2[0, 1], w7=W2[1, 0], w8=W2[1, 1])
