"""
what = "the two with theta and one with arrows are written, one question is answered, the rest are stubs"
start = "release"

[expect.thetas_from_params]
score = 2

[expect.params_from_thetas]
score = 2

[expect.matrix_from_weights]
score = 2

[expect.weights_from_matrix]
score = 0
says = "not written yet"

[expect.params_from_mazur]
score = 0
says = "not written yet"

[expect.questions]
score = 1
says = "1 of 3 answers are right"
"""

# %% thetas_from_params
def thetas_from_params(params):
    return [np.hstack([b, W]) for W, b in params]

# %% params_from_thetas
def params_from_thetas(thetas):
    return [(theta[:, 1:], theta[:, :1]) for theta in thetas]

# %% matrix_from_weights
def matrix_from_weights(weights):
    W = np.zeros((max(j for i, j in weights), max(i for i, j in weights)))
    for (i, j), value in weights.items():
        W[j - 1, i - 1] = value
    return W

# %% questions
answers = {"q1": "b", "q2": 0, "q3": "?"}
