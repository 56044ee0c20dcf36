# %% [markdown]
# # 11 · Trust nothing: gradient checking
#
# Time: 60 minutes · Points: 16 · Builds on: 10 Backpropagation
#
# After this you can measure the gradient of a whole network, and say how far the measurement can be trusted; turn "these two gradients agree" into one number, and read that number; tell a false alarm from a mistake; and, from nothing but which gradients are wrong, name the equation that made them so.

# %% [markdown]
# ## 1. Two programs, one mistake
#
# Lesson 10 ended with a warning: of all its slips, a single one raised an error. The rest gave numbers and went on. What would have told you? Perhaps the training: a network with wrong gradients can't learn, can it?
#
# Here are two programs, **one** and **two**. Both train the 2-3-1 network of the last lessons on its four examples, this time with tanh in layer 1; same start, same steps. One of them computes wrong gradients.
#
# ![Two curves of the cost over 200 steps, on a scale where each step down is a factor of ten. Both start at 0.88 and fall smoothly. They lie on top of each other nearly everywhere; at the right end the solid one, one, is at 0.0044, and the dashed one, two, at 0.0042.](picture:falls)
#
# *The cost of both programs, step by step. **Before you read on:** which one would you trust?*

# %% [markdown]
# The wrong one is **two**, the one that ends lower. Its BP4 takes the slope of tanh at $A$ where $Z$ is meant. So a falling cost proves little: a step need not go along the gradient, it is enough if it goes roughly downhill. Most wrong gradients do, for a while.
#
# And then? With a harder task the price comes due: training is slower, or ends in a worse place, and nothing says why. Trust nothing, then, neither the shapes nor the falling cost. What is left is a judge who does not know your equations. The cells below give you what you need from earlier lessons.

# %% nbgrader={"grade_id": "given_setup", "locked": true}
from itertools import pairwise

import numpy as np

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals


# %% nbgrader={"grade_id": "given_network", "locked": true}
def sigmoid(z):
    return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


def relu(z):
    return np.maximum(z, 0.0)


HIDDEN = {  # for each activation of the hidden layers: g and g'
    "relu": (relu, lambda z: np.where(z > 0, 1.0, 0.0)),
    "tanh": (np.tanh, lambda z: 1.0 - np.tanh(z) ** 2),
}


def binary_cross_entropy(A, Y):
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / A.shape[1]


def network(params, X, Y, activation="relu"):
    """The cost and all gradients: one activation in the hidden layers, sigmoid in the last."""
    g, g_prime = HIDDEN[activation]
    A, caches, last = X, [], len(params) - 1
    for k, (W, b) in enumerate(params):
        Z = W @ A + b
        caches.append((A, Z))
        A = sigmoid(Z) if k == last else g(Z)
    cost, dZ, grads = binary_cross_entropy(A, Y), A - Y, []
    for k in range(last, -1, -1):
        A_prev = caches[k][0]
        grads.append((dZ @ A_prev.T / X.shape[1], dZ.mean(axis=1, keepdims=True)))  # BP1, BP2
        if k > 0:
            dZ = (params[k][0].T @ dZ) * g_prime(caches[k - 1][1])  # BP3, BP4
    return cost, grads[::-1]


def running_example():
    """The params, the inputs X and the labels Y of the 2-3-1 network of lessons 06 to 10."""
    W1 = np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 0.5]])
    b1 = np.array([[-2.0], [-1.0], [1.0]])
    W2 = np.array([[2.0, -1.0, 1.0]])
    b2 = np.array([[2.0]])
    X = np.array([[2.0, 0.0, 1.0, 1.0], [1.0, 0.0, 0.0, 1.0]])
    Y = np.array([[1.0, 0.0, 1.0, 1.0]])
    return [(W1, b1), (W2, b2)], X, Y


# %% nbgrader={"grade_id": "given_programs", "locked": true}
def planted(params, X, Y, slip=None):
    """The cost and the gradients of two layers, tanh and sigmoid; `slip` spoils one equation."""
    (W1, b1), (W2, b2) = params
    m = X.shape[1]
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    A2 = sigmoid(W2 @ A1 + b2)
    losses = Y * np.log(A2) + (0 if slip == "cost" else (1 - Y) * np.log(1 - A2))
    dZ2 = A2 - Y
    heard_with = W2.reshape(W2.shape[::-1]) if slip == "BP3" else W2.T  # not transposed: reshaped
    slope_at = A1 if slip == "BP4" else Z1
    dZ1 = (heard_with @ dZ2) * (1 - np.tanh(slope_at) ** 2)
    grads = []
    for dZ, A_prev in ((dZ1, X), (dZ2, A1)):
        dW = dZ @ A_prev.T / (1 if slip == "BP1" else m)
        db = dZ.sum(axis=1, keepdims=True) / (1 if slip == "BP2" else m)
        grads.append((dW, db))
    return -losses.sum() / m, grads


def one(params, X, Y):
    return planted(params, X, Y)


def two(params, X, Y):
    return planted(params, X, Y, slip="BP4")


def costs_of_training(program, params, X, Y, steps, eta=0.5):
    """The cost before each step of gradient descent, and after the last."""
    costs = []
    for _ in range(steps + 1):
        cost, grads = program(params, X, Y)
        costs.append(cost)
        pairs = zip(params, grads, strict=True)
        params = [(W - eta * dW, b - eta * db) for (W, b), (dW, db) in pairs]
    return np.array(costs)


# %% [markdown]
# First the four examples of the picture, then a harder task: 40 points in the plane, and the question whether a point lies inside a circle. **Before you run the cell:** will **two** still get away with it?

# %%
params, X, Y = running_example()
rng = np.random.default_rng(0)
points = rng.normal(size=(2, 40))
inside = (np.hypot(points[0], points[1]) < 1.1).astype(float)[None, :]
start = [(rng.normal(size=(n, p)), np.zeros((n, 1))) for p, n in pairwise([2, 3, 1])]

for name, program in (("one", one), ("two", two)):
    small = costs_of_training(program, params, X, Y, 200)
    harder = costs_of_training(program, start, points, inside, 2000)
    print(f"{name}: four examples {small[[0, 20, 200]]}   harder {harder[[0, 500, 2000]].round(3)}")

