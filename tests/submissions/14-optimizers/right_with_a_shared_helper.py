"""
what = "helpers of the student's own, powers of beta instead of t, all gradients kept, {**state, …}"
start = "solution"
"""

# %%
def average(old, new, share):
    return old + (1 - share) * (new - old)


def quotient(above, below):
    return np.divide(above, below, out=np.zeros(np.shape(above)), where=np.asarray(below) > 0)


def moments(grad, state, beta1, beta2):
    return {
        **state,
        "b1": state.get("b1", 1.0) * beta1,
        "b2": state.get("b2", 1.0) * beta2,
        "m": average(state.get("m", 0.0), grad, beta1),
        "v": average(state.get("v", 0.0), np.square(grad), beta2),
    }

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    history = state.get("history", ()) + (grad,)
    return theta - learning_rate * grad / np.sqrt(sum(g**2 for g in history) + eps), {"history": history}

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    s = moments(grad, state, beta1, beta2)
    return theta - learning_rate * (s["m"] / (1 - s["b1"])) / (np.sqrt(s["v"] / (1 - s["b2"])) + eps), s

# %% adamax_step
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    s = moments(grad, state, beta1, beta2)
    s["u"] = np.maximum(beta2 * state.get("u", 0.0), np.abs(grad))
    return theta - quotient(learning_rate * s["m"], s["u"]) / (1 - s["b1"]), s

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    s = moments(grad, state, beta1, beta2)
    nesterov = average(grad, s["m"], 1 - beta1) / (1 - s["b1"])
    return theta - learning_rate * nesterov / (np.sqrt(s["v"] / (1 - s["b2"])) + eps), s
