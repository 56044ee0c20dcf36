"""
what = "a factor a(1 − a) that has cancelled is still there"
start = "solution"

[expect.output_delta]
score = 0
misconception = "times-slope"
says = "factor a(1 − a) too many"

[expect.cancelled]
score = 0
misconception = "nothing-cancelled"

[expect.loss_prime_in_z]
score = 0
misconception = "times-slope"

[expect.logistic_gradients]
score = 0
misconception = "times-slope"
"""

# %% cancelled
def cancelled(a, y):
    return -y * a * (1 - a), (1 - y) * a * (1 - a)

# %% output_delta
def output_delta(A, Y):
    return (A - Y) * A * (1 - A)

# %% loss_prime_in_z
def loss_prime_in_z(z, y):
    a = sigmoid(z)
    return (a - y) * a * (1 - a)
