"""
what = "1/m put into BP3, which has none; the mean over the paths"
start = "solution"

[expect.previous_activation_gradient_entry]
score = 0
misconception = "one-over-m"

[expect.previous_activation_gradient_loops]
score = 0
misconception = "averaged-over-readers"
says = "Each path from a neuron to the loss counts in full"

[expect.previous_activation_gradient]
score = 0
misconception = "one-over-m"
says = "comes with dW and db"

[expect.mazur_dE_dout_h1]
score = 0
misconception = "paths-averaged"

[expect.questions]
score = 2
says = "How often is BP3 used"
"""

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    return np.sum(W[:, r] * dZ[:, i]) / dZ.shape[1]

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    dA_prev = np.zeros((W.shape[1], dZ.shape[1]))
    for s, i in np.ndindex(dA_prev.shape):
        dA_prev[s, i] = np.mean(W[:, s] * dZ[:, i])
    return dA_prev

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    return 1 / dZ.shape[1] * W.T @ dZ

# %% mazur_dE_dout_h1
dZ_o = (out_o - target) * out_o * (1 - out_o)
mazur_dE_dout_h1 = np.mean(mazur_W2[:, 0] * dZ_o[:, 0])

# %% questions
answers = {"q1": 5, "q2": "a", "q3": "a"}
