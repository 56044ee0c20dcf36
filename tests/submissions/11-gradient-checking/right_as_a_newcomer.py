"""
what = "loops over rows and numbers, everything step by step, with a helper of its own"
start = "solution"
"""

# %% flatten
def rows_of(matrix):
    numbers = []
    for row in matrix:
        for number in row:
            numbers.append(float(number))
    return numbers


def flatten(params):
    everything = []
    for layer in range(len(params)):
        W = params[layer][0]
        b = params[layer][1]
        everything = everything + rows_of(W) + rows_of(b)
    return np.array(everything)

# %% unflatten
def unflatten(vector, layer_sizes):
    params = []
    at = 0
    for layer in range(1, len(layer_sizes)):
        W = np.zeros((layer_sizes[layer], layer_sizes[layer - 1]))
        b = np.zeros((layer_sizes[layer], 1))
        for r in range(layer_sizes[layer]):
            for s in range(layer_sizes[layer - 1]):
                W[r, s] = vector[at]
                at = at + 1
        for r in range(layer_sizes[layer]):
            b[r, 0] = vector[at]
            at = at + 1
        params = params + [[W, b]]
    return params

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    answer = []
    for i in range(0, len(theta)):
        theta_plus = np.array(theta)
        theta_minus = np.array(theta)
        theta_plus[i] = theta_plus[i] + eps
        theta_minus[i] = theta_minus[i] - eps
        J_plus = f(theta_plus)
        J_minus = f(theta_minus)
        answer.append((J_plus - J_minus) / (2 * eps))
    answer = np.array(answer)
    return answer

# %% relative_error
def relative_error(a, b):
    numerator = np.linalg.norm(a - b)
    denominator = np.linalg.norm(a) + np.linalg.norm(b)
    if denominator == 0:
        return 0
    difference = numerator / denominator
    return difference

# %% suspects
suspects = dict(A="BP2", B="BP4", C="cost", D="BP1", E="BP3")
