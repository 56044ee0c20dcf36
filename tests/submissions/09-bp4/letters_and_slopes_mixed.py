"""
what = "places paired wrongly, slopes at dA, softmax's diagonal alone, the output's slope twice: the newcomer's first tries"
start = "solution"

[expect.da_dz]
score = 0
misconception = "letters-mixed"
says = "k belongs with r"

[expect.linear_gradient_entry]
score = 0
misconception = "slope-of-the-product"
says = "dA went into g′ together with Z"

[expect.linear_gradient]
score = 0
misconception = "slope-of-the-blame"
says = "The slope is taken at dA"

[expect.squared_error_output_delta]
score = 0
misconception = "sign-flipped"
says = "or a − 1"

[expect.hidden_delta]
score = 0
misconception = "slope-at-the-blame"
says = "The slope is taken at what was collected"

[expect.softmax_output_delta]
score = 0
misconception = "slope-alone"
says = "The loss does not come in"

[expect.two_three_one_gradients]
score = 0
misconception = "output-slope-twice"
says = "has been through BP4 already"
"""

# %% da_dz
def da_dz(Z, g_prime, k, i, r, j):
    return g_prime(Z[k, i]) if k == i and r == j else 0.0

# %% linear_gradient_entry
def linear_gradient_entry(dA, Z, g_prime, r, i):
    return g_prime(dA[r, i] * Z[r, i])

# %% linear_gradient
def linear_gradient(dA, Z, g_prime):
    return g_prime(dA) * Z

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    return (A - Y) * A * (A - 1)

# %% hidden_delta
def hidden_delta(W_next, dZ_next, Z, g_prime):
    dA = previous_activation_gradient(W_next, dZ_next)
    return Z * g_prime(dA)

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    return A * (1 - A)

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    z1 = W1 @ x
    h = sigmoid(z1)
    z2 = W2 @ h
    a = sigmoid(z2)
    d2 = (a - t) * a * (1 - a) * sigmoid_prime(z2)
    d1 = W2.T @ d2 * sigmoid_prime(z1)
    return d1 @ x.T, d2 @ h.T
