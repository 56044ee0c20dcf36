"""
what = "Y − A where the way back starts; a right mazur_step that calls this backward; the slope with the pairs too"
start = "solution"

[expect.backward]
score = 0
misconception = "sign-flipped"
says = "Every gradient points the other way"

[expect.mazur_step]
score = 0
misconception = "plus"
says = "has the gradient itself"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    m = Y.shape[1]
    Z_L = caches[-1][1]
    if (activations[-1], cost) in PAIRS:
        dZ = Y - A_L
    else:
        dZ = linear_gradient(-COST_SLOPES[cost](A_L, Y), Z_L, SLOPES[activations[-1]])
    grads = []
    for k in range(len(params) - 1, -1, -1):
        A_prev, Z = caches[k]
        W, b = params[k]
        grads.append((weight_gradient(dZ, A_prev), bias_gradient(dZ)))
        if k > 0:
            dA = previous_activation_gradient(W, dZ)
            dZ = linear_gradient(dA, caches[k - 1][1], SLOPES[activations[k - 1]])
    return grads[::-1]

# %% mazur_step
def mazur_step(eta):
    x, target, params = mazur()
    names = ["sigmoid", "sigmoid"]
    out, caches = forward(x, params, names)
    grads = backward(out, target, params, caches, names, "squared_error")
    flat = np.concatenate([(W - eta * dW).flatten() for (W, _), (dW, _) in zip(params, grads)])
    return {"w" + str(i + 1): v for i, v in enumerate(flat)}
