"""
what = "whole histories in the state, weighted sums and einsum; a displacement with the other sign"
start = "solution"
"""

# %% momentum_step
def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    displacement = gamma * state.get("displacement", 0.0) - learning_rate * grad
    return theta + displacement, {"displacement": displacement}

# %% nesterov_step
def nesterov_step(theta, grad_fn, state, learning_rate=0.01, gamma=0.9):
    drift = gamma * state["v"] if "v" in state else 0 * theta
    ahead = theta - drift
    new = ahead - learning_rate * grad_fn(ahead)
    return new, dict(v=theta - new)

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    history = [*state.get("history", []), np.array(grad, dtype=float)]
    return theta - learning_rate * grad * (sum(g * g for g in history) + eps) ** -0.5, {"history": history}

# %% adadelta_step
def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    steps, grads = state.get("pair", ((), ()))
    grads = grads + (grad,)

    def usual(things):
        n = len(things)
        mean = sum((1 - rho) * rho ** (n - 1 - i) * x**2 for i, x in enumerate(things))
        return np.sqrt(mean + eps)

    step = -usual(steps) / usual(grads) * grad
    return theta + step, {"pair": (steps + (step,), grads)}

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    history = state.get("history", []) + [grad]
    E = 0.0
    for g in history:
        E = E + (1 - rho) * (g * g - E)
    return theta - learning_rate * grad / np.sqrt(E + eps), {"history": history}

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    history = state.get("history", []) + [grad]
    t = len(history)
    w1 = np.array([beta1**k for k in range(t)][::-1])
    w2 = np.array([beta2**k for k in range(t)][::-1])
    stack = np.array(history)
    m_hat = np.einsum("t,t...->...", w1 / w1.sum(), stack)
    v_hat = np.einsum("t,t...->...", w2 / w2.sum(), stack**2)
    return theta - learning_rate * m_hat / (np.sqrt(v_hat) + eps), {"history": history}

# %% adamax_step
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    history = state.get("history", []) + [grad]
    t = len(history)
    m = sum(beta1 ** (t - i) * g for i, g in enumerate(history, 1)) * (1 - beta1) / (1 - beta1**t)
    u = np.max([beta2 ** (t - i) * np.abs(g) for i, g in enumerate(history, 1)], axis=0)
    return theta - learning_rate * np.where(u == 0, 0.0, m / np.where(u == 0, 1.0, u)), {"history": history}

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    history = state.get("history", []) + [grad]
    t = len(history)

    def corrected(things, beta):
        mean = 0.0
        for thing in things:
            mean = beta * mean + (1 - beta) * thing
        return mean / (1 - beta**t)

    numerator = beta1 * corrected(history, beta1) + (1 - beta1) * grad / (1 - beta1**t)
    denominator = np.sqrt(corrected([g**2 for g in history], beta2)) + eps
    return theta - learning_rate * numerator / denominator, {"history": history}

# %% questions
answers = {"q1": 0.1 * 2 / (100 * 2**2) ** 0.5, "q2": "c", "q3": "b"}
