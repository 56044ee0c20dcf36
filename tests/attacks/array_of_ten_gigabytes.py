"""
what = "returns an array of ten gigabytes that takes eight bytes of memory"
goal = "deny service"
success = "bloated"
control = "not run: in one process nobody has to copy it; it aims at whoever packs and sends it"
"""

# %% neuron_batch
import numpy as np


def neuron_batch(w, X, b, g):
    return np.broadcast_to(0.0, (10**9 + len(w), 1, 1))[..., 0]


# %% layer
def layer(W, X, b, g):
    return np.broadcast_to(0.0, (3, 10**9))


# %% gates
gates = np.broadcast_to(0.0, (10**9, 10))
