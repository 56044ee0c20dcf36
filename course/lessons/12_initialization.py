# %% [markdown]
# # 12 · Initialization
#
# Time: 60 minutes · Points: 15 · Builds on: 02 Activations, 10 Backpropagation
#
# After this you can say, line by line, why neurons that start equal remain equal however long they are trained; derive how large random weights have to be, from the variance of a single sum, and with it Xavier's and He's formulas; and tell from a few numbers whether the signal in a deep network vanishes, explodes or saturates before training has begun.

# %% [markdown]
# Lesson 10 gave you the gradients of any network, and lesson 11 a way to trust them. A step of training is then
#
# $$W \leftarrow W - \eta\, dW, \qquad b \leftarrow b - \eta\, db$$
#
# with the learning rate $\eta$ (eta): the new weights are the old ones, moved a little downhill. Every weight gets its value from an older one. But where does the **first** one come from?
#
# It sounds like a detail. This lesson shows networks that can never learn, whatever the data, because of how they start; one of them even looks as if it learned.
#
# All that is needed from before is given in the next cells. In the exercises, write your code where it says `YOUR CODE HERE`, then run the check below it; `course check 12-initialization` in a terminal runs the hidden tests as well.

# %% nbgrader={"grade_id": "given_setup", "locked": true}
from itertools import combinations, pairwise

import numpy as np

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals


def sigmoid(z):
    return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


def relu(z):
    return np.maximum(z, 0.0)


ACTIVATIONS = {"sigmoid": sigmoid, "tanh": np.tanh, "relu": relu}
SLOPES = {  # g'(Z), entry by entry: lesson 03
    "sigmoid": lambda z: sigmoid(z) * sigmoid(-z),
    "tanh": lambda z: 1.0 - np.tanh(z) ** 2,
    "relu": lambda z: np.where(z > 0, 1.0, 0.0),
}


# %% nbgrader={"grade_id": "given_training", "locked": true}
def forward(X, params, activations):
    """The last activation, and for every layer the pair (A_prev, Z): lesson 04."""
    A, caches = X, []
    for (W, b), name in zip(params, activations, strict=True):
        Z = W @ A + b
        caches.append((A, Z))
        A = ACTIVATIONS[name](Z)
    return A, caches


def backward(A_L, Y, params, caches, activations):
    """The pairs (dW, db), first layer first, for a sigmoid output with cross-entropy: lesson 10."""
    dZ, grads = A_L - Y, []
    for k in range(len(params) - 1, -1, -1):
        A_prev, _ = caches[k]
        grads.append((dZ @ A_prev.T / dZ.shape[1], dZ.mean(axis=1, keepdims=True)))  # BP1, BP2
        if k > 0:
            dZ = (params[k][0].T @ dZ) * SLOPES[activations[k - 1]](caches[k - 1][1])  # BP3, BP4
    return grads[::-1]


def train(X, Y, params, activations, steps, eta=1.0):
    """The params after so many steps of gradient descent."""
    for _ in range(steps):
        A_L, caches = forward(X, params, activations)
        grads = backward(A_L, Y, params, caches, activations)
        pairs = zip(params, grads, strict=True)
        params = [(W - eta * dW, b - eta * db) for (W, b), (dW, db) in pairs]
    return params


def cost(X, Y, params, activations):
    """The binary cross-entropy: lesson 05."""
    A_L, _ = forward(X, params, activations)
    return -np.mean(np.log(np.where(Y == 1, A_L, 1 - A_L)))


# %% nbgrader={"grade_id": "given_examples", "locked": true}
X = np.array([[2.0, 0.0, 1.0, 1.0], [1.0, 0.0, 0.0, 1.0]])  # the examples of lessons 06 to 10
Y = np.array([[1.0, 0.0, 1.0, 1.0]])

# %% [markdown]
# ## 1. Start with nothing
#
# The first candidate is 0. It prefers no direction, and it is easy to write down. Biases may start at 0, as we will see. What about the weights?

# %% [markdown]
# ### Exercise: `zero_initialization`
# The list of pairs $(W, b)$ for a network with the given layer sizes, with nothing but zeros. Layer $l$ reads $n_{l-1}$ numbers and has $n_l$ neurons: $W$ has the shape $(n_l, n_{l-1})$, and $b$ is a column, $(n_l, 1)$.
#
# <details><summary>Hint: a nudge</summary>
#
# Layer sizes [2, 3, 1] are three numbers, but how many layers have weights? Which two of the numbers belong to each?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Go through neighbours in the list: (2, 3), then (3, 1). Of such a pair, the first is what comes in, the second the number of neurons, and neurons are rows. `pairwise`, imported above, walks through neighbours.
#
# </details>


# %% nbgrader={"grade_id": "zero_initialization", "solution": true}
def zero_initialization(layer_sizes):
    """The params of a network whose weights and biases are all zero.

    In:  layer_sizes, the numbers [n_0, n_1, …, n_L], n_0 inputs first.
    Out: a list of L pairs (W, b): W zeros of shape (n_l, n_prev), b zeros of shape (n_l, 1), floats.

    Example: zero_initialization([2, 1]) is [(array([[0., 0.]]), array([[0.]]))].
    """
    ### BEGIN SOLUTION
    return [(np.zeros((n, n_prev)), np.zeros((n, 1))) for n_prev, n in pairwise(layer_sizes)]
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_zero_initialization", "grade": true, "points": 1}
got = zero_initialization([2, 3, 1])
assert got is not None, "zero_initialization gave nothing (None). Is there a return line?"
assert len(got) == 2, f"Sizes 2-3-1 have 2 layers with weights; yours has {len(got)} entries."
for number, (pair, n_prev, n) in enumerate(zip(got, (2, 3), (3, 1), strict=True), start=1):
    assert len(pair) == 2, f"Layer {number} is a pair (W, b); yours has {len(pair)} parts."
    W, b = pair
    assert np.shape(W) == (n, n_prev), f"W of layer {number}: {(n, n_prev)}; yours: {np.shape(W)}."
    assert np.shape(b) == (n, 1), f"b of layer {number}: {(n, 1)}; yours: {np.shape(b)}."
    assert np.all(W == 0), f"W of layer {number} holds only zeros; yours:\n{W}"
    assert np.all(b == 0), f"b of layer {number} holds only zeros; yours:\n{b}"

# %% nbgrader={"grade_id": "grade_zero_initialization", "grade": true, "points": 1}
# Hidden tests for `zero_initialization` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("12-initialization", "zero_initialization", zero_initialization)
### END HIDDEN TESTS

# %% [markdown]
# Now train it, on the four examples of lessons 06 to 10, with $\eta = 1$. The 2-3-1 network has the sigmoid at its output; for the hidden layer, the cell tries three activations.
#
# **Before you run the cell:** the labels are 1, 0, 1, 1, and every output is $\sigma(0) = 0.5$, so the network is wrong on all four. Which of its 13 numbers will have moved after three steps? Does it depend on the activation?

# %%
start = zero_initialization([2, 3, 1])
for name in ("tanh", "relu", "sigmoid"):
    (W1, b1), (W2, b2) = train(X, Y, start, [name, "sigmoid"], steps=3)
    print(f"{name} in the hidden layer, after 3 steps:")
    print("  W1", W1.round(4).tolist())
    print("  b1", b1.ravel().round(4), " W2", W2.ravel().round(4), " b2", b2.ravel().round(4))

