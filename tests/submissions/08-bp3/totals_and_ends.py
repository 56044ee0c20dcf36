"""
what = "the total carried on, the last reader left out, h2 for h1, the column of another example, a lost return"
start = "solution"

[expect.dz_da]
score = 0
misconception = "nothing-where-zero"
says = "that case has a derivative too"

[expect.previous_activation_gradient_entry]
score = 0
misconception = "last-reader-missing"
says = "Where does the loop over k end?"

[expect.previous_activation_gradient_loops]
score = 0
misconception = "total-not-reset"
says = "Each entry starts from 0"

[expect.previous_activation_gradient]
score = 0
misconception = "examples-summed"
says = "each keeps its column"

[expect.mazur_dE_dout_h1]
score = 0
misconception = "other-hidden-neuron"
says = "h1 is read through w5 and w7"

[expect.questions]
score = 1
says = "From dZ of layer 3 to dZ of layer 1, how many times is that?"
"""

# %% dz_da
def dz_da(W, k, i, s, j):
    if i == j:
        return W[k, s]

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    total = 0
    for k in range(len(W) - 1):
        total += W[k, r] * dZ[k, i]
    return total

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    out = np.zeros((W.shape[1], dZ.shape[1]))
    total = 0
    for s in range(W.shape[1]):
        for i in range(dZ.shape[1]):
            for k in range(W.shape[0]):
                total += W[k, s] * dZ[k, i]
            out[s, i] = total
    return out

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    return W.T @ dZ.sum(axis=1, keepdims=True)

# %% mazur_dE_dout_h1
mazur_dE_dout_h1 = (mazur_W2.T @ ((out_o - target) * out_o * (1 - out_o)))[1, 0]

# %% questions
answers = {"q1": 5, "q2": "d", "q3": "b"}
