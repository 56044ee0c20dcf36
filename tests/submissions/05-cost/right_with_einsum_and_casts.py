"""
what = "einsum, norms, casts, lists for tuples and other names for the arguments"
start = "solution"
"""

# %% squared_error
def squared_error(predictions, targets):
    difference = np.asarray(predictions, dtype=float) - targets
    return np.einsum("ki,ki->", difference, difference) / (2 * predictions.shape[1])


# %% binary_cross_entropy
def binary_cross_entropy(predictions, targets):
    p = np.where(np.asarray(targets) == 1, predictions, 1 - predictions)
    return np.float64(-np.log(np.maximum(p, np.finfo(float).tiny)).sum(axis=0).mean())


# %% categorical_cross_entropy
def categorical_cross_entropy(predictions, targets):
    right = np.einsum("ki,ki->i", predictions, targets)
    return float(np.mean(-np.log(right + 1e-12)))


# %% sigmoid_slope
def sigmoid_slope(output):
    return 0.25 - (output - 0.5) ** 2


# %% cancelled
def cancelled(output, label):
    return [label * output - label, output - label * output]


# %% cross_entropy_with_logits
def cross_entropy_with_logits(scores, targets):
    return np.logaddexp(0, (1 - 2 * targets) * scores).sum() / len(scores.T)


# %% logistic_gradients
def logistic_gradients(weights, bias, inputs, labels):
    blame = sigmoid(np.einsum("rj,ji->ri", weights, inputs) + bias) - labels
    return [np.einsum("ri,ji->rj", blame, inputs) / labels.size, np.average(blame)]
