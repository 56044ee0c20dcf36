"""
what = "puts z where the formulas have a: z(1 − z), 1 − z², diag(z) − z zᵀ"
start = "solution"

[expect.sigmoid_prime]
score = 0
misconception = "z-in-place-of-a"
says = "z(1 − z)"

[expect.tanh_prime]
score = 0
misconception = "z-in-place-of-a"

[expect.softmax_jacobian]
score = 0
misconception = "scores-for-probabilities"
"""

# %% sigmoid_prime
def sigmoid_prime(z):
    return z * (1 - z)

# %% tanh_prime
def tanh_prime(z):
    return 1 - z**2

# %% softmax_jacobian
def softmax_jacobian(z):
    return np.diag(z) - np.outer(z, z)
