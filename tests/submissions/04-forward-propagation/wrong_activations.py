"""
what = "the first layer's activation in every layer; the last layer of the theta form without any"
start = "solution"

[expect.forward]
score = 0
misconception = "one-activation-for-all"

[expect.forward_theta]
score = 0
misconception = "g-not-at-output"

[expect.mazur_forward]
score = 0
misconception = "net-for-out"
says = "mazur_forward['out_h1'] = 0.3775"
"""

# %% forward
def forward(X, params, activations):
    A, caches = X, []
    for W, b in params:
        Z = linear_forward(W, A, b)
        caches.append((A, Z))
        A = ACTIVATIONS[activations[0]](Z)
    return A, caches

# %% forward_theta
def forward_theta(X, thetas, g):
    A = X
    for l, theta in enumerate(thetas):
        A = theta @ np.vstack([np.ones((1, A.shape[1])), A])
        if l < len(thetas) - 1:
            A = g(A)
    return A

# %% mazur_forward
mazur_forward = {
    "net_h1": 0.3775, "out_h1": 0.3775, "out_h2": 0.3925,
    "net_o1": 0.927625, "out_o1": 0.927625, "out_o2": 1.004625,
}