# %% [markdown]
# On four examples, the mistake cannot be seen. On forty, **two** learns too, and its cost falls and falls. But after 500 steps it stands at more than twice the cost of **one**, and after 2000 at four times. Without **one** beside it, you would have said: "a hard task, it needs more neurons."
#
# ## 2. One long vector
#
# You know the judge from lessons 03, 06 and 10: nudge one number by $\varepsilon$ to either side, and see how the cost changes. Now it shall check **any** network. The judge should not have to know about layers, so give it what it can treat without thinking: a single vector of all parameters. It is called $\theta$ (theta).
#
# ![Above, the four arrays of the 2-3-1 network with their numbers: W1 with three rows of two, b1 with three, W2 with one row of three, b2 with one. Below, a strip of 13 boxes at positions 0 to 12: six for W1, row after row, 1, 2, 3, minus 1, minus 2, 0.5; three for b1, minus 2, minus 1, 1; three for W2, 2, minus 1, 1; one for b2, 2. Each array has its own shade and its name above its boxes.](picture:vector)
#
# *The 13 parameters of the 2-3-1 network, as four arrays and as one vector. Positions count from 0, as in code. **Predict:** at which position stands the bias of hidden neuron 2?*
#
# Gradients have the same shapes as parameters. So the function that flattens `params` flattens `grads` as well, and puts each slope at the position of its parameter.

# %% [markdown]
# ### Exercise: `flatten`
# Lay all parameters out in one long vector: layer by layer; in each layer first $W$, **row by row**, then $b$, from top to bottom.
#
# <details><summary>Hint: a nudge</summary>
#
# Do it for the 2-3-1 network on paper: which number stands at position 6? Which array method makes a matrix flat, row by row?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Make a list of flat pieces, two for each layer, in the order they should stand in; then join the pieces end to end. NumPy's word for joining is "concatenate".
#
# </details>


# %% nbgrader={"grade_id": "flatten", "solution": true}
def flatten(params):
    """All weights and biases in one vector.

    In:  params, a list of pairs (W, b), W of shape (n_l, n_prev), b of shape (n_l, 1).
    Out: an array of shape (n,), n the number of parameters: W of layer 1 row by row, b of layer 1,
         W of layer 2 row by row, and so on. Nothing is changed.

    Example: flatten([(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[5.0], [6.0]]))])
    is array([1., 2., 3., 4., 5., 6.]).
    """
    ### BEGIN SOLUTION
    return np.concatenate([array.ravel() for pair in params for array in pair])
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_flatten", "grade": true, "points": 1}
params, X, Y = running_example()
got = flatten(params)
assert got is not None, "flatten gave nothing (None). Is there a return line?"
assert np.shape(got) == (13,), f"9 weights and 4 biases: shape (13,); yours: {np.shape(got)}."
want = [1, 2, 3, -1, -2, 0.5]
assert np.allclose(got[:6], want), f"First W of layer 1, row by row: {want}; yours: {got[:6]}."
assert np.allclose(got[6:9], [-2, -1, 1]), f"Then its b: [−2, −1, 1]; yours: {got[6:9]}."
assert np.allclose(got[9:], [2, -1, 1, 2]), f"Then layer 2: [2, −1, 1], and 2; yours: {got[9:]}."

# %% nbgrader={"grade_id": "grade_flatten", "grade": true, "points": 1}
# Hidden tests for `flatten` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("11-gradient-checking", "flatten", flatten)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `unflatten`
# The way back: cut the vector into the weights and biases of each layer. The sizes of the layers tell where to cut.
#
# <details><summary>Hint: a nudge</summary>
#
# For sizes 2-3-1, the first cut is after $3 \cdot 2 = 6$ numbers. Where is the next, and how do you remember how far you are?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Go through pairs of neighbouring sizes, `(n_prev, n)`. Each layer takes the next $n \cdot n_{\text{prev}}$ numbers for $W$ and the $n$ after them for $b$; give both their shapes, row by row. Keep a position that moves on, or cut off what has been used.
#
# </details>


# %% nbgrader={"grade_id": "unflatten", "solution": true}
def unflatten(vector, layer_sizes):
    """The weights and biases that flatten laid out in a vector.

    In:  vector, shape (n,), in the order of flatten; it is not changed.
         layer_sizes, a list of whole numbers, inputs first, e.g. [2, 3, 1].
    Out: params, a list of pairs (W, b), W of shape (n_l, n_prev), b of shape (n_l, 1).

    Example: unflatten(np.array([1.0, 2.0, 3.0]), [2, 1])
    is [(array([[1., 2.]]), array([[3.]]))].
    """
    ### BEGIN SOLUTION
    params, rest = [], vector
    for n_prev, n in pairwise(layer_sizes):
        W, b, rest = np.split(rest, [n * n_prev, n * n_prev + n])
        params.append((W.reshape(n, n_prev), b.reshape(n, 1)))
    return params
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_unflatten", "grade": true, "points": 1}
got = unflatten(np.arange(13.0), [2, 3, 1])
assert got is not None, "unflatten gave nothing (None). Is there a return line?"
assert len(got) == 2, f"A pair (W, b) for each of the 2 layers; yours has {len(got)} entries."
shapes = [(np.shape(W), np.shape(b)) for W, b in got]
assert shapes == [((3, 2), (3, 1)), ((1, 3), (1, 1))], f"The shapes are off: {shapes}."
want = [[0, 1], [2, 3], [4, 5]]
assert np.allclose(got[0][0], want), f"W of layer 1 is {want}; yours:\n{got[0][0]}"
assert np.allclose(got[0][1], [[6], [7], [8]]), f"b of layer 1 is 6, 7, 8; yours:\n{got[0][1]}"
assert np.allclose(got[1][0], [[9, 10, 11]]), f"W of layer 2 is 9, 10, 11; yours: {got[1][0]}"
assert np.allclose(got[1][1], 12), f"b of layer 2 is 12; yours: {got[1][1]}"

# %% nbgrader={"grade_id": "grade_unflatten", "grade": true, "points": 1}
# Hidden tests for `unflatten` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("11-gradient-checking", "unflatten", unflatten)
### END HIDDEN TESTS

# %% [markdown]
# **Before you run the cell:** the two functions undo each other. What does the last line print, and what would it print if one of them went column by column?

# %%
params, X, Y = running_example()
theta = flatten(params)
again = unflatten(theta, [2, 3, 1])
print(theta)
print("position 7, the bias of hidden neuron 2:", theta[7])
print("there and back, the same W:", np.array_equal(again[0][0], params[0][0]))

# %% [markdown]
# ## 3. Every slope, measured
#
# The cost is now a function $J(\theta)$ of one vector. Its slope in entry $j$ is measured by moving **this entry only**. With $e_j$ for the vector that has a 1 at position $j$ and zeros elsewhere:
#
# $$\frac{\partial J}{\partial \theta_j} \approx \frac{J(\theta + \varepsilon e_j) - J(\theta - \varepsilon e_j)}{2 \varepsilon}$$
#
# One of the 13, in numbers: position 7, the bias of hidden neuron 2, in the running example with ReLU in layer 1.
#
# | | $b_2^{[1]}$ | $J$ |
# | --- | --- | --- |
# | moved up by $\varepsilon = 0.01$ | −0.99 | 0.9809841 |
# | moved down by 0.01 | −1.01 | 0.9776509 |
# | difference, divided by 0.02 | | 0.1667 |
#
# The same number as in lesson 10, from the equations. Twelve more of these, and the whole gradient is measured.

