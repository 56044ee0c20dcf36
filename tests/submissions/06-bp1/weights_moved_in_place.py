"""
what = "W is nudged where it is, and comes back but for rounding; dw5 is rounded"
start = "solution"

[expect.numerical_weight_gradient]
score = 0
misconception = "put-back-inexactly"
says = "`W` was changed in place"

[expect.mazur_dw5]
score = 0
misconception = "rounded"
"""

# %% numerical_weight_gradient
def numerical_weight_gradient(cost, W, eps=1e-5):
    slopes = np.zeros(W.shape)
    for r, s in np.ndindex(W.shape):
        W[r, s] += eps
        above = cost(W)
        W[r, s] -= 2 * eps
        below = cost(W)
        W[r, s] += eps
        slopes[r, s] = (above - below) / (2 * eps)
    return slopes

# %% mazur_dw5
mazur_dw5 = 0.0822
