"""
what = "adds b in every turn of the loop"
start = "solution"

[expect.weighted_sum]
score = 0
misconception = "bias-each-term"
says = "once for every input"

[expect.neuron]
score = 0
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    total = 0
    for i in range(len(x)):
        total += w[i] * x[i] + b
    return total
