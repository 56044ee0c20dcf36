"""
what = "the function has another name, and one returns nothing but prints"
start = "solution"

[expect.squared_error]
score = 0
says = "squared_error"

[expect.binary_cross_entropy]
score = 0
says = "returned None"
"""

# %% squared_error
def mean_squared_error(A, Y):
    return np.sum((A - Y) ** 2) / (2 * A.shape[1])

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    print(-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / A.shape[1])