# %% [markdown]
# With tanh and with ReLU a single number moves: the last bias. Follow the first step with tanh, equation by equation:
#
# | | the line | the reason |
# | --- | --- | --- |
# | 1 | $Z^{[1]} = 0$, and $A^{[1]} = \tanh(0) = 0$ | $W^{[1]} = 0$ and $b^{[1]} = 0$ |
# | 2 | $Z^{[2]} = 0$, and $A^{[2]} = \sigma(0) = 0.5$ on every example | $W^{[2]} = 0$ and $b^{[2]} = 0$ |
# | 3 | $dZ^{[2]} = A^{[2]} - Y = (-0.5,\ 0.5,\ -0.5,\ -0.5)$ | sigmoid with cross-entropy |
# | 4 | $dW^{[2]} = \frac14\, dZ^{[2]} A^{[1]T} = 0$ | BP1, and $A^{[1]} = 0$ |
# | 5 | $dA^{[1]} = W^{[2]T} dZ^{[2]} = 0$ | BP3, and $W^{[2]} = 0$ |
# | 6 | $dZ^{[1]} = dA^{[1]} * g'(Z^{[1]}) = 0$ | BP4: 0 times anything |
# | 7 | $dW^{[1]} = 0$ and $db^{[1]} = 0$ | BP1 and BP2, and $dZ^{[1]} = 0$ |
# | 8 | $db^{[2]} = \frac14 (-0.5 + 0.5 - 0.5 - 0.5) = -0.25$ | BP2: the only one left |
#
# After the step all weights are 0 as before, so lines 4 to 7 hold again, in this step and in all others.

# %% [markdown]
# What can a network learn with its last bias alone? One number, the same answer for every input. Three of the four labels are 1, and it will end at 0.75: it learns how frequent "yes" is, and never looks at an input.
#
# **With the sigmoid** line 1 is different, since $\sigma(0)$ is not 0: all entries of $A^{[1]}$ are 0.5. Then line 4 gives $dW^{[2]} = (-0.125,\ -0.125,\ -0.125)$, and $W^{[2]}$ moves. Line 5 still is 0 in the first step, so the hidden layer waits; from the second step on it moves too. The cell above printed where it is after three steps: look at its three rows.
#
# They are equal. The zeros are gone, and something of them has remained.

# %% [markdown]
# ## 2. Start with equals
#
# So zeros can be left behind. Is the trouble the **zero**, then, or that all weights are the **same**? Try weights that are not zero, but equal from neuron to neuron: each hidden neuron gets the weights 0.5 and 0.25, and the output neuron reads each of them with 0.5.
#
# ![The 2-3-1 network on the example (2, 1). Each hidden neuron has the weights 0.5 and 0.25, and gives out 0.848. Each is read by the output neuron with the weight 0.5. The output is 0.781. On the way back the output neuron hears minus 0.219, and each hidden neuron minus 0.109. On the right, a network with a single hidden neuron with the same two weights, read with the weight 1.5, and with the same output 0.781; it hears minus 0.328.](picture:twins)
#
# *The example $(2, 1)$ with the label 1. In the circles, what goes forward; above them, what comes back ($dZ$ of the output, $dA$ of the hidden neurons). Look for anything by which one hidden neuron could be told from another.*

# %% [markdown]
# A tool first, that says whether a layer contains such doubles. A neuron is a **row** of $W$.

# %% [markdown]
# ### Exercise: `is_symmetric`
# Say whether $W$ has two neurons with the same weights: `True` when **some** two rows are equal, neighbours or not. Equal means that no two entries differ by more than $10^{-12}$, so that round-off does not count. A matrix with a single row has no two rows.
#
# <details><summary>Hint: a nudge</summary>
#
# How many pairs of rows does a matrix with three rows have? When are two rows equal to within $10^{-12}$: when some entry is close, or when every entry is?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Look at each pair of different rows (`combinations`, imported above, lists them) at the **largest** difference between their entries. Mind `np.allclose`: unless told otherwise it also forgives differences of a hundred-thousandth of the number itself, which is far more than $10^{-12}$.
#
# </details>


# %% nbgrader={"grade_id": "is_symmetric", "solution": true}
def is_symmetric(W):
    """Whether at least two neurons of a layer have equal weights.

    In:  W, shape (n_l, n_prev), a row for each neuron.
    Out: True when two different rows agree in every entry to 1e-12, else False.

    Example: is_symmetric(np.array([[1.0, 2.0], [1.0, 2.0]])) is True.
    """
    ### BEGIN SOLUTION
    return any(np.abs(one - other).max() <= 1e-12 for one, other in combinations(W, 2))
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_is_symmetric", "grade": true, "points": 1}
for rows, want, why in (
    ([[1.0, 2.0], [1.0, 2.0]], True, "both rows are (1, 2)"),
    ([[1.0, 2.0], [3.0, 4.0], [1.0, 2.0]], True, "the first and the last row are equal"),
    ([[1.0, 2.0], [1.0, 3.0]], False, "the rows differ in their second entry"),
    ([[1.0, 1.0], [2.0, 2.0]], False, "two columns are equal, but no two rows are"),
    ([[0.5, 0.5]], False, "a single row has no partner"),
    ([[1.0, 2.0], [1.0, 2.0 + 1e-14]], True, "1e-14 is round-off"),
    ([[1.0, 2.0], [1.0, 2.0 + 1e-9]], False, "1e-9 is more than 1e-12"),
):
    got = is_symmetric(np.array(rows))
    assert np.shape(got) == (), f"One answer, True or False; yours has shape {np.shape(got)}."
    assert got is not None, "is_symmetric gave nothing (None). Is there a return line?"
    assert bool(got) == want, f"{rows}: {why}, so {want}; yours: {got}."

# %% nbgrader={"grade_id": "grade_is_symmetric", "grade": true, "points": 1}
# Hidden tests for `is_symmetric` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("12-initialization", "is_symmetric", is_symmetric)
### END HIDDEN TESTS

# %% [markdown]
# Now train the network of the picture, five steps with $\eta = 1$. **Before you run the cell:** will $W^{[1]}$ move at all? Will the cost fall? Will the three rows drift apart?

# %%
layers = ["tanh", "sigmoid"]
equal = [
    (np.array([[0.5, 0.25], [0.5, 0.25], [0.5, 0.25]]), np.zeros((3, 1))),
    (np.array([[0.5, 0.5, 0.5]]), np.zeros((1, 1))),
]
params = equal
for step in range(6):
    (W1, b1), (W2, b2) = params
    print(f"after step {step}: cost {cost(X, Y, params, layers):.4f}, symmetric: {is_symmetric(W1)}")
    print("   rows of W1:", W1.round(4).tolist(), "  W2:", W2.round(4).tolist())
    params = train(X, Y, params, layers, steps=1)

# %% [markdown]
# Here is the network that looks as if it learned. The weights move, the cost falls at every step, and the three rows stay equal, digit by digit.
#
# Each step has a reason, and the reasons hold for any activation and any data. To be shown: **if** all rows of $W^{[1]}$ are equal, all entries of $b^{[1]}$ are equal, and all columns of $W^{[2]}$ are equal, **then** they still are after an update. As before, $r$ is a hidden neuron, $s$ an input, $k$ an output neuron and $i$ an example. In each line, look for the index $r$: what does not depend on $r$ is the same for all hidden neurons.

