"""
what = "the cell of accuracy imports torch, which is not there; update under another name"
start = "release"

[expect.update]
score = 0
says = "update"

[expect.accuracy]
score = 0
says = "torch"
"""

# %% update
def gradient_step(params, grads, learning_rate):
    return [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(params, grads)]

# %% accuracy
import torch


def accuracy(A, Y):
    return float((torch.tensor(A).argmax(0) == torch.tensor(Y).argmax(0)).float().mean())
