"""
what = "the slope of the activation forgotten everywhere"
start = "solution"

[expect.da_dz]
score = 0
misconception = "ones"

[expect.linear_gradient_entry]
score = 0
misconception = "slope-missing"

[expect.linear_gradient]
score = 0
misconception = "slope-missing"
says = "all of dA gets through"

[expect.squared_error_output_delta]
score = 0
misconception = "slope-missing"
says = "With the squared error that is dA"

[expect.hidden_delta]
score = 0
misconception = "slope-missing"
says = "BP3 alone"

[expect.two_three_one_gradients]
score = 0
misconception = "both-slopes-missing"
"""

# %% da_dz
def da_dz(Z, g_prime, k, i, r, j):
    return 1.0 if (k, i) == (r, j) else 0.0

# %% linear_gradient_entry
def linear_gradient_entry(dA, Z, g_prime, r, i):
    return dA[r, i]

# %% linear_gradient
def linear_gradient(dA, Z, g_prime):
    return dA.copy()

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    return A - Y

# %% hidden_delta
def hidden_delta(W_next, dZ_next, Z, g_prime):
    return W_next.T @ dZ_next