# %% [markdown]
# | | the line | without $r$, because | here, example 1 |
# | --- | --- | --- | --- |
# | 1 | $Z^{[1]}_{ri} = \sum_s W^{[1]}_{rs} X_{si} + b^{[1]}_r$ | rows of $W^{[1]}$ and entries of $b^{[1]}$ are equal | 1.25, three times |
# | 2 | $A^{[1]}_{ri} = g(Z^{[1]}_{ri})$ | line 1; $g$ is the same for the whole layer | 0.8483 |
# | 3 | $dW^{[2]}_{kr} = \frac1m \sum_i dZ^{[2]}_{ki} A^{[1]}_{ri}$ | BP1, line 2 | −0.1291 (all examples) |
# | 4 | $dA^{[1]}_{ri} = \sum_k W^{[2]}_{kr}\, dZ^{[2]}_{ki}$ | BP3; columns of $W^{[2]}$ are equal | $0.5 \cdot (-0.2188) = -0.1094$ |
# | 5 | $dZ^{[1]}_{ri} = dA^{[1]}_{ri}\, g'(Z^{[1]}_{ri})$ | BP4, lines 4 and 1 | $-0.1094 \cdot 0.2804 = -0.0307$ |
# | 6 | $dW^{[1]}_{rs} = \frac1m \sum_i dZ^{[1]}_{ri} X_{si}$ | BP1, line 5 | (−0.0689, −0.0284) (all) |
# | 7 | $db^{[1]}_r = \frac1m \sum_i dZ^{[1]}_{ri}$ | BP2, line 5 | 0.0013 (all) |
# | 8 | new row $r$: $\;W^{[1]}_{rs} - \eta\, dW^{[1]}_{rs}$ | equal minus equal, line 6; the same for $b^{[1]}$ and $W^{[2]}$ | (0.5689, 0.2784) |
#
# After line 8 all three conditions hold again. So they hold after the next update, and the next: there is no step at which the neurons could begin to differ.

# %% [markdown]
# What is lost? Three neurons with equal outputs, read with the weight $w$ each, add up to $3 w a$: the same as **one** neuron, read with $3 w$. Whatever its width, a symmetric layer works as a single neuron.
#
# On our four examples one neuron happens to be enough, which is why the cost fell. Lesson 01 has a task for which it is not: XOR. **Before you run the cell:** 2,000 steps, with the equal start of above. Which outputs would you call learned, and what do you expect?

# %%
X_xor = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
Y_xor = np.array([[0.0, 1.0, 1.0, 0.0]])

params = train(X_xor, Y_xor, equal, layers, steps=2_000)
print("labels: ", Y_xor)
print("outputs:", forward(X_xor, params, layers)[0].round(2))
print("symmetric:", is_symmetric(params[0][0]))

# %% [markdown]
# One neuron draws one line. It cuts off (0, 0), and gives the same two thirds to the other three, of which two are 1. That is as good as one line can do, and more training does not help.
#
# The two failures are related, and not the same:
#
# | | all weights zero (tanh, ReLU) | weights equal, not zero |
# | --- | --- | --- |
# | the hidden layer | never moves: every gradient is 0 | moves, all neurons alike |
# | the cost | falls until the last bias fits | falls until one neuron fits |
# | what it is worth | a constant | a layer with one neuron |
# | found by | $dW = 0$ | `is_symmetric(W)`, at the start and later |
#
# Zeros are a special case of equals, so the proof covers them, and line 4 says what is special: the sum is 0. A hidden sigmoid that starts at zeros is in the second column after one step.
#
# What the proof needs is that the ways **into** the neurons are equal (lines 1 and 2) and the ways **back** to them (line 4). A difference in either is enough to tell them apart.

# %% [markdown]
# ## 3. Start with differences
#
# The way out is to make the rows different from the start. It does not have to be chance; chance is the cheapest way to get millions of different rows. A simple recipe draws every weight evenly from an interval around 0, $[-\varepsilon, \varepsilon]$, with some small $\varepsilon$ (epsilon; in earlier lessons the same letter stood for the step of a measurement).
#
# Chance and repeatable results go together like this: `rng = np.random.default_rng(0)` makes a **generator** with the **seed** 0. It hands out numbers that look random, always the same ones for the same seed, and each draw moves it on. So one generator is made, once, and passed to whoever draws. Somebody who makes a new one with the same seed for each layer gets the same numbers again in each layer.

# %% [markdown]
# A random answer cannot be compared number by number. The visible checks of the next exercises look at its form, at how it uses the generator, and at large samples. What they share is in this cell; run it, and read on.


# %% nbgrader={"grade_id": "given_checks", "locked": true}
def check_form(params, layer_sizes):
    """Are these params of a network with these sizes? For the visible checks."""
    assert params is not None, "Nothing came back (None). Is there a return line?"
    layers = len(layer_sizes) - 1
    assert len(params) == layers, f"{layers} layers have weights; yours has {len(params)} entries."
    for number, (W, b) in enumerate(params, start=1):
        n = layer_sizes[number]
        shape = (n, layer_sizes[number - 1])
        assert np.shape(W) == shape, f"W of layer {number}: {shape}; yours: {np.shape(W)}."
        assert np.shape(b) == (n, 1), f"b of layer {number}: {(n, 1)}; yours: {np.shape(b)}."
        assert np.all(b == 0), f"The biases of layer {number} are zeros; yours:\n{b}"


def check_rng(initialize):
    """Does initialize(layer_sizes, rng) draw with the rng it gets? For the visible checks."""
    (W1, _), (W2, _) = initialize([5, 5, 5], np.random.default_rng(1))
    assert not np.allclose(W1, W2), "Two layers got equal weights. Is a new rng made for each?"
    (again, _), _ = initialize([5, 5, 5], np.random.default_rng(1))
    assert np.allclose(W1, again), "Equal seeds give equal weights. Do yours come from `rng`?"
    rng = np.random.default_rng(1)
    first, second = initialize([5, 5], rng)[0][0], initialize([5, 5], rng)[0][0]
    assert not np.allclose(first, second), "Two calls gave equal weights. Is a new rng made inside?"


def check_normal(params, variances):
    """Are the weights normal, with mean 0 and these variances? For the visible checks."""
    for number, ((W, _), variance) in enumerate(zip(params, variances, strict=True), start=1):
        sd = variance**0.5
        asked = f"Layer {number}: variance {variance:.5f}, standard deviation {sd:.4f}"
        assert abs(W.std() / sd - 1) < 0.05, f"{asked}; yours: {W.var():.3g} and {W.std():.3g}."
        assert abs(W.mean()) < 0.05 * sd, f"Layer {number}: the mean is 0; yours: {W.mean():.3g}."
        far = np.mean(np.abs(W) > 2 * sd)  # 4.6 % of normal numbers, none of uniform ones
        asked = f"Layer {number}: 4.6 % of normal weights lie beyond two standard deviations"
        assert abs(far - 0.0455) < 0.01, f"{asked}; yours: {far:.1%}."


# %% [markdown]
# ### Exercise: `uniform_initialization`
# Weights drawn from $[-\varepsilon, \varepsilon]$, every number in there as likely as any other; biases zero. Draw with the `rng` that you are given: all layers and all neurons get numbers of their own.
#
# <details><summary>Hint: a nudge</summary>
#
# `rng.uniform` takes the lower end, the upper end and a shape. (`rng.random(shape)` draws between 0 and 1: how does one get from there to $-\varepsilon$ and $\varepsilon$?)
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The same walk through the layer sizes as in `zero_initialization`; only what fills $W$ is new. Do not make a new generator inside: a function that seeds its own gives the same network at every call.
#
# </details>


