"""
what = "the bias is nowhere: not in the count, not in the sums"
start = "solution"

[expect.count_parameters]
score = 0
misconception = "biases-missing"

[expect.linear_forward]
score = 0
misconception = "bias-forgotten"

[expect.forward]
score = 0
misconception = "bias-forgotten"
says = "Z in the cache of layer 1"

[expect.forward_theta]
score = 0
misconception = "bias-forgotten"

[expect.mazur_forward]
score = 0
misconception = "bias-forgotten"
says = "0.0275"
"""

# %% count_parameters
def count_parameters(layer_sizes):
    return sum(a * b for a, b in zip(layer_sizes, layer_sizes[1:]))

# %% linear_forward
def linear_forward(W, A_prev, b):
    return W @ A_prev

# %% forward_theta
def forward_theta(X, thetas, g):
    for theta in thetas:
        X = g(theta[:, 1:] @ X)
    return X
