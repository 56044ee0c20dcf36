"""
what = "Gupta's network with biases, gradients the wrong way up; lists where arrays are meant; one example alone"
start = "solution"

[expect.linear_gradient]
score = 1
says = "only the last line"

[expect.squared_error_output_delta]
score = 0
misconception = "transposed"

[expect.hidden_delta]
score = 0
misconception = "one-reader-only"

[expect.two_three_one_gradients]
score = 0
misconception = "transposed"
"""

# %% linear_gradient
def linear_gradient(dA, Z, g_prime):
    return (dA * g_prime(Z)).tolist()

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    return ((A - Y) * A * (1 - A)).T

# %% hidden_delta
def hidden_delta(W_next, dZ_next, Z, g_prime):
    return W_next[[0]].T @ dZ_next[[0]] * g_prime(Z)

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    h = sigmoid(W1 @ x)
    a = sigmoid(W2 @ h)
    delta2 = (a - t) * a * (1 - a)
    delta1 = W2.T @ delta2 * h * (1 - h)
    return x @ delta1.T, h @ delta2.T
