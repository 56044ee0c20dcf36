"""
what = "f is given lists; the norm of a + b, with 0 where that is 0; two suspects not named"
start = "solution"

[expect.numerical_gradient]
score = 0
misconception = "list-for-vector"
says = "`theta.copy()`"

[expect.relative_error]
score = 0
misconception = "norm-of-the-sum"

[expect.suspects]
score = 3
says = "C: not answered yet."
"""

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    slopes = np.zeros(len(theta))
    for j in range(len(theta)):
        up, down = list(theta), list(theta)
        up[j] += eps
        down[j] -= eps
        slopes[j] = (f(up) - f(down)) / (2 * eps)
    return slopes

# %% relative_error
def relative_error(a, b):
    below = np.linalg.norm(a + b)
    if below == 0:
        return 0.0
    return np.linalg.norm(a - b) / below

# %% suspects
suspects = {"A": "BP2", "B": "BP4", "D": "BP1"}
