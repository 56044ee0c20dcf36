"""
what = "the first three steps are written, one question is answered, the rest are stubs"
start = "release"

[expect.momentum_step]
score = 2

[expect.nesterov_step]
score = 2

[expect.adagrad_step]
score = 2

[expect.rmsprop_step]
score = 0
says = "not written yet"

[expect.questions]
score = 1
says = "1 of 3 answers are right"
"""

# %% momentum_step
def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    v_old = state.get("v", np.zeros_like(theta))
    v_new = gamma * v_old + learning_rate * grad
    return theta - v_new, {"v": v_new}

# %% nesterov_step
def nesterov_step(theta, grad_fn, state, learning_rate=0.01, gamma=0.9):
    v_old = state.get("v", np.zeros_like(theta))
    look = theta - gamma * v_old
    v_new = gamma * v_old + learning_rate * grad_fn(look)
    return theta - v_new, {"v": v_new}

# %% adagrad_step
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    G = state.get("G", np.zeros_like(theta)) + grad ** 2
    return theta - learning_rate * grad / np.sqrt(G + eps), {"G": G}

# %% questions
answers = {"q1": 0.02, "q2": "c", "q3": ""}
