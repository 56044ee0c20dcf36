"""
what = "biases in the last column, and looked for there; b1 and b2 for the neurons of each layer"
start = "solution"

[expect.thetas_from_params]
score = 0
misconception = "biases-last"
says = "column 0"

[expect.params_from_thetas]
score = 0
misconception = "biases-last"
says = "The last column is taken for the biases"

[expect.params_from_mazur]
score = 0
misconception = "biases-by-neuron"
says = "They are biases of layers"
"""

# %% thetas_from_params
def thetas_from_params(params):
    return [np.hstack([W, b]) for W, b in params]

# %% params_from_thetas
def params_from_thetas(thetas):
    return [(theta[:, :-1], theta[:, -1:]) for theta in thetas]

# %% params_from_mazur
def params_from_mazur(w, b1, b2):
    W1 = np.array([[w["w1"], w["w2"]], [w["w3"], w["w4"]]])
    W2 = np.array([[w["w5"], w["w6"]], [w["w7"], w["w8"]]])
    b = np.array([[b1], [b2]])
    return [(W1, b), (W2, b)]
