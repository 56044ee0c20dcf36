"""
what = "one index for everything: Z and the activation of the layer behind; X in every layer of the accumulating form"
start = "solution"

[expect.backward]
score = 0
misconception = "layer-behind"
says = "one position further down"

[expect.backward_accumulate]
score = 0
misconception = "x-in-every-layer"
says = "multiplied by the inputs"

[expect.mazur_step]  # calls this backward
score = 1
misconception = "output-slope-in-both"
says = "slopes of the output neurons"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    if (activations[-1], cost) in PAIRS:
        dZ = A_L - Y
    else:
        dZ = COST_SLOPES[cost](A_L, Y) * SLOPES[activations[-1]](caches[-1][1])
    grads = []
    for k in range(len(params) - 1, -1, -1):
        A_prev, Z = caches[k]
        grads.append((weight_gradient(dZ, A_prev), bias_gradient(dZ)))
        if k > 0:
            dA = previous_activation_gradient(params[k][0], dZ)
            dZ = linear_gradient(dA, Z, SLOPES[activations[k]])
    return grads[::-1]

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    m = X.shape[1]
    sums = [[0 * W, 0 * b] for W, b in params]
    for i in range(m):
        x = X[:, [i]]
        a = [x]
        for W, b in params:
            a.append(sigmoid(W @ a[-1] + b))
        delta = a[-1] - Y[:, [i]]
        for k in range(len(params) - 1, -1, -1):
            sums[k][0] += delta @ x.T
            sums[k][1] += delta
            delta = params[k][0].T @ delta * a[k] * (1 - a[k])
    return [(sum_W / m, sum_b / m) for sum_W, sum_b in sums]
