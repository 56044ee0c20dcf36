"""
what = "functions under other names: Sigmoid, and softmax as soft_max; class_probabilities uses the new name and is right"
start = "release"

[expect.sigmoid]
score = 0
says = "sigmoid"

[expect.softmax]
score = 0
says = "softmax"

[expect.class_probabilities]
score = 2
"""

# %% sigmoid
def Sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))

# %% softmax
def soft_max(Z):
    return np.exp(Z - Z.max(0)) / np.exp(Z - Z.max(0)).sum(0)

# %% class_probabilities
class_probabilities = soft_max(np.array([5.1, 3.2, -1.7, -2.0]))
