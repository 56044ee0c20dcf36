"""
what = "functions under other names"
start = "release"

[expect.linear_gradient]
score = 0
says = "another name"

[expect.softmax_output_delta]
score = 2
"""

# %% linear_gradient
def linear_gradients(dA, Z, g_prime):
    return dA * g_prime(Z)

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    return A - Y
