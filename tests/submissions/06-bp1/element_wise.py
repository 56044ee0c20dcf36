"""
what = "* where a sum of products is meant, and sums before the product"
start = "solution"

[expect.linear_entry]
score = 0
misconception = "no-sum"

[expect.dz_dw]
score = 0
misconception = "ones"

[expect.weight_gradient_entry]
score = 0
misconception = "sums-multiplied"
says = "products first"

[expect.weight_gradient_loops]
score = 0
misconception = "blame-only"

[expect.weight_gradient]
score = 0
misconception = "element-wise"

[expect.mazur_dw5]
score = 0
misconception = "slope-missing"
says = "0.43983"

[expect.questions]
score = 1
says = "added up first"
"""

# %% linear_entry
def linear_entry(W, A_prev, b, r, i):
    return W[r] * A_prev[:, i] + b[r, 0]

# %% dz_dw
def dz_dw(A_prev, k, i, r, s):
    return 1.0 if k == r else 0.0

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    return np.mean(dZ[r]) * np.mean(A_prev[s])

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    dW = np.zeros((len(dZ), len(A_prev)))
    for r in range(len(dZ)):
        dW[r] = np.mean(dZ[r])
    return dW

# %% weight_gradient
def weight_gradient(dZ, A_prev):
    return dZ * A_prev / dZ.shape[1]

# %% mazur_dw5
mazur_dw5 = (out_o[0, 0] - target[0, 0]) * out_h[0, 0]

# %% questions
answers = {"q1": "b", "q2": 2.25, "q3": "d"}
