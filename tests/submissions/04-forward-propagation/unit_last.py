"""
what = "the row of ones below the activations; a product of all sizes for a count"
start = "solution"

[expect.count_parameters]
score = 0
misconception = "product-of-all"

[expect.forward_theta]
score = 0
misconception = "unit-last"
"""

# %% count_parameters
def count_parameters(layer_sizes):
    return int(np.prod(layer_sizes))

# %% forward_theta
def forward_theta(X, thetas, g):
    A = X
    for theta in thetas:
        A = g(theta @ np.vstack([A, np.ones((1, A.shape[1]))]))
    return A
