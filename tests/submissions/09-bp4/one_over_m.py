"""
what = "1/m on every dZ; sums where entries are meant"
start = "solution"

[expect.linear_gradient_entry]
score = 0
misconception = "one-over-m"

[expect.linear_gradient]
score = 0
misconception = "summed"

[expect.squared_error_output_delta]
score = 0
misconception = "one-over-m"
says = "comes with dW and db"

[expect.hidden_delta]
score = 0
misconception = "one-over-m"

[expect.softmax_output_delta]
score = 0
misconception = "one-over-m"

[expect.two_three_one_gradients]
score = 0
"""

# %% linear_gradient_entry
def linear_gradient_entry(dA, Z, g_prime, r, i):
    return dA[r, i] * g_prime(Z[r, i]) / Z.shape[1]

# %% linear_gradient
def linear_gradient(dA, Z, g_prime):
    return np.sum(dA * g_prime(Z), axis=1, keepdims=True)

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    m = A.shape[1]
    return (A - Y) * A * (1 - A) / m

# %% hidden_delta
def hidden_delta(W_next, dZ_next, Z, g_prime):
    return W_next.T @ dZ_next * g_prime(Z) / Z.shape[1]

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    return (A - Y) / Y.shape[1]

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    h = sigmoid(W1 @ x)
    a = sigmoid(W2 @ h)
    delta2 = np.array([[(a - t) * a * (1 - a)]])
    delta1 = W2.T @ delta2 * h * (1 - h)
    return delta1 @ x.T, delta2 @ h.T
