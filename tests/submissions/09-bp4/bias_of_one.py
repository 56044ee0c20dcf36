"""
what = "a bias of 1 in both layers, the function g_prime multiplied in without being called"
start = "solution"

[expect.linear_gradient_entry]
score = 0
misconception = "counted-from-one"

[expect.linear_gradient]
score = 0
misconception = "function-multiplied"
says = "unsupported operand type(s) for *"

[expect.hidden_delta]
score = 0
misconception = "function-multiplied"

[expect.softmax_output_delta]
score = 0
misconception = "not-yet-through-the-softmax"

[expect.two_three_one_gradients]
score = 0
misconception = "biases-added"
"""

# %% linear_gradient_entry
def linear_gradient_entry(dA, Z, g_prime, r, i):
    return dA[r - 1, i - 1] * g_prime(Z[r - 1, i - 1])

# %% linear_gradient
def linear_gradient(dA, Z, g_prime):
    return dA * g_prime

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    return -Y / A

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    b1, b2 = np.ones((3, 1)), np.ones((1, 1))
    h = sigmoid(W1 @ x + b1)
    a = sigmoid(W2 @ h + b2)
    delta2 = (a - t) * a * (1 - a)
    delta1 = W2.T @ delta2 * h * (1 - h)
    return delta1 @ x.T, delta2 @ h.T
