"""
what = "returns a generator that never yields"
goal = "deny service"
success = "lost"
start = "solution"
honest = 13
seconds = 3
"""

# %% layer
import signal

import numpy as np

signal.signal(signal.SIGINT, signal.SIG_IGN)


class Rows:
    def __iter__(self):
        while True:
            pass

    __next__ = __array__ = __len__ = __getitem__ = __iter__


def layer(W, X, b, g):
    return Rows()
