"""
what = "an empty state comes back, the old one comes back, t or a sum is not put into the new one"
start = "solution"

[expect.momentum_step]
score = 0
misconception = "state-not-carried"
says = "plain gradient descent"

[expect.adagrad_step]
score = 0
misconception = "state-not-carried"

[expect.rmsprop_step]
score = 0
misconception = "state-not-carried"
says = "average of 0"

[expect.adadelta_step]
score = 0
misconception = "changes-not-kept"
says = "D stays 0"

[expect.adam_step]
score = 0
misconception = "not-counted"
says = "number t of steps"
"""

# %% momentum_step
def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    v = gamma * state.get("v", 0) + learning_rate * grad
    return theta - v, state

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    G = np.zeros_like(theta)
    G = G + grad**2
    return theta - learning_rate * grad / np.sqrt(G + eps), {"G": G}

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    E = rho * state.get("e", 0) + (1 - rho) * grad**2
    return theta - learning_rate * grad / np.sqrt(E + eps), {"E": E}

# %% adadelta_step
def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    E = rho * state.get("E", 0) + (1 - rho) * grad**2
    D = state.get("D", 0)
    delta = -np.sqrt(D + eps) / np.sqrt(E + eps) * grad
    D_new = rho * D + (1 - rho) * delta**2
    return theta + delta, {"E": E, "D": D}

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    return theta - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), {"m": m, "v": v}
