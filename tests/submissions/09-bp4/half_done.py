"""
what = "the steps, BP4 and the two output layers are written, the rest are stubs"
start = "release"

[expect.da_dz]
score = 1

[expect.linear_gradient_entry]
score = 1

[expect.linear_gradient]
score = 2

[expect.squared_error_output_delta]
score = 2

[expect.softmax_output_delta]
score = 2

[expect.hidden_delta]
score = 0
says = "not written yet"
"""

# %% da_dz
def da_dz(Z, g_prime, k, i, r, j):
    return g_prime(Z[k, i]) if k == r and i == j else 0.0

# %% linear_gradient_entry
def linear_gradient_entry(dA, Z, g_prime, r, i):
    return dA[r, i] * g_prime(Z[r, i])

# %% linear_gradient
def linear_gradient(dA, Z, g_prime):
    return g_prime(Z) * dA

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    return (A - Y) * A * (1 - A)

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    return A - Y
