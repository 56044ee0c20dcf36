"""
what = "lets the pieces count: a cost that notes every look that the judge takes at it"
start = "solution"
"""

# %% questions
theta = mine.flatten(mine.he_initialization([64, 16, 10], np.random.default_rng(1)))
looks = []


def noted(at):
    looks.append(1)
    return 0.0


mine.numerical_gradient(noted, theta)
answers = {"q1": len(looks), "q2": "c", "q3": "b"}
