"""
what = "writes the step into the neuron and ignores the g it is given"
start = "solution"

[expect.neuron]
score = 0
misconception = "step-for-g"
says = "It is to use the `g` it is given."
"""

# %% neuron
def neuron(w, x, b, g):
    if weighted_sum(w, x, b) > 0:
        return 1.0
    return 0.0