# %% [markdown]
# ### Exercise: `numerical_gradient`
# One central difference for each entry of a vector $\theta$: move this entry by $\varepsilon$ to either side, leave all others where they are.
#
# <details><summary>Hint: a nudge</summary>
#
# For a vector of 13 entries `f` is called 26 times. In each call, how many entries differ from those of `theta`?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# For each position, make a vector of zeros with `eps` at this position, and call `f` at `theta` plus this vector and at `theta` minus it. That leaves `theta` itself untouched. The difference belongs to a step that is two `eps` wide: mind the brackets.
#
# </details>


# %% nbgrader={"grade_id": "numerical_gradient", "solution": true}
def numerical_gradient(f, theta, eps=1e-5):
    """The slopes of f in every entry of theta, by central differences.

    In:  f, a function from an array of shape (n,) to a float; theta, shape (n,), not changed;
         eps, how far to move to either side.
    Out: an array of shape (n,).

    Example: numerical_gradient(lambda t: t[0] ** 2 + 3 * t[1], np.array([1.0, 5.0]))
    is about array([2., 3.]).
    """
    ### BEGIN SOLUTION
    steps = eps * np.eye(theta.size)
    return np.array([(f(theta + step) - f(theta - step)) / (2 * eps) for step in steps])
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_numerical_gradient", "grade": true, "points": 1}
theta = np.array([1.0, 5.0])
got = numerical_gradient(lambda t: t[0] ** 2 + 3 * t[1], theta)
assert got is not None, "numerical_gradient gave nothing (None). Is there a return line?"
assert np.shape(got) == (2,), f"Two entries, two slopes: shape (2,); yours: {np.shape(got)}."
assert np.allclose(got, [2, 3]), f"t₀² + 3 t₁ at (1, 5) has the slopes 2 and 3; yours: {got}."
got = numerical_gradient(lambda t: np.sum(t**3), np.array([2.0, 1.0]), eps=0.1)
want = [12.01, 3.01]
assert np.allclose(got, want), f"Cubes, eps = 0.1: (2.1³ − 1.9³) / 0.2 = 12.01, then 3.01; yours: {got}."
got = numerical_gradient(lambda t: t[0] * t[1], theta)
assert np.allclose(got, [5, 1]), f"t₀ · t₁ at (1, 5): one entry moves at a time, so 5 and 1; yours: {got}."
assert np.array_equal(theta, [1.0, 5.0]), f"theta should stay as it was, (1, 5); it is now {theta}."

# %% nbgrader={"grade_id": "grade_numerical_gradient", "grade": true, "points": 1}
# Hidden tests for `numerical_gradient` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("11-gradient-checking", "numerical_gradient", numerical_gradient)
### END HIDDEN TESTS

# %% [markdown]
# The judge at work on the running example. `cost_at` is the cost as a function of one vector; `network` is backpropagation as in lesson 10. **Before you run the cell:** in which positions do you expect a 0? (Neuron 3 hears only of the example $(0, 0)$.)


# %%
def cost_at(theta):
    return network(unflatten(theta, [2, 3, 1]), X, Y)[0]


_, grads = network(params, X, Y)
print("measured:\n", numerical_gradient(cost_at, flatten(params)) + 0.0)
print("computed:\n", flatten(grads) + 0.0)  # adding 0 turns -0. into 0.

# %% [markdown]
# The same 13 numbers, to all digits printed. One line of them comes from thinking about chains of slopes, the other from nothing but the cost, run 26 times.
#
# ## 4. Do they agree? One number
#
# In full, they are never equal: the measurement has an error. How much difference is allowed? A fixed limit, such as $10^{-6}$, is no good. A slope of 0.1667 may well be off by $10^{-6}$; if the slope itself is $10^{-6}$, that would be an error of 100 percent. So the difference has to be compared with the size of what is compared.
#
# The size of an array is its **norm**, $\lVert a \rVert$: square all entries, add them up, take the square root. For $(3, 4)$ that is 5. Then
#
# $$\text{relative error} = \frac{\lVert a - b \rVert}{\lVert a \rVert + \lVert b \rVert}$$
#
# It is symmetric in $a$ and $b$, has no unit, and lies between 0 and 1.

# %% [markdown]
# What do its values mean? Suppose a mistake makes the gradient $c$ times as large as it should be: $b = c\, a$, with $c > 0$.
#
# | the line | the reason |
# | --- | --- |
# | $\dfrac{\lVert a - b \rVert}{\lVert a \rVert + \lVert b \rVert} = \dfrac{\lVert a - c\,a \rVert}{\lVert a \rVert + \lVert c\,a \rVert}$ | $b = c\,a$ |
# | $\phantom{\dfrac{\lVert a - b \rVert}{\lVert a \rVert + \lVert b \rVert}} = \dfrac{\lvert 1 - c \rvert \, \lVert a \rVert}{(1 + c) \, \lVert a \rVert}$ | a factor comes out of a norm |
# | $\phantom{\dfrac{\lVert a - b \rVert}{\lVert a \rVert + \lVert b \rVert}} = \dfrac{\lvert 1 - c \rvert}{1 + c}$ | the norm of $a$ cancels |
#
# A forgotten ½ ($c = 2$) gives ⅓. A forgotten $\frac1m$ with 4 examples ($c = 4$) gives $\frac35$. An array that is all zeros and should not be gives 1, and so does a lost sign: there $b = -a$, and the difference is twice as long as $a$. For a relative error as small as $0.001$, $c$ has to be $1.002$: the gradient is right to a fifth of a percent. Which mistake in an equation would be so polite?

# %% [markdown]
# ### Exercise: `relative_error`
# Write $\dfrac{\lVert a - b \rVert}{\lVert a \rVert + \lVert b \rVert}$ for two arrays of the same shape, a vector or a matrix. If both are all zeros, they agree perfectly: 0.
#
# <details><summary>Hint: a nudge</summary>
#
# For $a = (3, 0)$ and $b = (0, 4)$ work out the three norms on paper.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The norm is the square root of the sum of all squares; `np.linalg.norm` gives it for vectors and matrices. Compute the sum of both norms first, and look at it before you divide.
#
# </details>


# %% nbgrader={"grade_id": "relative_error", "solution": true}
def relative_error(a, b):
    """How far two arrays are apart, compared with their size.

    In:  a and b, arrays of the same shape.
    Out: a float from 0 to 1: the norm of a - b, divided by the norm of a plus the norm of b;
         0 when both are all zeros.

    Example: relative_error(np.array([3.0]), np.array([1.0])) is 2 / 4 = 0.5.
    """
    ### BEGIN SOLUTION
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return float(np.linalg.norm(a - b) / size) if size > 0 else 0.0
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_relative_error", "grade": true, "points": 1}
got = relative_error(np.array([3.0, 0.0]), np.array([0.0, 4.0]))
assert got is not None, "relative_error gave nothing (None). Is there a return line?"
assert np.shape(got) == (), f"One number comes out; yours: shape {np.shape(got)}."
assert np.isclose(got, 5 / 7), f"a = (3, 0), b = (0, 4): 5 / (3 + 4) = 0.7143; yours: {got}."
got = relative_error(np.array([[1.0, 2.0], [2.0, 4.0]]), np.array([[2.0, 4.0], [4.0, 8.0]]))
assert np.isclose(got, 1 / 3), f"Every entry doubled: norms 5 and 10, so 5 / 15; yours: {got}."
got = relative_error(np.zeros(3), np.zeros(3))
assert got == 0, f"Two arrays of zeros agree: 0; yours: {got}."

