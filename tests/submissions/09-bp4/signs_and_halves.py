"""
what = "y - a for a - y, the half of the square forgotten and kept"
start = "solution"

[expect.linear_gradient]
score = 0
misconception = "sign-flipped"

[expect.squared_error_output_delta]
score = 0
misconception = "doubled"
says = "cancels the 2"

[expect.hidden_delta]
score = 0
misconception = "sign-flipped"

[expect.softmax_output_delta]
score = 0
misconception = "sign-flipped"

[expect.two_three_one_gradients]
score = 0
misconception = "half-kept"
"""

# %% linear_gradient
def linear_gradient(dA, Z, g_prime):
    return -dA * g_prime(Z)

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    return 2 * (A - Y) * A * (1 - A)

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    return Y - A

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    h = sigmoid(W1 @ x)
    a = sigmoid(W2 @ h)
    delta2 = 0.5 * (a - t) * a * (1 - a)
    delta1 = W2.T @ delta2 * h * (1 - h)
    return delta1 @ x.T, delta2 @ h.T
