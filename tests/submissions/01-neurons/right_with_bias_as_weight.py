"""
what = "the bias as the weight of an input that is always 1; a class for the neuron; xor out of NAND gates alone"
start = "solution"
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    return float(np.append(w, b) @ np.append(x, 1.0))

# %% neuron
class Neuron:
    def __init__(self, w, b, g):
        self.w, self.b, self.g = w, b, g

    def __call__(self, x):
        return self.g(weighted_sum(self.w, x, self.b))

def neuron(w, x, b, g):
    return Neuron(w, b, g)(x)

# %% neuron_batch
def neuron_batch(w, X, b, g):
    return np.apply_along_axis(Neuron(w, b, g), 0, X)

# %% gates
gates = dict(
    AND=((0.6, 0.6), -1),
    OR=((1.1, 1.1), -1),
    NAND=((-0.6, -0.6), 1),
)

# %% xor
def xor(x1, x2):
    def nand(p, q):
        return run_gate("NAND", p, q)
    middle = nand(x1, x2)
    return nand(nand(x1, middle), nand(middle, x2))

# %% layer
def layer(W, X, b, g):
    ones = np.ones((1, X.shape[1]))
    return g(np.hstack([b, W]) @ np.vstack([ones, X]))
