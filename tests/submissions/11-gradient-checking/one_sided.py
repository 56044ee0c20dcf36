"""
what = "the one-sided difference passes the visible check of slopes only by its tolerance; nan where both arrays are zero"
start = "solution"

[expect.numerical_gradient]
score = 0
misconception = "forward"
says = "looks ahead only"

[expect.relative_error]
score = 0
misconception = "nan-at-zero"
"""

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    slopes = np.zeros(theta.shape)
    for k in range(theta.size):
        moved = theta.copy()
        moved[k] += eps
        slopes[k] = (f(moved) - f(theta)) / eps
    return slopes

# %% relative_error
def relative_error(a, b):
    return np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b))
