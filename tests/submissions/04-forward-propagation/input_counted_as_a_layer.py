"""
what = "layers counted from the input: it gets weights, a bias and an activation"
start = "solution"

[expect.parameter_shapes]
score = 0
misconception = "input-layer-counted"
says = "The list has length 2; 1 pair is expected"

[expect.count_parameters]
score = 0
misconception = "input-biases-counted"

[expect.forward]
score = 1
misconception = "input-activated"
says = "A_prev in the cache of layer 1"

[expect.forward_theta]
score = 1
misconception = "input-through-g"

[expect.mazur_forward]
score = 0
"""

# %% parameter_shapes
def parameter_shapes(layer_sizes):
    shapes = []
    for l in range(len(layer_sizes)):
        shapes.append(((layer_sizes[l], layer_sizes[l - 1]), (layer_sizes[l], 1)))
    return shapes

# %% count_parameters
def count_parameters(layer_sizes):
    total = sum(layer_sizes)
    for l in range(1, len(layer_sizes)):
        total += layer_sizes[l] * layer_sizes[l - 1]
    return total

# %% forward
def forward(X, params, activations):
    A, caches = ACTIVATIONS[activations[0]](X), []
    for (W, b), name in zip(params, activations):
        Z = linear_forward(W, A, b)
        caches.append((A, Z))
        A = ACTIVATIONS[name](Z)
    return A, caches

# %% forward_theta
def forward_theta(X, thetas, g):
    A = g(X)
    for theta in thetas:
        A = g(theta @ np.vstack([np.ones((1, A.shape[1])), A]))
    return A
