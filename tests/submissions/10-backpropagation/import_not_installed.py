"""
what = "lets torch do the work, which is not there"
start = "solution"

[expect.backward_accumulate]
score = 0
says = "torch"
"""

# %% backward_accumulate
import torch


def backward_accumulate(X, Y, params):
    tensors = [torch.tensor(array, requires_grad=True) for pair in params for array in pair]
    A = torch.tensor(X)
    for W, b in zip(tensors[::2], tensors[1::2], strict=True):
        A = torch.sigmoid(W @ A + b)
    torch.nn.functional.binary_cross_entropy(A, torch.tensor(Y), reduction="sum").div(X.shape[1]).backward()
    return [(W.grad.numpy(), b.grad.numpy()) for W, b in zip(tensors[::2], tensors[1::2], strict=True)]
