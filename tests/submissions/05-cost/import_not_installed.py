"""
what = "takes xlogy and log_softmax from scipy, which is not there"
start = "solution"

[expect.binary_cross_entropy]
score = 0
says = "scipy"
"""

# %% binary_cross_entropy
from scipy.special import xlog1py, xlogy


def binary_cross_entropy(A, Y):
    return -np.sum(xlogy(Y, A) + xlog1py(1 - Y, -A)) / A.shape[1]
