"""
what = "params[l - 1] in a loop that starts at 0: index -1 is the last layer"
start = "solution"

[expect.forward]
score = 0
misconception = "params-shifted"
says = "An index of −1 is the last entry"

[expect.mazur_forward]
score = 0
"""

# %% forward
def forward(X, params, activations):
    A = X
    caches = []
    for l in range(len(params)):
        W, b = params[l - 1]
        Z = linear_forward(W, A, b)
        caches.append((A, Z))
        A = ACTIVATIONS[activations[l - 1]](Z)
    return A, caches
