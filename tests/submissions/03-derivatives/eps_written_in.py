"""
what = "the step stands in the formula as a number, whatever eps is asked for; the gradients of the graph are measured"
start = "solution"

[expect.numerical_derivative]
score = 0
misconception = "eps-ignored"

[expect.sum_product_gradients]
score = 1
misconception = "measured"
says = "rounding shows"
"""

# %% numerical_derivative
def numerical_derivative(f, z, eps=1e-5):
    h = 1e-5
    return (f(z + h) - f(z - h)) / (2 * h)

# %% sum_product_gradients
def sum_product_gradients(x, y, z):
    df_dx = numerical_derivative(lambda x: (x + y) * z, x)
    df_dy = numerical_derivative(lambda y: (x + y) * z, y)
    df_dz = numerical_derivative(lambda z: (x + y) * z, z)
    return df_dx, df_dy, df_dz
