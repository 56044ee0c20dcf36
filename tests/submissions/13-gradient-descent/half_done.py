"""
what = "update and accuracy are written, one question is answered, the rest are stubs"
start = "release"

[expect.update]
score = 2

[expect.minibatches]
score = 0
says = "not written yet"

[expect.accuracy]
score = 2

[expect.train]
score = 0
says = "not written yet"

[expect.questions]
score = 1
says = "1 of 3 answers are right"
"""

# %% update
def update(params, grads, learning_rate):
    new = []
    for l in range(len(params)):
        W, b = params[l]
        dW, db = grads[l]
        new.append((W - learning_rate * dW, b - learning_rate * db))
    return new

# %% accuracy
def accuracy(A, Y):
    if len(A) == 1:
        return np.mean(np.round(A) == Y)
    return np.mean(np.argmax(A, axis=0) == np.argmax(Y, axis=0))

# %% questions
answers = {"q1": 45 * 30, "q2": None, "q3": ""}
