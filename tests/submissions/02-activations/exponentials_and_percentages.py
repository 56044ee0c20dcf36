"""
what = "softmax without the division, class probabilities in percent"
start = "solution"

[expect.softmax]
score = 0
misconception = "not-normalised"

[expect.class_probabilities]
score = 0
misconception = "percentages"
says = "add up to 100"
"""

# %% softmax
def softmax(Z):
    return np.exp(Z - Z.max(axis=0))

# %% class_probabilities
e = softmax(np.array([5.1, 3.2, -1.7, -2.0]))
class_probabilities = e / e.sum() * 100
