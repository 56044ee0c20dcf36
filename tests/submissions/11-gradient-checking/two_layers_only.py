"""
what = "params unpacked as two layers; percentages for steps; a.all() for 'is all zeros'; q1 taken from m = 4"
start = "solution"

[expect.flatten]
score = 1
misconception = "two-layers-only"
says = "go through them in a loop"

[expect.numerical_gradient]
score = 0
misconception = "scaled-step"
says = "a large one takes a large step"

[expect.relative_error]
score = 0
misconception = "zero-when-each-holds-one"

[expect.suspects]
score = 3
says = "In D every db agrees"

[expect.questions]
score = 2
says = "0.6 is for m = 4"
"""

# %% flatten
def flatten(params):
    (W1, b1), (W2, b2) = params
    return np.concatenate([W1.ravel(), b1.ravel(), W2.ravel(), b2.ravel()])

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    slopes = []
    for j in range(len(theta)):
        up, down = theta.copy(), theta.copy()
        up[j] *= 1 + eps
        down[j] *= 1 - eps
        slopes.append((f(up) - f(down)) / (2 * eps))
    return np.array(slopes)

# %% relative_error
def relative_error(a, b):
    if a.all() == 0 and b.all() == 0:
        return 0.0
    return np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b))

# %% suspects
suspects = {"A": "BP1", "B": "BP4", "C": "cost", "D": "BP2", "E": "BP3"}

# %% questions
answers = {"q1": 0.6, "q2": "c", "q3": "b"}
