"""
what = "(dW2, dW1); the slope before the weights; r and i exchanged; the places mixed up"
start = "solution"

[expect.da_dz]
score = 0
misconception = "letters-mixed"
says = "k belongs with r, and i with j"

[expect.linear_gradient_entry]
score = 0
misconception = "indices-exchanged"

[expect.hidden_delta]
score = 0
misconception = "order"
says = "first the product with the weights"

[expect.two_three_one_gradients]
score = 0
misconception = "order-exchanged"
"""

# %% da_dz
def da_dz(Z, g_prime, k, i, r, j):
    return g_prime(Z[r, j]) if k == j and i == r else 0.0

# %% linear_gradient_entry
def linear_gradient_entry(dA, Z, g_prime, r, i):
    return dA[i, r] * g_prime(Z[i, r])

# %% hidden_delta
def hidden_delta(W_next, dZ_next, Z, g_prime):
    return W_next.T @ (dZ_next * g_prime(Z))

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    h = sigmoid(W1 @ x)
    a = sigmoid(W2 @ h)
    delta2 = (a - t) * a * (1 - a)
    delta1 = W2.T @ delta2 * h * (1 - h)
    return delta2 @ h.T, delta1 @ x.T
