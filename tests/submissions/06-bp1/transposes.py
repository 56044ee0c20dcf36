"""
what = "r and s exchanged, the transpose on the wrong factor, the selection k = r forgotten"
start = "solution"

[expect.linear_entry]
score = 0
misconception = "sides-exchanged"

[expect.dz_dw]
score = 0
misconception = "selection-forgotten"
says = "never compared"

[expect.weight_gradient_entry]
score = 0
misconception = "sides-exchanged"

[expect.weight_gradient_loops]
score = 0
misconception = "transposed-result"
says = "Rows and columns are exchanged"

[expect.weight_gradient]
score = 0
misconception = "wrong-factor-transposed"

[expect.mazur_dw5]
score = 0

[expect.questions]
score = 0
says = "0 of 3 answers are right"
"""

# %% linear_entry
def linear_entry(W, A_prev, b, r, i):
    return W[i] @ A_prev[:, r] + b[i, 0]

# %% dz_dw
def dz_dw(A_prev, k, i, r, s):
    return A_prev[s, i]

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    return dZ[s] @ A_prev[r] / dZ.shape[1]

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    dW = np.zeros((len(A_prev), len(dZ)))
    for r in range(len(dZ)):
        for s in range(len(A_prev)):
            dW[s, r] = np.mean(dZ[r] * A_prev[s])
    return dW

# %% weight_gradient
def weight_gradient(dZ, A_prev):
    return dZ.T @ A_prev / dZ.shape[1]

# %% questions
answers = {"q1": "c", "q2": -0.75, "q3": "b"}