# %% nbgrader={"grade_id": "grade_relative_error", "grade": true, "points": 1}
# Hidden tests for `relative_error` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("11-gradient-checking", "relative_error", relative_error)
### END HIDDEN TESTS


# %% [markdown]
# So agreement is near 0, most mistakes are between a tenth and 1, and there is a lot of room in between. **Before you run the cell:** about where does the running example stand, with central differences and $\varepsilon = 10^{-5}$? And **two** of section 1?


# %%
def error_of(program, params, X, Y, eps=1e-5):
    """The relative error of the whole gradient, computed against measured."""
    sizes = [X.shape[0], *(len(b) for _, b in params)]

    def cost_at(theta):
        return program(unflatten(theta, sizes), X, Y)[0]

    measured = numerical_gradient(cost_at, flatten(params), eps)
    return relative_error(flatten(program(params, X, Y)[1]), measured)


for name, program in (("network", network), ("one", one), ("two", two)):
    error = error_of(program, params, X, Y)
    print(f"{name:7}", "below 1e-9" if error < 1e-9 else f"{error:.2f}")

# %% [markdown]
# The network that learned so well is caught at once, without any training: 0.15. Its gradient points about 16 degrees away from the right one. Whoever walks 16 degrees off still gets down the hill; but these are not the slopes of this cost.
#
# ![A ruler from 10 to the minus 12 to 1, each mark ten times the one before. Left of 10 to the minus 7, a green band: agrees. Between 10 to the minus 7 and 10 to the minus 3, a yellow hatched band: look closer. Right of 10 to the minus 3, an orange band: wrong, or a kink. Marked points: network and one, near 10 to the minus 11; one-sided differences at best, near 10 to the minus 8; two, 0.15; a factor of 2, one third; m = 4 forgotten, 0.6; sign lost, 1.](picture:ruler)
#
# *Relative errors and what they mean, with central differences and ordinary floats. Look at the empty middle: between what is right and what is wrong lie many powers of ten.*

# %% [markdown]
# | relative error | what it means | why |
# | --- | --- | --- |
# | below $10^{-7}$ | agrees | a good measurement gets to $10^{-9}$ or better (section 5); this leaves it room |
# | $10^{-7}$ to $10^{-3}$ | look closer | a poor $\varepsilon$, a gradient so small that rounding shows, one-sided differences, a kink; now and then a mistake with a small effect |
# | above $10^{-3}$ | wrong, or a kink | with a sensible $\varepsilon$ no measurement is so poor; kinks come in section 6 |
#
# In the middle, one question decides: **does the number change when you change $\varepsilon$?** What comes from measuring does. What comes from a wrong equation stays, since the equation has never heard of $\varepsilon$. (One exception comes in section 6.) And do not judge the whole vector alone. In a vector of a million slopes of 1, a single one that is 0 instead makes a relative error of 0.0005. So judge each array by itself, as section 7 does: a wrong $db$ can't hide behind a large $dW$.

# %% [markdown]
# ## 5. How small is small?
#
# Why $\varepsilon = 10^{-5}$, and not $10^{-12}$? Lesson 03 has seen the error shrink, then grow. Now we can say where the best step lies, for its example, $f(z) = z^3$ at $z = 2$. Two things go wrong in a measurement.
#
# **The curve bends.** Lesson 03 worked it out: the central difference of $z^3$ is $3z^2 + \varepsilon^2$. So this error, called **truncation**, is $\varepsilon^2$.
#
# **Floats are rounded.** A float keeps about 16 digits. Its last one is off by up to $u = 1.1 \cdot 10^{-16}$ of its size ($u$ is called the unit round-off). Here $f = 8$, so each of the two values may be off by $8u$, and their difference by $16 u$. Divided by $2 \varepsilon$, that makes $8u / \varepsilon$. This error is called **round-off**.
#
# One shrinks with $\varepsilon$, the other grows. **Predict:** at the best $\varepsilon$, is one of them much larger than the other?

# %% [markdown]
# | the line | the reason |
# | --- | --- |
# | $E(\varepsilon) = \varepsilon^2 + \dfrac{8u}{\varepsilon}$ | truncation plus round-off, at worst |
# | $E'(\varepsilon) = 2 \varepsilon - \dfrac{8u}{\varepsilon^2}$ | slope of $\varepsilon^2$; slope of $1/\varepsilon$ is $-1/\varepsilon^2$ |
# | $0 = 2 \varepsilon - \dfrac{8u}{\varepsilon^2}$ | at the lowest point the slope is 0 |
# | $\varepsilon^3 = 4u$ | multiply by $\varepsilon^2$, divide by 2 |
# | $\varepsilon = \sqrt[3]{4 \cdot 1.1 \cdot 10^{-16}} \approx 7.6 \cdot 10^{-6}$ | cube root |
# | $E \approx 5.8 \cdot 10^{-11} + 1.2 \cdot 10^{-10} \approx 1.7 \cdot 10^{-10}$ | put it in |
#
# Both parts are of the same kind of size there. Compared with the slope, 12, it is an error of $1.5 \cdot 10^{-11}$, which is about where the ruler shows the running example. Another function has other numbers in place of 1 and 8. But the cube root makes them tame: if one of them is a thousand times larger, the best $\varepsilon$ moves by a factor of ten. So $10^{-5}$ fits nearly everything whose numbers are of ordinary size.

# %% [markdown]
# ![Error against step size, both on scales where each mark is a factor of ten, eps from 10 to the minus 14 on the left to 1 on the right. A dashed straight line falls from the right to the left: truncation, eps squared. A dotted straight line falls from the left to the right: round-off, 8 u over eps. Blue dots, the measured errors of central differences, follow the higher of the two lines and have their lowest point near 10 to the minus 5, at about 10 to the minus 11 to 10 to the minus 10. Orange triangles, one-sided differences, reach down only to about 10 to the minus 7, near eps = 10 to the minus 8.](picture:steps)
#
# *The slope of $z^3$ at 2, measured with many steps. Right of the lowest point the curve bends too much, left of it rounding takes over. Why do the measured points jump about on the left, and not on the right?*

