"""
what = "t = 0 in the first step, and a key that the first state doesn't have"
start = "solution"

[expect.adam_step]
score = 0
misconception = "counted-from-zero"
says = "t = 1"

[expect.nadam_step]
score = 0
says = "At the first step the state is `{}`"
"""

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0)
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    return theta - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), {"t": t + 1, "m": m, "v": v}

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grad
    v = beta2 * state["v"] + (1 - beta2) * grad**2
    ahead = (beta1 * m + (1 - beta1) * grad) / (1 - beta1**t)
    return theta - learning_rate * ahead / (np.sqrt(v / (1 - beta2**t)) + eps), {"t": t, "m": m, "v": v}
