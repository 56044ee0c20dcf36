"""
what = "a cell of the student's own raises, and so does the cell of class_probabilities; the rest is graded as usual"
start = "solution"

[expect.class_probabilities]
score = 0
says = "KeyError"
"""

# %% relu
def relu(z):
    return np.maximum(0, z)

# %%
undefined_name + 1

# %% class_probabilities
scores = {"cat": 5.1, "dog": 3.2, "frog": -1.7}
class_probabilities = softmax(np.array([scores[animal] for animal in ["cat", "dog", "frog", "car"]]))
