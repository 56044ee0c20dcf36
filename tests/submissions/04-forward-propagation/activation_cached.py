"""
what = "keeps (A, Z), what the layer gave out, and reads Mazur's numbers from there"
start = "solution"

[expect.forward]
score = 0
misconception = "activation-cached"
says = "A_prev in the cache of layer 1"

[expect.mazur_forward]
score = 1
misconception = "neurons-exchanged"
says = "out_h2"
"""

# %% forward
def forward(X, params, activations):
    A = X
    caches = []
    for (W, b), name in zip(params, activations):
        Z = linear_forward(W, A, b)
        A = ACTIVATIONS[name](Z)
        caches.append((A, Z))
    return A, caches

# %% mazur_forward
x = np.array([[0.05], [0.10]])
mazur_params = [
    (np.array([[0.15, 0.20], [0.25, 0.30]]), np.array([[0.35], [0.35]])),
    (np.array([[0.40, 0.45], [0.50, 0.55]]), np.array([[0.60], [0.60]])),
]
A_2, [(A_1, Z_1), (_, Z_2)] = forward(x, mazur_params, ["sigmoid", "sigmoid"])
mazur_forward = {
    "net_h1": Z_1[0, 0], "out_h1": A_1[0, 0], "out_h2": A_1[0, 0],
    "net_o1": Z_2[0, 0], "out_o1": A_2[0, 0], "out_o2": A_2[1, 0],
}
