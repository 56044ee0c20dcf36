"""
what = "sums the weights and the inputs first and multiplies the totals; the neuron has its own sum and is right"
start = "solution"

[expect.weighted_sum]
score = 0
misconception = "product-of-sums"
says = "Expected: 13.5"
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    return sum(w) * sum(x) + b

# %% neuron
def neuron(w, x, b, g):
    return g(np.dot(w, x) + b)
