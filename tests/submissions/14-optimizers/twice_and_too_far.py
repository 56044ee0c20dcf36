"""
what = "a rate twice, a look-ahead after the move, theta for the change, u corrected and kept, m̂ corrected twice"
start = "solution"

[expect.momentum_step]
score = 0
misconception = "rate-twice"

[expect.nesterov_step]
score = 0
misconception = "gradient-after-the-move"

[expect.adagrad_step]
score = 0
misconception = "root-missing"

[expect.rmsprop_step]
score = 0
misconception = "state-in-place"

[expect.adadelta_step]
score = 0
misconception = "changes-of-theta"
says = "what theta moved by"

[expect.adam_step]
score = 0
misconception = "times-for-power"

[expect.adamax_step]
score = 0
misconception = "largest-corrected"

[expect.nadam_step]
score = 0
misconception = "corrected-twice"
says = "corrected already"
"""

# %% momentum_step
def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    v = gamma * state.get("v", 0) + learning_rate * grad
    return theta - learning_rate * v, {"v": v}

# %% nesterov_step
def nesterov_step(theta, grad_fn, state, learning_rate=0.01, gamma=0.9):
    v = gamma * state.get("v", 0) + learning_rate * grad_fn(theta)
    v = gamma * state.get("v", 0) + learning_rate * grad_fn(theta - v)
    return theta - v, {"v": v}

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    G = state.get("G", 0) + grad**2
    return theta - learning_rate * grad / (G + eps), {"G": G}

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    E = rho * state.get("E", 0) + (1 - rho) * grad**2
    state["E"] = E
    return theta - learning_rate * grad / np.sqrt(E + eps), state

# %% adadelta_step
def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    E = rho * state.get("E", 0) + (1 - rho) * grad**2
    delta = -np.sqrt(state.get("D", 0) + eps) / np.sqrt(E + eps) * grad
    theta = theta + delta
    D = rho * state.get("D", 0) + (1 - rho) * theta**2
    return theta, {"E": E, "D": D}

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    mh, vh = m / (1 - beta1 * t), v / (1 - beta2 * t)
    return theta - learning_rate * mh / (np.sqrt(vh) + eps), {"m": m, "v": v, "t": t}

# %% adamax_step
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    u = np.maximum(beta2 * state.get("u", 0), np.abs(grad)) / (1 - beta2**t)
    move = np.where(u > 0, m / (1 - beta1**t) / np.where(u > 0, u, 1), 0)
    return theta - learning_rate * move, {"m": m, "u": u, "t": t}

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    mhat = (beta1 * m / (1 - beta1**t) + (1 - beta1) * grad) / (1 - beta1**t)
    return theta - learning_rate * mhat / (np.sqrt(v / (1 - beta2**t)) + eps), {"m": m, "v": v, "t": t}
