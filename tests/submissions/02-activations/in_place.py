"""
what = "writes into the arguments: z[z < 0] = 0 and Z -= Z.max(axis=0)"
start = "solution"

[expect.relu]
score = 0
misconception = "in-place"
says = "`z` was changed in place"

[expect.leaky_relu]
score = 0
misconception = "in-place"

[expect.softmax]
score = 1
misconception = "in-place"
says = "`Z` was changed in place"
"""

# %% relu
def relu(z):
    z[z < 0] = 0
    return z

# %% leaky_relu
def leaky_relu(z, slope=0.01):
    z[z < 0] *= slope
    return z

# %% softmax
def softmax(Z):
    Z -= Z.max(axis=0)
    E = np.exp(Z)
    return E / E.sum(axis=0)
