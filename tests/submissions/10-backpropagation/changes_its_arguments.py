"""
what = "dZ is A_L under another name; the sums start in the arrays of params"
start = "solution"

[expect.backward]
score = 0
misconception = "outputs-changed"
says = "second name for the same array"

[expect.backward_accumulate]
score = 0
misconception = "sums-start-at-the-weights"
says = "do not start at zero"

[expect.mazur_step]
score = 1
misconception = "rounded"
says = "keep all digits"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    dZ = A_L
    if (activations[-1], cost) in PAIRS:
        dZ -= Y
    else:
        dZ = linear_gradient(COST_SLOPES[cost](A_L, Y), caches[-1][1], SLOPES[activations[-1]])
    grads = []
    for k in range(len(params) - 1, -1, -1):
        grads.append((weight_gradient(dZ, caches[k][0]), bias_gradient(dZ)))
        if k > 0:
            dA = previous_activation_gradient(params[k][0], dZ)
            dZ = linear_gradient(dA, caches[k - 1][1], SLOPES[activations[k - 1]])
    return grads[::-1]

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    sums = [(W.copy(), b.copy()) for W, b in params]
    for i in range(X.shape[1]):
        a = [X[:, [i]]]
        for W, b in params:
            a.append(sigmoid(W @ a[-1] + b))
        delta = a[-1] - Y[:, [i]]
        for k in range(len(params) - 1, -1, -1):
            sum_W, sum_b = sums[k]
            sum_W += delta @ a[k].T
            sum_b += delta
            delta = params[k][0].T @ delta * a[k] * (1 - a[k])
    return [(sum_W / X.shape[1], sum_b / X.shape[1]) for sum_W, sum_b in sums]

# %% mazur_step
def mazur_step(eta):
    x, target, params = mazur()
    A, caches = forward(x, params, ["sigmoid", "sigmoid"])
    A1 = caches[1][0]
    dZ2 = (A - target) * A * (1 - A)
    dZ1 = params[1][0].T @ dZ2 * A1 * (1 - A1)
    new = [*(params[0][0] - eta * dZ1 @ x.T).ravel(), *(params[1][0] - eta * dZ2 @ A1.T).ravel()]
    return {f"w{i}": round(float(w), 8) for i, w in enumerate(new, start=1)}
