"""
what = "the last place is kept in the place of a velocity, Adam with its scaled rate, lists in the state"
start = "solution"
"""

# %% momentum_step
def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    came_from = state.get("came from", theta)
    return theta - learning_rate * grad + gamma * (theta - came_from), {"came from": theta}

# %% nesterov_step
def nesterov_step(theta, grad_fn, state, learning_rate=0.01, gamma=0.9):
    ahead = theta + gamma * (theta - state.get("came from", theta))
    return ahead - learning_rate * grad_fn(ahead), {"came from": theta}

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    E = rho * np.asarray(state.get("E", 0.0)) + (1 - rho) * grad**2
    return theta - learning_rate * grad * (E + eps) ** -0.5, {"E": E.tolist()}

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t, m, v = state.get("t", 0) + 1, state.get("m", 0.0), state.get("v", 0.0)
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2
    root = (1 - beta2**t) ** 0.5
    return theta - learning_rate * root / (1 - beta1**t) * m / (v**0.5 + eps * root), {"t": t, "m": m, "v": v}
