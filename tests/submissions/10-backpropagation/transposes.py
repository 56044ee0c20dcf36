"""
what = "W as it is in BP3; w2 and w3 exchanged; gradients in the order of computation"
start = "solution"

[expect.backward]
score = 0
misconception = "weights-not-transposed"
says = "not transposed"

[expect.backward_accumulate]
score = 0
misconception = "grads-reversed"
says = "last layer first"

[expect.mazur_step]
score = 1
misconception = "read-by-columns"
says = "w2 and w3 are exchanged"
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
        if k > 0:
            dA = np.dot(params[k][0], dZ)
            dZ = linear_gradient(dA, caches[k - 1][1], SLOPES[activations[k - 1]])
    return grads[::-1]

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    names = ["sigmoid"] * len(params)
    A, caches = forward(X, params, names)
    dZ, grads = A - Y, []
    for (W, b), (A_prev, Z) in zip(params[::-1], caches[::-1], strict=True):
        grads.append((dZ @ A_prev.T / X.shape[1], dZ.mean(axis=1, keepdims=True)))
        dZ = (W.T @ dZ) * A_prev * (1 - A_prev)
    return grads

# %% mazur_step
def mazur_step(eta):
    x, y, params = mazur()
    A, caches = forward(x, params, ["sigmoid", "sigmoid"])
    dZ2 = (A - y) * A * (1 - A)
    A1 = caches[1][0]
    dZ1 = params[1][0].T @ dZ2 * A1 * (1 - A1)
    W1 = params[0][0] - eta * dZ1 @ x.T
    W2 = params[1][0] - eta * dZ2 @ A1.T
    return {
        "w1": W1[0, 0], "w2": W1[1, 0], "w3": W1[0, 1], "w4": W1[1, 1],
        "w5": W2[0, 0], "w6": W2[1, 0], "w7": W2[0, 1], "w8": W2[1, 1],
    }
