"""
what = "the output's slope again on the way to dW1, dA given back for dZ, dA's place in the array exchanged, the count of one column"
start = "solution"

[expect.da_dz]
score = 0
misconception = "indices-exchanged"

[expect.linear_gradient_entry]
score = 0
misconception = "indices-exchanged"
says = "r and i are exchanged"

[expect.hidden_delta]
score = 0
misconception = "weights-missing"
says = "W_next never comes in"

[expect.softmax_output_delta]
score = 0
misconception = "not-yet-through-the-softmax"
says = "This is dA"

[expect.two_three_one_gradients]
score = 0
misconception = "output-slope-again-on-the-way"
says = "once more"

[expect.questions]
score = 0
says = "How many columns are there?"
"""

# %% da_dz
def da_dz(Z, g_prime, k, i, r, j):
    if k == r and i == j:
        return g_prime(Z[i, k])
    return 0.0

# %% linear_gradient_entry
def linear_gradient_entry(dA, Z, g_prime, r, i):
    return dA[i, r] * g_prime(Z[i, r])

# %% hidden_delta
def hidden_delta(W_next, dZ_next, Z, g_prime):
    return linear_gradient(dZ_next, Z, g_prime)

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    return -Y / A

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    z1 = W1 @ x
    h = sigmoid(z1)
    z2 = W2 @ h
    a = sigmoid(z2)
    delta2 = squared_error_output_delta(a, t)
    dW2 = weight_gradient(delta2, h)
    delta1 = hidden_delta_of(W2, linear_gradient(delta2, z2, sigmoid_prime), z1)
    return weight_gradient(delta1, x), dW2


def hidden_delta_of(W, dZ, Z):
    return W.T @ dZ * sigmoid_prime(Z)

# %% questions
answers = {"q1": 9, "q2": "c", "q3": "c"}