# %% [markdown]
# The dotted line is an estimate: each value of $f$ rounded once, as badly as possible. How the last digits really fall is a matter of luck, and mostly they fall better. (Now and then a bit worse: $z + \varepsilon$ and the products inside of $f$ are rounded, too.)
#
# One-sided differences, $(f(z + \varepsilon) - f(z)) / \varepsilon$, have the truncation $6 \varepsilon$ here. Its best step is near $2 \cdot 10^{-8}$, and the error it leaves may be $2 \cdot 10^{-7}$, a thousand times more than that of central differences. For the same two calls of $f$ for each slope, take the central ones.
#
# Now look at it on a network, the 2-3-1 network with tanh: the figure uses **your** function, and measures as you move. Two things to try:
#
# 1. Find the $\varepsilon$ with the smallest error. Within which range could you choose, and still be below $10^{-7}$?
# 2. Switch to one-sided differences. How does the slope of the right-hand line change, and why?

# %%
from course.figures import gradient_checking

gradient_checking.explore(numerical_gradient=numerical_gradient)

# %% [markdown]
# The test from section 4, with this in mind: does the error change with $\varepsilon$? The first program is right. The second is nearly right: all its gradients are too large by a ten-thousandth part. **Before you run the cell:** which of the two columns moves?


# %%
def nearly_right(params, X, Y):
    cost, grads = one(params, X, Y)
    return cost, [(1.0001 * dW, 1.0001 * db) for dW, db in grads]


for eps in (1e-2, 1e-3, 1e-4, 1e-5):
    right, nearly = (error_of(program, params, X, Y, eps) for program in (one, nearly_right))
    right = f"{right:.0e}" if right > 1e-9 else "below 1e-9"
    print(f"eps = {eps:.0e}   right: {right:10}   nearly right: {nearly:.0e}")

# %% [markdown]
# With a ten times smaller step, the error of the right program falls by a factor of a hundred, as $\varepsilon^2$ does. The other column stays at $5 \cdot 10^{-5}$ as soon as measuring is good enough to see it. That is a mistake, however small it is.
#
# ## 6. A false alarm: the kink
#
# In lesson 04 the fourth example of the running example was $x = (0, 1)$. Since lesson 06 it is $(1, 1)$, and here is why. With $(0, 1)$, hidden neuron 1 has $z = 1 \cdot 0 + 2 \cdot 1 - 2 = 0$, and at 0 ReLU has a corner, a **kink**: its slope is 0 on one side and 1 on the other.
#
# Being a bit beside the corner does not help. Take $x = (0,\ 1.0000015)$: then $z = 0.000003$, on the right side, and the slope is 1, without a doubt. But the step is $\varepsilon = 0.00001$, three times as long as the way to the corner:
#
# | | $z$ | $\text{ReLU}(z)$ |
# | --- | --- | --- |
# | moved up | $0.000013$ | $0.000013$ |
# | moved down | $-0.000007$ | $0$ |
# | difference, divided by $0.00002$ | | $0.65$ |

# %% [markdown]
# ![The graph of ReLU close to 0: flat on the left, rising with slope 1 on the right. A point at z = 3 millionths on the rising part. Two measuring points at minus 7 and plus 13 millionths, joined by a dashed chord whose slope is 0.65. A second, short chord with measuring points at 2 and 4 millionths lies on the rising part, with slope 1.](picture:kink)
#
# *A long step straddles the corner and measures a mixture of both slopes. A step that is shorter than the way to the corner doesn't notice it.*
#
# What does the check say? **Before you run the cell,** which tries three places for the fourth example, with two steps: at which of the six will there be an alarm? `network` is right, as section 4 has shown.

# %%
for x_2 in (1.0, 1.0000015, 1.1):
    near = X.copy()
    near[:, 3] = [0.0, x_2]
    z = (params[0][0] @ near + params[0][1])[0, 3]
    for eps in (1e-5, 1e-6):
        error = error_of(network, params, near, Y, eps)
        verdict = f"alarm, {error:.0e}" if error > 1e-7 else "agrees"
        print(f"z = {z:8.6f}   eps = {eps:.0e}   {verdict}")

# %% [markdown]
# At exactly 0, every step straddles the corner, and no $\varepsilon$ helps (this is the exception of section 4): the judge always says ½ there, and your `relu_prime(0)` says 0. Neither is a mistake. At $0.000003$, the smaller step is short enough. At $0.2$, both are.
#
# So an alarm in a ReLU network gets a second hearing:
#
# - **Look at the $Z$ of the layer.** A nudge of a weight moves $z$ by $\varepsilon$ times what came in: is any $z$ about as close to 0 as that?
# - **Take another point:** other inputs, other random parameters. A kink is gone; a mistake comes with you.
# - **Take a smaller $\varepsilon$,** $10^{-6}$ or $10^{-7}$. Not too small: section 5.
#
# Or check with tanh in all hidden layers first, which has no corners: BP1 to BP3 are the same lines of code.

# %% [markdown]
# ## 7. Reading the tracks
#
# The check says "wrong". The next question is: **which line?** The whole vector cannot say, but its parts can. In the picture, follow what each equation reaches.
#
# ![The way back through two layers, from right to left. At the right the cost J leads to dZ2. From dZ2, BP1 leads down to dW2, BP2 down to db2, and BP3 leads left to dA1. BP4 leads on from dA1 to dZ1, and from there BP1 leads down to dW1 and BP2 to db1. Below is a table with the rows dW1, db1, dW2, db2 and a column for each wrong equation: BP1 marks dW1 and dW2; BP2 marks db1 and db2; BP3 and BP4 both mark dW1 and db1; cost marks all four.](picture:tracks)
#
# *Above, who passes on to whom. Below, what is spoiled when one equation is wrong: a filled box with a cross disagrees, an empty one agrees. Two of the columns are the same: which?*

# %% [markdown]
# - **BP1** and **BP2** are dead ends. If BP1 is wrong, only $dW$ is; if BP2 is wrong, only $db$. A $db$ that agrees tells you even more: this layer's $dZ$ is right, at least in its mean.
# - **BP3** and **BP4** make the $dZ$ of earlier layers. If one of them is wrong in some layer, $dW$ **and** $db$ of that layer are wrong, and of all layers before it. The last layer is fine: where its $dZ$ is $A - Y$, it has used neither.
# - **The cost.** The gradients are right, but they are compared with slopes of something else. Everything disagrees, the last layer included.
#
# In a deeper network, search from the back: the **last** layer that is wrong is where it begins. All that is wrong before it may only have been passed on.
#
# The next cell gives you a report for each array, made of your functions.


# %% nbgrader={"grade_id": "given_report", "locked": true}
def measured_gradients(program, params, X, Y, eps=1e-5):
    """The gradients by central differences, as pairs like those of the program."""
    sizes = [X.shape[0], *(len(b) for _, b in params)]

    def cost_at(theta):
        return program(unflatten(theta, sizes), X, Y)[0]

    return unflatten(numerical_gradient(cost_at, flatten(params), eps), sizes)


