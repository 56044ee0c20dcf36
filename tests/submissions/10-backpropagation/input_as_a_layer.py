"""
what = "BP3 and BP4 in the turn of layer 1 too; the loop over the rows of X"
start = "solution"

[expect.backward]
score = 0
misconception = "input-as-a-layer"
says = "ends at dZ of layer 1"

[expect.backward_accumulate]
score = 0
misconception = "examples-in-rows"
says = "An example is a column"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    if (activations[-1], cost) in PAIRS:
        dZ = A_L - Y
    else:
        dZ = COST_SLOPES[cost](A_L, Y) * SLOPES[activations[-1]](caches[-1][1])
    grads = []
    for k in range(len(params) - 1, -1, -1):
        grads.append((weight_gradient(dZ, caches[k][0]), bias_gradient(dZ)))
        dA = previous_activation_gradient(params[k][0], dZ)
        dZ = linear_gradient(dA, caches[k - 1][1], SLOPES[activations[k - 1]])
    return grads[::-1]

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    m = len(X)
    names = ["sigmoid"] * len(params)
    total = [[0 * W, 0 * b] for W, b in params]
    for i in range(m):
        A, caches = forward(X[:, [i]], params, names)
        delta = A - Y[:, [i]]
        for k in range(len(params) - 1, -1, -1):
            total[k][0] += delta @ caches[k][0].T
            total[k][1] += delta
            delta = params[k][0].T @ delta * caches[k][0] * (1 - caches[k][0])
    return [(W / m, b / m) for W, b in total]
