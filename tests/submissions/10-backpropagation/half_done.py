"""
what = "backward and passes_needed are written, the rest are stubs"
start = "release"

[expect.backward]
score = 6

[expect.passes_needed]
score = 2

[expect.backward_accumulate]
score = 0
says = "not written yet"

[expect.mazur_step]
score = 0
says = "not written yet"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    L = len(params)
    grads = [None] * L
    if (activations[-1], cost) in PAIRS:
        dZ = A_L - Y
    else:
        dA = COST_SLOPES[cost](A_L, Y)
        dZ = dA * SLOPES[activations[-1]](caches[-1][1])
    for l in range(L - 1, -1, -1):
        A_prev, Z = caches[l]
        W, b = params[l]
        grads[l] = (weight_gradient(dZ, A_prev), bias_gradient(dZ))
        if l == 0:
            break
        dA = previous_activation_gradient(W, dZ)
        dZ = linear_gradient(dA, caches[l - 1][1], SLOPES[activations[l - 1]])
    return grads

# %% passes_needed
def passes_needed(n_parameters):
    return (n_parameters + 1, 2)