def report(title, program, params, X, Y):
    """Print in one line which arrays agree with the measurement, and how far off the others are."""
    line = []
    pairs = zip(program(params, X, Y)[1], measured_gradients(program, params, X, Y), strict=True)
    for number, (computed, measured) in enumerate(pairs, start=1):
        for name, array, judge in zip(("dW", "db"), computed, measured, strict=True):
            error = relative_error(array, judge)
            line.append(f"{name}{number} {'ok' if error < 1e-7 else f'{error:.2f}':5}")
    print(f"{title:5}", *line)


def db_ratios(program, params, X, Y, layer):
    """Computed divided by measured, for the db of one layer (1 is the first)."""
    computed, measured = program(params, X, Y)[1], measured_gradients(program, params, X, Y)
    return (computed[layer - 1][1] / measured[layer - 1][1]).ravel()


# %% [markdown]
# The program `planted` of section 1 can spoil any of its equations:
#
# | spoiled | how |
# | --- | --- |
# | BP1, BP2 | the $\frac1m$ is forgotten |
# | BP3 | $W$ is reshaped to the right shape, not transposed: the numbers land in other places |
# | BP4 | the slope is taken at $A$, not at $Z$ |
# | cost | the half with $(1 - y)\log(1 - a)$ is missing |
#
# It runs on the 2-3-1 network first, then on the same with a second output neuron. **Before you run the cell:** write down the table of the picture for yourself. And two lines will surprise you. Which matrix is the same, reshaped or transposed?

# %%
params, X, Y = running_example()
wide = [params[0], (np.array([[2.0, -1.0, 1.0], [1.0, 3.0, -2.0]]), np.array([[2.0], [-1.0]]))]
Y_wide = np.array([[1.0, 0.0, 1.0, 1.0], [0.0, 1.0, 1.0, 0.0]])

for title, weights, labels in (("2-3-1", params, Y), ("2-3-2", wide, Y_wide)):
    print(title)
    for slip in (None, "BP1", "BP2", "BP3", "BP4", "cost"):
        report(str(slip), lambda p, x, y, slip=slip: planted(p, x, y, slip), weights, X, labels)

# %% [markdown]
# The table of the picture, with two exceptions, both on the 2-3-1 network:
#
# - The wrong **BP3** passes. $W^{[2]}$ has one row there, and its numbers stand in the same order, whether reshaped or transposed. With two outputs it is caught.
# - With the wrong **cost**, $dW^{[1]}$ is fine. The missing half concerns the label 0, and the only example with this label is $(0, 0)$: no weight of layer 1 hears of it.
#
# So **the check proves only what the test network can show.** Make it small, but not too simple: at least two hidden layers, several outputs, and sizes that all differ, from each other and from $m$. And no zeros for weights: where $W^{[2]} = 0$, BP3 sends back 0, whatever it does with the matrix.

# %% [markdown]
# ## 8. The same tracks: BP3 or BP4?
#
# A wrong BP3 and a wrong BP4 spoil the same arrays. What is different about them? BP4 works entry by entry. Each neuron multiplies what **it** has heard by **its** slope. BP3 mixes: it adds up what several neurons say.
#
# So take **one** example. Then $db$ of a layer is its $dZ$, and divided by the measured one it gives a ratio for each neuron. Change only the **label**: no $z$ changes by that, so no slope does; but what the outputs say changes.
#
# | the line | the reason |
# | --- | --- |
# | $\dfrac{\text{computed}}{\text{measured}} = \dfrac{dA_r \cdot h(z_r)}{dA_r \cdot g'(z_r)}$ | BP4 is wrong: some other number, $h(z_r)$, in place of the slope |
# | $\phantom{\dfrac{\text{computed}}{\text{measured}}} = \dfrac{h(z_r)}{g'(z_r)}$ | $dA_r$ cancels, and with it the label |
# | $\dfrac{\text{computed}}{\text{measured}} = \dfrac{\big(\sum_k V_{rk}\, dZ_k\big) \cdot g'(z_r)}{\big(\sum_k W_{kr}\, dZ_k\big) \cdot g'(z_r)}$ | BP3 is wrong: other weights, $V_{rk}$, in place of $W_{kr}$ |
# | $\phantom{\dfrac{\text{computed}}{\text{measured}}} = \dfrac{\sum_k V_{rk}\, dZ_k}{\sum_k W_{kr}\, dZ_k}$ | the slope cancels; the sums do not, and $dZ_k$ contains the label |

# %% [markdown]
# In numbers: hidden neuron 1 of the 2-3-2 network, example $x = (1, 1)$. The weights it feeds the two outputs with are 2 and 1, the first **column** of $W^{[2]}$. The spoiled BP3 takes the first two numbers of the first **row**, 2 and −1.
#
# | label | $dZ^{[2]} = A^{[2]} - Y$ | right: $2\, dZ_1 + 1\, dZ_2$ | spoiled: $2\, dZ_1 - 1\, dZ_2$ | ratio |
# | --- | --- | --- | --- | --- |
# | (1, 0) | (−0.0912, 0.9512) | 0.7689 | −1.1336 | −1.4743 |
# | (0, 1) | (0.9088, −0.0488) | 1.7689 | 1.8664 | 1.0551 |
#
# ![Two drawings of hidden neuron 1 and the two output neurons. Left, BP4 wrong: both outputs send their dz along the right weights, 2 and 1; inside the neuron the slope is off, and the ratio is 1.40 for label (1, 0) and 1.40 for label (0, 1). Right, BP3 wrong: the second edge carries minus 1 instead of 1; the ratio is minus 1.47 for label (1, 0) and 1.06 for label (0, 1).](picture:mixing)
#
# *Left, the mistake sits in the neuron: whatever arrives is multiplied by the same wrong number. Right, it sits on an edge: how much it matters depends on what that edge carries. **Before you run the cell:** which two of the four lines will be equal?*

# %%
x, labels = X[:, [3]], {"(1, 0)": [[1.0], [0.0]], "(0, 1)": [[0.0], [1.0]]}
for slip in ("BP3", "BP4"):
    for text, label in labels.items():
        ratios = db_ratios(lambda p, x, y, slip=slip: planted(p, x, y, slip), wide, x, np.array(label), 1)
        print(f"{slip} spoiled, label {text}: ratios of layer 1 {ratios}")

# %% [markdown]
# For BP4 the label does not matter; for BP3 it does. (With a single output it would not: a sum of one term has nothing to mix.) That two of the ratios for BP4 are equal is chance: neurons 1 and 2 both have $z = 1$ here.
#
# One more tool. If **everything** is wrong, is it the cost? It may also be the first $dZ$, where the way back starts, and both look the same to the judge: two numbers don't agree, and no judge can know from that which of them is at fault. You can: work the cost by hand at a point where that is easy. With all weights and biases 0 every output is $\sigma(0) = ½$, and each output of each example costs $-\log ½ = 0.6931$, whatever its label.
#
# **Before you run the cell:** what should the cost of the 2-3-2 network be there? It has two outputs, and four examples to average over.

