"""
what = "softmax treated as if each output looked at its own score alone; the loss in place of its slope; questions answered in haste"
start = "solution"

[expect.squared_error_output_delta]
score = 0
misconception = "loss"

[expect.softmax_output_delta]
score = 0
misconception = "through-the-diagonal"
says = "the slopes −a_j a_k are missing"

[expect.two_three_one_gradients]
score = 0
misconception = "error-not-differentiated"

[expect.questions]
score = 0
says = "What else stands in the denominator"
"""

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    return 0.5 * (A - Y) ** 2

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    dA = -Y / A
    return dA * A * (1 - A)

# %% questions
answers = {"q1": 12, "q2": "d", "q3": "b"}
