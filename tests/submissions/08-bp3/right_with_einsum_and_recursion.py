"""
what = "einsum, recursion, helpers in a cell of the student's own, other names for the arguments"
start = "solution"
"""

# %% dz_da
def kronecker(a, b):
    return 1.0 if a == b else 0.0


def dz_da(weights, reader, example, read, other):
    return kronecker(example, other) * weights[reader, read]

# %% previous_activation_gradient_entry
def dot(a, b):
    return a[0] * b[0] + dot(a[1:], b[1:]) if len(a) else 0.0


def previous_activation_gradient_entry(weights, blame, neuron, example):
    return dot(weights[:, neuron], blame[:, example])

# %%
print(dot([1.0, 2.0], [3.0, 4.0]))

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(weights, blame):
    columns = [[dot(w, b) for w in weights.T] for b in blame.T]
    return np.stack(columns, axis=1)

# %% previous_activation_gradient
def previous_activation_gradient(weights, blame):
    return np.einsum("ks,ki->si", weights, blame)

# %% mazur_dE_dout_h1
delta_o = (out_o - target) * out_o * (1 - out_o)
mazur_dE_dout_h1 = (delta_o.T @ mazur_W2).T[0, 0]