# %%
zeros = [(0 * W, 0 * b) for W, b in wide]
for slip in (None, "cost"):
    print(f"{slip!s:5} cost with all parameters 0: {planted(zeros, X, Y_wide, slip)[0]:.4f}")

# %% [markdown]
# $2 \cdot 0.6931 = 1.3863$, for every example and so for their average. The spoiled cost has lost what the labels 0 should have cost.
#
# ## 9. The line-up
#
# Five networks, written by five people, each in their own style. All have the sizes 3-4-4-3, sigmoid outputs, and the binary cross-entropy of lesson 05: summed over the outputs, averaged over the examples. They all run, and all shapes are right. In four of them **one** of BP1 to BP4 is wrong; in the remaining one, the gradients are those of the right cost, but the cost is wrong.
#
# An unusual line is not a wrong line: there is more than one way to put a $\frac1m$. So don't start by reading. Ask the judge first, and read only to confirm.


# %% nbgrader={"grade_id": "given_line_up", "locked": true}
def lineup_example():
    """Params for the sizes 3-4-4-3, inputs X and labels Y of five examples."""
    rng = np.random.default_rng(0)
    sizes = pairwise([3, 4, 4, 3])
    params = [(rng.normal(0, 0.5, (n, p)), rng.normal(0, 0.5, (n, 1))) for p, n in sizes]
    return params, rng.normal(size=(3, 5)), rng.integers(0, 2, (3, 5)).astype(float)


def network_a(params, X, Y):
    """The hidden layers use tanh and tanh."""
    (W1, b1), (W2, b2), (W3, b3) = params
    A1 = np.tanh(W1 @ X + b1)
    A2 = np.tanh(W2 @ A1 + b2)
    A3 = sigmoid(W3 @ A2 + b3)
    cost = -(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)).sum(axis=0).mean()
    dZ3 = A3 - Y
    dZ2 = (W3.T @ dZ3) * (1 - A2**2)
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    grads = []
    for dZ, A_prev, b in ((dZ1, X, b1), (dZ2, A1, b2), (dZ3, A2, b3)):
        dW = np.einsum("ri,si->rs", dZ, A_prev) / X.shape[1]
        db = np.full_like(b, dZ.mean())
        grads.append((dW, db))
    return cost, grads


def network_b(params, X, Y):
    """The hidden layers use tanh and sigmoid."""
    A, kept = X, []
    for (W, b), g in zip(params, (np.tanh, sigmoid, sigmoid), strict=True):
        kept.append(A)
        A = g(W @ A + b)
    cost = -np.log(np.where(Y == 1, A, 1 - A)).sum() / Y.shape[1]
    dZ, grads = A - Y, []
    for (W, _), A_prev in zip(params[::-1], kept[::-1], strict=True):
        grads.insert(0, (dZ @ A_prev.T / Y.shape[1], dZ.mean(axis=1, keepdims=True)))
        dZ = (W.T @ dZ) * A_prev * (1 - A_prev)
    return cost, grads


def network_c(params, X, Y):
    """The hidden layers use sigmoid and sigmoid."""
    (W1, b1), (W2, b2), (W3, b3) = params
    Z1 = W1 @ X + b1
    Z2 = W2 @ sigmoid(Z1) + b2
    Z3 = W3 @ sigmoid(Z2) + b3
    cost = np.mean(np.logaddexp(0, Z3) - Y * Z3)
    D3 = (sigmoid(Z3) - Y) / Y.shape[1]
    D2 = (W3.T @ D3) * sigmoid(Z2) * sigmoid(-Z2)
    D1 = (W2.T @ D2) * sigmoid(Z1) * sigmoid(-Z1)
    came_in = (X, sigmoid(Z1), sigmoid(Z2))
    pairs = zip((D1, D2, D3), came_in, strict=True)
    return cost, [(D @ A.T, D.sum(axis=1, keepdims=True)) for D, A in pairs]


