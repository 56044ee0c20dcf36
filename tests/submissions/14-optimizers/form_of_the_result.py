"""
what = "theta alone, the pair turned round, a tuple for the state, an object for the state, memory in a global variable"
start = "solution"

[expect.momentum_step]
score = 0
misconception = "only-theta"
says = "return the pair"

[expect.adagrad_step]
score = 0
misconception = "turned-round"

[expect.rmsprop_step]
score = 0
misconception = "state-not-a-dict"
says = "a dict is expected"

[expect.adadelta_step]
score = 0
says = "The state holds a Memory"

[expect.adam_step]
score = 0
misconception = "kept-outside"
says = "global variable"
"""

# %% momentum_step
def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    return theta - gamma * state.get("v", 0) - learning_rate * grad

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    G = state.get("G", 0) + grad**2
    return {"G": G}, theta - learning_rate * grad / np.sqrt(G + eps)

# %% rmsprop_step
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    E = rho * (state[0] if state else 0) + (1 - rho) * grad**2
    return theta - learning_rate * grad / np.sqrt(E + eps), (E,)

# %% adadelta_step
class Memory:
    def __init__(self, E=0.0, D=0.0):
        self.E, self.D = E, D


def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    old = state.get("memory", Memory())
    E = rho * old.E + (1 - rho) * grad**2
    delta = -np.sqrt(old.D + eps) / np.sqrt(E + eps) * grad
    return theta + delta, {"memory": Memory(E, rho * old.D + (1 - rho) * delta**2)}

# %% adam_step
t = 0


def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    global t
    t = t + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    return theta - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), {"m": m, "v": v}
