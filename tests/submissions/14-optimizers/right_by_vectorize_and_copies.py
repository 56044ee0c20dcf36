"""
what = "np.vectorize, loops with math, a deepcopy worked on in place, powers and states of other forms"
start = "solution"
"""

# %% momentum_step
import copy
import math


def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    memory = copy.deepcopy(state)
    if not memory:
        memory["v"] = np.zeros_like(theta, dtype=float)
    memory["v"] *= gamma
    memory["v"] += learning_rate * grad
    return theta - memory["v"], memory

# %% nesterov_step
def nesterov_step(theta, grad_fn, state, learning_rate=0.01, gamma=0.9):
    new_state = state.copy()
    new_state.setdefault(0, np.zeros(np.shape(theta)))
    look = theta - gamma * new_state[0]
    gradient = grad_fn(look)
    new_state[0] = gamma * new_state[0] + learning_rate * gradient
    theta = theta - new_state[0]
    return theta, new_state

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    places, sums = [], []
    old = state.get("sums", [0.0] * np.size(theta))
    for x, g, G in zip(np.ravel(theta), np.ravel(grad), old):
        G = G + float(g) ** 2
        places.append(float(x) - learning_rate * float(g) / math.sqrt(G + eps))
        sums.append(G)
    return np.reshape(places, np.shape(theta)), {"sums": sums}

# %% adadelta_step
def one_entry(x, g, E, D, rho, eps):
    E = rho * E + (1 - rho) * g * g
    step = -math.sqrt((D + eps) / (E + eps)) * g
    return x + step, E, rho * D + (1 - rho) * step * step


by_entry = np.vectorize(one_entry, otypes=[float, float, float])


def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    theta, E, D = by_entry(theta, grad, state.get("E", 0.0), state.get("D", 0.0), rho, eps)
    return theta, {"E": E, "D": D}

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    try:
        cache = state["cache"]
    except KeyError:
        cache = np.zeros_like(grad)
    cache = cache - (1 - rho) * (cache - grad**2)
    return theta - learning_rate * grad * np.power(cache + eps, -0.5), {"cache": cache, "name": "rmsprop"}

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, t = state.get("all", (np.zeros_like(theta), np.zeros_like(theta), 1))
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * np.square(grad)
    root = np.sqrt(1 - beta2**t)
    rate = learning_rate * root / (1 - beta1**t)
    return theta - rate * m / (np.sqrt(v) + eps * root), {"all": (m, v, t + 1)}

# %% adamax_step
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    power = state.get("power", 1.0) * beta1
    m = beta1 * state.get("m", np.zeros_like(theta)) + (1 - beta1) * grad
    u = np.maximum(beta2 * state.get("u", np.zeros_like(theta)), abs(grad))
    move = np.zeros(np.shape(theta))
    np.divide(m, u, out=move, where=u > 0)
    return theta - learning_rate / (1 - power) * move, {"power": power, "m": m, "u": u}

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = 1
    m = np.zeros(np.shape(theta))
    v = np.zeros(np.shape(theta))
    if state != {}:
        t = state["t"] + 1
        m = state["m"]
        v = state["v"]
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    numerator = (beta1 * m + (1 - beta1) * grad) / (1 - beta1**t)
    return theta - learning_rate * numerator / (np.sqrt(v / (1 - beta2**t)) + eps), {"m": m, "v": v, "t": t}

# %% questions
answers = {"q1": 0.1 * 2 / (100 * 2**2) ** 0.5, "q2": "c", "q3": "b"}
