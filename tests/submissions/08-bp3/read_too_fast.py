"""
what = "neurons compared, W as in the forward pass, W reshaped where it has to be turned, the slope of h1 too early"
start = "solution"

[expect.dz_da]
score = 0
misconception = "neurons-compared"
says = "what has to be the same is the example"

[expect.previous_activation_gradient_entry]
score = 0
misconception = "averaged-over-readers"
says = "Each path from the neuron to the loss counts in full"

[expect.previous_activation_gradient_loops]
score = 0
misconception = "rows-of-weights"
says = "W is looked up with its indices exchanged"

[expect.previous_activation_gradient]
score = 0
misconception = "reshaped"
says = "W is reshaped, not transposed"

[expect.mazur_dE_dout_h1]
score = 0
misconception = "slope-multiplied-in"
says = "asked for is the slope with respect to out_h1"

[expect.questions]
score = 0
says = "How many of the three divisions are too many?"
"""

# %% dz_da
def dz_da(W, k, i, s, j):
    return W[k, s] if k == s else 0.0

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    return np.mean(W[:, r] * dZ[:, i])

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    out = np.zeros((W.shape[0], dZ.shape[1]))
    for s in range(W.shape[0]):
        for i in range(dZ.shape[1]):
            for k in range(W.shape[1]):
                out[s, i] += W[s, k] * dZ[k, i]
    return out

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    return W.reshape(W.shape[1], W.shape[0]) @ dZ

# %% mazur_dE_dout_h1
mazur_dE_dout_h1 = (mazur_W2.T @ ((out_o - target) * out_o * (1 - out_o)) * out_h * (1 - out_h))[0, 0]

# %% questions
answers = {"q1": 8, "q2": "c", "q3": "d"}
