"""
what = "class probabilities as a list; a relu that returns lists; q2 wrong, q3 the probability itself"
start = "solution"

[expect.relu]
score = 1
says = "list"

[expect.class_probabilities]
score = 1
misconception = "list"
says = "calculates with arrays"

[expect.questions]
score = 1
says = "the question asks for t"
"""

# %% relu
def relu(z):
    if np.ndim(z) == 0:
        return max(0.0, z)
    return np.maximum(0, z).tolist()

# %% class_probabilities
class_probabilities = [p.item() for p in softmax(np.array([5.1, 3.2, -1.7, -2.0]))]

# %% questions
answers = {"q1": "d", "q2": "b", "q3": 0.924142}