def network_d(params, X, Y):
    """The hidden layers use tanh and tanh."""
    A, layers = X, []
    for k, (W, b) in enumerate(params):
        layers.append((W, A))
        A = sigmoid(W @ A + b) if k == 2 else np.tanh(W @ A + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / len(Y.T)
    dZ, grads = A - Y, []
    while layers:
        W, A = layers.pop()
        grads.append(((A @ dZ.T).T / len(A), dZ.mean(axis=1)[:, None]))
        dZ = W.T @ dZ * (1 - A * A)
    return cost, grads[::-1]


def network_e(params, X, Y):
    """The hidden layers use sigmoid and tanh; inside, examples are rows."""
    (W1, b1), (W2, b2), (W3, b3) = params
    rows, labels, m = X.T, Y.T, X.shape[1]
    H1 = sigmoid(rows @ W1.T + b1.T)
    H2 = np.tanh(H1 @ W2.T + b2.T)
    out = sigmoid(H2 @ W3.T + b3.T)
    cost = -np.sum(labels * np.log(out) + (1 - labels) * np.log(1 - out)) / m
    D3 = (out - labels) / m
    D2 = (D3 @ W3) * (1 - H2 * H2)
    D1 = (D2 @ W2.T) * H1 * (1 - H1)
    pairs = ((D1, rows), (D2, H1), (D3, H2))
    return cost, [(D.T @ H, D.sum(axis=0)[:, None]) for D, H in pairs]


broken = {"A": network_a, "B": network_b, "C": network_c, "D": network_d, "E": network_e}

# %% [markdown]
# The reports of all five. **Before you run the cell:** what would you see for a wrong BP2? For a wrong cost?

# %%
weights, inputs, labels = lineup_example()
for name, program in broken.items():
    report(name, program, weights, inputs, labels)

# %% [markdown]
# Here is room for your own experiments; change the cell as you like. `db_ratios(program, params, X, Y, layer)` compares neuron by neuron; for one example with another label pass `inputs[:, [0]]` and a column of three labels. `broken["A"](params, X, Y)` gives the cost and the gradients.

# %%
program = broken["A"]
first, label = inputs[:, [0]], np.array([[1.0], [0.0], [0.0]])
print("ratios of layer 3:", db_ratios(program, weights, first, label, 3))
print("cost:", round(program(weights, inputs, labels)[0], 4))

# %% [markdown]
# ### Exercise: `suspects`
# For each of the five networks, name the equation it gets wrong: `"BP1"`, `"BP2"`, `"BP3"`, `"BP4"`, or `"cost"` if all gradients are those of the right cost, and the cost itself is wrong. Each name occurs once. A point for each network.
#
# <details><summary>Hint: a nudge</summary>
#
# Sort by the picture of the tracks first. Three of the five leave tracks that no other equation leaves. The remaining two leave the same.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# If everything is wrong, is it the cost? Make sure by hand, where that is easy: with all weights and biases 0, every output is ½. For the two with the same tracks, take one example and two different labels, and look at what happens to the ratio of each neuron of layer 1.
#
# </details>

# %% nbgrader={"grade_id": "suspects", "solution": true}
# The form: suspects = {"A": "BP…", "B": "BP…", "C": "…", "D": "…", "E": "…"}
### BEGIN SOLUTION
suspects = {"A": "BP2", "B": "BP4", "C": "cost", "D": "BP1", "E": "BP3"}
### END SOLUTION

# %% nbgrader={"grade_id": "check_suspects", "grade": true, "points": 0}
assert isinstance(suspects, dict), "`suspects` should be a dict, as in the form above."
assert set(suspects) == set(broken), f"The names are A to E; yours: {list(suspects)}."
for name, equation in suspects.items():
    known = str(equation).strip().lower() in ("bp1", "bp2", "bp3", "bp4", "cost")
    assert known, f"{name}: one of BP1, BP2, BP3, BP4, cost, in quotation marks; yours: {equation!r}."

# %% nbgrader={"grade_id": "grade_suspects", "grade": true, "points": 5}
# Your findings are graded here, a point for each network.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("11-gradient-checking", "suspects", suspects)
### END HIDDEN TESTS

# %% [markdown]
# ## 10. What a check costs
#
# Two runs of the network for each parameter, and with them:
#
# | network | parameters | runs for one check |
# | --- | --- | --- |
# | 2-3-1 | 13 | 26 |
# | 3-4-4-3, the line-up | 51 | 102 |
# | 64-30-10, the digits of lesson 13 | 2260 | 4520 |
# | a million parameters | 1 000 000 | 2 000 000 |
#
# Training needs a gradient at every step; a check at every step would make it thousands of times slower. It is not needed either. The equations in your program do not change while it trains, and they don't know the sizes: the **same code** runs the small network and the large one. So check it on a small network with a handful of examples, at random parameters, once after every change of the code, as a test. And again after a few steps of training, where the numbers are those of real life. Then **switch it off**.

# %% [markdown]
# For a large network there is a cheap version: move **all** parameters at once, along a random direction $v$. Moving along $v$ changes the cost by the sum of all slopes, each times its share of the move, so
#
# $$\frac{J(\theta + \varepsilon v) - J(\theta - \varepsilon v)}{2 \varepsilon} \approx \sum_j v_j \frac{\partial J}{\partial \theta_j}$$
#
# That takes two runs, whatever the number of parameters. It says that something is wrong, not where. **Before you run the cell:** will it catch all five networks of the line-up?

# %%
direction = np.random.default_rng(0).normal(size=51)
theta = flatten(weights)
for name, program in broken.items():

    def along(t, program=program):
        return program(unflatten(theta + t[0] * direction, [3, 4, 4, 3]), inputs, labels)[0]

    measured = numerical_gradient(along, np.zeros(1))[0]
    computed = flatten(program(weights, inputs, labels)[1]) @ direction
    print(f"{name}: measured {measured:7.4f}   computed {computed:7.4f}")

# %% [markdown]
# All five differ, by far more than measuring errors. A direction can be unlucky and hide a mistake, if the errors of the parameters cancel; two or three directions make that very unlikely.

# %% [markdown]
# ## 11. Questions
#
# **q1.** A backward pass forgets the $\frac1m$ of BP1, and only that. The check is run on $m = 3$ examples. Which relative error does it show for each $dW$? (A number.)
#
# **q2.** A ReLU network is checked at one point. One array has a relative error of $0.03$ with $\varepsilon = 10^{-5}$, and of $2 \cdot 10^{-9}$ with $\varepsilon = 10^{-7}$. All other arrays agree both times. What is it?
#
# - **a** a mistake in BP4: smaller steps hide it
# - **b** rounding: the larger step loses digits
# - **c** a kink: the larger step crosses it, the smaller one does not
# - **d** the curve bends: the error $\varepsilon^2$ of the central difference

# %% [markdown]
# **q3.** Somebody checks a network with sigmoid in all layers, several outputs and the binary cross-entropy, at a point where **all** weights and biases are 0. All arrays agree, and those of the last layer are not 0. Which of these mistakes may still be there?
#
# - **a** BP2 without its $\frac1m$
# - **b** BP3 with $W$ rearranged in a wrong way
# - **c** a cost that is half as large as it should be
# - **d** BP1 without its $\frac1m$

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": …a number…, "q2": "…a letter…", "q3": "…a letter…"}
### BEGIN SOLUTION
answers = {"q1": 0.5, "q2": "c", "q3": "b"}
### END SOLUTION

# %% nbgrader={"grade_id": "check_questions", "grade": true, "points": 0}
assert isinstance(answers, dict), "`answers` should be a dict, as in the form above."
assert set(answers) == {"q1", "q2", "q3"}, f"The names are q1 to q3; yours: {list(answers)}."
assert isinstance(answers["q1"], (int, float)), "q1 is a number, without quotation marks."
for q in ("q2", "q3"):
    assert str(answers[q]).strip().lower() in ("a", "b", "c", "d"), f"{q} is a letter from a to d."

# %% nbgrader={"grade_id": "grade_questions", "grade": true, "points": 3}
# Your answers are graded here.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("11-gradient-checking", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **Trusting a falling cost.** Wrong gradients often point downhill as well.
# - **`/ 2 * eps`.** It multiplies by $\varepsilon$. The width of the step needs brackets.
# - **Moving `theta` in place and forgetting to move it back.** Every later slope is measured at another point.
# - **A step that is too small.** At $10^{-12}$ you measure rounding. Around $10^{-5}$ is good for central differences with ordinary floats; with half as many digits (`float32`), this check isn't worth much.
# - **An absolute limit.** $10^{-6}$ is a small difference for a slope of 1, and a large one for a slope of $10^{-6}$.
# - **One number for the whole network.** A wrong $db$ hides behind many good weights. Look at each array.
# - **A kink taken for a mistake,** or a mistake taken for a kink. Change the point, change $\varepsilon$.
# - **A test network that can't show the mistake:** all weights 0, one output, one example (where $m = 1$, a forgotten $\frac1m$ is no mistake), square matrices, saturated neurons with slopes of nearly 0.
# - **The same mistake on both sides.** The judge runs your forward pass. If that is wrong, cost and gradients can agree perfectly, about the wrong network. Keep a few numbers worked by hand.
# - **Leaving the check on while training.**

# %% [markdown]
# ## Where this leads
#
# You can now prove that gradients are right, and find the line when they are not. From here on, what goes wrong in training is no longer a wrong gradient. It can still go wrong: you have met a starting point that hides mistakes, all weights 0. What happens if a network starts to train **there**? **Lesson 12** looks at the first numbers a network is given, before it has learned anything, and at how much depends on them.
