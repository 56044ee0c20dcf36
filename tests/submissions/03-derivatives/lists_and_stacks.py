"""
what = "the right numbers in another container: arrays for tuples, lists for arrays"
start = "solution"

[expect.sum_product_gradients]
score = 0
misconception = "as-an-array"
says = "a tuple"

[expect.split_fraction]
score = 0
misconception = "as-an-array"
says = "as two values"

[expect.relu_prime]
score = 0
says = "You returned a list"

[expect.softmax_jacobian]
score = 0
says = "You returned a list"
"""

# %% sum_product_gradients
def sum_product_gradients(x, y, z):
    return np.array([z, z, x + y])

# %% split_fraction
def split_fraction(z):
    u = denominator(z)
    return np.array([1 / u, 1 / u**2])

# %% relu_prime
def relu_prime(z):
    return np.where(z > 0, 1.0, 0.0).tolist()

# %% softmax_jacobian
def softmax_jacobian(z):
    a = softmax(z)
    J = []
    for j in range(len(a)):
        row = []
        for k in range(len(a)):
            if j == k:
                row.append(a[k] * (1 - a[k]))
            else:
                row.append(-a[j] * a[k])
        J.append(row)
    return J
