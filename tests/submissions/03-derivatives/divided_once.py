"""
what = "/ 2*eps: eps is divided once instead of twice"
start = "solution"

[expect.numerical_derivative]
score = 0
misconception = "divided-once"
says = "from left to right"
"""

# %% numerical_derivative
def numerical_derivative(f, z, eps=1e-5):
    return (f(z + eps) - f(z - eps)) / 2*eps
