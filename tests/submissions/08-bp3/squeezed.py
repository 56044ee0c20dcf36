"""
what = "sides of length 1 are squeezed away, arrays in place of numbers, digits rounded"
start = "solution"

[expect.previous_activation_gradient_entry]
score = 0
misconception = "array-of-one"

[expect.previous_activation_gradient]
score = 0
misconception = "flat"

[expect.mazur_dE_dout_h1]
score = 0
misconception = "rounded"
"""

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    return W[:, [r]].T @ dZ[:, [i]]

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    return np.squeeze(W.T @ dZ)

# %% mazur_dE_dout_h1
mazur_dE_dout_h1 = 0.0364
