"""
what = "a sum over examples, the label taken for 1 in every class, W2's input taken for its slopes, g' of the outputs by a function"
start = "solution"

[expect.da_dz]
score = 0
misconception = "ones"

[expect.linear_gradient_entry]
score = 0
misconception = "summed"
says = "A sum is taken"

[expect.squared_error_output_delta]
score = 0
misconception = "slope-at-the-activation"
says = "A is taken for Z"

[expect.softmax_output_delta]
score = 0
misconception = "one-from-all"
says = "which is which"

[expect.two_three_one_gradients]
score = 0
misconception = "slopes-for-outputs"
says = "dW1 is right"
"""

# %% da_dz
def da_dz(Z, g_prime, k, i, r, j):
    return 1.0 if (k, i) == (r, j) else 0.0

# %% linear_gradient_entry
def linear_gradient_entry(dA, Z, g_prime, r, i):
    return np.sum(dA[r] * g_prime(Z[r]))

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    return linear_gradient(A - Y, A, sigmoid_prime)

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    return A - 1

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    h = sigmoid(W1 @ x)
    a = sigmoid(W2 @ h)
    d2 = (a - t) * a * (1 - a)
    d1 = (W2.T @ d2) * h * (1 - h)
    return d1 @ x.T, d2 @ (h * (1 - h)).T
