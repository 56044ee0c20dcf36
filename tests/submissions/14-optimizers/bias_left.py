"""
what = "no bias correction, in any of the three that need one"
start = "solution"

[expect.adam_step]
score = 0
misconception = "bias-left"
says = "start at 0"

[expect.adamax_step]
score = 0
misconception = "bias-left"
says = "1 − β1ᵗ"

[expect.nadam_step]
score = 0
misconception = "gradient-not-corrected"
says = "without its correction"
"""

# %% adam_step
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    return theta - learning_rate * m / (np.sqrt(v) + eps), {"m": m, "v": v}

# %% adamax_step
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    u = np.maximum(beta2 * state.get("u", 0), np.abs(grad))
    return theta - learning_rate * m / np.where(u == 0, 1, u), {"m": m, "u": u}

# %% nadam_step
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return theta - learning_rate * (beta1 * m_hat + (1 - beta1) * grad) / (np.sqrt(v_hat) + eps), {"t": t, "m": m, "v": v}
