"""
what = "the first three exercises and one question; the rest is still to do"
start = "release"

[expect.weighted_sum]
score = 2

[expect.neuron]
score = 2

[expect.neuron_batch]
score = 2

[expect.layer]
score = 0
says = "not written yet"

[expect.questions]
score = 1
says = "q1: not answered yet."
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    return w @ x + b

# %% neuron
def neuron(w, x, b, g):
    return g(weighted_sum(w, x, b))

# %% neuron_batch
def neuron_batch(w, X, b, g):
    return g(w @ X + b)

# %% questions
answers = {"q1": ..., "q2": "c", "q3": ...}
