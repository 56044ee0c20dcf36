"""
what = "@ where * is meant, and the other way round; in the network of one output both happen to be the same"
start = "solution"

[expect.linear_gradient_entry]
score = 0
misconception = "product-of-matrices"

[expect.linear_gradient]
score = 0
misconception = "dot-product"
says = "An activation looks at one sum at a time"

[expect.squared_error_output_delta]
score = 0
misconception = "dot-product"

[expect.hidden_delta]
score = 0
misconception = "weights-element-wise"
says = "this step is a matrix product, only the next one is not"
"""

# %% linear_gradient_entry
def linear_gradient_entry(dA, Z, g_prime, r, i):
    return dA[r] @ g_prime(Z[:, i])

# %% linear_gradient
def linear_gradient(dA, Z, g_prime):
    return np.dot(dA, g_prime(Z).T)

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    return (A - Y).T @ (A * (1 - A))

# %% hidden_delta
def hidden_delta(W_next, dZ_next, Z, g_prime):
    return W_next.T * dZ_next * g_prime(Z)
