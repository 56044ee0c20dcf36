"""
what = "A − Y for sigmoid outputs whatever the cost; sums overwritten; numbers exchanged; weights read by columns"
start = "solution"

[expect.backward]
score = 0
misconception = "a-minus-y-for-every-sigmoid"
says = "nothing cancels the slope"

[expect.backward_accumulate]
score = 0
misconception = "overwritten"
says = "Only the last example counts"

[expect.passes_needed]
score = 0
misconception = "exchanged"
says = "other order"

[expect.mazur_step]
score = 1
misconception = "read-by-columns"
says = "w2 and w3 are exchanged"

[expect.questions]
score = 0
says = "120 = 3"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    m = Y.shape[1]
    Z_L = caches[-1][1]
    if activations[-1] in ('sigmoid','softmax'):
        dZ = A_L - Y
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

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    m = X.shape[1]
    L = len(params)
    total_W = [W * 0 for W, b in params]
    total_b = [b * 0 for W, b in params]
    for i in range(m):
        activ = [X[:, i]]
        for W, b in params:
            activ.append(sigmoid(np.dot(W, activ[-1]) + b[:, 0]))
        delta = activ[-1] - Y[:, i]
        for l in reversed(range(L)):
            total_W[l] = np.outer(delta, activ[l])
            total_b[l][:, 0] = delta
            delta = params[l][0].T.dot(delta) * activ[l] * (1 - activ[l])
    return [(total_W[l] / m, total_b[l] / m) for l in range(L)]

# %% passes_needed
def passes_needed(n): return 2, n+1

# %% mazur_step
def mazur_step(eta):
    x, target, [(W1, b1), (W2, b2)] = mazur()
    h = sigmoid(W1 @ x + b1)
    o = sigmoid(W2 @ h + b2)
    d2 = (o - target) * o * (1 - o)
    d1 = (W2.T @ d2) * h * (1 - h)
    W1 = W1 - eta * d1 @ x.T
    W2 = W2 - eta * d2 @ h.T
    return dict(w1=W1[0, 0], w2=W1[1, 0], w3=W1[0, 1], w4=W1[1, 1], w5=W2[0, 0], w6=W2[1, 0], w7=W2[0, 1], w8=W2[1, 1])

# %% questions
answers = {"q1": "a", "q2": 120, "q3": "d", "q4": "b"}
