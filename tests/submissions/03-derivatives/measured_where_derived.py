"""
what = "numerical differences where the lesson asks for formulas"
start = "solution"

[expect.sum_product_gradients]
score = 1
misconception = "measured"
says = "rounding shows"

[expect.sigmoid_prime]
score = 1
misconception = "measured"
says = "is measured"

[expect.tanh_prime]
score = 1
misconception = "measured"
says = "is measured"
"""

# %% sum_product_gradients
def sum_product_gradients(x, y, z):
    def f(x, y, z):
        return (x + y) * z

    step = 0.01
    start = f(x, y, z)
    return (
        (f(x + step, y, z) - start) / step,
        (f(x, y + step, z) - start) / step,
        (f(x, y, z + step) - start) / step,
    )

# %% sigmoid_prime
def sigmoid_prime(z):
    return numerical_derivative(sigmoid, z)

# %% tanh_prime
def tanh_prime(z):
    return numerical_derivative(tanh, z)
