"""
what = "the cell of previous_activation_gradient imports torch, which is not there"
start = "solution"

[expect.previous_activation_gradient]
score = 0
says = "torch"

[expect.mazur_dE_dout_h1]
score = 0
"""

# %% previous_activation_gradient
import torch


def previous_activation_gradient(W, dZ):
    return (torch.tensor(W).T @ torch.tensor(dZ)).numpy()
