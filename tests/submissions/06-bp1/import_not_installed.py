"""
what = "the cell of numerical_weight_gradient imports jax, which is not there"
start = "solution"

[expect.numerical_weight_gradient]
score = 0
says = "jax"
"""

# %% numerical_weight_gradient
import jax


def numerical_weight_gradient(cost, W, eps=1e-5):
    return np.asarray(jax.grad(cost)(W))
