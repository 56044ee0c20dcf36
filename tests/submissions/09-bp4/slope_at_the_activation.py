"""
what = "g' of A where it takes Z, A(1 - A) where the slope is handed in"
start = "solution"

[expect.da_dz]
score = 0
misconception = "slope-at-the-activation"

[expect.linear_gradient_entry]
score = 0
misconception = "slope-of-one-activation"
says = "`g_prime` is its slope"

[expect.linear_gradient]
score = 0
misconception = "slope-at-the-activation"
says = "before any activation"

[expect.squared_error_output_delta]
score = 0
misconception = "slope-at-the-activation"
says = "A is taken for Z"

[expect.hidden_delta]
score = 0
misconception = "slope-of-one-activation"

[expect.softmax_output_delta]
score = 0
misconception = "softmax-again"

[expect.two_three_one_gradients]
score = 0
misconception = "slope-of-z"
"""

# %% da_dz
def da_dz(Z, g_prime, k, i, r, j):
    A = sigmoid(Z)
    return g_prime(A[k, i]) if (k, i) == (r, j) else 0.0

# %% linear_gradient_entry
def linear_gradient_entry(dA, Z, g_prime, r, i):
    return dA[r, i] * Z[r, i] * (1 - Z[r, i])

# %% linear_gradient
def linear_gradient(dA, Z, g_prime):
    A = np.maximum(Z, 0)
    return dA * g_prime(A)

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    return (A - Y) * sigmoid_prime(A)

# %% hidden_delta
def hidden_delta(W_next, dZ_next, Z, g_prime):
    return W_next.T @ dZ_next * sigmoid_prime(Z)

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    return softmax(A) - Y

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    z1 = W1 @ x
    h = sigmoid(z1)
    a = sigmoid(W2 @ h)
    delta2 = (a - t) * a * (1 - a)
    delta1 = W2.T @ delta2 * z1 * (1 - z1)
    return delta1 @ x.T, delta2 @ h.T
