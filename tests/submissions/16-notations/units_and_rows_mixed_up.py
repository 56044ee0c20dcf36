"""
what = "the unit that says 1 gets a row, or loses one; the sizes of the lesson written in; the biases stay folded in; the layer number in the average"
start = "solution"

[expect.thetas_from_params]
score = 0
misconception = "unit-row"
says = "No weights lead to that unit"

[expect.params_from_thetas]
score = 0
misconception = "first-row-dropped"
says = "belongs to neuron 1"

[expect.matrix_from_weights]
score = 1
misconception = "sizes-fixed"
says = "said by the keys"

[expect.dZ_from_deltas]
score = 0
misconception = "torn-by-reshape"
says = "2 of 6 values are right"

[expect.params_from_mazur]
score = 0
misconception = "still-folded"
says = "apart, in a pair"

[expect.questions]
score = 2
says = "The layer number 2 has no part in the average"
"""

# %% thetas_from_params
def thetas_from_params(params):
    thetas = []
    for W, b in params:
        row = np.zeros((1, W.shape[1] + 1))
        row[0, 0] = 1
        thetas.append(np.vstack([row, np.hstack([b, W])]))
    return thetas

# %% params_from_thetas
def params_from_thetas(thetas):
    return [(t[1:, 1:], t[1:, :1]) for t in thetas]

# %% matrix_from_weights
def matrix_from_weights(weights):
    W = np.array([[weights[i, j] for i in range(1, 3)] for j in range(1, 4)])
    return W

# %% dZ_from_deltas
def dZ_from_deltas(deltas):
    return np.array(deltas).reshape(len(deltas[0]), len(deltas))

# %% params_from_mazur
def params_from_mazur(w, b1, b2):
    h1 = [b1, w["w1"], w["w2"]]
    h2 = [b1, w["w3"], w["w4"]]
    o1 = [b2, w["w5"], w["w6"]]
    o2 = [b2, w["w7"], w["w8"]]
    return [np.array([h1, h2]), np.array([o1, o2])]

# %% questions
answers = {"q1": "b", "q2": 0.3, "q3": "b"}
