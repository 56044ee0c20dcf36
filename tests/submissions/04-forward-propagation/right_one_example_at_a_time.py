"""
what = "every example alone, as a vector, put together at the end; Mazur's numbers neuron by neuron"
start = "solution"
"""

# %% forward
def one(x, params, activations):
    kept = []
    a = x
    for (W, b), name in zip(params, activations):
        z = W @ a + b
        kept.append((a, z))
        a = ACTIVATIONS[name](z)
    return a, kept


def forward(X, params, activations):
    results = [one(X[:, i : i + 1], params, activations) for i in range(X.shape[1])]
    A_L = np.concatenate([a for a, _ in results], axis=1)
    caches = []
    for l in range(len(params)):
        A_prev = np.concatenate([kept[l][0] for _, kept in results], axis=1)
        Z = np.concatenate([kept[l][1] for _, kept in results], axis=1)
        caches.append((A_prev, Z))
    return A_L, caches

# %% mazur_forward
w = [None, 0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55]
i1, i2 = 0.05, 0.10
net_h1 = w[1] * i1 + w[2] * i2 + 0.35
net_h2 = w[3] * i1 + w[4] * i2 + 0.35
out_h1, out_h2 = sigmoid(net_h1), sigmoid(net_h2)
net_o1 = w[5] * out_h1 + w[6] * out_h2 + 0.60
net_o2 = w[7] * out_h1 + w[8] * out_h2 + 0.60
mazur_forward = {
    "net_h1": net_h1, "out_h1": out_h1, "out_h2": out_h2,
    "net_o1": net_o1, "out_o1": sigmoid(net_o1), "out_o2": sigmoid(net_o2),
}
