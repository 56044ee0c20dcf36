"""
what = "the cell of numerical_gradient imports jax, which is not there"
start = "solution"

[expect.numerical_gradient]
score = 0
says = "jax"
"""

# %% numerical_gradient
import jax


def numerical_gradient(f, theta, eps=1e-5):
    return np.asarray(jax.grad(f)(theta))
