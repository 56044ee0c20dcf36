"""
what = "a return inside the loop, and = where += is meant"
start = "solution"

[expect.linear_entry]
score = 0
misconception = "first-term-only"

[expect.weight_gradient_entry]
score = 0
misconception = "first-example-only"
says = "`return` inside the loop"

[expect.weight_gradient_loops]
score = 0
misconception = "last-example-only"
says = "instead of adding"

[expect.weight_gradient]
score = 0
misconception = "first-example-only"
"""

# %% linear_entry
def linear_entry(W, A_prev, b, r, i):
    for j in range(len(A_prev)):
        return W[r, j] * A_prev[j, i] + b[r, 0]

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    total = 0
    for i in range(dZ.shape[1]):
        total += dZ[r, i] * A_prev[s, i]
        return total / dZ.shape[1]

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    dW = np.zeros((len(dZ), len(A_prev)))
    for r in range(len(dZ)):
        for s in range(len(A_prev)):
            for i in range(dZ.shape[1]):
                dW[r, s] = dZ[r, i] * A_prev[s, i]
    return dW / dZ.shape[1]

# %% weight_gradient
def weight_gradient(dZ, A_prev):
    return dZ[:, [0]] @ A_prev[:, [0]].T
