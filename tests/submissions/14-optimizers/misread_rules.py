"""
what = "γ v off the gradient, eps for D at the start, t never stored, a share in the maximum, a gradient left uncorrected"
start = "solution"

[expect.momentum_step]
score = 0
misconception = "one-step-late"

[expect.nesterov_step]
score = 0
misconception = "velocity-off-the-gradient"
says = "asked there"

[expect.adagrad_step]
score = 0
misconception = "one-sum-for-all"

[expect.rmsprop_step]
score = 0
misconception = "starts-with-a-square"

[expect.adadelta_step]
score = 0
misconception = "eps-at-the-start-only"
says = "added to D in every step"

[expect.adam_step]
score = 0
misconception = "not-counted"

[expect.adamax_step]
score = 0
misconception = "share-in-the-maximum"
says = "the whole |g|"

[expect.nadam_step]
score = 0
misconception = "gradient-not-corrected"

[expect.questions]
score = 0
says = "q3: Theta is carried on"
"""

# %% momentum_step
def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    v = state.get("v", 0)
    theta = theta - v
    v = gamma * v + learning_rate * grad
    return theta, {"v": v}

# %% nesterov_step
def nesterov_step(theta, grad_fn, state, learning_rate=0.01, gamma=0.9):
    v = state.get("v", 0)
    v = gamma * v + learning_rate * (grad_fn(theta) - gamma * v)
    return theta - v, {"v": v}

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    G = state.get("G", 0) + np.sum(grad**2)
    return theta - learning_rate * grad / np.sqrt(G + eps), {"G": G}

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    E = rho * state.get("E", grad**2) + (1 - rho) * grad**2
    return theta - learning_rate * grad / np.sqrt(E + eps), {"E": E}

# %% adadelta_step
def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    E = rho * state.get("E", 0) + (1 - rho) * grad**2
    delta = -np.sqrt(state.get("D", eps)) / np.sqrt(E + eps) * grad
    D = rho * state.get("D", 0) + (1 - rho) * delta**2
    return theta + delta, {"E": E, "D": D}

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 1)
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    mh, vh = m / (1 - beta1**t), v / (1 - beta2**t)
    return theta - learning_rate * mh / (np.sqrt(vh) + eps), {"m": m, "v": v, "t": t}

# %% adamax_step
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    u = np.maximum(beta2 * state.get("u", 0), (1 - beta2) * np.abs(grad))
    move = np.where(u > 0, m / (1 - beta1**t) / np.where(u > 0, u, 1), 0)
    return theta - learning_rate * move, {"m": m, "u": u, "t": t}

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    mhat = beta1 * m / (1 - beta1**t) + (1 - beta1) * grad
    return theta - learning_rate * mhat / (np.sqrt(v / (1 - beta2**t)) + eps), {"m": m, "v": v, "t": t}

# %% questions
answers = {"q1": 10, "q2": "b", "q3": "c"}
