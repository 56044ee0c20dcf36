"""
what = "eps outside the root in Adagrad, RMSprop and Adadelta, and inside in Adam and Nadam"
start = "solution"

[expect.adagrad_step]
score = 0
misconception = "eps-outside"
says = "under the root"

[expect.rmsprop_step]
score = 0
misconception = "eps-outside"

[expect.adadelta_step]
score = 0
misconception = "eps-outside"

[expect.adam_step]
score = 0
misconception = "eps-inside"
says = "√v̂ + ε"

[expect.nadam_step]
score = 0
misconception = "eps-inside"
"""

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    G = state.get("G", 0) + grad**2
    return theta - learning_rate * grad / (np.sqrt(G) + eps), {"G": G}

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    E = rho * state.get("E", 0) + (1 - rho) * grad**2
    return theta - learning_rate * grad / (np.sqrt(E) + eps), {"E": E}

# %% adadelta_step
def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    E = rho * state.get("E", 0) + (1 - rho) * grad**2
    D = state.get("D", 0)
    delta = -(np.sqrt(D) + eps) / (np.sqrt(E) + eps) * grad
    return theta + delta, {"E": E, "D": rho * D + (1 - rho) * delta**2}

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    return theta - learning_rate * m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t) + eps), {"t": t, "m": m, "v": v}

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    ahead = (beta1 * m + (1 - beta1) * grad) / (1 - beta1**t)
    return theta - learning_rate * ahead / np.sqrt(v / (1 - beta2**t) + eps), {"t": t, "m": m, "v": v}
