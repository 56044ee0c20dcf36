"""
what = "neurons compared where examples are meant, r and i exchanged, the sum over the examples, the result transposed"
start = "solution"

[expect.dz_da]
score = 0
misconception = "neurons-compared"
says = "what has to be the same is the example"

[expect.previous_activation_gradient_entry]
score = 0
misconception = "indices-exchanged"

[expect.previous_activation_gradient_loops]
score = 0
misconception = "rows-of-blame"

[expect.previous_activation_gradient]
score = 0
misconception = "transposed-result"

[expect.mazur_dE_dout_h1]
score = 0
misconception = "other-hidden-neuron"

[expect.questions]
score = 0
says = "0 of 3 answers are right"
"""

# %% dz_da
def dz_da(W, k, i, s, j):
    return W[k, s] if k == s else 0.0

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    return W[:, i] @ dZ[:, r]

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    dA_prev = np.zeros((W.shape[1], dZ.shape[1]))
    for s in range(W.shape[1]):
        for i in range(dZ.shape[1]):
            for k in range(W.shape[0]):
                dA_prev[s, i] += W[k, s] * dZ[i, k]
    return dA_prev

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    return dZ.T @ W

# %% mazur_dE_dout_h1
dZ_o = (out_o - target) * out_o * (1 - out_o)
mazur_dE_dout_h1 = (mazur_W2.T @ dZ_o)[1, 0]

# %% questions
answers = {"q1": 40, "q2": "b", "q3": "d"}
