"""
what = "each layer with its own names, everything spelled out, m from the labels, the difference of sums for the biases"
start = "solution"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    m = Y.shape[1]
    L = len(params)
    dA = {}
    dZ = {}
    dW = {}
    db = {}
    # the output layer
    if cost == "categorical_cross_entropy":
        dZ[L] = A_L - Y
    elif cost == "binary_cross_entropy" and activations[L - 1] == "sigmoid":
        dZ[L] = A_L - Y
    elif cost == "binary_cross_entropy":
        dA[L] = -Y / A_L + (1 - Y) / (1 - A_L)
        dZ[L] = dA[L] * SLOPES[activations[L - 1]](caches[L - 1][1])
    else:
        dA[L] = A_L - Y
        dZ[L] = dA[L] * SLOPES[activations[L - 1]](caches[L - 1][1])
    # all layers
    for l in range(L, 0, -1):
        A_prev = caches[l - 1][0]
        W = params[l - 1][0]
        dW[l] = np.dot(dZ[l], A_prev.T) / m
        db[l] = np.sum(dZ[l], axis=1).reshape(-1, 1) / m
        if l > 1:
            dA[l - 1] = np.dot(W.T, dZ[l])
            Z = caches[l - 2][1]
            dZ[l - 1] = dA[l - 1] * SLOPES[activations[l - 2]](Z)
    grads = []
    for l in range(1, L + 1):
        grads.append((dW[l], db[l]))
    return grads

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    m = X.shape[1]
    Delta_W = []
    Delta_b = []
    for W, b in params:
        Delta_W.append(np.zeros(W.shape))
        Delta_b.append(np.zeros(b.shape))
    for i in range(m):
        a = [X[:, i].reshape(-1, 1)]
        for W, b in params:
            z = W @ a[-1] + b
            a.append(sigmoid(z))
        delta = a[-1] - Y[:, i].reshape(-1, 1)
        for l in range(len(params), 0, -1):
            Delta_W[l - 1] += delta @ a[l - 1].T
            Delta_b[l - 1] += delta
            delta = params[l - 1][0].T @ delta * a[l - 1] * (1 - a[l - 1])
    grads = []
    for l in range(len(params)):
        grads.append([Delta_W[l] / m, Delta_b[l] / m])
    return grads

# %% passes_needed
def passes_needed(n_parameters):
    passes = 1
    for parameter in range(n_parameters):
        passes += 1
    return [passes, 1 + 1]

# %% mazur_step
def mazur_step(eta):
    i1, i2 = 0.05, 0.10
    w1, w2, w3, w4, w5, w6, w7, w8 = 0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55
    b1, b2 = 0.35, 0.60
    out_h1 = 1 / (1 + np.exp(-(w1 * i1 + w2 * i2 + b1)))
    out_h2 = 1 / (1 + np.exp(-(w3 * i1 + w4 * i2 + b1)))
    out_o1 = 1 / (1 + np.exp(-(w5 * out_h1 + w6 * out_h2 + b2)))
    out_o2 = 1 / (1 + np.exp(-(w7 * out_h1 + w8 * out_h2 + b2)))
    delta_o1 = (out_o1 - 0.01) * out_o1 * (1 - out_o1)
    delta_o2 = (out_o2 - 0.99) * out_o2 * (1 - out_o2)
    delta_h1 = (w5 * delta_o1 + w7 * delta_o2) * out_h1 * (1 - out_h1)
    delta_h2 = (w6 * delta_o1 + w8 * delta_o2) * out_h2 * (1 - out_h2)
    return {
        "w1": w1 - eta * delta_h1 * i1,
        "w2": w2 - eta * delta_h1 * i2,
        "w3": w3 - eta * delta_h2 * i1,
        "w4": w4 - eta * delta_h2 * i2,
        "w5": w5 - eta * delta_o1 * out_h1,
        "w6": w6 - eta * delta_o1 * out_h2,
        "w7": w7 - eta * delta_o2 * out_h1,
        "w8": w8 - eta * delta_o2 * out_h2,
    }
