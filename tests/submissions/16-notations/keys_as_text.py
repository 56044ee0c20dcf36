"""
what = "keys as text, a pair the wrong way round, the loop left after one layer"
start = "solution"

[expect.thetas_from_params]
score = 0
misconception = "first-layer-only"
says = "`return` inside the loop"

[expect.params_from_thetas]
score = 0
misconception = "pair-turned-round"

[expect.weights_from_matrix]
score = 0
misconception = "keys-as-text"
says = "pairs of whole numbers"
"""

# %% thetas_from_params
def thetas_from_params(params):
    thetas = []
    for W, b in params:
        thetas.append(np.hstack([b, W]))
        return thetas

# %% params_from_thetas
def params_from_thetas(thetas):
    return [(theta[:, :1], theta[:, 1:]) for theta in thetas]

# %% weights_from_matrix
def weights_from_matrix(W):
    return {f"{s + 1},{r + 1}": W[r, s] for r in range(W.shape[0]) for s in range(W.shape[1])}
