"""
what = "sums where averages are meant; in theta_gradient in the column of the biases alone"
start = "solution"

[expect.bias_gradient_entry]
score = 0
misconception = "one-over-m-missing"

[expect.bias_gradient_loops]
score = 0
misconception = "one-over-m-missing"
says = "exactly m = 2 times too large"

[expect.bias_gradient]
score = 0
misconception = "one-over-m-missing"

[expect.questions]
score = 2
says = "the sum over the examples"

[expect.theta_gradient]
score = 0
misconception = "one-over-m-missing-for-biases"
says = "column 0"
"""

# %% bias_gradient_entry
def bias_gradient_entry(dZ, r):
    return sum(dZ[r])

# %% bias_gradient_loops
def bias_gradient_loops(dZ):
    db = np.zeros((len(dZ), 1))
    for r in range(len(dZ)):
        for i in range(dZ.shape[1]):
            db[r] += dZ[r, i]
    return db

# %% bias_gradient
def bias_gradient(dZ):
    return np.sum(dZ, axis=1, keepdims=True)

# %% theta_gradient
def theta_gradient(dZ, A_prev):
    return np.hstack([bias_gradient(dZ), dZ @ A_prev.T / dZ.shape[1]])

# %% questions
answers = {"q1": "c", "q2": 0.8, "q3": "b"}
