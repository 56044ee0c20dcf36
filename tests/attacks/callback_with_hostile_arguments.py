"""
what = "calls the tests' functions with objects, subclasses, wrong counts, out= and dtype="
goal = "points"
control = "not run: it aims at the process that holds the tests, which a kernel does not have"
"""

# %% neuron
import numpy as np


class Hostile(np.ndarray):
    def __array_ufunc__(self, *args, **kwargs):
        return 1.0

    def __array_finalize__(self, other):
        print("somebody looks")


def neuron(w, x, b, g):
    for args, kwargs in [
        ((np.zeros(3).view(Hostile),), {}),
        ((object(),), {}),
        ((neuron,), {}),
        ((lambda *args: 1.0,), {}),
        ((), {"self": 1}),
        (("x" * 10**6,), {}),
        ((np.zeros(10**6, dtype=np.uint8),), {"dtype": "complex128"}),
        ((np.zeros(3),), {"out": np.zeros(3)}),
        ((np.zeros(3),), {"where": False}),
        (([[[[]]]],), {}),
        ((10**400,), {}),
        ((np.zeros(3, dtype="U9"),), {}),
    ]:
        try:
            g(*args, **kwargs)
        except Exception:
            pass
    for name in ("__globals__", "__code__", "__self__", "reduce", "__func__", "_peer"):
        try:
            print(type(getattr(g, name)))
        except AttributeError:
            pass
    return 1.0
