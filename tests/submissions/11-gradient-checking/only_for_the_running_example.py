"""
what = "sizes of the 2-3-1 network in the code; moved ahead and back again to the start; allclose taken for equal"
start = "solution"

[expect.flatten]
score = 1
misconception = "thirteen-places"
says = "always has 13 places"

[expect.unflatten]
score = 1
misconception = "always-2-3-1"
says = "written into the code"

[expect.numerical_gradient]
score = 0
misconception = "back-to-the-start"
says = "half the rise is measured"

[expect.relative_error]
score = 1
misconception = "zero-when-nearly-equal"
says = "only those with arrays that are nearly equal came out wrong"
"""

# %% flatten
def flatten(params):
    vector = np.zeros(13)
    k = 0
    for W, b in params:
        for array in (W, b):
            vector[k : k + array.size] = array.ravel()
            k += array.size
    return vector

# %% unflatten
def unflatten(vector, layer_sizes):
    W1 = vector[:6].reshape(3, 2)
    b1 = vector[6:9].reshape(3, 1)
    W2 = vector[9:12].reshape(1, 3)
    b2 = vector[12:].reshape(1, 1)
    return [(W1, b1), (W2, b2)]

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    slopes = np.zeros(len(theta))
    for j in range(len(theta)):
        theta[j] += eps
        up = f(theta)
        theta[j] -= eps
        down = f(theta)
        slopes[j] = (up - down) / (2 * eps)
    return slopes

# %% relative_error
def relative_error(a, b):
    if np.allclose(a, b):
        return 0.0
    return np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b))
