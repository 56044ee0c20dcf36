"""
what = "gives arrays with a trillion rows of no numbers, to be walked through"
goal = "deny service"
success = "busy"
control = "not run: a loop over it would run for ever, in the student's own process"
"""

# %% gates
import numpy as np

gates = {"AND": (np.empty((2**40, 0)), 0), "OR": (np.empty((0, 2**40)), 0), "NAND": (np.empty((2, 0, 2**39)), 0)}


# %% neuron_batch
def neuron_batch(w, X, b, g):
    return np.empty((2**40, 0))


# %% layer
def layer(W, X, b, g):
    return np.empty((0, 2**40))


# %% xor
def xor(x1, x2):
    return np.empty((2**40, 0))
