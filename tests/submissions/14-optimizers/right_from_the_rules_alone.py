"""
what = "another algebra: hypot, a sum without its factor, the pair as a list, helpers with other names"
start = "solution"
"""

# %% momentum_step
def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    before = state.get("before", theta)
    return theta - learning_rate * grad + gamma * (theta - before), {"before": theta}

# %% nesterov_step
def nesterov_step(theta, grad_fn, state, learning_rate=0.01, gamma=0.9):
    return momentum_like(theta, grad_fn(theta - gamma * state.get("v", 0)), state, learning_rate, gamma)


def momentum_like(theta, g, state, eta, gamma):
    v = gamma * state.get("v", 0) + eta * g
    return theta - v, {"v": v}

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    root = np.hypot(state.get("root", np.sqrt(eps)), grad)
    return [theta - learning_rate * grad / root, {"root": root}]

# %% adadelta_step
def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    fresh = {"E": np.zeros_like(theta), "D": np.zeros_like(theta)}
    E, D = (fresh | state)["E"], (fresh | state)["D"]
    E = rho * E + (1 - rho) * grad**2
    delta = np.sqrt(D + eps) / np.sqrt(E + eps) * grad
    D = rho * D + (1 - rho) * delta**2
    return theta - delta, {"E": E, "D": D}

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    """E is kept without its factor 1 − ρ."""
    S = rho * state.get("S", 0) + grad * grad
    return theta - learning_rate * grad / ((1 - rho) * S + eps) ** 0.5, {"S": S}

# %% adam_step
def means(state, grad, square, beta1, beta2):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * square
    return m / (1 - beta1**t), v / (1 - beta2**t), {"t": t, "m": m, "v": v}


def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    m_hat, v_hat, state = means(state, grad, grad**2, beta1, beta2)
    return theta - learning_rate * m_hat / (v_hat**0.5 + eps), state

# %% adamax_step
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    m_hat, _, new = means(state, grad, 0, beta1, beta2)
    size, aged = np.abs(grad), beta2 * state.get("u", 0)
    new["u"] = np.where(size > aged, size, aged)
    with np.errstate(invalid="ignore"):
        move = np.nan_to_num(m_hat / new["u"])
    return theta - learning_rate * move, new

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    m_hat, v_hat, new = means(state, grad, grad**2, beta1, beta2)
    nesterov = beta1 * m_hat + (1 - beta1) * grad / (1 - beta1 ** new["t"])
    return theta - learning_rate * nesterov / (np.sqrt(v_hat) + eps), new

# %% questions
answers = {"q1": 0.1 * 2 / (100 * 2**2) ** 0.5, "q2": "c", "q3": "b"}
