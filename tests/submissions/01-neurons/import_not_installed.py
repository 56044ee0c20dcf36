"""
what = "imports torch in the cell of layer, above the function: the function is never defined"
start = "release"

[expect.weighted_sum]
score = 2

[expect.layer]
score = 0
says = "layer"
"""

# %% layer
import torch


def layer(W, X, b, g):
    return g((torch.tensor(W) @ torch.tensor(X) + torch.tensor(b)).numpy())

# %% weighted_sum
def weighted_sum(w, x, b):
    return float(np.inner(w, x) + b)
