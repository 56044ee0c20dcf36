"""
what = "range(1, len(params)) leaves the last layer out; the theta form goes past the end of its list; the last size is not counted"
start = "solution"

[expect.count_parameters]
score = 0
misconception = "last-layer-missing"

[expect.forward]
score = 0
misconception = "last-layer-missing"
says = "where does the loop end?"

[expect.forward_theta]
score = 0
says = "IndexError"

[expect.mazur_forward]
score = 0
"""

# %% count_parameters
def count_parameters(layer_sizes):
    return sum(layer_sizes[l] * (layer_sizes[l - 1] + 1) for l in range(1, len(layer_sizes) - 1))

# %% forward
def forward(X, params, activations):
    A = X
    caches = []
    for l in range(1, len(params)):
        W, b = params[l - 1]
        Z = linear_forward(W, A, b)
        caches.append((A, Z))
        A = ACTIVATIONS[activations[l - 1]](Z)
    return A, caches

# %% forward_theta
def forward_theta(X, thetas, g):
    A = X
    for l in range(len(thetas) + 1):
        A = g(thetas[l] @ np.vstack([np.ones((1, A.shape[1])), A]))
    return A