# %% nbgrader={"grade_id": "uniform_initialization", "solution": true}
def uniform_initialization(layer_sizes, epsilon, rng):
    """The params of a network with weights drawn evenly from [-epsilon, epsilon].

    In:  layer_sizes, the numbers [n_0, n_1, …, n_L]; epsilon, a positive float;
         rng, a NumPy generator such as np.random.default_rng(0).
    Out: a list of L pairs (W, b): W of shape (n_l, n_prev), b zeros of shape (n_l, 1).

    Example: uniform_initialization([2, 1], 0.1, rng) is a list with one pair, a W of shape (1, 2)
    with two different numbers between -0.1 and 0.1, and a b of shape (1, 1) with a zero.
    """
    ### BEGIN SOLUTION
    params = []
    for n_prev, n in pairwise(layer_sizes):
        W = rng.uniform(-epsilon, epsilon, size=(n, n_prev))
        params.append((W, np.zeros((n, 1))))
    return params
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_uniform_initialization", "grade": true, "points": 1}
sizes = [200, 150, 100]
got = uniform_initialization(sizes, 0.3, np.random.default_rng(0))
check_form(got, sizes)
for number, (W, _) in enumerate(got, start=1):
    low, high = W.min().round(3), W.max().round(3)
    where = f"Layer {number}, epsilon = 0.3: your weights go from {low} to {high}"
    assert np.abs(W).max() <= 0.3, f"{where}; from −0.3 to 0.3 was asked for."
    assert W.min() < -0.29, f"{where}; the lower end should be near −0.3."
    assert W.max() > 0.29, f"{where}; the upper end should be near 0.3."
    share = np.mean(np.abs(W) < 0.15).round(2)
    assert abs(share - 0.5) < 0.04, f"Half of the weights lie within ±0.15; yours: {share}."
check_rng(lambda sizes, rng: uniform_initialization(sizes, 0.3, rng))

# %% nbgrader={"grade_id": "grade_uniform_initialization", "grade": true, "points": 1}
# Hidden tests for `uniform_initialization` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("12-initialization", "uniform_initialization", uniform_initialization)
### END HIDDEN TESTS

# %% [markdown]
# **Before you run the cell:** which of the three networks will have the same first row?

# %%
rng = np.random.default_rng(0)
print("seed 0:          ", uniform_initialization([2, 3, 1], 0.5, rng)[0][0][0])
print("same rng, later: ", uniform_initialization([2, 3, 1], 0.5, rng)[0][0][0])
rng = np.random.default_rng(0)
print("new rng, seed 0: ", uniform_initialization([2, 3, 1], 0.5, rng)[0][0][0])

# %% [markdown]
# The first and the third: a seed decides everything that follows, and a generator in use goes on. Now XOR again, the same network, the same 2,000 steps, and a start with differences. The biases start at zero. **Before you run the cell:** will they stay equal to each other?

# %%
different = uniform_initialization([2, 3, 1], 0.5, np.random.default_rng(0))
one_step = train(X_xor, Y_xor, different, layers, steps=1)
params = train(X_xor, Y_xor, different, layers, steps=2_000)

print("biases b1 after 1 step:", one_step[0][1].ravel())
print("labels: ", Y_xor)
print("outputs:", forward(X_xor, params, layers)[0].round(2))
print("symmetric:", is_symmetric(params[0][0]))

# %% [markdown]
# It learns XOR, with three neurons that do different work.
#
# And **zero biases are fine**. After a single step they differ: row $r$ of $Z^{[1]}$ is $\sum_s W_{rs} X_{si} + 0$, and if the rows of $W^{[1]}$ differ, that is enough for line 1. So in this lesson all biases start at 0, as they do in most of today's networks. Random biases would also break the symmetry, but nothing is won by it.

# %% [markdown]
# ## 4. How small is small?
#
# "Some small $\varepsilon$." Does it matter which? For a network of two layers not much. To see what happens in a deep one, measure: how widely do the activations of each layer spread? The measure is the **standard deviation**. Take four numbers, $3, -3, 1, -1$:
#
# 1. their mean is 0,
# 2. the mean of their squared distances from it is $(9 + 9 + 1 + 1) / 4 = 5$: this is the **variance**,
# 3. its square root is $\sqrt5 = 2.24$: this is the standard deviation, a typical distance from the mean, in the same unit as the numbers.
#
# A layer whose activations have a standard deviation of $10^{-12}$ says nearly the same on every example: the next layer can hardly tell a cat from a car.

# %% [markdown]
# ### Exercise: `activation_spread`
# Send $X$ through the network, with the same activation $g$ in every layer, the last one included, and give the standard deviation of each $A^{[l]}$, for $l = 1, \dots, L$: one number for all entries of the layer, neurons and examples together, by `np.std`.
#
# <details><summary>Hint: a nudge</summary>
#
# It is the way forward, with a measurement after each layer. What does a layer read: $Z$ or $A$ of the one before?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Start with $A = X$. In each turn, make the new $A$ from the old one, then put its standard deviation into a list. `np.std` without an axis takes all entries. $X$ itself is layer 0 and not in the list.
#
# </details>


# %% nbgrader={"grade_id": "activation_spread", "solution": true}
def activation_spread(params, X, g):
    """The standard deviation of the activations in every layer.

    In:  params, a list of L pairs (W, b); X, shape (n_0, m); g, a function on arrays, for all layers.
    Out: a list of L floats: the standard deviation of all entries of A[l], for l = 1 to L.

    Example: one neuron, w = 3, b = 0, X = [[1, -1]], g the identity: A = [[3, -3]],
    and the list is [3.0].
    """
    ### BEGIN SOLUTION
    A, spread = X, []
    for W, b in params:
        A = g(W @ A + b)
        spread.append(float(np.std(A)))
    return spread
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_activation_spread", "grade": true, "points": 1}
W1, b1 = np.array([[3.0], [1.0]]), np.array([[0.0], [0.0]])
W2, b2 = np.array([[0.5, 0.5]]), np.array([[1.0]])
chain, inputs = [(W1, b1), (W2, b2)], np.array([[1.0, -1.0]])
got = activation_spread(chain, inputs, lambda z: z)
assert got is not None, "activation_spread gave nothing (None). Is there a return line?"
assert len(got) == 2, f"Two layers, two numbers; yours gave {len(got)}."
want = 5**0.5  # A1 = [[3, -3], [1, -1]]: mean 0, mean square (9 + 9 + 1 + 1) / 4 = 5
assert np.isclose(got[0], want), f"Layer 1, identity: √5 = {want:.4f}; yours: {got[0]}."
assert np.isclose(got[1], 2.0), f"Layer 2, identity: A2 = [[3, −1]], spread 2; yours: {got[1]}."
got = activation_spread(chain, inputs, relu)
want = 1.5**0.5  # A1 = [[3, 0], [1, 0]]: mean 1, mean square 10 / 4 = 2.5, variance 2.5 − 1
assert np.isclose(got[0], want), f"Layer 1, ReLU: √1.5 = {want:.4f}; yours: {got[0]}."
assert np.isclose(got[1], 1.0), f"Layer 2, ReLU: A2 = [[3, 1]], spread 1; yours: {got[1]}."
got = activation_spread(chain, inputs, np.tanh)[1]
want = 0.4166  # A1 = [[0.9951, −0.9951], [0.7616, −0.7616]], A2 = [[0.9543, 0.1211]]
assert np.isclose(got, want, atol=1e-4), f"Layer 2, tanh: {want}; yours: {got}."

# %% nbgrader={"grade_id": "grade_activation_spread", "grade": true, "points": 1}
# Hidden tests for `activation_spread` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("12-initialization", "activation_spread", activation_spread)
### END HIDDEN TESTS

