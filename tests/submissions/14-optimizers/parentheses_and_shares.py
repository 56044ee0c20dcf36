"""
what = "eps beside the quotient, a sum without parentheses, plain means, one average not kept, (1 − β)ᵗ, all stand still"
start = "solution"

[expect.adagrad_step]
score = 0
misconception = "eps-beside-the-quotient"
says = "division comes before addition"

[expect.rmsprop_step]
score = 0
misconception = "mean-of-all"
says = "with the same weight"

[expect.adadelta_step]
score = 0
misconception = "squares-not-kept"
says = "has to hold both"

[expect.adam_step]
score = 0
misconception = "power-of-the-difference"
says = "raised to the power t"

[expect.adamax_step]
score = 0
misconception = "all-stand-still"
says = "Each entry is on its own"

[expect.nadam_step]
score = 0
misconception = "parentheses-missing"
says = "mind the parentheses"

[expect.nesterov_step]
score = 0
misconception = "rate-twice"
says = "comes in twice"
"""

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    G = state.get("G", 0) + grad**2
    theta = theta - learning_rate * grad / np.sqrt(G) + eps
    return theta, {"G": G}

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    h = state.get("h", []) + [grad**2]
    return theta - learning_rate * grad / np.sqrt(np.mean(h, axis=0) + eps), {"h": h}

# %% adadelta_step
def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    E = rho * state.get("E", 0) + (1 - rho) * grad**2
    delta = -np.sqrt(state.get("D", 0) + eps) / np.sqrt(E + eps) * grad
    D = rho * state.get("D", 0) + (1 - rho) * delta**2
    return theta + delta, {"D": D}

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    mh, vh = m / (1 - beta1)**t, v / (1 - beta2)**t
    return theta - learning_rate * mh / (np.sqrt(vh) + eps), {"m": m, "v": v, "t": t}

# %% adamax_step
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    u = np.maximum(beta2 * state.get("u", 0), np.abs(grad))
    if np.any(u == 0):
        return theta, {"m": m, "u": u, "t": t}
    return theta - learning_rate * m / (1 - beta1**t) / u, {"m": m, "u": u, "t": t}

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    mh, vh = m / (1 - beta1**t), v / (1 - beta2**t)
    return theta - learning_rate / (np.sqrt(vh) + eps) * beta1 * mh + (1 - beta1) * grad / (1 - beta1**t), {"m": m, "v": v, "t": t}

# %% nesterov_step
def nesterov_step(theta, grad_fn, state, learning_rate=0.01, gamma=0.9):
    v = state.get("v", 0)
    v = gamma * v + learning_rate * grad_fn(theta - gamma * v)
    return theta - learning_rate * v, {"v": v}
