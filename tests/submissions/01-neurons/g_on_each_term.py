"""
what = "applies g to every product and sums the results; a fixed step stands in the batch"
start = "solution"

[expect.neuron]
score = 0
misconception = "g-on-each-term"
says = "sums first, and applies `g` once"

[expect.neuron_batch]
score = 0
says = "Your function stopped with TypeError"
"""

# %% neuron
def neuron(w, x, b, g):
    return sum(g(w_j * x_j) for w_j, x_j in zip(w, x)) + b

# %% neuron_batch
def neuron_batch(w, X, b):
    return step(w @ X + b)
