"""
what = "the cell of theta_gradient imports torch, which is not there"
start = "solution"

[expect.theta_gradient]
score = 0
says = "torch"
"""

# %% theta_gradient
import torch


def theta_gradient(dZ, A_prev):
    ones = torch.ones((1, A_prev.shape[1]))
    return (torch.tensor(dZ) @ torch.cat([ones, torch.tensor(A_prev)]).T / dZ.shape[1]).numpy()
