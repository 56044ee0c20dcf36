"""
what = "einsum, recursion over the layers, helpers in cells of their own, other parameter names"
start = "solution"
"""

# %% parameter_shapes
import math
from functools import reduce


def parameter_shapes(n):
    return [] if len(n) == 1 else [((n[1], n[0]), (n[1], 1))] + parameter_shapes(n[1:])

# %% count_parameters
def count_parameters(n):
    return sum(math.prod(shape) for pair in parameter_shapes(n) for shape in pair)

# %% linear_forward
def linear_forward(weights, a, bias):
    return np.einsum("rj,ji->ri", weights, a) + bias

# %%
def step(a, layer):
    (W, b), name = layer
    z = linear_forward(W, a, b)
    return (a, z), ACTIVATIONS[name](z)

# %% forward
def forward(X, params, activations):
    if len(params) == 0:
        return X, ()
    cache, A = step(X, (params[0], activations[0]))
    A_L, caches = forward(A, params[1:], activations[1:])
    return A_L, (cache, *caches)

# %% forward_theta
def forward_theta(X, thetas, g):
    return reduce(lambda a, theta: g(np.einsum("rj,ji->ri", theta[:, 1:], a) + theta[:, :1]), thetas, X)
