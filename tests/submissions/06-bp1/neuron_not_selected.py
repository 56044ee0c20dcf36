"""
what = "the sum over k is never used up, so every weight is blamed for what all neurons did; W is read by columns"
start = "solution"

[expect.linear_entry]
score = 0
misconception = "column-of-weights"
says = "Column r of W is taken"

[expect.dz_dw]
score = 0
misconception = "selection-forgotten"
says = "k and r are never compared"

[expect.weight_gradient_entry]
score = 0
misconception = "neuron-not-selected"
says = "Of the sum over k only k = r is left"

[expect.weight_gradient_loops]
score = 0
misconception = "neuron-not-selected"
says = "Every row of dW is the same"

[expect.questions]
score = 1
says = "Which of the three neurons has W_21 in its sum?"
"""

# %% linear_entry
def linear_entry(W, A_prev, b, r, i):
    return (W[:, r] * A_prev[:, i]).sum() + b[r, 0]

# %% dz_dw
def dz_dw(A_prev, k, i, r, s):
    return A_prev[s, i]

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    total = 0
    for i in range(dZ.shape[1]):
        for k in range(dZ.shape[0]):
            total += dZ[k, i] * A_prev[s, i]
    return total / dZ.shape[1]

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    dW = np.zeros((dZ.shape[0], A_prev.shape[0]))
    for r in range(dZ.shape[0]):
        for s in range(A_prev.shape[0]):
            dW[r, s] = weight_gradient_entry(dZ, A_prev, r, s)
    return dW

# %% questions
answers = {"q1": "d", "q2": 1.5, "q3": "a"}
