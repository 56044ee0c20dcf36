"""
what = "its end of the channel sends a random generator whose state points outside its own memory"
goal = "deny service"
success = "broken"
control = "not run: it forges the frames of the grader's own channel, which a kernel does not have"
"""

# %% gates
import sys

import numpy as np

packer = sys.modules["guest.codec"].Packer
pack = packer.pack
state = np.random.MT19937(0).state
state["state"]["pos"] = 2**30


class Forged:
    pass


def forged(self, value, depth=0):
    if isinstance(value, Forged):
        return ["rng", pack(self, state, depth)]
    return pack(self, value, depth)


packer.pack = forged
gates = {"AND": Forged()}
