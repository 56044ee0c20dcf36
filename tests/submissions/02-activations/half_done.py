"""
what = "only the first exercises are written, the rest are stubs"
start = "release"

[expect.sigmoid]
score = 2

[expect.relu]
score = 2

[expect.tanh]
score = 0
says = "not written yet"
"""

# %% sigmoid
def sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))

# %% relu
def relu(z):
    return np.maximum(0, z)
