"""
what = "loops over the entries of copies, plain floats from math, in-place work on what was copied"
start = "solution"
"""

# %% momentum_step
import copy
import math


def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    state = copy.deepcopy(state)
    theta = np.array(theta, dtype=float)
    v = state.setdefault("v", np.zeros(theta.shape))
    v = np.array(v)
    for i in np.ndindex(theta.shape):
        v[i] = gamma * v[i] + learning_rate * np.asarray(grad)[i]
        theta[i] -= v[i]
    state["v"] = v
    return theta, state

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    theta = np.array(theta)
    G = np.array(state.get("G", np.zeros(theta.shape)))
    for i, g in np.ndenumerate(grad):
        G[i] += float(g) ** 2
        theta[i] -= learning_rate * g / math.sqrt(G[i] + eps)
    return theta, {"G": G}

# %% adamax_step
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    t = state.get("t", 0) + 1
    theta = np.array(theta)
    m = np.array(state.get("m", np.zeros(theta.shape)))
    u = np.array(state.get("u", np.zeros(theta.shape)))
    for i, g in np.ndenumerate(grad):
        m[i] = beta1 * m[i] + (1 - beta1) * g
        u[i] = max(beta2 * u[i], abs(g))
        if u[i] != 0:
            theta[i] -= learning_rate * m[i] / (1 - beta1 ** t) / u[i]
    return theta, {"t": t, "m": m, "u": u}
