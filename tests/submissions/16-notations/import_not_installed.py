"""
what = "one function leans on a package that is not installed"
start = "solution"

[expect.weights_from_matrix]
score = 0
says = "networkx"
"""

# %% weights_from_matrix
import networkx


def weights_from_matrix(W):
    return networkx.from_numpy_array(W)
