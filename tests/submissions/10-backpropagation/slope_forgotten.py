"""
what = "A − Y is the first dZ for every cost; a (1 − a) on every output of the accumulating form"
start = "solution"

[expect.backward]
score = 0
misconception = "a-minus-y-always"
says = "BP4 has yet to multiply"

[expect.backward_accumulate]
score = 0
misconception = "squared-error"
says = "this slope has cancelled"

[expect.mazur_step]
score = 0
misconception = "cross-entropy"
says = "the squared one"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    dZ = A_L - Y
    grads = []
    for k in range(len(params) - 1, -1, -1):
        grads.append((weight_gradient(dZ, caches[k][0]), bias_gradient(dZ)))
        if k > 0:
            dA = previous_activation_gradient(params[k][0], dZ)
            dZ = linear_gradient(dA, caches[k - 1][1], SLOPES[activations[k - 1]])
    return grads[::-1]

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    m = X.shape[1]
    sums = [[0 * W, 0 * b] for W, b in params]
    for i in range(m):
        a = [X[:, [i]]]
        for W, b in params:
            a.append(sigmoid(W @ a[-1] + b))
        delta = (a[-1] - Y[:, [i]]) * a[-1] * (1 - a[-1])
        for k in range(len(params) - 1, -1, -1):
            sums[k][0] += delta @ a[k].T
            sums[k][1] += delta
            delta = params[k][0].T @ delta * a[k] * (1 - a[k])
    return [(sum_W / m, sum_b / m) for sum_W, sum_b in sums]
