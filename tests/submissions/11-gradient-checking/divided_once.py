"""
what = "/ 2*eps; one norm below the bar, with nothing done about zeros"
start = "solution"

[expect.numerical_gradient]
score = 0
misconception = "divided-once"
says = "left to right"

[expect.relative_error]
score = 0
misconception = "one-norm"
"""

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    slopes = np.zeros(theta.shape)
    for k in range(theta.size):
        nudge = np.zeros(theta.shape)
        nudge[k] = eps
        slopes[k] = (f(theta + nudge) - f(theta - nudge)) / 2*eps
    return slopes

# %% relative_error
def relative_error(a, b):
    return np.linalg.norm(a - b) / np.linalg.norm(a)
