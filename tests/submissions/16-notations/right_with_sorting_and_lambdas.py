"""
what = "right: lambdas, recursion, sorted keys, flattened transposes, lists for pairs"
start = "solution"
"""

# %% thetas_from_params
def thetas_from_params(params):
    return list(map(lambda p: np.concatenate((p[1], p[0]), axis=1), params))

# %% params_from_thetas
def params_from_thetas(thetas):
    if not thetas:
        return []
    first, *rest = thetas
    bias = np.array([[row[0]] for row in first])
    W = np.array([row[1:] for row in first])
    return [[W, bias]] + params_from_thetas(rest)

# %% matrix_from_weights
def matrix_from_weights(weights):
    values = []
    for i, j in sorted(weights, key=lambda pair: (pair[1], pair[0])):
        values.append(weights[(i, j)])
    readers = len({j for _, j in weights})
    return np.array(values).reshape(readers, -1)

# %% weights_from_matrix
def weights_from_matrix(W):
    n_to, n_from = W.shape
    return dict(zip([(i, j) for i in range(1, n_from+1) for j in range(1, n_to+1)], W.T.flatten().tolist()))

# %% dZ_from_deltas
def dZ_from_deltas(deltas):
    return np.column_stack(deltas)

# %% gradients_from_deltas
def gradients_from_deltas(deltas, activations):
    m = len(deltas)
    dW, db = 0, 0
    for delta, a in zip(deltas, activations):
        dW = dW + delta[:, None] * a[None, :] / m
        db = db + delta.reshape(-1, 1) / m
    return [dW, db]

# %% params_from_mazur
def params_from_mazur(w, b1, b2):
    w1, w2, w3, w4, w5, w6, w7, w8 = [w[k] for k in sorted(w)]
    W1 = np.array([[w1, w2], [w3, w4]])
    W2 = np.array([[w5, w6], [w7, w8]])
    return [(W1, np.array([[b1], [b1]])), (W2, np.array([[b2], [b2]]))]

# %% questions
answers = {"q1": "B", "q2": 0.15, "q3": " b"}
