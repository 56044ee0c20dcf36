"""
what = "W2 moved before the blame goes back through it; a factor a(1 - a) too many; A -= Y"
start = "solution"

[expect.linear_gradient]
score = 1
misconception = "in-place"

[expect.squared_error_output_delta]
score = 0
misconception = "in-place"

[expect.softmax_output_delta]
score = 0
misconception = "times-slope"
says = "as if each output were a sigmoid"

[expect.two_three_one_gradients]
score = 0
misconception = "updated-weights"
says = "with which the forward pass was made"
"""

# %% linear_gradient
def linear_gradient(dA, Z, g_prime):
    dA *= g_prime(Z)
    return dA

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    A -= Y
    return A * A * (1 - A)

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    return (A - Y) * A * (1 - A)

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    h = sigmoid(W1 @ x)
    a = sigmoid(W2 @ h)
    delta2 = (a - t) * a * (1 - a)
    dW2 = delta2 @ h.T
    W2 = W2 - 0.5 * dW2
    delta1 = W2.T @ delta2 * h * (1 - h)
    return delta1 @ x.T, dW2
