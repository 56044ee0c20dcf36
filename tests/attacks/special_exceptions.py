"""
what = "functions called by tests raise SystemExit, KeyboardInterrupt, GeneratorExit and exceptions with the grader's own names"
goal = "deny service"
success = "broken"
"""


# %% weighted_sum
def weighted_sum(w, x, b):
    raise SystemExit(0)


# %% neuron
class WrongAnswer(Exception):
    pass


WrongAnswer.__module__ = "autograder.checks"


def neuron(w, x, b, g):
    raise WrongAnswer("`neuron` is right.")


# %% neuron_batch
class Quiet(BaseException):
    def _render_traceback_(self):
        return []

    def __str__(self):
        raise ValueError("not even this")


def neuron_batch(w, X, b, g):
    raise Quiet()


# %% xor
def xor(x1, x2):
    raise GeneratorExit()


# %% layer
def layer(W, X, b, g):
    raise KeyboardInterrupt()
