"""
what = "m is taken for the 4 of the lesson; 1/m already in the step; answers to the questions half thought through"
start = "solution"

[expect.dz_db]
score = 0
misconception = "averaged-too-early"
says = "The average over the examples comes in step 3"

[expect.bias_gradient_entry]
score = 1
misconception = "always-four-examples"
says = "The sum is divided by 4, whatever dZ is"

[expect.bias_gradient_loops]
score = 1
misconception = "always-four-examples"
says = "count those, not the examples of the lesson"

[expect.bias_gradient]
score = 0
misconception = "always-four-examples"
says = "The sum is divided by 4"

[expect.theta_gradient]
score = 0
misconception = "always-four-examples"
says = "The sum is divided by 4"

[expect.questions]
score = 1
says = "Can blames that are not 0 have an average of 0?"
"""

# %% dz_db
def dz_db(k, i, r):
    return 1 / 4 if k == r else 0

# %% bias_gradient_entry
def bias_gradient_entry(dZ, r):
    return sum(dZ[r]) / X.shape[1]

# %% bias_gradient_loops
def bias_gradient_loops(dZ):
    db = np.zeros((dZ.shape[0], 1))
    for r in range(dZ.shape[0]):
        for i in range(dZ.shape[1]):
            db[r, 0] += dZ[r, i] / 4
    return db

# %% bias_gradient
def bias_gradient(dZ):
    return 1 / 4 * np.sum(dZ, axis=1, keepdims=True)

# %% theta_gradient
def theta_gradient(dZ, A_prev):
    with_ones = np.vstack([np.ones((1, A_prev.shape[1])), A_prev])
    return dZ @ with_ones.T / 4

# %% questions
answers = {"q1": "b", "q2": 0.2, "q3": "c"}
