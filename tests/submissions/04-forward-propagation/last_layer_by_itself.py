"""
what = "the last layer stands after the loop and reads A_prev, which is one turn behind"
start = "solution"

[expect.forward]
score = 0
misconception = "last-layer-reads-too-early"

[expect.mazur_forward]
score = 0
"""

# %% forward
def forward(X, params, activations):
    A = A_prev = X
    caches = []
    for l in range(len(params) - 1):
        A_prev = A
        Z = linear_forward(params[l][0], A_prev, params[l][1])
        caches.append((A_prev, Z))
        A = ACTIVATIONS[activations[l]](Z)
    Z = linear_forward(params[-1][0], A_prev, params[-1][1])
    caches.append((A_prev, Z))
    return ACTIVATIONS[activations[-1]](Z), caches
