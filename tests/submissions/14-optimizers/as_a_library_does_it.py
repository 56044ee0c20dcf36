"""
what = "the rate outside, eps outside, 1e-8 beside u, t + 1 for Nadam, m̂ kept"
start = "solution"

[expect.momentum_step]
score = 1
misconception = "rate-outside"
says = "stands inside"

[expect.nesterov_step]
score = 0
misconception = "from-the-look-ahead"

[expect.adagrad_step]
score = 0
misconception = "eps-outside"

[expect.rmsprop_step]
score = 0
misconception = "exchanged"

[expect.adadelta_step]
score = 0
misconception = "uphill"

[expect.adam_step]
score = 0
misconception = "corrected-kept"

[expect.adamax_step]
score = 1
misconception = "padded"
says = "1e-8"

[expect.nadam_step]
score = 0
misconception = "corrected-for-the-next-step"
"""

# %% momentum_step
def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    v = gamma * state.get("v", 0) + grad
    return theta - learning_rate * v, {"v": v}

# %% nesterov_step
def nesterov_step(theta, grad_fn, state, learning_rate=0.01, gamma=0.9):
    v = state.get("v", 0)
    ahead = theta - gamma * v
    v = gamma * v + learning_rate * grad_fn(ahead)
    return ahead - v, {"v": v}

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    G = state.get("G", 0) + grad**2
    return theta - learning_rate / (np.sqrt(G) + eps) * grad, {"G": G}

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    E = (1 - rho) * state.get("E", 0) + rho * grad**2
    return theta - learning_rate * grad / np.sqrt(E + eps), {"E": E}

# %% adadelta_step
def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    E = rho * state.get("E", 0) + (1 - rho) * grad**2
    delta = -np.sqrt(state.get("D", 0) + eps) / np.sqrt(E + eps) * grad
    D = rho * state.get("D", 0) + (1 - rho) * delta**2
    return theta - delta, {"E": E, "D": D}

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    m = m / (1 - beta1**t)
    v = v / (1 - beta2**t)
    return theta - learning_rate * m / (np.sqrt(v) + eps), {"m": m, "v": v, "t": t}

# %% adamax_step
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    u = np.maximum(beta2 * state.get("u", 0), np.abs(grad))
    return theta - learning_rate * m / (1 - beta1**t) / (u + 1e-8), {"m": m, "u": u, "t": t}

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    mhat = beta1 * m / (1 - beta1 ** (t + 1)) + (1 - beta1) * grad / (1 - beta1**t)
    return theta - learning_rate * mhat / (np.sqrt(v / (1 - beta2**t)) + eps), {"m": m, "v": v, "t": t}
