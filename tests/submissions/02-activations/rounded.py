"""
what = "class probabilities typed from the text, and results rounded to four digits"
start = "solution"

[expect.sigmoid]
score = 1
misconception = "rounded"
says = "keep every digit"

[expect.class_probabilities]
score = 1
misconception = "rounded"
says = "array([0.87, 0.13, 0., 0.])"
"""

# %% sigmoid
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.round(np.where(z >= 0, 1, e) / (1 + e), 4)

# %% tanh
def tanh(z):
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e) / (1 + e)

# %% class_probabilities
class_probabilities = np.array([0.87, 0.13, 0.00, 0.00])
