"""
what = "a layer at a time by recursion, zip and reversed, 1/m on the first dZ and nowhere else"
start = "solution"
"""

# %% backward
def back_from(dZ, layers):
    *before, ((W, _), (A_prev, _), _) = layers
    here = (dZ @ A_prev.T, dZ.sum(axis=1, keepdims=True))
    if not before:
        return [here]
    _, (_, Z), name = before[-1]
    return [*back_from((W.T @ dZ) * SLOPES[name](Z), before), here]


def backward(A_L, Y, params, caches, activations, cost):
    layers = list(zip(params, caches, activations, strict=True))
    if (activations[-1], cost) in PAIRS:
        dZ = A_L - Y
    else:
        dZ = COST_SLOPES[cost](A_L, Y) * SLOPES[activations[-1]](caches[-1][1])
    return back_from(dZ / Y.shape[1], layers)

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    def total(i):
        names = ["sigmoid"] * len(params)
        A, caches = forward(X[:, [i]], params, names)
        grads = backward(A, Y[:, [i]], params, caches, names, "binary_cross_entropy")
        if i == 0:
            return grads
        return [(dW + sW, db + sb) for (dW, db), (sW, sb) in zip(grads, total(i - 1), strict=True)]

    m = X.shape[1]
    return tuple((dW / m, db / m) for dW, db in total(m - 1))

# %% mazur_step
def mazur_step(eta):
    x, y, params = mazur()
    (dW1, _), (dW2, _) = backward_accumulate_squared(x, y, params)
    keys = ("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8")
    values = [*(params[0][0] - eta * dW1).flat, *(params[1][0] - eta * dW2).flat]
    return dict(zip(keys, values, strict=True))


def backward_accumulate_squared(x, y, params):
    A, caches = forward(x, params, ("sigmoid", "sigmoid"))
    return backward(A, y, params, caches, ("sigmoid", "sigmoid"), "squared_error")
