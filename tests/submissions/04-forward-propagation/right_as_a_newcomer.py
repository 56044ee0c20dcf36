"""
what = "right: counts by hand, helper functions, positions instead of pairs, sums of outer products, a while loop"
start = "solution"
"""

# %% predicted_shapes
n_inputs, n_hidden, n_out, m = 2, 3, 1, 4
predicted_shapes = dict(
    W1=(n_hidden, n_inputs), b1=(n_hidden, 1), Z1=(n_hidden, m), A1=(n_hidden, m),
    W2=(n_out, n_hidden), b2=(n_out, 1), Z2=(n_out, m), A2=(n_out, m),
)

# %% parameter_shapes
def parameter_shapes(layer_sizes):
    shapes = []
    l = 1
    while l < len(layer_sizes):
        here, before = layer_sizes[l], layer_sizes[l - 1]
        shapes.append([(here, before), (here, 1)])
        l += 1
    return shapes

# %% count_parameters
def count_parameters(layer_sizes):
    if len(layer_sizes) < 2:
        return 0
    before, here = layer_sizes[:2]
    return here * (before + 1) + count_parameters(layer_sizes[1:])

# %% linear_forward
def linear_forward(W, A_prev, b):
    # one neuron of the layer before at a time: its column of weights against its row of outputs
    Z = b + np.zeros((1, A_prev.shape[1]))
    for j in range(W.shape[1]):
        Z = Z + np.outer(W[:, j], A_prev[j])
    return Z

# %% forward
def one_layer(A_prev, W, b, name):
    Z = linear_forward(W, A_prev, b)
    return ACTIVATIONS[name](Z), (A_prev, Z)


def forward(X, params, activations):
    caches = [None] * len(params)
    A = X
    for l in range(len(params)):
        W, b = params[l]
        A, caches[l] = one_layer(A, W, b, activations[l])
    return A, caches

# %% forward_theta
def forward_theta(X, thetas, g):
    A = X
    for theta in thetas:
        A = g(theta[:, 1:] @ A + theta[:, [0]])
    return A

# %% mazur_forward
i = np.array([0.05, 0.10]).reshape(2, 1)
w = dict(enumerate([0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55], start=1))
out, (hidden, output) = forward(
    i,
    [(np.array([[w[1], w[2]], [w[3], w[4]]]), np.full((2, 1), 0.35)),
     (np.array([[w[5], w[6]], [w[7], w[8]]]), np.full((2, 1), 0.60))],
    ["sigmoid"] * 2,
)
mazur_forward = {"net_h1": hidden[1][0, 0], "out_h1": output[0][0, 0], "out_h2": output[0][1, 0],
                 "net_o1": output[1][0, 0], "out_o1": out[0, 0], "out_o2": out[1, 0]}

# %% questions
answers = {"q1": "b", "q2": "c", "q3": 0.4, "q4": "a"}

# %% bug
bug = {"line": 6, "why": "c"}
