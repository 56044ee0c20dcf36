"""
what = "imports scipy, which is not there, for its derivative; later exercises do without"
start = "solution"

[expect.numerical_derivative]
score = 0
says = "scipy"
"""

# %% numerical_derivative
from scipy.misc import derivative


def numerical_derivative(f, z, eps=1e-5):
    return derivative(f, z, dx=eps)
