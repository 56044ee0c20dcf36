"""
what = "indices and factors mixed up: row i for column i, rows and columns of A_prev, the wrong input for w5, the average twice"
start = "solution"

[expect.linear_entry]
score = 0
misconception = "row-of-activations"
says = "Row i of `A_prev` is taken"

[expect.dz_dw]
score = 0
misconception = "indices-exchanged"
says = "its rows are the neurons before, s"

[expect.weight_gradient_entry]
score = 0
misconception = "columns-for-rows"
says = "a column is one example with all its neurons"

[expect.weight_gradient_loops]
score = 0
misconception = "divided-each-turn"
says = "divide once"

[expect.weight_gradient]
score = 0
misconception = "divided-in-place"
says = "BP3 needs dZ as it was"

[expect.numerical_weight_gradient]
score = 0
misconception = "nudges-kept"
says = "Start each time from W as it was given"

[expect.mazur_dw5]
score = 0
misconception = "neighbour"
says = "This is the slope for w6"

[expect.questions]
score = 0
says = "text; the answer is a number"
"""

# %% linear_entry
def linear_entry(W, A_prev, b, r, i):
    return W[r] @ A_prev[i] + b[r, 0]

# %% dz_dw
def dz_dw(A_prev, k, i, r, s):
    if k == r:
        return A_prev[i, s]
    return 0.0

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    return np.dot(dZ[:, r], A_prev[:, s]) / dZ.shape[1]

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    dW = np.zeros((dZ.shape[0], A_prev.shape[0]))
    m = dZ.shape[1]
    for r in range(dZ.shape[0]):
        for s in range(A_prev.shape[0]):
            for i in range(m):
                dW[r, s] += dZ[r, i] * A_prev[s, i]
                dW[r, s] /= m
    return dW

# %% weight_gradient
def weight_gradient(dZ, A_prev):
    dZ /= dZ.shape[1]
    return dZ @ A_prev.T

# %% numerical_weight_gradient
def numerical_weight_gradient(cost, W, eps=1e-5):
    grad = np.zeros(W.shape)
    above = W.copy()
    below = W.copy()
    for r in range(W.shape[0]):
        for s in range(W.shape[1]):
            above[r, s] += eps
            below[r, s] -= eps
            grad[r, s] = (cost(above) - cost(below)) / (2 * eps)
    return grad

# %% mazur_dw5
mazur_dw5 = float(((out_o - target) * out_o * (1 - out_o) * out_h[::-1])[0, 0])

# %% questions
answers = {"q1": "a", "q2": "0.75", "q3": "b"}
