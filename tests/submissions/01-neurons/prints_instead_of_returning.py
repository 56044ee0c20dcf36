"""
what = "prints the results and returns nothing; an array of one number where a number is meant"
start = "solution"

[expect.weighted_sum]
score = 0
says = "Your function returned None. Is there a `return` line"

[expect.neuron]
score = 0
says = "The number in it is right: take it out of the array."
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    z = w @ x + b
    print(z)

# %% neuron
def neuron(w, x, b, g):
    return g(np.array([w @ x + b]))
