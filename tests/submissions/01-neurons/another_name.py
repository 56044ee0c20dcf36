"""
what = "functions under other names, and gates with a key in small letters"
start = "release"

[expect.weighted_sum]
score = 0
says = "weighted_sum"

[expect.neuron]
score = 2

[expect.gates]
score = 0
says = "`gates` lacks 'NAND'; the keys it has are 'AND', 'OR' and 'nand'."
"""

# %% weighted_sum
def weightedSum(w, x, b):
    return w @ x + b

# %% neuron
def neuron(w, x, b, g):
    return g(weightedSum(w, x, b))

# %% gates
gates = {"AND": ((1.0, 1.0), -1.5), "OR": ((1.0, 1.0), -0.5), "nand": ((-1.0, -1.0), 1.5)}
