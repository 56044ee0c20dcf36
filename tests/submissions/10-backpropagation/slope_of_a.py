"""
what = "the slope of each layer is taken of its activation, which the next cache holds; Mazur's weights typed in"
start = "solution"

[expect.backward]
score = 1
misconception = "slope-of-a"
says = "of the activation A, not of Z"

[expect.mazur_step]
score = 0
misconception = "eta-ignored"
says = "`eta` makes no difference"
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
            dZ = dA * SLOPES[activations[k - 1]](A_prev)
    return grads[::-1]

# %% mazur_step
def mazur_step(eta):
    return {
        "w1": 0.149780716, "w2": 0.19956143, "w3": 0.24975114, "w4": 0.29950229,
        "w5": 0.35891648, "w6": 0.408666186, "w7": 0.511301270, "w8": 0.561370121,
    }
