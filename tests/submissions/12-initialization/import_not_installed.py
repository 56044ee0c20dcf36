"""
what = "the cell of he_initialization imports torch, which is not there"
start = "solution"

[expect.he_initialization]
score = 0
says = "torch"
"""

# %% he_initialization
import torch


def he_initialization(layer_sizes, rng):
    return [
        (torch.nn.init.kaiming_normal_(torch.empty(n, a)).numpy(), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)
    ]
