"""
what = "a UserDict, a defaultdict (which is a dict, and right), a function in the state, np.max of two arrays, a key that is not there yet"
start = "solution"

[expect.momentum_step]
score = 0
misconception = "state-not-a-dict"
says = "UserDict"

[expect.adadelta_step]
score = 0
says = "The state holds a function"

[expect.rmsprop_step]
score = 0
says = "nothing is in it yet"

[expect.adamax_step]
score = 0
says = "np.maximum"

[expect.nesterov_step]
score = 0
says = "is a function"

[expect.nadam_step]
score = 0
misconception = "still-adam"
says = "in one piece or as"
"""

# %% momentum_step
from collections import UserDict


def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    v = gamma * state.get("v", 0) + learning_rate * grad
    return theta - v, UserDict(v=v)

# %% adagrad_step
from collections import defaultdict


def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    new = defaultdict(float, state)
    new["G"] = new["G"] + grad**2
    return theta - learning_rate * grad / np.sqrt(new["G"] + eps), new

# %% adadelta_step
def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    E = rho * state.get("E", 0) + (1 - rho) * grad**2
    delta = -np.sqrt(state.get("D", 0) + eps) / np.sqrt(E + eps) * grad
    return theta + delta, {"E": E, "D": rho * state.get("D", 0) + (1 - rho) * delta**2, "f": lambda: 0}

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    E = rho * state["E"] + (1 - rho) * grad**2
    return theta - learning_rate * grad / np.sqrt(E + eps), {"E": E}

# %% adamax_step
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    u = np.max(beta2 * state.get("u", 0), np.abs(grad))
    return theta - learning_rate * m / (1 - beta1**t) / u, {"m": m, "u": u, "t": t}

# %% nesterov_step
def nesterov_step(theta, grad_fn, state, learning_rate=0.01, gamma=0.9):
    v = state.get("v", 0)
    v = gamma * v + learning_rate * grad_fn * (theta - gamma * v)
    return theta - v, {"v": v}

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m_old = state.get("m", 0)
    m = beta1 * m_old + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    mhat = (beta1 * m_old + (1 - beta1) * grad) / (1 - beta1**t)
    return theta - learning_rate * mhat / (np.sqrt(v / (1 - beta2**t)) + eps), {"m": m, "v": v, "t": t}
