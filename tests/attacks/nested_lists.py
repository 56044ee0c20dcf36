"""
what = "returns lists nested ten thousand deep, lists that hold themselves, and dicts of such"
goal = "deny service"
success = "broken"
control = "not run: in one process they are the student's own; what is asked is whether they can cross"
"""

# %% weighted_sum
deep = []
for _ in range(10_000):
    deep = [deep]


def weighted_sum(w, x, b):
    return deep


# %% neuron
def neuron(w, x, b, g):
    cycle = []
    cycle.append(cycle)
    return cycle


# %% neuron_batch
def neuron_batch(w, X, b, g):
    X[...] = 0
    cycle = {}
    cycle["again"] = cycle
    raise ValueError(cycle)


# %% gates
gates = {}
gates["AND"] = gates["OR"] = gates["NAND"] = (gates, 0)

# %% questions
answers = {"q1": deep, "q2": gates, "q3": [answers for answers in [[]] * 500_000]}
