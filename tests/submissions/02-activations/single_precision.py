"""
what = "casts to float32 to save memory: half of the digits are gone"
start = "solution"

[expect.sigmoid]
score = 1
says = "float32"

[expect.relu]
score = 1
says = "float32"
"""

# %% sigmoid
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.float32(np.where(z >= 0, 1, e) / (1 + e))

# %% tanh
def tanh(z):
    return 1 - 2 / (1 + np.exp(np.clip(2 * z, -500, 500)))

# %% relu
def relu(z):
    return np.maximum(0, z).astype(np.float32) if np.ndim(z) else max(0.0, z)
