"""
what = "the loop stops before the first layer; layers counted from 1 and used as positions; a pass short"
start = "solution"

[expect.backward]
score = 0
misconception = "first-layer-missing"
says = "ends a layer too early"

[expect.mazur_step]  # calls this backward
score = 0
says = "zip()"

[expect.passes_needed]
score = 0
misconception = "nothing-to-compare-with"
says = "nothing is moved"

[expect.questions]
score = 1
says = "counts paths that start at any of the 4 neurons"
"""

# %% backward
def backward(A_L, Y, params, caches, activations, cost):
    if (activations[-1], cost) in PAIRS:
        dZ = A_L - Y
    else:
        dZ = COST_SLOPES[cost](A_L, Y) * SLOPES[activations[-1]](caches[-1][1])
    grads = []
    for k in range(len(params) - 1, 0, -1):
        grads.append((weight_gradient(dZ, caches[k][0]), bias_gradient(dZ)))
        dA = previous_activation_gradient(params[k][0], dZ)
        dZ = linear_gradient(dA, caches[k - 1][1], SLOPES[activations[k - 1]])
    return grads[::-1]

# %% passes_needed
def passes_needed(n_parameters):
    return n_parameters, 2

# %% questions
answers = {"q1": "a", "q2": 40, "q3": "b", "q4": "d"}
