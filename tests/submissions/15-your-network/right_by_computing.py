"""
what = "counts the parameters with the page's own pieces, and fills the dict key by key"
start = "solution"
"""

# %% questions
sizes = [64, 16, 10]
count = mine.flatten(mine.he_initialization(sizes, np.random.default_rng(1))).size
passes = 0
for number in range(count):
    for side in (-1, 1):
        passes += 1
answers = {}
answers["q1"] = passes
answers["q2"] = "c"
answers["q3"] = "b"
