"""
what = "the bias is added with every product, in linear_forward; every question wrong, the bug found and not understood"
start = "solution"

[expect.linear_forward]
score = 0
misconception = "bias-in-every-term"
says = "once for each sum"

[expect.forward]
score = 0
says = "Z in the cache of layer 1"

[expect.mazur_forward]
score = 0

[expect.questions]
score = 0
says = "Which arrays have one column per example?"

[expect.bug]
score = 1
says = "it comes in at the next layer, or is the result"
"""

# %% linear_forward
def linear_forward(W, A_prev, b):
    Z = np.zeros((W.shape[0], A_prev.shape[1]))
    for r in range(W.shape[0]):
        for i in range(A_prev.shape[1]):
            for j in range(W.shape[1]):
                Z[r, i] += W[r, j] * A_prev[j, i] + b[r, 0]
    return Z

# %% questions
answers = {"q1": "c", "q2": "a", "q3": 0.1, "q4": "b"}

# %% bug
bug = {"line": 6, "why": "a"}
