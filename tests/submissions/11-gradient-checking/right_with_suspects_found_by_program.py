"""
what = "an iterator that is eaten up, a vectorized slope, and the suspects named by a program that reads the tracks"
start = "solution"
"""

# %% flatten
def flatten(params):
    blocks = [block for w, beta in params for block in (w.tolist(), beta.tolist())]
    return np.fromiter((x for block in blocks for line in block for x in line), dtype=float)

# %% unflatten
def unflatten(vector, layer_sizes):
    feed = iter(vector)

    def take(rows, columns):
        return np.array([[next(feed) for _ in range(columns)] for _ in range(rows)])

    return [(take(fan_out, fan_in), take(fan_out, 1)) for fan_in, fan_out in zip(layer_sizes, layer_sizes[1:])]

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    @np.vectorize
    def slope(j):
        here = np.arange(theta.size) == j
        return f(theta + eps * here) / (2 * eps) - f(theta - eps * here) / (2 * eps)

    return slope(np.arange(theta.size))

# %% relative_error
def relative_error(a, b):
    u, v = a.ravel(), b.ravel()
    apart, one, other = np.sqrt((u - v) @ (u - v)), np.sqrt(u @ u), np.sqrt(v @ v)
    return apart / (one + other) if one + other > 0 else apart

# %% suspects
def tracks(program, weights, inputs, labels):
    pairs = zip(program(weights, inputs, labels)[1], measured_gradients(program, weights, inputs, labels))
    return [tuple(relative_error(x, y) > 1e-4 for x, y in zip(*pair)) for pair in pairs]


def named(program):
    weights, inputs, labels = lineup_example()
    wrong = tracks(program, weights, inputs, labels)
    if wrong[-1] == (True, True):
        return "cost"
    if not any(dW for dW, _ in wrong):
        return "BP2"
    if not any(db for _, db in wrong):
        return "BP1"
    one, other = (
        db_ratios(program, weights, inputs[:, [0]], np.array(label), 1)
        for label in ([[1.0], [0.0], [0.0]], [[0.0], [1.0], [0.0]])
    )
    return "BP4" if np.allclose(one, other, rtol=1e-4) else "BP3"


suspects = {name: named(program) for name, program in broken.items()}

# %% questions
answers = dict(q1=relative_error(np.array([1.0, -2.0]), np.array([3.0, -6.0])), q2="c", q3="B")
