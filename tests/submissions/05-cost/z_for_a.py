"""
what = "z stands where a is meant"
start = "solution"

[expect.cross_entropy_with_logits]
score = 0
misconception = "z-taken-as-a"
says = "as if it were the output"

[expect.sigmoid_slope]
score = 0
misconception = "sigmoid-once-more"

[expect.loss_prime_in_z]
score = 0
misconception = "z-minus-y"

[expect.logistic_gradients]
score = 0
misconception = "no-sigmoid"
"""

# %% sigmoid_slope
def sigmoid_slope(a):
    s = sigmoid(a)
    return s * (1 - s)

# %% loss_prime_in_z
def loss_prime_in_z(z, y):
    return z - y

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    return binary_cross_entropy(Z, Y)

# %% logistic_gradients
def logistic_gradients(w, b, X, Y):
    dZ = w @ X + b - Y
    return dZ @ X.T / X.shape[1], np.mean(dZ)
