"""
what = "the caller's theta is moved and not put back; the difference is written into a"
start = "solution"

[expect.numerical_gradient]
score = 0
misconception = "not-put-back"
says = "not undone"

[expect.relative_error]
score = 1
misconception = "changed-in-place"
"""

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    slopes = np.zeros(theta.shape)
    for k in range(theta.size):
        theta[k] += eps
        above = f(theta)
        theta[k] -= 2 * eps
        slopes[k] = (above - f(theta)) / (2 * eps)
    return slopes

# %% relative_error
def relative_error(a, b):
    size = np.linalg.norm(a) + np.linalg.norm(b)
    a -= b
    return float(np.linalg.norm(a) / size) if size else 0.0