# %% [markdown]
# Now a network of **50 layers** with 100 neurons each. Its inputs are 100 examples of 100 numbers with standard deviation 1. The next cell tries four values of $\varepsilon$.
#
# **Before you run the cell:** 0.01 is surely small. With tanh, what spread do you expect in layer 50? And with ReLU and $\varepsilon = 1$?

# %%
rng = np.random.default_rng(1)  # not 0: that one draws the weights, and both should be independent
X_deep = rng.standard_normal((100, 100))
deep = [100] * 51  # 100 inputs, then 50 layers of 100 neurons


def report(params, g):
    """The spread of the activations in layers 1, 2, 10 and 50, as a line of text."""
    spread = activation_spread(params, X_deep, g)
    return "".join(f"{spread[layer - 1]:10.2g}" for layer in (1, 2, 10, 50))


print("                     layer 1   layer 2  layer 10  layer 50")
for g in (np.tanh, relu):
    for epsilon in (0.01, 0.1, 0.3, 1.0):
        params = uniform_initialization(deep, epsilon, np.random.default_rng(0))
        print(f"{g.__name__:5} epsilon {epsilon:4} {report(params, g)}")

# %% [markdown]
# With $\varepsilon = 0.01$, ten layers are enough to bring the signal down to a millionth of a millionth, and at layer 50 nothing is left that could depend on the input. It **vanishes**. With ReLU and $\varepsilon = 1$ it **explodes**: a 2 with 30 zeros. Tanh cannot explode, since it ends at ±1; but at 0.92 most of its neurons stand near these ends, where the curve is flat. For 0.3 tanh looks healthy, and ReLU grows by a factor of more than 10,000. So no single $\varepsilon$ is right for both, and with another width than 100 all these lines would be different.
#
# Compare layers 1 and 2 in the first line: $0.057$, then $0.0034$: a factor of about 0.059. From layer 2 to layer 10 there are eight more layers, $0.059^8 = 1.5 \cdot 10^{-10}$, and $0.0034$ times this is $5 \cdot 10^{-13}$, close to the printed $4.3 \cdot 10^{-13}$. **Each layer multiplies the spread by about the same factor**, and 50 layers take it to the 50th power. To keep the signal, the factor has to be 1. So: what is the factor?

# %% [markdown]
# ## 5. The variance of one sum
#
# Before a general answer, one that can be counted. A neuron reads $x = (2, 1)$ of our running example, its bias is 0, and each of its two weights is decided by tossing a coin: $+1$ or $-1$. There are four ways:
#
# | $w_1$ | $w_2$ | $z = 2 w_1 + w_2$ | $z^2$ |
# | --- | --- | --- | --- |
# | 1 | 1 | 3 | 9 |
# | 1 | −1 | 1 | 1 |
# | −1 | 1 | −1 | 1 |
# | −1 | −1 | −3 | 9 |
#
# The mean of $z$ is 0, and its variance is $(9 + 1 + 1 + 9) / 4 = 5$. And $5 = 2^2 + 1^2$: each input has added its square. That is no accident. With inputs of 1 only, every further input adds 1:

# %% [markdown]
# ![Three bar charts of how often each value of z comes up when z is a sum of 1, 4 and 16 coin tosses of plus or minus one. One toss: minus 1 and 1, half each. Four tosses: minus 4 to 4, most often 0. Sixteen tosses: minus 16 to 16, shaped like a bell. A horizontal bar below each marks one standard deviation to either side: 1, 2 and 4.](picture:tosses)
#
# *From left to right, 1, 4 and 16 inputs, all equal to 1. Look at the marked standard deviation: four times as many inputs make it twice as large. Most sums are far smaller than the largest possible one, since the signs rarely all agree.*

# %% [markdown]
# Now in general. Write $E[\,\cdot\,]$ for the mean over many draws, and $v$ for the variance of a weight. The weights have mean 0, are drawn independently of each other, and independently of what comes in (which was made by earlier layers, with other weights). The number of inputs is $n_{in}$. Two facts are used: **independent numbers** multiply in the mean, $E[uv] = E[u]\,E[v]$, and $\mathrm{Var}(u) = E[u^2] - E[u]^2$.
#
# To be shown: the variance of $z$ is $n_{in}$ times $v$ times the mean square of the inputs. Row $r$ is left out, since all neurons of the layer are drawn alike.

# %% [markdown]
# | | the line | the reason |
# | --- | --- | --- |
# | 1 | $z = \sum_s W_s a_s$ | (2), with $b = 0$ |
# | 2 | $E[W_s a_s] = E[W_s]\, E[a_s] = 0$ | independent, and weights have mean 0 |
# | 3 | $E[z] = 0$ | the mean of a sum is the sum of the means, line 2 |
# | 4 | $\mathrm{Var}(z) = E[z^2] = \sum_s \sum_t E[W_s a_s\, W_t a_t]$ | line 3; the square of a sum: every term times every term |
# | 5 | $E[W_s a_s\, W_t a_t] = E[W_s]\, E[W_t]\, E[a_s a_t] = 0$ for $s \ne t$ | independent weights with mean 0 |
# | 6 | $\mathrm{Var}(z) = \sum_s E[W_s^2 a_s^2]$ | only the terms with $s = t$ are left |
# | 7 | $\phantom{\mathrm{Var}(z)} = \sum_s E[W_s^2]\, E[a_s^2]$ | independent |
# | 8 | $\phantom{\mathrm{Var}(z)} = \sum_s v\, E[a_s^2]$ | $E[W_s^2] = \mathrm{Var}(W_s) = v$, since the mean is 0 |
# | 9 | $\mathrm{Var}(z) = n_{in}\; v\; E[a^2]$ | $n_{in}$ terms; $E[a^2]$ is the mean of $E[a_s^2]$ over the inputs |
#
# Line 5 is the heart: mixed terms are as often positive as negative, and cancel. Nothing was asked of the inputs: they may be related to each other, and their mean need not be 0. For $(2, 1)$ and coins, $n_{in} = 2$, $v = 1$ and $E[a^2] = (4 + 1) / 2 = 2.5$: together 5, as counted.

# %% [markdown]
# For the interval $[-\varepsilon, \varepsilon]$ we need its $v$: the mean of $w^2$, all $w$ in the interval equally likely.
#
# | the line | the reason |
# | --- | --- |
# | $v = E[w^2] = \dfrac{1}{2 \varepsilon} \displaystyle\int_{-\varepsilon}^{\varepsilon} w^2\, dw$ | mean 0; the area under $w^2$, divided by the length of the interval, $2 \varepsilon$ |
# | $\phantom{v} = \dfrac{1}{2 \varepsilon} \cdot \dfrac{2 \varepsilon^3}{3} = \dfrac{\varepsilon^2}{3}$ | $w^3 / 3$ has the slope $w^2$; its values at both ends, subtracted |
#
# (If integrals are long ago, ask NumPy: the mean of `np.linspace(-1, 1, 1001) ** 2` is 0.334, a third.) With $\varepsilon = 0.01$ that is $v = 0.0000333$. The factor of the variance in one layer is $n_{in}\, v = 100 \cdot 0.0000333 = 0.00333$, that of the standard deviation its root, $0.0577$. **There it is**, the factor of section 4. (Tanh changed little: near 0, $\tanh(z) \approx z$.) For $\varepsilon = 1$ the factor is $\sqrt{100 / 3} = 5.8$: multiplied at every layer, if the activation lets it.

