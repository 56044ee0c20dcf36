"""
what = "a cell of the student's own raises, and so does the cell of log_a; what calls nothing of them is graded as usual"
start = "solution"

[expect.log_a]
score = 0
says = "NameError"
"""

# %% squared_error
def squared_error(A, Y):
    return ((A - Y) ** 2).sum() / 2 / A.shape[1]

# %%
squared_error([[1.0]], [[0.0]])

# %% log_a
u = 1 + np.exp(-x)


def log_a(z):
    return -np.log(1 + np.exp(-z))
