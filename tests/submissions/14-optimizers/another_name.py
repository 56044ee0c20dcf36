"""
what = "functions under other names"
start = "release"

[expect.momentum_step]
score = 0
says = "momentum_step"

[expect.adagrad_step]
score = 2
"""

# %% momentum_step
def step_with_momentum(theta, grad, state, learning_rate=0.01, gamma=0.9):
    v = gamma * state.get("v", 0) + learning_rate * grad
    return theta - v, {"v": v}

# %% adagrad_step
def adagrad_step(theta, g, memory, learning_rate=0.01, eps=1e-8):
    total = memory.get("total", 0) + g**2
    return theta - learning_rate * g / np.sqrt(total + eps), {"total": total}