# %% [markdown]
# ## 6. Xavier: two directions, one number
#
# If the activation does not change much, as tanh near 0, then $a \approx z$. The mean of $z$ is 0, so $E[a^2] \approx E[z^2] = \mathrm{Var}(z)$, and line 9 says from layer to layer
#
# $$\mathrm{Var}(z^{[l]}) = n_{in}\, v \cdot \mathrm{Var}(z^{[l-1]}).$$
#
# The factor is 1 when $v = 1 / n_{in}$: **more inputs, smaller weights.** That would settle it, if signals only ran forward.

# %% [markdown]
# ![A layer with four inputs and two neurons, drawn twice. Left, blue arrows run from all four inputs into one framed neuron, labelled: forward, a neuron adds up n_in = 4 terms. Right, orange arrows run back from both neurons into one framed input, labelled: back, an input adds up n_out = 2 terms.](picture:fans)
#
# *The same layer in both directions, with $W$ of shape (2, 4). Count the arrows that end at the framed circle: that is the number of terms in its sum.*

# %% [markdown]
# Gradients run back by BP3, $dA^{[l-1]} = W^{[l]T} dZ^{[l]}$: a sum as well, $da_s = \sum_r W_{rs}\, dz_r$, with a term for each neuron that is fed. Their number is $n_{out}$, the number of rows of $W$. Lines 1 to 9 of section 5 hold again with $dz$ in the place of $a$: $\mathrm{Var}(da) = n_{out}\, v\, E[dz^2]$. (They ask that the weights be independent of what arrives; for gradients at the start, that is nearly so.)
#
# | | terms in a sum | factor of the variance | is 1 for |
# | --- | --- | --- | --- |
# | forward | $n_{in}$, columns of $W$ | $n_{in}\, v$ | $v = 1 / n_{in}$ |
# | back | $n_{out}$, rows of $W$ | $n_{out}\, v$ | $v = 1 / n_{out}$ |
#
# Take 300 inputs and 200 neurons: forward asks for $0.0033$, back for $0.005$. Both at once is possible only for $n_{in} = n_{out}$.

# %% [markdown]
# Xavier Glorot and Yoshua Bengio proposed a compromise: let the two factors be 1 **on average**.
#
# | the line | the reason |
# | --- | --- |
# | $\frac12 \left( n_{in}\, v + n_{out}\, v \right) = 1$ | the mean of the two factors |
# | $\frac12 \left( n_{in} + n_{out} \right) v = 1$ | take $v$ out |
# | $v = \dfrac{2}{n_{in} + n_{out}}$ | solve for $v$ |
#
# For 300 and 200: $v = 2 / 500 = 0.004$; the signal grows by a factor of $300 \cdot 0.004 = 1.2$ in variance, and gradients shrink by $200 \cdot 0.004 = 0.8$. The formula is called Xavier or Glorot initialization, by his first or last name. The shape of the distribution played no part in it, only the variance did; here we take the normal one, the bell that the sums of section 5 come close to.

# %% [markdown]
# ### Exercise: `xavier_initialization`
# Weights from the normal distribution with mean 0 and **variance** $2 / (n_{in} + n_{out})$, biases zero, drawn with the given `rng`.
#
# <details><summary>Hint: a nudge</summary>
#
# Look up what `rng.normal` takes as its second argument, called `scale`. Is it the number that the formula gives?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Each layer has its own $n_{in}$ and $n_{out}$: the number of columns and of rows of its $W$. From the variance to the standard deviation it is one square root. `rng.standard_normal(shape)`, with standard deviation 1, times the wanted standard deviation does the same.
#
# </details>


# %% nbgrader={"grade_id": "xavier_initialization", "solution": true}
def xavier_initialization(layer_sizes, rng):
    """The params of a network with Xavier's (Glorot's) normal weights, for tanh and the like.

    In:  layer_sizes, the numbers [n_0, n_1, …, n_L]; rng, a NumPy generator.
    Out: a list of L pairs (W, b): W of shape (n_l, n_prev), normal, with mean 0 and
         variance 2 / (n_prev + n_l); b zeros of shape (n_l, 1).

    Example: for layer_sizes [300, 200], W has shape (200, 300) and the variance 2 / 500 = 0.004.
    """
    ### BEGIN SOLUTION
    return [
        (rng.normal(0.0, np.sqrt(2 / (n_prev + n)), (n, n_prev)), np.zeros((n, 1)))
        for n_prev, n in pairwise(layer_sizes)
    ]
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_xavier_initialization", "grade": true, "points": 1}
sizes = [300, 200, 100]
got = xavier_initialization(sizes, np.random.default_rng(0))
check_form(got, sizes)
check_normal(got, [2 / (300 + 200), 2 / (200 + 100)])
check_rng(xavier_initialization)

# %% nbgrader={"grade_id": "grade_xavier_initialization", "grade": true, "points": 1}
# Hidden tests for `xavier_initialization` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("12-initialization", "xavier_initialization", xavier_initialization)
### END HIDDEN TESTS

# %% [markdown]
# **Before you run the cell:** in a network of equal layers of 100, what is $n_{in}\, v$? What do you expect in layer 50, with tanh and with ReLU?

# %%
params = xavier_initialization(deep, np.random.default_rng(0))
print("               layer 1   layer 2  layer 10  layer 50")
print("Xavier, tanh", report(params, np.tanh))
print("Xavier, ReLU", report(params, relu))

# %% [markdown]
# With tanh, 50 layers deep, there is a signal: it falls slowly, because $\tanh(z)$ is always a little closer to 0 than $z$. With ReLU it still vanishes: a layer keeps about 0.7 of the spread. There, $a \approx z$ does not hold.

# %% [markdown]
# ## 7. He: half of it is switched off
#
# ReLU is not like the identity near 0: what is negative is set to 0. In section 5 the four values of $z$ were $-3, -1, 1, 3$, with the mean square 5. Behind a ReLU they are $0, 0, 1, 3$, with the mean square $(0 + 0 + 1 + 9) / 4 = 2.5$. **Exactly half.**
#
# ![Left: a bell curve of z, symmetric about 0, its negative half hatched. Right: z squared times the curve, two equal humps, one on each side of 0. The left hump is hatched and labelled switched off: one half; the right one is filled and labelled kept: one half.](picture:halves)
#
# *Left: how often each $z$ occurs. Right: what each $z$ contributes to the mean square. ReLU removes the hatched part. Compare the two humps.*

# %% [markdown]
# Why exactly half, for any such neuron? Turn the signs of all its weights: $z$ becomes $-z$, and these weights are as likely to be drawn as the first. So $z$ and $-z$ are equally likely: **$z$ is symmetric about 0**. To be shown: $E[\mathrm{relu}(z)^2] = \frac12 \mathrm{Var}(z)$. Write $E_+$ and $E_-$ for the mean over positive and over negative $z$ only.
#
# | the line | the reason |
# | --- | --- |
# | $E[a^2] = E[\mathrm{relu}(z)^2] = \frac12 E_+[\mathrm{relu}(z)^2] + \frac12 E_-[\mathrm{relu}(z)^2]$ | half of all $z$ are positive, half negative |
# | $\phantom{E[a^2]} = \frac12 E_+[z^2] + \frac12 \cdot 0$ | ReLU keeps positive $z$ and sets negative ones to 0 |
# | $\phantom{E[a^2]} = \frac12 E[z^2]$ | $z$ and $-z$ have the same square: $E_+[z^2] = E_-[z^2] = E[z^2]$ |
# | $\phantom{E[a^2]} = \frac12 \mathrm{Var}(z)$ | the mean of $z$ is 0 |
#
# It is the mean **square** that is halved, and the mean square is what line 9 asks for. The variance of $a$ is smaller still: $0, 0, 1, 3$ have mean 1, so their variance is $2.5 - 1^2 = 1.5$.

