"""
what = "1/m on dZ, and once more on the product; a division in every turn of the loop"
start = "solution"

[expect.weight_gradient_entry]
score = 0
misconception = "one-over-m-twice"

[expect.weight_gradient_loops]
score = 0
misconception = "divided-each-turn"
says = "then divide once"

[expect.weight_gradient]
score = 0
misconception = "divided-in-place"
says = "BP3 needs dZ as it was"

[expect.questions]
score = 2
says = "The average has been taken twice"
"""

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    return np.mean(dZ[r] * A_prev[s]) / dZ.shape[1]

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    (n, m), n_prev = dZ.shape, len(A_prev)
    dW = np.zeros((n, n_prev))
    for r in range(n):
        for s in range(n_prev):
            for i in range(m):
                dW[r, s] += dZ[r, i] * A_prev[s, i]
                dW[r, s] /= m
    return dW

# %% weight_gradient
def weight_gradient(dZ, A_prev):
    dZ /= dZ.shape[1]
    return dZ @ A_prev.T

# %% questions
answers = {"q1": "b", "q2": 0.1875, "q3": "a"}
