"""
what = "its end of the channel sends values that are none: wrong tags, counts, sizes and types"
goal = "deny service"
success = "broken"
control = "not run: it forges the frames of the grader's own channel, which a kernel does not have"
"""

# %%
import sys

packer = sys.modules["guest.codec"].Packer
trees = iter(
    [
        [],
        ["float"],
        ["float", 3],
        ["float", "0x1p99999"],
        ["int", "1" * 5000],
        ["int", "x"],
        ["list", "abc"],
        ["dict", [[["list", []], ["none"]]]],
        ["dict", [1, 2]],
        ["array", 0, "<f8", [3], ["C", False, True]],
        ["array", 5, "<f8", [3], ["C", False, True]],
        ["array", 0, "|O8", [1], ["C", False, True]],
        ["array", 0, "<U0", [5], ["C", False, True]],
        ["array", 0, "<f8", [-1], ["C", False, True]],
        ["array", 0, "<f8", [0] * 100, ["C", False, True]],
        ["array", 0, "<f8", [0, 2**39, 2**39, 2**39], ["F", True, True]],
        ["array", 0, "<f8", [0], ["K", False, True]],
        ["scalar", 0, "<f8"],
        ["scalar", 0, "<U0"],
        ["rng", ["dict", []]],
        ["rng", ["dict", [[["str", "bit_generator"], ["str", "MT19937"]], [["str", "state"], ["int", "3"]]]]],
        ["module", "os"],
        ["own", -1],
        ["own", 0],
        ["lent", 0, "x" * 10**6],
        ["lent", "0", "x"],
        ["lent", 10**9, "x"],
        ["_session"],
        ["unpack", ["none"]],
        ["iterator", [["none"]] * 100_000],
        {"op": "return"},
        ["none", "too", "many"],
    ]
)


class Forged:
    pass


pack = packer.pack


def forged(self, value, depth=0):
    if isinstance(value, Forged):
        self.blobs.append(b"")
        return next(trees, ["none"])
    return pack(self, value, depth)


packer.pack = forged


# %% weighted_sum
def weighted_sum(w, x, b):
    return Forged()


# %% neuron
def neuron(w, x, b, g):
    return Forged()


# %% neuron_batch
def neuron_batch(w, X, b, g):
    return [Forged()] * 3


# %% gates
gates = Forged()


# %% xor
def xor(x1, x2):
    return Forged()


# %% layer
def layer(W, X, b, g):
    return (Forged(), Forged())


# %% questions
answers = {"q1": Forged()}
