"""
what = "every sum is a loop in Python, also on the network with a million weights; gradients of single examples averaged"
start = "solution"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    rows, m = A_L.shape
    grads = []
    Z = caches[-1][1]
    dZ = np.zeros((rows, m))
    g = activations[-1]
    for i in range(m):
        for r in range(rows):
            a, y = A_L[r, i], Y[r, i]
            if (g, cost) in PAIRS:
                dZ[r, i] = a - y
            elif cost == "squared_error":
                dZ[r, i] = (a - y) * SLOPES[g](Z)[r, i]
            elif cost == "binary_cross_entropy":
                dZ[r, i] = (a - y) / (a * (1 - a)) * SLOPES[g](Z)[r, i]
    for k in range(len(params) - 1, -1, -1):
        W, b = params[k]
        A_prev = caches[k][0]
        dW = np.zeros(W.shape)
        db = np.zeros(b.shape)
        for r in range(W.shape[0]):
            for s in range(W.shape[1]):
                for i in range(m):
                    dW[r, s] += dZ[r, i] * A_prev[s, i] / m
            for i in range(m):
                db[r, 0] += dZ[r, i] / m
        grads.insert(0, (dW, db))
        if k > 0:
            slope = SLOPES[activations[k - 1]](caches[k - 1][1])
            new = np.zeros((W.shape[1], m))
            for s in range(W.shape[1]):
                for i in range(m):
                    for r in range(W.shape[0]):
                        new[s, i] += W[r, s] * dZ[r, i] * slope[s, i]
            dZ = new
    return grads

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    names = ["sigmoid"] * len(params)
    parts = []
    for i in range(X.shape[1]):
        A, c = forward(X[:, [i]], params, names)
        parts.append(backward(A, Y[:, [i]], params, c, names, "binary_cross_entropy"))
    return [(np.mean([p[k][0] for p in parts], axis=0), np.mean([p[k][1] for p in parts], axis=0)) for k in range(len(params))]

# %% passes_needed
def passes_needed(n_parameters):
    forward_passes = 1
    for _ in range(n_parameters):
        forward_passes = forward_passes + 1
    return forward_passes, 1 + 1

# %% mazur_step
def mazur_step(eta):
    x, target, params = mazur()
    names = ["sigmoid", "sigmoid"]
    out, caches = forward(x, params, names)
    grads = backward(out, target, params, caches, names, "squared_error")
    flat = np.concatenate([(W - eta * dW).flatten() for (W, _), (dW, _) in zip(params, grads)])
    return {"w" + str(i + 1): v for i, v in enumerate(flat)}
