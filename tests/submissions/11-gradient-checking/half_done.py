"""
what = "the vector is written both ways and the gradient is measured; three suspects are named, the rest are stubs"
start = "release"

[expect.flatten]
score = 2

[expect.unflatten]
score = 2

[expect.numerical_gradient]
score = 2

[expect.relative_error]
score = 0
says = "not written yet"

[expect.suspects]
score = 3
says = "3 of 5 answers are right"

[expect.questions]
score = 0
"""

# %% flatten
def flatten(params):
    pieces = []
    for W, b in params:
        pieces.append(W.flatten())
        pieces.append(b.flatten())
    return np.concatenate(pieces)

# %% unflatten
def unflatten(vector, layer_sizes):
    params = []
    start = 0
    for i in range(len(layer_sizes) - 1):
        n_prev, n = layer_sizes[i], layer_sizes[i + 1]
        W = vector[start:start + n * n_prev].reshape(n, n_prev)
        start = start + n * n_prev
        b = vector[start:start + n].reshape(n, 1)
        start = start + n
        params.append((W, b))
    return params

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    gradient = np.zeros(len(theta))
    for i in range(len(theta)):
        plus = theta.copy()
        plus[i] += eps
        minus = theta.copy()
        minus[i] -= eps
        gradient[i] = (f(plus) - f(minus)) / (2 * eps)
    return gradient

# %% suspects
suspects = {"A": "BP2", "B": "BP3", "C": "cost", "D": "BP1", "E": ""}
