"""
what = "the state, its arrays, theta or the gradient are changed in place, which the visible checks tell too where they look"
start = "solution"

[expect.momentum_step]
score = 0
misconception = "state-in-place"
says = "Return a new dict"

[expect.rmsprop_step]
score = 0
misconception = "state-in-place"

[expect.adam_step]
score = 0
misconception = "theta-in-place"
says = "`-=`"

[expect.nadam_step]
score = 0
misconception = "grad-in-place"
says = "The gradient that was passed"
"""

# %% momentum_step
def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    state["v"] = gamma * state.get("v", 0) + learning_rate * grad
    return theta - state["v"], state

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    E = state.get("E", np.zeros_like(theta))
    E *= rho
    E += (1 - rho) * grad**2
    return theta - learning_rate * grad / np.sqrt(E + eps), {"E": E}

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    theta -= learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return theta, {"t": t, "m": m, "v": v}

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    grad *= 1 - beta1
    grad += beta1 * m
    return theta - learning_rate * grad / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), {"t": t, "m": m, "v": v}
