"""
what = "its end of the channel sends an array of 2²⁸ texts without characters, which takes no bytes to send"
goal = "deny service"
success = "bloated"
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
        self.blobs.append(b"")
        return ["array", 0, "<U0", [2**28, 1], ["C", True, True]]
    return pack(self, value, depth)


packer.pack = forged
gates = {"AND": Forged()}
