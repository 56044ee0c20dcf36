"""
what = "plays with the page first: other sizes, a slip on purpose, a cell that fails; the answers are right"
start = "solution"
"""

# %%
SIZES = [64, 20, 20, 10]


def backward(A_L, Y, params, caches):
    return [(0 * W, 0 * b) for W, b in params]


mine.relu = None
raise RuntimeError("an experiment that went wrong")

# %% questions
answers = dict(q1=2420, q2="c", q3="b")
