"""
what = "(1 − y) log(1 − a) is forgotten, in the cost, in its derivative and in z"
start = "solution"

[expect.binary_cross_entropy]
score = 0
misconception = "half-missing"
says = "half is missing"

[expect.cross_entropy_prime]
score = 0
misconception = "half-missing"

[expect.loss_in_z]
score = 0
misconception = "half-missing"

[expect.loss_prime_in_z]
score = 0
"""

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    return -np.sum(Y * np.log(np.clip(A, 1e-15, 1))) / A.shape[1]

# %% cross_entropy_prime
def cross_entropy_prime(A, Y):
    return -Y / A

# %% loss_in_z
def loss_in_z(z, y):
    return y * np.log(1 + np.exp(-z))

# %% loss_prime_in_z
def loss_prime_in_z(z, y):
    return y * (sigmoid(z) - 1)
