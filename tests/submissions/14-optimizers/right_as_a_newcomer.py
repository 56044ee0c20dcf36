"""
what = "zeros at first, one line for each line of the rule, states with other keys, tuples and lists"
start = "solution"
"""

# %% momentum_step
def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    if state == {}:
        velocity = np.zeros(np.shape(theta))
    else:
        velocity = state["velocity"]
    velocity = gamma * velocity + learning_rate * grad
    theta = theta - velocity
    new_state = {}
    new_state["velocity"] = velocity
    return theta, new_state

# %% nesterov_step
def nesterov_step(theta, grad_fn, state, learning_rate=0.01, gamma=0.9):
    if "velocity" in state:
        velocity = state["velocity"]
    else:
        velocity = theta * 0
    point = theta - gamma * velocity
    grad = grad_fn(point)
    velocity = gamma * velocity + learning_rate * grad
    theta = theta - velocity
    return theta, {"velocity": velocity}

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    G = state.get("sum of squares", 0)
    G = G + grad * grad
    step = learning_rate / np.sqrt(G + eps)
    return [theta - step * grad, {"sum of squares": G}]

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    E = state.get(0, 0)
    E = rho * E + (1 - rho) * np.square(grad)
    theta = theta - learning_rate * grad / np.power(E + eps, 0.5)
    return theta, {0: E}

# %% adadelta_step
def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    E, D = state.get("both", (np.zeros_like(theta), np.zeros_like(theta)))
    E = rho * E + (1 - rho) * grad ** 2
    delta = -(np.sqrt(D + eps) / np.sqrt(E + eps)) * grad
    D = rho * D + (1 - rho) * delta ** 2
    return theta + delta, {"both": (E, D)}

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t, m, v = state.get("all", [0, np.zeros_like(theta), np.zeros_like(theta)])
    t = t + 1
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    theta = theta - learning_rate * m_hat / (np.sqrt(v_hat) + eps)
    return theta, {"all": [t, m, v]}

# %% adamax_step
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    u = np.maximum(beta2 * state.get("u", 0), np.abs(grad))
    m_hat = m / (1 - beta1 ** t)
    safe = u + (u == 0)
    theta = theta - learning_rate * m_hat / safe
    return theta, {"t": t, "m": m, "u": u}

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    direction = beta1 * m_hat + ((1 - beta1) * grad) / (1 - beta1 ** t)
    theta = theta - (learning_rate * direction) / (np.sqrt(v_hat) + eps)
    return theta, {"t": t, "m": m, "v": v}

# %% questions
answers = {"q1": 1e-2, "q2": "c", "q3": "B"}
