"""
what = "flat biases; only the last example counts; central instead of one-sided differences; plus for minus"
start = "solution"

[expect.backward]
score = 0
misconception = "keepdims-lost"
says = "keepdims"

[expect.backward_accumulate]
score = 0
misconception = "overwritten"
says = "Only the last example counts"

[expect.passes_needed]
score = 0
misconception = "two-sided"
says = "central difference"

[expect.mazur_step]
score = 0
misconception = "plus"
says = "uphill"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    if (activations[-1], cost) in PAIRS:
        dZ = A_L - Y
    else:
        dZ = COST_SLOPES[cost](A_L, Y) * SLOPES[activations[-1]](caches[-1][1])
    grads = []
    for k in range(len(params) - 1, -1, -1):
        grads.append((weight_gradient(dZ, caches[k][0]), dZ.mean(axis=1)))
        if k > 0:
            dA = previous_activation_gradient(params[k][0], dZ)
            dZ = linear_gradient(dA, caches[k - 1][1], SLOPES[activations[k - 1]])
    return grads[::-1]

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    m = X.shape[1]
    for i in range(m):
        sums = [[np.zeros_like(W), np.zeros_like(b)] for W, b in params]
        a = [X[:, [i]]]
        for W, b in params:
            a.append(sigmoid(W @ a[-1] + b))
        delta = a[-1] - Y[:, [i]]
        for k in range(len(params) - 1, -1, -1):
            sums[k][0] += delta @ a[k].T
            sums[k][1] += delta
            delta = params[k][0].T @ delta * a[k] * (1 - a[k])
    return [(sum_W / m, sum_b / m) for sum_W, sum_b in sums]

# %% passes_needed
def passes_needed(n_parameters):
    return 2 * n_parameters, 2

# %% mazur_step
def mazur_step(eta):
    x, target, params = mazur()
    names = ["sigmoid", "sigmoid"]
    A, caches = forward(x, params, names)
    delta = linear_gradient(A - target, caches[1][1], sigmoid_prime)
    dW2 = weight_gradient(delta, caches[1][0])
    dW1 = weight_gradient(linear_gradient(params[1][0].T @ delta, caches[0][1], sigmoid_prime), x)
    new = np.concatenate([params[0][0] + eta * dW1, params[1][0] + eta * dW2]).ravel()
    return {f"w{i}": new[i - 1] for i in range(1, 9)}
