"""
what = "1/m on the first dZ, and in BP1 and BP2 again; accumulated with 1/m in every turn"
start = "solution"

[expect.backward]
score = 0
misconception = "one-over-m-twice"
says = "divided by m twice"

[expect.backward_accumulate]
score = 0
misconception = "divided-twice"
says = "1/m comes at the end"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    m = A_L.shape[1]
    if (activations[-1], cost) in PAIRS:
        dZ = (A_L - Y) / m
    else:
        dZ = COST_SLOPES[cost](A_L, Y) / m * SLOPES[activations[-1]](caches[-1][1])
    grads = []
    for k in reversed(range(len(params))):
        grads.insert(0, (weight_gradient(dZ, caches[k][0]), bias_gradient(dZ)))
        if k:
            dA = previous_activation_gradient(params[k][0], dZ)
            dZ = linear_gradient(dA, caches[k - 1][1], SLOPES[activations[k - 1]])
    return grads

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    m = X.shape[1]
    sums = [[np.zeros_like(W), np.zeros_like(b)] for W, b in params]
    for i in range(m):
        a = [X[:, [i]]]
        for W, b in params:
            a.append(sigmoid(W @ a[-1] + b))
        delta = a[-1] - Y[:, [i]]
        for k in range(len(params) - 1, -1, -1):
            sums[k][0] += delta @ a[k].T / m
            sums[k][1] += delta / m
            delta = params[k][0].T @ delta * a[k] * (1 - a[k])
    return [(sum_W / m, sum_b / m) for sum_W, sum_b in sums]
