"""
what = "weight_gradient calls the loops: right, and slow"
start = "solution"

[expect.weight_gradient]
score = 1
misconception = "loops"
says = "slow"
"""

# %% weight_gradient
def weight_gradient(dZ, A_prev):
    return weight_gradient_loops(dZ, A_prev)
