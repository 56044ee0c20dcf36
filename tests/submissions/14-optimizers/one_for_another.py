"""
what = "each rule is mistaken for its neighbour: Adagrad forgets, RMSprop doesn't, Nesterov stays at theta, Nadam is Adam"
start = "solution"

[expect.nesterov_step]
score = 0
misconception = "gradient-here"
says = "plain momentum"

[expect.adagrad_step]
score = 0
misconception = "forgets"
says = "RMSprop"

[expect.rmsprop_step]
score = 0
misconception = "never-forgets"
says = "Adagrad"

[expect.adadelta_step]
score = 0
misconception = "still-rmsprop"

[expect.adamax_step]
score = 0
misconception = "sum-for-maximum"
says = "larger of the two"

[expect.nadam_step]
score = 0
misconception = "still-adam"
says = "one step ahead"
"""

# %% nesterov_step
def nesterov_step(theta, grad_fn, state, learning_rate=0.01, gamma=0.9):
    v = gamma * state.get("v", 0) + learning_rate * grad_fn(theta)
    return theta - v, {"v": v}

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    G = 0.9 * state.get("G", 0) + 0.1 * grad**2
    return theta - learning_rate * grad / np.sqrt(G + eps), {"G": G}

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    E = state.get("E", 0) + grad**2
    return theta - learning_rate * grad / np.sqrt(E + eps), {"E": E}

# %% adadelta_step
def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    E = rho * state.get("E", 0) + (1 - rho) * grad**2
    return theta - 0.001 * grad / np.sqrt(E + eps), {"E": E}

# %% adamax_step
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    u = beta2 * state.get("u", 0) + np.abs(grad)
    return theta - learning_rate * m / (1 - beta1**t) / np.where(u > 0, u, 1), {"t": t, "m": m, "u": u}

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step(theta, grad, state, learning_rate, beta1, beta2, eps)
