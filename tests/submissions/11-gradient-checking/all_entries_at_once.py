"""
what = "theta + eps moves every entry; squared norms; the suspects in a list"
start = "solution"

[expect.numerical_gradient]
score = 0
misconception = "all-at-once"

[expect.relative_error]
score = 0
misconception = "squared"
says = "the root is missing"

[expect.suspects]
score = 0
says = "a list"
"""

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    return (f(theta + eps) - f(theta - eps)) / (2 * eps)

# %% relative_error
def relative_error(a, b):
    below = np.sum(a**2) + np.sum(b**2)
    return np.sum((a - b) ** 2) / below if below > 0 else 0.0

# %% suspects
suspects = ["BP2", "BP4", "cost", "BP1", "BP3"]
