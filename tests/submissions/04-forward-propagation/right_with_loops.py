"""
what = "every sum is a loop, and numbers are typed in from print"
start = "solution"
"""

# %% parameter_shapes
def parameter_shapes(sizes):
    result = []
    before = None
    for size in sizes:
        if before is not None:
            result.append([(size, before), (size, 1)])
        before = size
    return result

# %% count_parameters
def count_parameters(sizes):
    count = 0
    for l in range(len(sizes) - 1):
        for neuron in range(sizes[l + 1]):
            count += 1
            for weight in range(sizes[l]):
                count += 1
    return count

# %% linear_forward
def linear_forward(W, A_prev, b):
    n_l, n_prev = W.shape
    m = A_prev.shape[1]
    Z = np.zeros((n_l, m))
    for r in range(n_l):
        for i in range(m):
            z = b[r, 0]
            for j in range(n_prev):
                z += W[r, j] * A_prev[j, i]
            Z[r, i] = z
    return Z

# %% forward
def forward(X, params, activations):
    A = X
    caches = [None] * len(params)
    for l in range(len(params)):
        Z = linear_forward(params[l][0], A, params[l][1])
        caches[l] = [A, Z]
        A = ACTIVATIONS[activations[l]](Z)
    return [A, caches]

# %% forward_theta
def forward_theta(X, thetas, g):
    A = X
    for theta in thetas:
        n, m = A.shape
        with_unit = np.ones((n + 1, m))
        for j in range(n):
            with_unit[j + 1] = A[j]
        A = g(theta.dot(with_unit))
    return A

# %% mazur_forward
mazur_forward = {
    "net_h1": 0.3775,
    "out_h1": 0.593269992,
    "out_h2": 0.596884378,
    "net_o1": 1.105905967,
    "out_o1": 0.75136507,
    "out_o2": 0.772928465,
}
