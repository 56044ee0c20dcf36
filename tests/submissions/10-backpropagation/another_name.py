"""
what = "one function has another name, one prints instead of returning, one is a list of weights"
start = "solution"

[expect.backward]
score = 0
says = "backward"

[expect.backward_accumulate]
score = 0
says = "returned None"

[expect.mazur_step]
score = 0
says = "a dict is expected"
"""

# %% backward
def backpropagate(A_L, Y, params, caches, activations, cost):
    return [(W, b) for W, b in params]

# %% backward_accumulate
def backward_accumulate(X, Y, params):
    names = ["sigmoid"] * len(params)
    A, caches = forward(X, params, names)
    print(weight_gradient(A - Y, caches[-1][0]))

# %% mazur_step
def mazur_step(eta):
    return [0.149780716, 0.19956143, 0.24975114, 0.29950229, 0.35891648, 0.408666186, 0.511301270, 0.561370121]
