"""
what = "the cell of two_three_one_gradients imports jax, which is not there"
start = "solution"

[expect.two_three_one_gradients]
score = 0
says = "jax"
"""

# %% two_three_one_gradients
import jax


def two_three_one_gradients(x, t, W1, W2):
    def error(W1, W2):
        return (jax.nn.sigmoid(W2 @ jax.nn.sigmoid(W1 @ x)) - t).sum() ** 2 / 2

    return jax.grad(error, (0, 1))(W1, W2)
