"""
what = "every weight is nudged at the same time; Mazur's w5 after the step in place of its slope"
start = "solution"

[expect.numerical_weight_gradient]
score = 0
misconception = "all-at-once"
says = "only that one may move"

[expect.mazur_dw5]
score = 0
misconception = "updated-weight"
"""

# %% numerical_weight_gradient
def numerical_weight_gradient(cost, W, eps=1e-5):
    return np.ones(W.shape) * (cost(W + eps) - cost(W - eps)) / (2 * eps)

# %% mazur_dw5
mazur_dw5 = 0.4 - 0.5 * 0.082167041
