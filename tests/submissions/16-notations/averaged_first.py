"""
what = "the product of averages for the average of products; a reshape in the place of a transpose; questions read too fast"
start = "solution"

[expect.dZ_from_deltas]
score = 0
misconception = "torn-by-reshape"
says = "the vectors are torn apart"

[expect.gradients_from_deltas]
score = 0
misconception = "averaged-first"
says = "take the product within each example"

[expect.questions]
score = 0
says = "What does BP4 in his list calculate"
"""

# %% dZ_from_deltas
def dZ_from_deltas(deltas):
    return np.array(deltas).reshape(-1, len(deltas))

# %% gradients_from_deltas
def gradients_from_deltas(deltas, activations):
    delta, a = np.mean(deltas, axis=0), np.mean(activations, axis=0)
    return np.outer(delta, a), delta.reshape(-1, 1)

# %% questions
answers = {"q1": "a", "q2": 2.4, "q3": "a"}
