"""
what = "the one-sided difference; with eps = 1e-5 nobody would notice"
start = "solution"

[expect.numerical_derivative]
score = 0
misconception = "forward"
says = "one-sided"
"""

# %% numerical_derivative
def numerical_derivative(f, z, eps=1e-5):
    return (f(z + eps) - f(z)) / eps
