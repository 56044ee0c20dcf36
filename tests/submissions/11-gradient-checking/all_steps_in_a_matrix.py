"""
what = "f is given all moved vectors at once; norms with an axis; everything wrong is laid to the cost"
start = "solution"

[expect.numerical_gradient]
score = 0
misconception = "all-vectors-in-one-call"
says = "takes one vector"

[expect.relative_error]
score = 0
misconception = "row-by-row"
says = "no `axis`"

[expect.suspects]
score = 1
says = "In B layers 2 and 3 agree"
"""

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    steps = eps * np.eye(len(theta))
    return (f(theta + steps) - f(theta - steps)) / (2 * eps)

# %% relative_error
def relative_error(a, b):
    return np.linalg.norm(a - b, axis=0) / (np.linalg.norm(a, axis=0) + np.linalg.norm(b, axis=0))

# %% suspects
suspects = {name: "cost" for name in broken}
