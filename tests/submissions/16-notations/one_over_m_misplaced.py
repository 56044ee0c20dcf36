"""
what = "dZ divided by m, the gradients summed and not averaged"
start = "solution"

[expect.dZ_from_deltas]
score = 0
misconception = "one-over-m"
says = "the average comes later"

[expect.gradients_from_deltas]
score = 0
misconception = "one-over-m-missing"
says = "divide by m, once"

[expect.questions]
score = 2
says = "What has to be done to it to get D"
"""

# %% dZ_from_deltas
def dZ_from_deltas(deltas):
    return np.array(deltas).T / len(deltas)

# %% gradients_from_deltas
def gradients_from_deltas(deltas, activations):
    dW = sum(np.outer(d, a) for d, a in zip(deltas, activations))
    return dW, sum(deltas).reshape(-1, 1)

# %% questions
answers = {"q1": "b", "q2": 0.6, "q3": "b"}
