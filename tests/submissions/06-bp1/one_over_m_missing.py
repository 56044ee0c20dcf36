"""
what = "sums where averages are meant"
start = "solution"

[expect.weight_gradient_entry]
score = 0
misconception = "one-over-m-missing"
says = "1/m is missing"

[expect.weight_gradient_loops]
score = 0
misconception = "one-over-m-missing"
says = "exactly m = 2 times too large"

[expect.weight_gradient]
score = 0
misconception = "one-over-m-missing"

[expect.questions]
score = 2
says = "its slope is one too"
"""

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    return dZ[r] @ A_prev[s]

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    dW = np.zeros((dZ.shape[0], A_prev.shape[0]))
    for r in range(dW.shape[0]):
        for s in range(dW.shape[1]):
            for i in range(dZ.shape[1]):
                dW[r, s] += dZ[r, i] * A_prev[s, i]
    return dW

# %% weight_gradient
def weight_gradient(dZ, A_prev):
    return dZ @ A_prev.T

# %% questions
answers = {"q1": "b", "q2": 6, "q3": "a"}
