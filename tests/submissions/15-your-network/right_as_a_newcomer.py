"""
what = "counts with a loop of its own over the layers; the letters are capitals, with a space"
start = "solution"
"""

# %%
sizes = [64, 16, 10]
numbers = 0
for k in range(1, len(sizes)):
    neurons = sizes[k]
    numbers += neurons * (sizes[k - 1] + 1)  # a bias is one more input

# %% questions
both_ways = numbers + numbers
answers = {}
answers["q1"] = both_ways
answers["q2"] = " C"
answers["q3"] = "B "
