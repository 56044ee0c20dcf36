"""
what = "a wrong sign, exchanged betas, a look-ahead behind, D renewed too early, 0 / 0, squares missing"
start = "solution"

[expect.momentum_step]
score = 0
misconception = "uphill"
says = "The size is right and the sign is wrong."

[expect.nesterov_step]
score = 0
misconception = "look-back"

[expect.adadelta_step]
score = 0
misconception = "changes-renewed-first"

[expect.adam_step]
score = 0
misconception = "betas-exchanged"

[expect.adamax_step]
score = 0
misconception = "zero-over-zero"
says = "0 / 0 is no number"

[expect.rmsprop_step]
score = 0
misconception = "squares-missing"

[expect.questions]
score = 0
says = "0 of 3 answers are right"
"""

# %% momentum_step
def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    v = gamma * state.get("v", 0) + learning_rate * grad
    return theta + v, {"v": v}

# %% nesterov_step
def nesterov_step(theta, grad_fn, state, learning_rate=0.01, gamma=0.9):
    v = state.get("v", 0)
    v = gamma * v + learning_rate * grad_fn(theta + gamma * v)
    return theta - v, {"v": v}

# %% adadelta_step
def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    E = rho * state.get("E", 0) + (1 - rho) * grad**2
    D = state.get("D", 0)
    for turn in range(2):
        delta = -np.sqrt(D + eps) / np.sqrt(E + eps) * grad
        if turn == 0:
            D = rho * D + (1 - rho) * delta**2
    return theta + delta, {"E": E, "D": D}

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta2 * state.get("m", 0) + (1 - beta2) * grad
    v = beta1 * state.get("v", 0) + (1 - beta1) * grad**2
    return theta - learning_rate * m / (1 - beta2**t) / (np.sqrt(v / (1 - beta1**t)) + eps), {"t": t, "m": m, "v": v}

# %% adamax_step
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    u = np.maximum(beta2 * state.get("u", 0), np.abs(grad))
    return theta - learning_rate * m / (1 - beta1**t) / u, {"t": t, "m": m, "u": u}

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    E = rho * state.get("E", 0) + (1 - rho) * grad
    return theta - learning_rate * grad / np.sqrt(E + eps), {"E": E}

# %% questions
answers = {"q1": 0.1, "q2": "a", "q3": "c"}
