"""
what = "zeros, symmetry and the uniform start are written, one question is answered, the rest are stubs"
start = "release"

[expect.zero_initialization]
score = 2

[expect.is_symmetric]
score = 2

[expect.uniform_initialization]
score = 2

[expect.activation_spread]
score = 0
says = "not written yet"

[expect.xavier_initialization]
score = 0
says = "not written yet"

[expect.questions]
score = 1
says = "1 of 3 answers are right"
"""

# %% zero_initialization
def zero_initialization(layer_sizes):
    params = []
    for l in range(1, len(layer_sizes)):
        params.append((np.zeros((layer_sizes[l], layer_sizes[l - 1])), np.zeros((layer_sizes[l], 1))))
    return params

# %% is_symmetric
def is_symmetric(W):
    for i in range(len(W)):
        for j in range(i):
            if np.all(np.abs(W[i] - W[j]) < 1e-12):
                return True
    return False

# %% uniform_initialization
def uniform_initialization(layer_sizes, epsilon, rng):
    params = []
    for l in range(1, len(layer_sizes)):
        W = rng.random((layer_sizes[l], layer_sizes[l - 1])) * 2 * epsilon - epsilon
        params.append((W, np.zeros((layer_sizes[l], 1))))
    return params

# %% questions
answers = {"q1": "d", "q2": None, "q3": ""}
