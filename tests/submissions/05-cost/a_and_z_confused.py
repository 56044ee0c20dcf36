"""
what = "a second sigmoid where a stands, none where z stands"
start = "solution"

[expect.binary_cross_entropy]
score = 0
misconception = "sigmoid-again"
says = "holds outputs already"

[expect.output_delta]
score = 0
misconception = "sigmoid-again"
says = "the outputs of one already"

[expect.logistic_gradients]
score = 0

[expect.log_a]
score = 0
misconception = "log-of-z"
says = "The output is not z"

[expect.log_one_minus_a]
score = 0
misconception = "log-of-one-minus-z"
says = "The output is not z"
"""

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    A = sigmoid(A)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / A.shape[1]

# %% output_delta
def output_delta(A, Y):
    return sigmoid(A) - Y

# %% log_a
def log_a(z):
    return np.log(z)

# %% log_one_minus_a
def log_one_minus_a(z):
    return np.log(1 - z)
