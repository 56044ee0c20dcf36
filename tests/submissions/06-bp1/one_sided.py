"""
what = "the one-sided difference; Mazur's gradient with the weight in place of what it reads"
start = "solution"

[expect.numerical_weight_gradient]
score = 0
misconception = "forward"
says = "looks ahead only"

[expect.mazur_dw5]
score = 0
misconception = "weight-for-input"
"""

# %% numerical_weight_gradient
def numerical_weight_gradient(cost, W, eps=1e-5):
    slopes = np.zeros(W.shape)
    for r, s in np.ndindex(W.shape):
        nudged = W.copy()
        nudged[r, s] += eps
        slopes[r, s] = (cost(nudged) - cost(W)) / eps
    return slopes

# %% mazur_dw5
mazur_dw5 = (out_o * (out_o - target) * (1 - out_o))[0, 0] * 0.4
