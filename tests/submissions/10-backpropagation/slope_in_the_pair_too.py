"""
what = "the output slope in its pair with the cross-entropy too; a step with a fixed eta"
start = "solution"

[expect.backward]
score = 0
misconception = "a-minus-y-for-da"
says = "the slope has cancelled"

[expect.mazur_step]
score = 0
misconception = "eta-ignored"
says = "makes no difference"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    m = Y.shape[1]
    Z_L = caches[-1][1]
    if (activations[-1], cost) in PAIRS:
        dZ = (A_L - Y) * (SLOPES[activations[-1]](Z_L) if activations[-1] != 'softmax' else 1)
    else:
        dZ = linear_gradient(COST_SLOPES[cost](A_L, Y), Z_L, SLOPES[activations[-1]])
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
    x, target, [(W1, b1), (W2, b2)] = mazur()
    h = sigmoid(W1 @ x + b1)
    o = sigmoid(W2 @ h + b2)
    d2 = (o - target) * o * (1 - o)
    d1 = (W2.T @ d2) * h * (1 - h)
    W1 = W1 - 0.5 * d1 @ x.T
    W2 = W2 - 0.5 * d2 @ h.T
    return dict(w1=W1[0, 0], w2=W1[0, 1], w3=W1[1, 0], w4=W1[1, 1], w5=W2[0, 0], w6=W2[0, 1], w7=W2[1, 0], w8=W2[1, 1])
