"""
what = "writes e^z where e^-z is meant; tanh, which calls sigmoid, comes out upside down"
start = "solution"

[expect.sigmoid]
score = 0
misconception = "sign-flipped"
says = "sign of the exponent"

[expect.tanh]
score = 0
misconception = "sign-flipped"
says = "downhill"
"""

# %% sigmoid
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(z))
