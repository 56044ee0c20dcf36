"""
what = "Mazur's b1 for the first neuron of each layer and b2 for the second; ones as many as there are inputs; examples summed up"
start = "solution"

[expect.linear_forward]
score = 0
misconception = "examples-summed"

[expect.forward_theta]
score = 0
misconception = "unit-of-wrong-length"
says = "X.shape[1]"

[expect.mazur_forward]
score = 1
misconception = "biases-exchanged"
says = "b1 = 0.35 is the bias of both hidden neurons"
"""

# %% linear_forward
def linear_forward(W, A_prev, b):
    return (W @ A_prev).sum(axis=1, keepdims=True) + b

# %% forward
def forward(X, params, activations):
    A, caches = X, []
    for (W, b), name in zip(params, activations):
        Z = W @ A + b
        caches.append((A, Z))
        A = ACTIVATIONS[name](Z)
    return A, caches

# %% forward_theta
def forward_theta(X, thetas, g):
    A = X
    for theta in thetas:
        A = g(theta @ np.vstack([np.ones((1, X.shape[0])), A]))
    return A

# %% mazur_forward
b = np.array([[0.35], [0.60]])
W_1, W_2 = np.array([[0.15, 0.20], [0.25, 0.30]]), np.array([[0.40, 0.45], [0.50, 0.55]])
A_2, ((_, Z_1), (A_1, Z_2)) = forward(np.array([[0.05], [0.10]]), [(W_1, b), (W_2, b)], ["sigmoid", "sigmoid"])
mazur_forward = {
    "net_h1": Z_1[0, 0], "out_h1": A_1[0, 0], "out_h2": A_1[1, 0],
    "net_o1": Z_2[0, 0], "out_o1": A_2[0, 0], "out_o2": A_2[1, 0],
}
