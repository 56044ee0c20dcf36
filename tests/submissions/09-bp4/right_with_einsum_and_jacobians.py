"""
what = "einsum, Jacobians, helpers in a cell of the student's own, other names for the arguments, a list for the pair"
start = "solution"
"""

# %%
def delta_of(a, b):
    return float(a == b)


# %% da_dz
def da_dz(sums, slope, k, i, r, j):
    return delta_of(k, r) * delta_of(i, j) * slope(sums)[r, j]

# %% linear_gradient_entry
def linear_gradient_entry(blame, sums, slope, neuron, example):
    return sum(blame[k, i] * da_dz(sums, slope, k, i, neuron, example) for k, i in np.ndindex(blame.shape))

# %% linear_gradient
def linear_gradient(blame, sums, slope):
    return np.einsum("ri,ri->ri", blame, slope(sums))

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    return np.einsum("ki,ki,ki->ki", A - Y, A, 1 - A)

# %% hidden_delta
def hidden_delta(W_after, blame_after, sums, slope):
    return np.einsum("kr,ki,ri->ri", W_after, blame_after, slope(sums))

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    columns = []
    for a, y in zip(A.T, Y.T):
        jacobian = np.diag(a) - np.outer(a, a)
        columns.append(jacobian.T @ (-y / a))
    return np.stack(columns, axis=1)

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    v, w = x[:, 0], W2[0]
    h = 1 / (1 + np.exp(-W1 @ v))
    a = 1 / (1 + np.exp(-w @ h))
    delta = (a - t) * a * (1 - a)
    return [np.outer(delta * w * h * (1 - h), v), delta * h[None, :]]
