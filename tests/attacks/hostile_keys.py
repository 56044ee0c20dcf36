"""
what = "gives dicts whose keys are objects with operators of their own, lists in disguise, nan and huge numbers"
goal = "deny service"
success = "broken"
control = "not run: in one process they are the student's own; what is asked is whether they can cross"
"""


# %% gates
class Key(str):
    def __eq__(self, other):
        raise RuntimeError("compared")

    def __hash__(self):
        return hash("AND")


gates = {
    Key("AND"): 1,
    Key("OR"): 2,
    float("nan"): 3,
    (1, (2, 3)): 4,
    None: 5,
    print: 6,
    frozenset(): 7,
    b"AND": 8,
    10**3000: 9,
}

# %% questions
answers = {Key("q1"): "b", ("q2",): "c", 3: 20, ...: None}
