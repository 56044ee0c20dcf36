"""
what = "the cell of forward imports torch, which is not there; what calls forward fails with it"
start = "solution"

[expect.forward]
score = 0
says = "torch"

[expect.mazur_forward]
score = 0
"""

# %% forward
import torch


def forward(X, params, activations):
    A, caches = torch.tensor(X), []
    for (W, b), name in zip(params, activations):
        Z = torch.tensor(W) @ A + torch.tensor(b)
        caches.append((A.numpy(), Z.numpy()))
        A = torch.tensor(ACTIVATIONS[name](Z.numpy()))
    return A.numpy(), caches
