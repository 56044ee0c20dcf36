"""
what = "each function from the one before; the squared error through z; a guard in the quotient; gradients measured; capitals"
start = "solution"
"""

# %% da_dz
def da_dz(Z, g_prime, k, i, r, j):
    nudged = np.zeros(Z.shape)
    nudged[r, j] = 1.0
    return np.float64((nudged * g_prime(Z))[k, i])

# %% linear_gradient_entry
def linear_gradient_entry(dA, Z, g_prime, r, i):
    return float(dA[r, i]) * float(g_prime(float(Z[r, i])))

# %% linear_gradient
def linear_gradient(dA, Z, g_prime):
    return np.array([[linear_gradient_entry(dA, Z, g_prime, r, i) for i in range(Z.shape[1])] for r in range(len(Z))])

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    with np.errstate(divide="ignore"):
        Z = np.log(A / (1 - A))
    return linear_gradient(A - Y, Z, sigmoid_prime)

# %% hidden_delta
def hidden_delta(W_next, dZ_next, Z, g_prime):
    return linear_gradient(previous_activation_gradient(W_next, dZ_next), Z, g_prime)

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    dA = -Y / (A + 1e-8)
    return A * (dA - np.sum(A * dA, axis=0, keepdims=True))

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    def error(W1, W2):
        return 0.5 * (sigmoid(W2 @ sigmoid(W1 @ x)).item() - t) ** 2

    def slopes(of, W, eps=1e-5):
        dW = np.zeros(W.shape)
        for place in np.ndindex(W.shape):
            step = np.zeros(W.shape)
            step[place] = eps
            dW[place] = (of(W + step) - of(W - step)) / (2 * eps)
        return dW

    return slopes(lambda W: error(W, W2), W1), slopes(lambda W: error(W1, W), W2)

# %% questions
answers = {"q1": 36.0, "q2": "A", "q3": " D"}
