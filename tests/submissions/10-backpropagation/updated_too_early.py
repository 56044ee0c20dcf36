"""
what = "every layer takes its step as soon as its gradient is there, in place; Mazur's as the article's program"
start = "solution"

[expect.backward]
score = 0
misconception = "updated-too-early"
says = "before BP3 reads them"

[expect.backward_accumulate]
score = 0
misconception = "updated-too-early"
says = "sees another network"

[expect.mazur_step]
score = 1
misconception = "updated-too-early"
says = "with the old weights"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    if (activations[-1], cost) in PAIRS:
        dZ = A_L - Y
    else:
        dZ = COST_SLOPES[cost](A_L, Y) * SLOPES[activations[-1]](caches[-1][1])
    grads = []
    for k in range(len(params) - 1, -1, -1):
        W, b = params[k]
        dW, db = weight_gradient(dZ, caches[k][0]), bias_gradient(dZ)
        W -= 0.1 * dW
        b -= 0.1 * db
        grads.append((dW, db))
        if k > 0:
            dZ = linear_gradient(W.T @ dZ, caches[k - 1][1], SLOPES[activations[k - 1]])
    return grads[::-1]

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    weights = [[W.copy(), b.copy()] for W, b in params]
    sums = [[np.zeros_like(W), np.zeros_like(b)] for W, b in params]
    for i in range(X.shape[1]):
        a = [X[:, [i]]]
        for W, b in weights:
            a.append(sigmoid(W @ a[-1] + b))
        delta = a[-1] - Y[:, [i]]
        for k in range(len(params) - 1, -1, -1):
            sums[k][0] += delta @ a[k].T
            sums[k][1] += delta
            before = weights[k][0].T @ delta * a[k] * (1 - a[k])
            weights[k][0] -= 0.5 * delta @ a[k].T
            weights[k][1] -= 0.5 * delta
            delta = before
    return [(sum_W / X.shape[1], sum_b / X.shape[1]) for sum_W, sum_b in sums]

# %% mazur_step
def mazur_step(eta):
    x, target, [(W1, b1), (W2, b2)] = mazur()
    A1 = sigmoid(W1 @ x + b1)
    A2 = sigmoid(W2 @ A1 + b2)
    dZ2 = (A2 - target) * A2 * (1 - A2)
    W2 = W2 - eta * dZ2 @ A1.T
    dZ1 = W2.T @ dZ2 * A1 * (1 - A1)
    W1 = W1 - eta * dZ1 @ x.T
    return {f"w{i + 1}": w for i, w in enumerate([*W1.ravel(), *W2.ravel()])}
