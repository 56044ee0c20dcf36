"""
what = "absolute values along the paths, the path of o2 taken as positive, and lists in place of arrays"
start = "solution"

[expect.previous_activation_gradient_entry]
score = 0
misconception = "size-only"

[expect.previous_activation_gradient_loops]
score = 1
says = "The values are right"

[expect.previous_activation_gradient]
score = 0
misconception = "size-only"
says = "partly cancel"

[expect.mazur_dE_dout_h1]
score = 0
misconception = "paths-subtracted"
says = "with the signs they have"
"""

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    return sum(abs(W[k, r] * dZ[k, i]) for k in range(len(W)))

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    return [[float(w @ z) for z in dZ.T] for w in W.T]

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    return np.abs(W).T @ dZ

# %% mazur_dE_dout_h1
mazur_dE_dout_h1 = 0.055399425 + 0.019049119
