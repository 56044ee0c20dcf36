"""
what = "the six lines of section 2 as they stand; a (1 − a) on the first δ; all passes of the central difference; the output layer alone"
start = "solution"

[expect.backward]
score = 0
misconception = "two-layers-written-out"
says = "belong in a loop"

[expect.backward_accumulate]
score = 0
misconception = "squared-error"
says = "this slope has cancelled"

[expect.passes_needed]
score = 0
misconception = "two-sided"
says = "central difference"

[expect.mazur_step]
score = 1
misconception = "output-layer-alone"
says = "hidden layer takes a step too"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    (A0, Z1), (A1, Z2) = caches
    (W1, b1), (W2, b2) = params
    dZ2 = A_L - Y
    dZ1 = linear_gradient(W2.T @ dZ2, Z1, SLOPES[activations[0]])
    return [(weight_gradient(dZ1, A0), bias_gradient(dZ1)), (weight_gradient(dZ2, A1), bias_gradient(dZ2))]

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
        delta = delta * activ[-1] * (1 - activ[-1])
        for l in reversed(range(L)):
            total_W[l] += np.outer(delta, activ[l])
            total_b[l][:, 0] += delta
            delta = params[l][0].T.dot(delta) * activ[l] * (1 - activ[l])
    return [(total_W[l] / m, total_b[l] / m) for l in range(L)]

# %% passes_needed
def passes_needed(n): return 2*n, 2

# %% mazur_step
def mazur_step(eta):
    x, target, [(W1, b1), (W2, b2)] = mazur()
    h = sigmoid(W1 @ x + b1)
    o = sigmoid(W2 @ h + b2)
    d2 = (o - target) * o * (1 - o)
    d1 = (W2.T @ d2) * h * (1 - h)
    pass
    W2 = W2 - eta * d2 @ h.T
    return dict(w1=W1[0, 0], w2=W1[0, 1], w3=W1[1, 0], w4=W1[1, 1], w5=W2[0, 0], w6=W2[0, 1], w7=W2[1, 0], w8=W2[1, 1])
