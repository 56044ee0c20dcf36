"""
what = "einsum, recursion and broadcasting, helpers in a cell of the student's own, other names for the arguments"
start = "solution"
"""

# %% linear_entry
def linear_entry(weights, inputs, biases, neuron, example):
    return np.einsum("j,j->", weights[neuron], inputs[:, example]) + biases[neuron].item()

# %% dz_dw
def kronecker(a, b):
    return 1.0 if a == b else 0.0


def dz_dw(inputs, k, i, r, s):
    return kronecker(k, r) * inputs[s, i]

# %% weight_gradient_entry
def dot(a, b):
    return a[0] * b[0] + dot(a[1:], b[1:]) if len(a) else 0.0


def weight_gradient_entry(blame, inputs, r, s):
    return dot(blame[r], inputs[s]) / len(blame[r])

# %%
from functools import reduce

print(weight_gradient_entry(np.ones((1, 2)), np.ones((1, 2)), 0, 0))

# %% weight_gradient_loops
def weight_gradient_loops(blame, inputs):
    return np.array([[weight_gradient_entry(blame, inputs, r, s) for s in range(len(inputs))] for r in range(len(blame))])

# %% weight_gradient
def weight_gradient(blame, inputs):
    return np.einsum("ri,si->rs", blame, inputs) / blame.shape[1]

# %% numerical_weight_gradient
def numerical_weight_gradient(J, W, eps=1e-5):
    flat = W.ravel()

    def at(vector):
        return J(vector.reshape(W.shape))

    slopes = [(at(flat + eps * unit) - at(flat - eps * unit)) / (2 * eps) for unit in np.eye(flat.size)]
    return np.reshape(slopes, W.shape)

# %% mazur_dw5
mazur_dw5 = ((out_o - target) * out_o * (1 - out_o))[0, 0] * out_h[0, 0]
