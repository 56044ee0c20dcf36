"""
what = "treats softmax as element-wise, like a sigmoid; and thinks that a sum hands its gradient on in shares"
start = "solution"

[expect.softmax_jacobian]
score = 0
misconception = "diagonal-only"
says = "not element-wise"

[expect.sum_product_gradients]
score = 0
misconception = "shared-among-inputs"
"""

# %% softmax_jacobian
def softmax_jacobian(z):
    a = softmax(z)
    return np.diag(a * (1 - a))

# %% sum_product_gradients
def sum_product_gradients(x, y, z):
    return z / 2, z / 2, x + y
