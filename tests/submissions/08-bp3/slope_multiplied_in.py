"""
what = "the slope of the activation is in BP3 already; Mazur's weights are those after the step"
start = "solution"

[expect.previous_activation_gradient_entry]
score = 0
misconception = "slope-multiplied-in"

[expect.previous_activation_gradient]
score = 0
misconception = "slope-multiplied-in"
says = "the next step, BP4"

[expect.mazur_dE_dout_h1]
score = 0
misconception = "updated-weights"
says = "weights of the forward pass"
"""

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    return float(W[:, r] @ (dZ[:, i] * (1 - dZ[:, i])))

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    dA_prev = W.T @ dZ
    return dA_prev * (1 - dA_prev)

# %% mazur_dE_dout_h1
dZ_o = (out_o - target) * out_o * (1 - out_o)
new_W2 = mazur_W2 - 0.5 * dZ_o @ out_h.T
mazur_dE_dout_h1 = (new_W2.T @ dZ_o)[0, 0]
