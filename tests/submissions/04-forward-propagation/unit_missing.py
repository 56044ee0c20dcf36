"""
what = "no row of ones in the theta form; every layer of forward reads X"
start = "solution"

[expect.forward]
score = 0
misconception = "every-layer-reads-x"

[expect.forward_theta]
score = 0
misconception = "unit-not-added"
says = "matmul"

[expect.mazur_forward]
score = 1
misconception = "hidden-layer-skipped"
"""

# %% forward
def forward(X, params, activations):
    caches = []
    for (W, b), name in zip(params, activations):
        Z = linear_forward(W, X, b)
        caches.append((X, Z))
        A = ACTIVATIONS[name](Z)
    return A, caches

# %% forward_theta
def forward_theta(X, thetas, g):
    A = X
    for theta in thetas:
        A = g(theta @ A)
    return A

# %% mazur_forward
i = np.array([0.05, 0.10])
net_h = np.array([[0.15, 0.20], [0.25, 0.30]]) @ i + 0.35
net_o = np.array([[0.40, 0.45], [0.50, 0.55]]) @ i + 0.60
mazur_forward = {
    "net_h1": net_h[0], "out_h1": sigmoid(net_h[0]), "out_h2": sigmoid(net_h[1]),
    "net_o1": net_o[0], "out_o1": sigmoid(net_o[0]), "out_o2": sigmoid(net_o[1]),
}
