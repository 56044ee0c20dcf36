"""
what = "einsum, recursion, helpers in a cell of the student's own, other names for the arguments"
start = "solution"
"""

# %% dz_db
def dz_db(neuron, example, owner_of_the_bias):
    return float(neuron == owner_of_the_bias)

# %% bias_gradient_entry
def total(numbers):
    return numbers[0] + total(numbers[1:]) if len(numbers) else 0.0


def bias_gradient_entry(blame, r):
    return total(blame[r]) / len(blame[r])

# %%
def as_column(numbers):
    return np.array([numbers], dtype=float).T


print(as_column([1, 2]))

# %% bias_gradient_loops
def bias_gradient_loops(blame):
    return as_column([bias_gradient_entry(blame, r) for r in range(len(blame))])

# %% bias_gradient
def bias_gradient(blame):
    return as_column(np.einsum("ri->r", blame) / blame.shape[1])

# %% theta_gradient
def theta_gradient(blame, inputs):
    unit = np.insert(inputs, 0, 1.0, axis=0)
    return np.einsum("ri,si->rs", blame, unit) / blame.shape[1]
