"""
what = "transposes W, as formulas with column vectors of weights do; an earlier try stands in a cell of its own"
start = "solution"

[expect.layer]
score = 0
misconception = "weights-transposed"
says = "Its weights are row r"
"""

# %%
def layer(W, X, b, g):
    return g(np.dot(W, X))

# %% layer
def layer(W, X, b, g):
    Z = np.dot(W.T, X) + b
    return g(Z)
