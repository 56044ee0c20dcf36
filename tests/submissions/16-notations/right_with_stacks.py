"""
what = "stacking, inserting, splitting; tuples in the place of lists; answers in capitals"
start = "solution"
"""

# %% thetas_from_params
def thetas_from_params(params):
    return tuple(np.insert(W, 0, b.ravel(), axis=1) for W, b in params)

# %% params_from_thetas
def params_from_thetas(thetas):
    return [np.split(theta, [1], axis=1)[::-1] for theta in thetas]

# %% matrix_from_weights
def matrix_from_weights(weights):
    values = [weights[key] for key in sorted(weights, key=lambda key: (key[1], key[0]))]
    return np.array(values).reshape(-1, max(weights)[0])

# %% weights_from_matrix
def weights_from_matrix(W):
    return {(s + 1, r + 1): value for (r, s), value in np.ndenumerate(W)}

# %% dZ_from_deltas
def dZ_from_deltas(deltas):
    return np.column_stack(deltas)

# %% gradients_from_deltas
def gradients_from_deltas(deltas, activations):
    dZ = dZ_from_deltas(deltas)
    A = dZ_from_deltas(activations)
    return [dZ @ A.T / len(deltas), dZ.mean(axis=1, keepdims=True)]

# %% params_from_mazur
def params_from_mazur(w, b1, b2):
    W1, W2 = np.array([w[name] for name in sorted(w)]).reshape(2, 2, 2)
    return (W1, np.full((2, 1), b1)), (W2, np.full((2, 1), b2))

# %% questions
answers = {"q1": "B", "q2": 0.6 / 4, "q3": "B"}
