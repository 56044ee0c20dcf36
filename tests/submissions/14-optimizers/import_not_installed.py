"""
what = "the cell of adam_step imports torch, which is not there"
start = "solution"

[expect.adam_step]
score = 0
says = "torch"
"""

# %% adam_step
import torch


def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    p = torch.nn.Parameter(torch.tensor(theta))
    optimizer = torch.optim.Adam([p], lr=learning_rate, betas=(beta1, beta2), eps=eps)
    p.grad = torch.tensor(grad)
    optimizer.step()
    return p.detach().numpy(), optimizer.state_dict()
