"""
what = "/ 2 * eps, and lists in place of arrays"
start = "solution"

[expect.weight_gradient_loops]
score = 1
says = "The values are right"

[expect.numerical_weight_gradient]
score = 0
misconception = "divided-once"
says = "parentheses"

[expect.mazur_dw5]
score = 0
says = "shape (1,)"
"""

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    return [[np.mean(blame * inputs) for inputs in A_prev] for blame in dZ]

# %% numerical_weight_gradient
def numerical_weight_gradient(cost, W, eps=1e-5):
    slopes = np.zeros(W.shape)
    for r, s in np.ndindex(W.shape):
        step = np.zeros(W.shape)
        step[r, s] = eps
        slopes[r, s] = (cost(W + step) - cost(W - step)) / 2 * eps
    return slopes

# %% mazur_dw5
mazur_dw5 = (out_o[0] - target[0]) * out_o[0] * (1 - out_o[0]) * out_h[0]
