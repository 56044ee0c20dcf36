"""
what = "works on the caller's own arrays"
start = "solution"

[expect.squared_error]
score = 1
misconception = "in-place"
says = "own"

[expect.binary_cross_entropy]
score = 1
misconception = "in-place"

[expect.output_delta]
score = 1
misconception = "in-place"
"""

# %% squared_error
def squared_error(A, Y):
    A -= Y
    return np.sum(A**2) / (2 * A.shape[1])

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    A[A == 0] = 1e-12
    A[A == 1] = 1 - 1e-12
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / A.shape[1]

# %% output_delta
def output_delta(A, Y):
    A -= Y
    return A