# %% [markdown]
# Into line 9 with it:
#
# | the line | the reason |
# | --- | --- |
# | $\mathrm{Var}(z^{[l]}) = n_{in}\, v\, E[a^2]$ | section 5, line 9 |
# | $\phantom{\mathrm{Var}(z^{[l]})} = n_{in}\, v \cdot \frac12 \mathrm{Var}(z^{[l-1]})$ | half is switched off |
# | $\frac12\, n_{in}\, v = 1$ | the factor that keeps the variance |
# | $v = \dfrac{2}{n_{in}}$ | solve for $v$ |
#
# So the 2 makes up for the half that ReLU removes. The formula is Kaiming He's, found with three colleagues. (Gradients lose half as well, by the slopes 0 in BP4, and would ask for $2 / n_{out}$; either choice works, and the usual one looks forward.)

# %% [markdown]
# ### Exercise: `he_initialization`
# Weights from the normal distribution with mean 0 and variance $2 / n_{in}$, biases zero, drawn with the given `rng`.
#
# <details><summary>Hint: a nudge</summary>
#
# One number is different from `xavier_initialization`. Which side of $W$ is $n_{in}$: the one that counts neurons, or the one that counts what a neuron reads?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# $n_{in}$ is the number of terms in one neuron's sum, so the number of **columns** of $W$, the size of the layer before. Again it is the standard deviation that `rng.normal` wants.
#
# </details>


# %% nbgrader={"grade_id": "he_initialization", "solution": true}
def he_initialization(layer_sizes, rng):
    """The params of a network with He's normal weights, for ReLU.

    In:  layer_sizes, the numbers [n_0, n_1, …, n_L]; rng, a NumPy generator.
    Out: a list of L pairs (W, b): W of shape (n_l, n_prev), normal, with mean 0 and
         variance 2 / n_prev; b zeros of shape (n_l, 1).

    Example: for layer_sizes [50, 200], W has shape (200, 50) and the variance 2 / 50 = 0.04.
    """
    ### BEGIN SOLUTION
    return [
        (np.sqrt(2 / n_prev) * rng.standard_normal((n, n_prev)), np.zeros((n, 1)))
        for n_prev, n in pairwise(layer_sizes)
    ]
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_he_initialization", "grade": true, "points": 1}
sizes = [300, 200, 100]
got = he_initialization(sizes, np.random.default_rng(0))
check_form(got, sizes)
check_normal(got, [2 / 300, 2 / 200])
check_rng(he_initialization)

# %% nbgrader={"grade_id": "grade_he_initialization", "grade": true, "points": 1}
# Hidden tests for `he_initialization` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("12-initialization", "he_initialization", he_initialization)
### END HIDDEN TESTS

# %% [markdown]
# **Before you run the cell:** the mean square of $a$ is 1 in every layer now. The standard deviation is taken about the mean, and behind ReLU the mean is positive. Above 1, at 1, or below?

# %%
params = he_initialization(deep, np.random.default_rng(0))
print("               layer 1   layer 2  layer 10  layer 50")
print("He, ReLU    ", report(params, relu))

# %% [markdown]
# Below: a standard deviation of about 0.83 belongs to a mean square of 1. (For a normal $z$ of variance 2 the mean of $\mathrm{relu}(z)$ is 0.564, and $\sqrt{1 - 0.564^2} = 0.826$.)
#
# It does not stay there to the digit. The factor is 1 on average; in a layer of 100 neurons drawn by chance it is off by some per cent, and over 50 layers that adds up. Compare it with $10^{-8}$ for Xavier, and with $10^{30}$: the exponent is gone.

# %% [markdown]
# ## 8. A variance is not a standard deviation
#
# The most frequent slip with these formulas costs one square root. `rng.normal(0.0, 0.02)` does **not** draw with variance 0.02: the second argument, `scale`, is the standard deviation. For $n_{in} = 100$ and He:
#
# | | variance $v$ | standard deviation | factor of the spread per layer, $\sqrt{\frac12 n_{in} v}$ |
# | --- | --- | --- | --- |
# | meant | $2 / 100 = 0.02$ | $\sqrt{0.02} = 0.1414$ | 1 |
# | the slip: 0.02 as `scale` | $0.02^2 = 0.0004$ | $0.02$ | 0.1414 |
#
# The variance is 50 times too small. **Before you run the cell:** what does a factor of 0.1414 leave after 50 layers?

# %%
rng = np.random.default_rng(0)
slip = [(rng.normal(0.0, 2 / p, (n, p)), np.zeros((n, 1))) for p, n in pairwise(deep)]
print("               layer 1   layer 2  layer 10  layer 50")
print("He, slip    ", report(slip, relu))
print("weights: standard deviation", slip[0][0].std().round(3), "variance", slip[0][0].var().round(5))

# %% [markdown]
# Nothing crashes, all shapes fit, and the cost stays where it is. Two ways to overlook it:
#
# - **A test with two inputs.** For $n_{in} = 2$ He's variance is $2 / 2 = 1$, and $\sqrt1 = 1$: slip and right answer agree. Test with numbers whose root is another number.
# - **A test with a square matrix** hides the other slip, $n_{out}$ for $n_{in}$. In our notation $W$ has the shape $(n_{out}, n_{in})$, so `W.shape[1]` is $n_{in}$; many libraries store the transpose.
#
# To check a sampler, draw a large matrix and measure: `W.var()` or `W.std()`, never a single weight.

# %% [markdown]
# ## 9. Depth 50, all of them
#
# The same measurement, layer by layer, for starts that are too small, too large and as derived:
#
# ![The spread of activations against the layer, 1 to 50, on a logarithmic scale. Left, tanh: weights with standard deviation 0.01 fall in a straight line to 10 to the minus 50; Xavier falls slowly, from 0.6 to below 0.1; standard deviation 1 stays flat near 0.96, marked saturated. Right, ReLU: 0.01 falls to 10 to the minus 58; Xavier falls to 10 to the minus 8; He stays flat near 1; standard deviation 1 rises in a straight line to 10 to the 42.](picture:depth)
#
# *The labels are the standard deviations of the weights. The vertical axes count powers of ten, so a straight line is the same factor in every layer. Look for the lines that stay level. Two of those on the left do, nearly: are both of them healthy?*

# %% [markdown]
# The figure has the histograms behind these lines: all activations of a layer, for the layers of a network, with sliders for the depth and for a **gain**, a factor on all weights. Below the histograms, the dashed line "from example to example" shows how much of the spread comes from the input: where it falls away, the layer gives the same answer to everybody. Things to try:
#
# 1. He with ReLU, depth 50. Then pull the gain down to 0.9, and up to 1.1. What is $0.9^{50}$, and what is $1.1^{50}$?
# 2. Xavier with tanh: raise the gain step by step. When do the histograms begin to pile up at −1 and 1?
# 3. Zeros: what does a histogram of zeros look like, and does a gain help?

# %%
from course.figures import initialization

initialization.explore()

# %% [markdown]
# <details><summary>What you should have found</summary>
#
# 1. $0.9^{50} = 0.005$ and $1.1^{50} = 117$: one layer forgives ten per cent, fifty do not. The spread is multiplied by the gain once in every layer.
# 2. With a gain well above 1 the sums grow from layer to layer until tanh stops them: the hill in the middle turns into two piles at the ends.
# 3. A single bar at 0, in every layer. A gain times 0 is 0.
#
# </details>

