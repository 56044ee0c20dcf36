"""
what = "only the first or the last neuron that is fed sends something back: a return inside the loop, = for +="
start = "solution"

[expect.previous_activation_gradient_entry]
score = 0
misconception = "first-reader-only"
says = "inside the loop over k"

[expect.previous_activation_gradient_loops]
score = 0
misconception = "last-reader-only"
says = "`+=`"

[expect.previous_activation_gradient]
score = 0
misconception = "strongest-path"

[expect.mazur_dE_dout_h1]
score = 0
misconception = "first-path-only"
says = "through w7"
"""

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    total = 0
    for k in range(W.shape[0]):
        total += W[k, r] * dZ[k, i]
        return total

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    dA_prev = np.zeros((W.shape[1], dZ.shape[1]))
    for s in range(W.shape[1]):
        for i in range(dZ.shape[1]):
            for k in range(W.shape[0]):
                dA_prev[s, i] = W[k, s] * dZ[k, i]
    return dA_prev

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    return (W[:, :, None] * dZ[:, None, :]).max(axis=0)

# %% mazur_dE_dout_h1
mazur_dE_dout_h1 = 0.055399425
