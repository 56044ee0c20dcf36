"""
what = "the labels are forgotten, or stand where the outputs should"
start = "solution"

[expect.categorical_cross_entropy]
score = 0
misconception = "exchanged"
says = "changed places"

[expect.cross_entropy_prime]
score = 0
misconception = "labels-left-out"
says = "Y is not used"

[expect.output_delta]
score = 0
misconception = "label-left-out"

[expect.logistic_gradients]
score = 0
misconception = "label-left-out"

[expect.loss_prime_in_z]
score = 0
misconception = "label-left-out"
"""

# %% categorical_cross_entropy
def categorical_cross_entropy(A, Y):
    return -np.sum(A * np.log(Y + 1e-15)) / A.shape[1]

# %% cross_entropy_prime
def cross_entropy_prime(A, Y):
    return -1 / A + 1 / (1 - A)

# %% output_delta
def output_delta(A, Y):
    return A

# %% loss_prime_in_z
def loss_prime_in_z(z, y):
    return sigmoid(z)