# %% [markdown]
# ## 10. Saturated before the first step
#
# Tanh with large weights does not explode; what is wrong with it, then? Its spread of 0.96 in the picture says: nearly every output is close to −1 or 1. There the curve is flat, and BP4 multiplies by its slope.
#
# ![The curve of tanh, and below it two bell curves, how often each z occurs, on the same axis from minus 12 to 12. With Xavier weights z lies between minus 3 and 3, where the curve is steep. With weights of standard deviation 1, z spreads over the whole axis; the parts beyond plus or minus 3, where the curve is flat, are hatched and labelled 76 per cent.](picture:saturated)
#
# *Both bells belong to layer 1 with 100 inputs. From each, look up to tanh: how steep is it there?*

# %% [markdown]
# Line 9 says how wide $z$ spreads: with $v = 1$ and 100 inputs of mean square 1 its variance is 100, its standard deviation 10. With Xavier, 1. **Before you run the cell:** the slope of tanh is below 0.01 from $\lvert z \rvert = 3$ on. Which share of the neurons is that with weights of standard deviation 1, and which with Xavier?

# %%
rng = np.random.default_rng(0)
for name, sd in (("standard deviation 1", 1.0), ("Xavier", 0.1)):
    Z = rng.normal(0.0, sd, (100, 100)) @ X_deep
    slope = SLOPES["tanh"](Z)
    print(f"{name:21} spread of z {Z.std():5.2f}, slope below 0.01: {np.mean(slope < 0.01):6.1%}")

# %% [markdown]
# Three quarters of all entries of $dZ$ are divided by a hundred or more, in the first layer alone. Such neurons were **born saturated**: they learn very slowly, because of a number that nobody looked at. (The figure above calls a neuron flat from a tenth of the steepest slope on; the cell is ten times stricter.) The sigmoid has the same trouble, and a slope of at most ¼ on top of it.
#
# So the way back has its vanishing and exploding too. The last cell sends a gradient of spread 1 back through the 50 layers, by BP3 and BP4, and prints the spread of $dZ$ in layers 50, 40, 10 and 1. **Before you run it:** which of the five starts gives layer 1 something to learn from?

# %%
starts = {
    "tanh, 0.01": ("tanh", lambda n_in, n_out: 0.01),
    "tanh, Xavier": ("tanh", lambda n_in, n_out: np.sqrt(2 / (n_in + n_out))),
    "ReLU, Xavier": ("relu", lambda n_in, n_out: np.sqrt(2 / (n_in + n_out))),
    "ReLU, He": ("relu", lambda n_in, n_out: np.sqrt(2 / n_in)),
    "ReLU, 1": ("relu", lambda n_in, n_out: 1.0),
}
print("              layer 50  layer 40  layer 10   layer 1")
for name, (g, sd) in starts.items():
    rng = np.random.default_rng(0)
    params = [(rng.normal(0.0, sd(p, n), (n, p)), np.zeros((n, 1))) for p, n in pairwise(deep)]
    _, caches = forward(X_deep, params, [g] * 50)
    dA, spread = rng.standard_normal(X_deep.shape), {}
    for layer in range(50, 0, -1):
        dZ = dA * SLOPES[g](caches[layer - 1][1])
        spread[layer] = dZ.std()
        dA = params[layer - 1][0].T @ dZ
    print(f"{name:12}", "".join(f"{spread[layer]:10.2g}" for layer in (50, 40, 10, 1)))

# %% [markdown]
# The way back mirrors the way forward: what kept the signal keeps the gradient as well, and what lost it loses the gradient. In the first and third line, layer 1 hears next to nothing; in the last, one step throws every weight out of any range.
#
# What to start with, then: **biases zero; He for ReLU and leaky ReLU; Xavier for tanh, and for the output layer.** (Hidden sigmoids usually get Xavier too, but their slope of at most ¼ makes depth hard with any start.) All of this is about the first step only. It does not promise that the weights stay in a good range later; it sees to it that there is something to learn from when training begins.

# %% [markdown]
# ## 11. Questions
#
# **q1.** A 2-3-1 network with tanh in the hidden layer and the sigmoid at the output is trained by gradient descent, on examples that it does not get right yet. In which start do the three hidden neurons remain equal to each other after every update?
#
# - **a** $W^{[1]}$ all zero, $W^{[2]}$ three different numbers, biases zero
# - **b** $W^{[1]}$ three different rows, $W^{[2]}$ all zero, biases zero
# - **c** $W^{[1]}$ and $W^{[2]}$ all 0.5, the entries of $b^{[1]}$ drawn at random
# - **d** one row drawn at random and used for all three rows of $W^{[1]}$; one number drawn at random and used for all entries of $W^{[2]}$; biases zero

# %% [markdown]
# **q2.** A ReLU layer has 200 inputs and 50 neurons and is to be initialized by He. Which number belongs in the place of the question mark in `rng.normal(0.0, ?, size=(50, 200))`?
#
# **q3.** A network of 21 ReLU layers, 100 neurons in each, 100 inputs, was initialized by Xavier by mistake. About how many times smaller is the standard deviation of the activations in layer 21 than in layer 1?
#
# - **a** 1 time: it stays the same
# - **b** about 30 times
# - **c** about 1,000 times
# - **d** about 1,000,000 times

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": "…a letter…", "q2": …a number…, "q3": "…a letter…"}
### BEGIN SOLUTION
answers = {"q1": "d", "q2": 0.1, "q3": "c"}
### END SOLUTION

# %% nbgrader={"grade_id": "check_questions", "grade": true, "points": 0}
assert isinstance(answers, dict), "`answers` should be a dict, as in the form above."
assert set(answers) == {"q1", "q2", "q3"}, f"The names are q1, q2 and q3; yours are {list(answers)}."
for q in ("q1", "q3"):
    assert str(answers[q]).strip().lower() in ("a", "b", "c", "d"), f"{q} is a letter from a to d."
assert isinstance(answers["q2"], (int, float)), "q2 is a number, without quotation marks."

# %% nbgrader={"grade_id": "grade_questions", "grade": true, "points": 3}
# Your answers are graded here.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("12-initialization", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **All weights zero.** With tanh or ReLU the hidden layers never move; only the last bias does.
# - **All weights equal, not zero.** Everything moves, the cost falls, and a layer of any width works as one neuron.
# - **Variance used as standard deviation.** `scale` in `rng.normal` wants the square root. It goes unnoticed with two inputs.
# - **$n_{out}$ for $n_{in}$.** $W$ has a row for each neuron and a column for each input. It goes unnoticed with square matrices.
# - **`rng.random` for something with mean 0.** It draws from 0 to 1: all weights positive, $E[W_s] \ne 0$, and line 5 no longer cancels anything.
# - **Xavier with ReLU.** Half of the mean square is lost in every layer: at depth 50 a factor of $10^{-8}$ in the spread.
# - **Weights too large with tanh or the sigmoid.** Nothing explodes, and the slopes are gone.
# - **A new generator in every layer, with the same seed.** Layers of equal size get equal weights, and are no longer independent.
# - **No seed at all.** Two runs differ, and nobody can tell whether a change in the code made the difference.

# %% [markdown]
# ## Where this leads
#
# You can give a network a good start: different neurons, and sums of a size that every layer can use. Gradients come from lessons 06 to 10, and lesson 11 made sure of them. **Lesson 13** puts the pieces to work: it takes the step $W - \eta\, dW$ again and again, asks how large $\eta$ may be and how many examples one step should see, and trains a network on handwritten digits. It starts with weights drawn by He.
