"""
what = "the sums over the examples are never divided"
start = "solution"

[expect.backward]
score = 0
misconception = "one-over-m-missing"
says = "not divided by m"

[expect.backward_accumulate]
score = 0
misconception = "not-divided"
says = "Δ divided by m"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    dZ = A_L - Y
    if (activations[-1], cost) not in PAIRS:
        dZ = COST_SLOPES[cost](A_L, Y) * SLOPES[activations[-1]](caches[-1][1])
    grads = []
    for k in range(len(params) - 1, -1, -1):
        grads.append((dZ @ caches[k][0].T, dZ.sum(axis=1, keepdims=True)))
        if k > 0:
            dZ = params[k][0].T @ dZ * SLOPES[activations[k - 1]](caches[k - 1][1])
    return grads[::-1]

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    sums = [[np.zeros_like(W), np.zeros_like(b)] for W, b in params]
    for i in range(X.shape[1]):
        a = [X[:, [i]]]
        for W, b in params:
            a.append(sigmoid(W @ a[-1] + b))
        delta = a[-1] - Y[:, [i]]
        for k in range(len(params) - 1, -1, -1):
            sums[k][0] += delta @ a[k].T
            sums[k][1] += delta
            delta = params[k][0].T @ delta * a[k] * (1 - a[k])
    return [tuple(pair) for pair in sums]
