# %% [markdown]
# # 13 · Gradient descent: training a network
#
# Time: 60 minutes · Points: 17 · Builds on: 10 Backpropagation, 12 Initialization
#
# After this you can write the whole of training in about ten lines; say what the learning rate does to a step, and why there is a largest one; cut a data set into mini-batches without mixing up its labels; train a network that reads handwritten digits, and say honestly how well it reads them.

# %% [markdown]
# Lesson 10 computes gradients, and lesson 12 gives a network its first weights. Has anything been **learned** yet? In lesson 12 a few lines in a locked cell did it, without a word of explanation. This lesson is about those lines.
#
# Two jobs are easily mixed up, since they take turns:
#
# - **Backpropagation** answers a question: how steep is the cost here, along each weight and bias? It changes nothing.
# - An **optimizer** uses the answer: it takes a step. This lesson has the oldest one, **gradient descent**. Lesson 14 has eight others, and all of them use the same gradients.

# %% [markdown]
# ![A cycle of four boxes. X enters forward, which gives outputs A; cost compares them with Y and gives J; backward gives the gradients dW and db; update gives new W and b, which lead to forward again. A frame around forward, cost and backward says: where are we, and how steep is it? A frame around update says: optimizer, where do we go?](picture:cycle)
#
# *Training goes round and round this circle. Three boxes are old friends. Look for the only one that changes anything.*
#
# All that is needed from before is given in the next cells. In the exercises, write your code where it says `YOUR CODE HERE`, then run the check below it; `course check 13-gradient-descent` in a terminal runs the hidden tests as well.

# %% nbgrader={"grade_id": "given_activations", "locked": true}
from itertools import pairwise

import numpy as np

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals


def identity(z):
    return z


def sigmoid(z):
    return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


def relu(z):
    return np.maximum(z, 0.0)


def leaky_relu(z, slope=0.01):
    return np.where(z > 0, z, slope * z)


def softmax(Z):
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


ACTIVATIONS = {"identity": identity, "sigmoid": sigmoid, "tanh": np.tanh}
ACTIVATIONS |= {"relu": relu, "leaky_relu": leaky_relu, "softmax": softmax}
SLOPES = {  # g'(Z), entry by entry: lesson 03
    "identity": np.ones_like,
    "sigmoid": lambda z: sigmoid(z) * sigmoid(-z),
    "tanh": lambda z: 1.0 - np.tanh(z) ** 2,
    "relu": lambda z: np.where(z > 0, 1.0, 0.0),
    "leaky_relu": lambda z: np.where(z > 0, 1.0, 0.01),
}


# %% nbgrader={"grade_id": "given_costs", "locked": true}
def squared_error(A, Y):
    return np.sum((A - Y) ** 2) / (2 * A.shape[1])


def binary_cross_entropy(A, Y):
    A = np.clip(A, 1e-15, 1 - 1e-15)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / A.shape[1]


def categorical_cross_entropy(A, Y):
    return -np.sum(Y * np.log(np.maximum(A, 1e-15))) / A.shape[1]


COSTS = {  # by name: lesson 05
    "squared_error": squared_error,
    "binary_cross_entropy": binary_cross_entropy,
    "categorical_cross_entropy": categorical_cross_entropy,
}


# %% nbgrader={"grade_id": "given_network", "locked": true}
def forward(X, params, activations):
    """The last activation, and for every layer the pair (A_prev, Z): lesson 04."""
    A, caches = X, []
    for (W, b), name in zip(params, activations, strict=True):
        Z = W @ A + b
        caches.append((A, Z))
        A = ACTIVATIONS[name](Z)
    return A, caches


def backward(A_L, Y, params, caches, activations, cost):
    """The pairs (dW, db), first layer first: lesson 10.

    For the squared error with any output but softmax, the binary cross-entropy with sigmoid,
    and the categorical cross-entropy with softmax.
    """
    dZ, grads = A_L - Y, []
    if cost == "squared_error":
        dZ = dZ * SLOPES[activations[-1]](caches[-1][1])
    for k in range(len(params) - 1, -1, -1):
        A_prev, _ = caches[k]
        grads.append((dZ @ A_prev.T / dZ.shape[1], dZ.mean(axis=1, keepdims=True)))  # BP1, BP2
        if k > 0:
            dZ = (params[k][0].T @ dZ) * SLOPES[activations[k - 1]](caches[k - 1][1])  # BP3, BP4
    return grads[::-1]


def he_initialization(layer_sizes, rng):
    """Normal weights with variance 2 / n_prev, biases zero: lesson 12."""
    params = []
    for n_prev, n in pairwise(layer_sizes):
        W = rng.normal(0.0, np.sqrt(2 / n_prev), (n, n_prev))
        params.append((W, np.zeros((n, 1))))
    return params


# %% [markdown]
# ## 1. Downhill
#
# A workshop charges by the hour, and you want to know how much. Four jobs took two hours each, and cost 2, 4, 8 and 10. A single neuron without a bias predicts the price as $w x$, with $x$ in hours: $w$ is the price of an hour.
#
# The cost of a guess $w$ is the squared error of lesson 05, over the four examples:
#
# $$J(w) = \frac{1}{8} \left( (2w - 2)^2 + (2w - 4)^2 + (2w - 8)^2 + (2w - 10)^2 \right)$$
#
# Begin with $w = 0$. By BP1, with $dZ = A - Y = (-2, -4, -8, -10)$ and all inputs 2:
#
# $$dw = \frac14 \left( -2 - 4 - 8 - 10 \right) \cdot 2 = -12$$
#
# **What does −12 mean?** A little more $w$, and the cost falls 12 times as fast as $w$ rises. So $w$ should rise. Had it been $+12$, it should fall: the way down is **against** the sign of the slope.

# %% [markdown]
# The slope gives the direction. How far to go it does not say, so that is for us to choose: go a fixed small share of the slope. The share is called **learning rate**, $\eta$ (eta). With $\eta = 0.1$ the first step is $-0.1 \cdot (-12) = 1.2$:
#
# | step | $w$ | slope $dw$ | move $-\eta\, dw$ | cost $J(w)$ |
# | --- | --- | --- | --- | --- |
# | start | 0 | −12 | 1.2 | 23 |
# | 1 | 1.2 | −7.2 | 0.72 | 11.48 |
# | 2 | 1.92 | −4.32 | 0.432 | 7.333 |
# | 3 | 2.352 | −2.592 | 0.2592 | 5.840 |
# | 4 | 2.6112 | −1.5552 | 0.1555 | 5.302 |
#
# **Before you look at the picture:** $\eta$ is the same in every line. Why do the moves become smaller?

# %% [markdown]
# ![The cost J against w, a parabola with its lowest point at w = 3, J = 5. Five dots at w = 0, 1.2, 1.92, 2.352 and 2.611 go down its left side. At each of the first three a short tangent shows the slope: minus 12, minus 7.2, minus 4.32. Horizontal arrows from dot to dot become shorter.](picture:downhill)
#
# *At each dot the tangent is flatter than at the one before. An arrow is a tenth of the slope, so the arrows shorten by themselves: the valley brakes, not a rule of ours. Look also at the height of the lowest point.*
#
# The lowest cost is 5, not 0: no price of an hour fits all four jobs. Gradient descent goes to the best $w$ there is, 3, and no further.

# %% [markdown]
# In a network every weight and every bias takes such a step, all of them at the same moment, each by its own slope:
#
# $$W^{[l]} \leftarrow W^{[l]} - \eta\, dW^{[l]}, \qquad b^{[l]} \leftarrow b^{[l]} - \eta\, db^{[l]}$$
#
# That is the **update rule** of gradient descent. The shapes fit, since a gradient has the shape of what it belongs to. There is no $\frac1m$ in it: that is inside $dW$ and $db$ already.
#
# Why is "each against its own slope" the right direction for a step of many weights at once? For a short move, the cost changes by the sum of all slopes times their moves (the total derivative of lesson 06):
#
# | the line | the reason |
# | --- | --- |
# | change of $J \approx \sum_j \dfrac{\partial J}{\partial w_j} \cdot (\text{move of } w_j)$ | total derivative |
# | $\phantom{\text{change of } J} = \sum_j \dfrac{\partial J}{\partial w_j} \cdot \left( -\eta\, \dfrac{\partial J}{\partial w_j} \right)$ | each move is $-\eta$ times its slope |
# | $\phantom{\text{change of } J} = -\eta \sum_j \left( \dfrac{\partial J}{\partial w_j} \right)^2$ | collect |
#
# Squares are never negative, so the cost **falls**, as long as the moves are short and some slope is not 0.

# %% [markdown]
# ### Exercise: `update`
# One step of gradient descent for all layers, as a **new** list of pairs. In code, $\eta$ is `learning_rate`. The old `params` stay as they are: whoever called may still need them (lesson 10's section 7, old weights throughout).
#
# <details><summary>Hint: a nudge</summary>
#
# `params` and `grads` are lists of pairs of the same length. Which Python function walks through two lists side by side?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# For each layer, make a new $W$ from the old one and its $dW$, and a new $b$ from $b$ and $db$. Mind `W -= …`: for a NumPy array that writes into the caller's array. An expression such as `W - …` makes a new one.
#
# </details>


# %% nbgrader={"grade_id": "update", "solution": true}
def update(params, grads, learning_rate):
    """The params after one step of gradient descent.

    In:  params, a list of L pairs (W, b); grads, a list of L pairs (dW, db) of the same shapes;
         learning_rate, a float. Nothing is changed.
    Out: a new list of L pairs: W - learning_rate · dW, and b - learning_rate · db.

    Example: for params [(array([[2.]]), array([[0.]]))], grads [(array([[3.]]), array([[1.]]))]
    and learning_rate 0.1 it is [(array([[1.7]]), array([[-0.1]]))].
    """
    ### BEGIN SOLUTION
    pairs = zip(params, grads, strict=True)
    return [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in pairs]
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_update", "grade": true, "points": 1}
start = [(np.array([[2.0]]), np.array([[0.0]])), (np.array([[1.0], [5.0]]), np.array([[1.0], [1.0]]))]
slope = [(np.array([[3.0]]), np.array([[1.0]])), (np.array([[-2.0], [0.0]]), np.array([[0.0], [4.0]]))]
got = update(start, slope, 0.1)
assert got is not None, "update gave nothing (None). Is there a return line?"
assert len(got) == 2, f"Two layers, so two pairs (W, b); yours has {len(got)} entries."
assert start[0][0][0, 0] == 2.0, "The W that was passed has changed. Make a new array for the new W."
for number, (pair, (W, b)) in enumerate(zip(got, start, strict=True), start=1):
    assert len(pair) == 2, f"Layer {number} is a pair (W, b); yours has {len(pair)} parts."
    shapes = np.shape(pair[0]), np.shape(pair[1])
    assert shapes == (W.shape, b.shape), f"Layer {number}: {W.shape} and {b.shape}; yours: {shapes}."
assert np.isclose(got[0][0], 1.7).all(), f"Layer 1, W: 2 − 0.1 · 3 = 1.7; yours: {got[0][0]}."
assert np.isclose(got[0][1], -0.1).all(), f"Layer 1, b: 0 − 0.1 · 1 = −0.1; yours: {got[0][1]}."
want = [[1.2], [5.0]]
assert np.allclose(got[1][0], want), f"Layer 2, W: 1 − 0.1 · (−2) and 5 − 0.1 · 0; yours:\n{got[1][0]}"
want = [[1.0], [0.6]]
assert np.allclose(got[1][1], want), f"Layer 2, b: 1 − 0.1 · 0 and 1 − 0.1 · 4; yours:\n{got[1][1]}"

# %% nbgrader={"grade_id": "grade_update", "grade": true, "points": 1}
# Hidden tests for `update` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("13-gradient-descent", "update", update)
### END HIDDEN TESTS

# %% [markdown]
# ## 2. How long a step?
#
# Why not take $\eta$ as large as possible, and arrive sooner? The next cell takes eight steps in the valley of the workshop, from $w = 0$, with six learning rates. The lowest point is at $w = 3$. **Before you run the cell:** the slope at the start is −12. Where does $\eta = 0.25$ land after one step? And $\eta = 0.5$?

# %%
x, y = np.array([[2.0, 2.0, 2.0, 2.0]]), np.array([[2.0, 4.0, 8.0, 10.0]])
no_bias = np.array([[0.0]])

for eta in (0.01, 0.1, 0.25, 0.4, 0.5, 0.6):
    price, path = [(np.array([[0.0]]), no_bias)], []
    for _ in range(9):
        A, caches = forward(x, price, ["identity"])
        path.append(price[0][0].item())
        ((dW, _),) = backward(A, y, price, caches, ["identity"], "squared_error")
        price = update(price, [(dW, no_bias)], eta)  # the bias gets a slope of 0, so it stays 0
    print(f"eta {eta:4}  w:", "".join(f"{w:7.2f}" for w in path))

# %% [markdown]
# Six different journeys in the same valley: one creeps, one walks, one arrives at once, one jumps from side to side and gets there, one jumps for ever, one is thrown out. What decides? Write down what a step does to the **distance** from the lowest point, $w - 3$. First the slope, with the four terms of $J$:
#
# | | the line | the reason |
# | --- | --- | --- |
# | 1 | $dw = \frac14 \left( (2w - 2) + (2w - 4) + (2w - 8) + (2w - 10) \right) \cdot 2$ | BP1 |
# | 2 | $\phantom{dw} = \frac14 (8w - 24) \cdot 2 = 4 (w - 3)$ | add up, and take out 4 |
# | 3 | $w_{\text{new}} = w - \eta \cdot 4 (w - 3)$ | the update rule, line 2 |
# | 4 | $w_{\text{new}} - 3 = (w - 3) - 4 \eta\, (w - 3)$ | subtract 3 on both sides |
# | 5 | $w_{\text{new}} - 3 = (1 - 4 \eta) (w - 3)$ | take out $w - 3$ |
#
# So every step multiplies the distance by the same factor, $1 - 4 \eta$. For $\eta = 0.1$ it is 0.6: from a distance of $-3$ to $-1.8$, which is $w = 1.2$, as in the table.

# %% [markdown]
# Everything follows from that factor:
#
# | $\eta$ | factor $1 - 4\eta$ | what happens | distance after 10 steps |
# | --- | --- | --- | --- |
# | 0.01 | 0.96 | creeps | 1.99 |
# | 0.1 | 0.6 | converges | 0.018 |
# | 0.25 | 0 | arrives in one step | 0 |
# | 0.4 | −0.6 | changes sides, converges | 0.018 |
# | 0.5 | −1 | changes sides for ever | 3 |
# | 0.6 | −1.4 | diverges | 87 |
#
# ![Four parabolas side by side with the dots of a path on each. Eta 0.01: the dots hardly leave the start, labelled creeps. Eta 0.1: they go down the left side, labelled converges. Eta 0.4: they jump from side to side, lower each time, labelled oscillates. Eta 0.6: they jump from side to side, higher each time, and leave the picture, labelled diverges.](picture:rates)
#
# *The same valley four times. Look at the last two: in both, the first step goes past the lowest point. What is the difference between them?*

# %% [markdown]
# There is a **largest** learning rate, here 0.5: beyond it, the factor is below $-1$. It belongs to the 4 of line 2, $dw = 4 (w - 3)$, which says how fast the slope changes along the valley. This is called its **curvature**, and for one weight the rule is $\eta < 2 / \text{curvature}$.
#
# The 4 in turn is $2^2$, the square of the inputs. Had the time been given in minutes, $x = 120$, the curvature would be $120^2 = 14400$, and the largest learning rate 0.00014. So the scale of the inputs decides how large a step may be. Keep inputs near the size 1: this is why pixels are divided by the largest possible value.
#
# With two weights the valley can be steep along one and flat along the other. The steep one limits $\eta$, and along the flat one such a step creeps. This is the main weakness of gradient descent, and lesson 14 is about remedies.

# %% [markdown]
# The figure takes the steps on a surface of two parameters, $\theta_1$ and $\theta_2$ (theta, as in lesson 11), drawn with lines of equal height like a map. Leave it at all examples a step for now. Things to try:
#
# 1. The bowl, $J = \frac12 \theta_1^2 + \frac12 \theta_2^2$: its slopes are $\theta_1$ and $\theta_2$, so both curvatures are 1. Which $\eta$ arrives in one step? Which is the largest that converges?
# 2. The narrow valley, $J = \frac12 \theta_1^2 + 10\, \theta_2^2$: now the curvatures are 1 and 20. Predict the largest learning rate, then find it. Along which direction does the path jump, along which does it creep?
# 3. The surface with two minima. Move the start, and later the learning rate, until the path ends in the other minimum.

# %%
from course.figures import gradient_descent

gradient_descent.explore()

# %% [markdown]
# <details><summary>What you should have found</summary>
#
# 1. $\eta = 1$, where $1 - \eta \cdot 1 = 0$; and all $\eta$ below 2. In the bowl everything is as with one weight.
# 2. Below $2 / 20 = 0.1$. It jumps across the valley, where it is steep, and creeps along its floor, with a factor of $1 - 0.1 \cdot 1 = 0.9$. With a smaller $\eta$ the jumping ends, and the creeping gets worse.
# 3. Gradient descent feels the slope under its feet and nothing else. Where it ends depends on where it starts; a large step can carry it over a ridge.
#
# </details>
#
# In a network nobody can draw the surface. What can be watched is the cost: falling steadily, all is well; hardly moving, $\eta$ may be too small; jumping about or rising, it is too large. A usual search goes in factors of 3 or 10: 0.01, 0.03, 0.1, 0.3, 1.

# %% [markdown]
# ## 3. How many examples for one step?
#
# The slope of −12 was an average over four jobs. By itself each job has a slope of its own, $dw^{(i)} = (2w - y^{(i)}) \cdot 2$:
#
# | | job 1 | job 2 | job 3 | job 4 | average |
# | --- | --- | --- | --- | --- | --- |
# | $y$ | 2 | 4 | 8 | 10 | |
# | slope at $w = 0$ | −4 | −8 | −16 | −20 | −12 |
# | slope at $w = 3$ | 8 | 4 | −4 | −8 | 0 |
#
# Far from the best $w$ all four agree on the direction: any one of them would do, at a quarter of the work. **At** the best $w$ they disagree, and only the average knows that this is the place. So here is a choice: how many examples should be asked before a step is made?

# %% [markdown]
# | | examples for a step | steps per pass over $m$ examples |
# | --- | --- | --- |
# | (full) **batch** gradient descent | all $m$ | 1 |
# | **mini-batch** gradient descent | some, often 32 to 256 | $m$ / batch size, rounded up |
# | **stochastic** gradient descent (SGD) | 1 | $m$ |
#
# One pass over all examples is an **epoch**. An epoch costs about the same work in all three: every example goes forward and back once. (Many programs say SGD and mean mini-batches.)
#
# ![Three maps with lines of equal cost and the path of one epoch after another, six epochs in all, starting at the same point, with the lowest point marked by a cross. Left, batch, 6 steps: a smooth path that has come less than half of the way. Middle, mini-batches of 8, 24 steps: a slightly rough path that has come most of the way to the cross. Right, one example a step, 192 steps: a ragged path that reaches the cross early and keeps jumping about it.](picture:noise)
#
# *The same 32 examples, the same learning rate, the same work: six epochs. Compare how far each path has come, and how still it is where it ends.*

# %% [markdown]
# In the figure above you may now choose 10 examples a step, or one, and see the same.
#
# Small batches make many steps, each with a **noisy** slope: right on average, wrong by chance. They come near the lowest point early and don't stay there, as the slopes 8, 4, −4, −8 above would make them jump off $w = 3$. Large batches make few and steady steps. Mini-batches lie between, and there is a second reason for them: NumPy multiplies a matrix of 32 columns in much less time than 32 single columns.
#
# A batch should be a fair sample. If a file of pictures has all cats first, then all dogs, a mini-batch from its beginning knows nothing but cats. So the examples are **shuffled** before every epoch, then cut. The last batch may be short.
#
# ![Ten numbered columns of X with their labels in Y below. First row: in order, 1 to 10. Second row: shuffled, columns of X and labels of Y moved together, so that every number still stands above its own label. Third row: cut after the fourth and the eighth column into batches of 4, 4 and 2.](picture:epoch)
#
# *Ten examples, batch size 4. Follow example 7 from the first row to the last, with its label.*

# %% [markdown]
# One slip is easy here, and raises no error. **Before you run the cell:** it shuffles the columns of `X` and of `Y` separately. How many of the ten pairs will still be right, about?

# %%
rng = np.random.default_rng(0)
ten = np.arange(1, 11)  # each example is its own label
print("X:", rng.permutation(ten))
print("Y:", rng.permutation(ten))

# %% [markdown]
# One pair or none by chance: the network would be taught nonsense, and the cost would stop at a poor value. **One** order has to be drawn and used for both.
#
# ### Exercise: `minibatches`
# Shuffle the examples, then cut them into batches of `batch_size` columns. Every example is in exactly one batch; the last batch has what is left. If `batch_size` is larger than $m$, there is one batch with all examples.
#
# <details><summary>Hint: a nudge</summary>
#
# `rng.permutation(5)` gives the numbers 0 to 4 in a random order. What does `X[:, [4, 0, 2]]` give?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Draw one order of the numbers 0 to $m - 1$. Cut **the order** into pieces, and take the columns of $X$ and of $Y$ that each piece names. Python's slices end by themselves where the list ends, so the short last piece needs no care. Draw with the `rng` that is passed.
#
# </details>


# %% nbgrader={"grade_id": "minibatches", "solution": true}
def minibatches(X, Y, batch_size, rng):
    """The examples in a new random order, cut into batches.

    In:  X, shape (n_0, m), and Y, shape (n_L, m), one example per column; batch_size, a whole
         number from 1; rng, a NumPy generator. X and Y are not changed.
    Out: a list or a generator of pairs (X_b, Y_b), with batch_size columns each; the last pair may
         have fewer. Every example is in one pair, and each column of X_b is above its own label.

    Example: m = 10 and batch_size = 4 give three pairs, with 4, 4 and 2 columns.
    """
    ### BEGIN SOLUTION
    order = rng.permutation(X.shape[1])
    for first in range(0, len(order), batch_size):
        chosen = order[first : first + batch_size]
        yield X[:, chosen], Y[:, chosen]
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_minibatches", "grade": true, "points": 1}
inputs = np.array([np.arange(10.0), 10 + np.arange(10.0)])  # column i holds i and 10 + i
labels = np.arange(10.0).reshape(1, 10)  # the label of column i is i
got = minibatches(inputs, labels, 4, np.random.default_rng(0))
assert got is not None, "minibatches gave nothing (None). Is there a return or a yield?"
got = list(got)
for pair in got:
    assert len(pair) == 2, f"A batch is a pair (X_b, Y_b); yours has {len(pair)} parts."
    assert np.ndim(pair[0]) == 2, f"X_b is a matrix, 2 rows here; yours: shape {np.shape(pair[0])}."
sizes = [np.shape(X_b)[1] for X_b, _ in got]
assert sizes == [4, 4, 2], f"10 examples in batches of 4: 4, 4 and 2 columns; yours: {sizes}."
for X_b, Y_b in got:
    n = np.shape(X_b)[1]
    assert np.shape(X_b) == (2, n), f"X_b has the 2 rows of X; yours has shape {np.shape(X_b)}."
    assert np.shape(Y_b) == (1, n), f"Y_b has 1 row, {n} columns, like X_b; yours: {np.shape(Y_b)}."
    assert np.array_equal(X_b[0] + 10, X_b[1]), f"A column of X came apart:\n{X_b}"
    assert np.array_equal(X_b[0], Y_b[0]), f"Labels do not fit: X_b[0] {X_b[0]}, Y_b {Y_b[0]}."
seen = sorted(float(i) for X_b, _ in got for i in X_b[0])
assert seen == list(range(10)), f"Every example once; yours has the examples {seen}."
same = np.array_equal(inputs[0], np.arange(10)) and np.array_equal(labels[0], np.arange(10))
assert same, "X or Y, as they were passed, have changed. Leave them in their order."

many = np.arange(50.0).reshape(1, 50)


def order_of(rng):
    ((X_b, _),) = minibatches(many, many, 60, rng)
    return X_b[0]


rng = np.random.default_rng(0)
first, second = order_of(rng), order_of(rng)
assert not np.array_equal(first, many[0]), "The examples come in their old order. Shuffle them."
assert not np.array_equal(first, second), "Two epochs with one rng came in the same order."
assert np.array_equal(first, order_of(np.random.default_rng(0))), "Equal seeds give equal orders."

# %% nbgrader={"grade_id": "grade_minibatches", "grade": true, "points": 1}
# Hidden tests for `minibatches` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("13-gradient-descent", "minibatches", minibatches)
### END HIDDEN TESTS

# %% [markdown]
# ## 4. How many are right?
#
# The cost is what training makes small. What we want to know in the end is something else: on which **share** of the examples is the answer right? That is the **accuracy**, a number from 0 to 1.
#
# | | outputs for an example | the answer | the label |
# | --- | --- | --- | --- |
# | $K$ classes (softmax) | $(0.1,\ 0.7,\ 0.2)$ | the row with the largest: 1 | $(0, 1, 0)$: 1, right |
# | | $(0.4,\ 0.35,\ 0.25)$ | 0 | $(0, 1, 0)$: 1, wrong |
# | one output (sigmoid) | $0.8$ | above 0.5: yes | 1: yes, right |
# | | $0.45$ | no | 1: yes, wrong |
#
# Then why not train on the accuracy itself? It has steps where the cost has slopes. Move a weight a little, and nearly always no answer changes: the accuracy stays the same, and its derivative is 0. The two can even disagree for a while: an answer that was wrong by a hair and is now right by a hair changes the cost by next to nothing.

# %% [markdown]
# ### Exercise: `accuracy`
# The share of right answers. With several rows the answer is the row with the largest entry, in $A$ as in $Y$; with one row, whether it is above 0.5. Outputs of exactly 0.5, and columns with two largest entries, don't come up in the tests.
#
# <details><summary>Hint: a nudge</summary>
#
# With a single row the largest entry of a column is always in row 0, whatever it is: that case needs its own line. In which direction of the matrix do the classes lie?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# `argmax` with an axis says for each column in which row the largest entry is. Compare the answers with the labels: that gives one `True` or `False` per example, and the mean of these is the share of `True`.
#
# </details>


# %% nbgrader={"grade_id": "accuracy", "solution": true}
def accuracy(A, Y):
    """The share of examples that are answered right.

    In:  A, the outputs, and Y, the labels, both of shape (K, m): K rows, one for each class, with
         Y one-hot; or a single row, where above 0.5 means yes.
    Out: a float from 0 to 1.

    Example: accuracy(np.array([[0.8, 0.45]]), np.array([[1.0, 1.0]])) is 0.5.
    """
    ### BEGIN SOLUTION
    if A.shape[0] == 1:
        return float(np.mean((A > 0.5) == (Y > 0.5)))
    return float(np.mean(A.argmax(axis=0) == Y.argmax(axis=0)))
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_accuracy", "grade": true, "points": 1}
outputs = np.array([[0.1, 0.4, 0.3, 0.8], [0.7, 0.35, 0.3, 0.1], [0.2, 0.25, 0.4, 0.1]])
labels = np.array([[0.0, 0.0, 0.0, 1.0], [1.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0]])
got = accuracy(outputs, labels)
assert got is not None, "accuracy gave nothing (None). Is there a return line?"
assert np.shape(got) == (), f"One number; yours has shape {np.shape(got)}."
assert np.isclose(got, 0.75), f"Answers 1, 0, 2, 0, labels 1, 1, 2, 0: 3 of 4, 0.75; yours: {got}."
one_row = np.array([[0.8, 0.45, 0.2, 0.6, 0.1]]), np.array([[1.0, 1.0, 0.0, 0.0, 0.0]])
got = accuracy(*one_row)
assert np.isclose(got, 0.6), f"yes no no yes no, labels yes yes no no no: 3 of 5; yours: {got}."

# %% nbgrader={"grade_id": "grade_accuracy", "grade": true, "points": 1}
# Hidden tests for `accuracy` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("13-gradient-descent", "accuracy", accuracy)
### END HIDDEN TESTS

# %% [markdown]
# ## 5. The whole of it
#
# | | the line | what for |
# | --- | --- | --- |
# | 1 | for each epoch: | |
# | 2 | $\quad$ for each mini-batch of a new shuffle: | section 3 |
# | 3 | $\qquad$ forward with the **current** parameters; keep the caches | lesson 04 |
# | 4 | $\qquad$ backward: the gradients of this mini-batch | lesson 10 |
# | 5 | $\qquad$ update: from now on, the new parameters | section 1 |
# | 6 | $\quad$ the cost over **all** examples, into the history | to watch |
#
# Take the workshop once more, this time with a bias, $\eta = 0.1$, and all four jobs in one batch. From $w = b = 0$: $dZ = (-2, -4, -8, -10)$, so $dw = -12$ as before and $db = -6$. After the first epoch $w = 1.2$, $b = 0.6$, every job is predicted at $2 \cdot 1.2 + 0.6 = 3$, and the cost is $\frac18 (1 + 1 + 25 + 49) = 9.5$. After the second one $w = 1.8$, $b = 0.9$, every job is predicted at 4.5, and the cost is 6.125. The history is `[9.5, 6.125]`.

# %% [markdown]
# Line 6 asks for one forward pass more over everything, after the last update of the epoch. Why not take the costs that come up on the way, in line 3? They belong to different parameters, each to those before its own update, and to different examples.
#
# ### Exercise: `train`
# The six lines. Use `forward`, `backward`, `COSTS`, and your `minibatches` and `update`, or write your own. The batches are drawn with the `rng` that is passed, anew in each epoch. (4 points)
#
# <details><summary>Hint: a nudge</summary>
#
# Two loops, one inside the other. Which lines belong to the inner one, and which only to the outer one? Which variable has to carry what was learned from one batch to the next?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# In the inner loop: forward on `X_b`, backward with `Y_b` and the caches of that very forward pass, then `params` becomes what `update` gives back. After the inner loop, one forward pass on all of `X`, and its cost goes into the list. The name `params` may be given a new list; the arrays in the old one are not written into.
#
# </details>


# %% nbgrader={"grade_id": "train", "solution": true}
def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):
    """Train a network with mini-batch gradient descent.

    In:  X, shape (n_0, m), and Y, shape (n_L, m), one example per column; params, a list of L pairs
         (W, b) to start from; activations, a list of L names, keys of ACTIVATIONS; cost, a key of
         COSTS; learning_rate, a float; epochs and batch_size, whole numbers from 1; rng, a NumPy
         generator, for the order of the examples. Nothing that is passed is changed, but rng.
    Out: (params, history): the trained params, a list of L pairs (W, b), and a list of `epochs`
         floats, the cost over all examples after each epoch.

    Example: one identity neuron, w = b = 0, X = [[2, 2, 2, 2]], Y = [[2, 4, 8, 10]], squared error,
    learning_rate 0.1, 2 epochs, batch_size 4: w is 1.8, b is 0.9, and history is [9.5, 6.125].
    """
    ### BEGIN SOLUTION
    history = []
    for _ in range(epochs):
        for X_b, Y_b in minibatches(X, Y, batch_size, rng):
            A_L, caches = forward(X_b, params, activations)
            grads = backward(A_L, Y_b, params, caches, activations, cost)
            params = update(params, grads, learning_rate)
        A_L, _ = forward(X, params, activations)
        history.append(float(COSTS[cost](A_L, Y)))
    return params, history
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_train", "grade": true, "points": 1}
inputs, labels = np.array([[2.0, 2.0, 2.0, 2.0]]), np.array([[2.0, 4.0, 8.0, 10.0]])
start, one = [(np.array([[0.0]]), np.array([[0.0]]))], ["identity"]
rng = np.random.default_rng(0)
got = train(inputs, labels, start, one, "squared_error", 0.1, 2, 4, rng)
assert got is not None, "train gave nothing (None). Is there a return line?"
assert len(got) == 2, f"Two things come back, params and history; yours gave {len(got)}."
trained, history = got
assert len(history) == 2, f"2 epochs, so 2 costs in history; yours has {len(history)}."
assert np.isclose(history[0], 9.5), f"The cost after epoch 1 is 9.5; yours: {history[0]}."
assert np.isclose(history[1], 6.125), f"The cost after epoch 2 is 6.125; yours: {history[1]}."
assert np.allclose(trained[0][0], 1.8), f"w after 2 epochs is 1.8; yours: {trained[0][0]}."
assert np.allclose(trained[0][1], 0.9), f"b after 2 epochs is 0.9; yours: {trained[0][1]}."
assert start[0][0][0, 0] == 0.0, "The W that was passed has changed. Let `update` make new arrays."
trained, history = train(inputs, labels, start, one, "squared_error", 0.01, 5, 3, rng)  # 3 and 1
assert len(history) == 5, f"5 epochs, so 5 costs in history; yours has {len(history)}."
want = squared_error(forward(inputs, trained, one)[0], labels)
why = "is the cost over all 4 jobs, with the params that come back"
assert np.isclose(history[-1], want), f"The last cost {why}, {want:.4f}; yours: {history[-1]:.4f}."

# %% nbgrader={"grade_id": "grade_train", "grade": true, "points": 3}
# Hidden tests for `train` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("13-gradient-descent", "train", train)
### END HIDDEN TESTS

# %% [markdown]
# ## 6. XOR, learned
#
# In lesson 01 you built XOR by hand from three gates, with two hidden neurons; in lesson 12 a given `train` learned it with three. Can yours find it with **two**? A 2-2-1 network, tanh in the hidden layer and the sigmoid at the output, starts from random weights, all four examples in one batch, $\eta = 1$, a thousand epochs.
#
# **Before you run the cell:** it is trained twice, with two different starts. Will both end in the same place?

# %%
X_xor = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
Y_xor = np.array([[0.0, 1.0, 1.0, 0.0]])
layers = ["tanh", "sigmoid"]


def learn_xor(hidden, seed):
    """A 2-hidden-1 network after 1,000 epochs, and its history."""
    rng = np.random.default_rng(seed)
    start = he_initialization([2, hidden, 1], rng)
    return train(X_xor, Y_xor, start, layers, "binary_cross_entropy", 1.0, 1_000, 4, rng)


print("labels           ", Y_xor)
for seed in (2, 0):
    trained, history = learn_xor(2, seed)
    outputs, _ = forward(X_xor, trained, layers)
    costs = ", ".join(f"{history[epoch - 1]:.3f}" for epoch in (1, 10, 100, 1_000))
    print(f"seed {seed}: outputs  {outputs.round(2)}  cost after 1, 10, 100, 1000 epochs: {costs}")

# %% [markdown]
# With seed 2 the network has found XOR by itself. With seed 0 it is **stuck**: two examples are right, and the other two get 0.5. Its cost says the same: two losses near 0, and two of $-\log 0.5 = 0.693$, make an average of 0.347.
#
# Its program is right, and so are its gradients. **Before you run the cell:** it prints what the two hidden neurons give for each of the four examples. Compare the last two columns.

# %%
(W1, b1), _ = trained  # the network with seed 0
print("hidden layer, seed 0:")
print(np.tanh(W1 @ X_xor + b1))

# %% [markdown]
# For the last two examples both hidden neurons say 1, to three digits. The output neuron cannot tell these two apart, and the best answer to both is 0.5. To part them, a hidden neuron would have to leave the flat end of its tanh, where the slope is next to 0 (lesson 02's saturation): by BP4 its weights hear next to nothing. It does move, too little to matter.
#
# Gradient descent feels the slope where it stands. It can't see that a better place exists. What helps? Another start, or more neurons: then it is less likely that all of them are badly placed. **Before you run the cell:** of ten starts, how many will a hidden layer of 2 learn, and how many one of 3?

# %%
for hidden in (2, 3):
    final = [learn_xor(hidden, seed)[1][-1] for seed in range(10)]
    learned = sum(cost < 0.05 for cost in final)
    print(f"2-{hidden}-1: learned in {learned} of 10 starts")

# %% [markdown]
# ## 7. Mazur's network, ten thousand times
#
# Lesson 10 took one step with Mazur's 2-2-2 network, and all eight weights agreed with his article. The error after that step did not: 0.291027924 in print, 0.291027774 by correct arithmetic. Then the article repeats the step 10,000 times, with $\eta = 0.5$ and the biases kept, and prints the error and the two outputs.
#
# The next cell does it twice. Once correctly, with your `update`, and once with the slip that we suspected: $W^{[2]}$ is updated first, and BP3 on its way back to layer 1 reads the **new** $W^{[2]}$. **Before you run the cell:** the targets are 0.01 and 0.99. After so many steps, will a wrong factor in BP3 still be visible?

# %%
x, target = np.array([[0.05], [0.10]]), np.array([[0.01], [0.99]])
W1, b1 = np.array([[0.15, 0.20], [0.25, 0.30]]), np.full((2, 1), 0.35)
W2, b2 = np.array([[0.40, 0.45], [0.50, 0.55]]), np.full((2, 1), 0.60)
layers = ["sigmoid", "sigmoid"]


def mazur_step(params, slip):
    """The params after one step; with the slip, BP3 reads a W2 that is updated already."""
    out, caches = forward(x, params, layers)
    grads = backward(out, target, params, caches, layers, "squared_error")
    if slip:
        too_new = [params[0], (params[1][0] - 0.5 * grads[1][0], b2)]
        grads[0] = backward(out, target, too_new, caches, layers, "squared_error")[0]
    kept = [(dW, np.zeros_like(db)) for dW, db in grads]  # a slope of 0 leaves a bias as it is
    return update(params, kept, 0.5)


def report(text, params):
    out, _ = forward(x, params, layers)
    print(f"{text:16} {squared_error(out, target):.10f}  {out[0, 0]:.9f}  {out[1, 0]:.9f}")


print("step             error         output 1     output 2")
print("10,000, printed  0.0000351085  0.015912196  0.984065734")
for name, slip in (("correct", False), ("slip", True)):
    params = [(W1, b1), (W2, b2)]
    for step in range(1, 10_001):
        params = mazur_step(params, slip)
        if step >= 9_999:
            report(f"{step:6,}, {name}", params)

# %% [markdown]
# The network learns with the slip as without it: you see why nobody noticed. Now read the nine digits of the outputs, line by line. The printed **outputs**, 0.015912196 and 0.984065734, are those of the slip after 10,000 steps, in every digit. Correct arithmetic gives 0.015913620 and 0.984064274.
#
# The printed **error** is a puzzle of its own. By correct arithmetic it is 0.0000351019, and with the slip 0.0000350848, which is also what the printed outputs give when one puts them into the formula. The printed 0.0000351085 is neither. There is one line that has it: the correct network, one step **earlier**.
#
# What can honestly be said? The error in print does not belong to the outputs in print. A likely story: the two come from different versions of a program, and one of them took the error before its last update, as a loop does that first measures and then steps. That is a guess. What we know is what correct arithmetic gives: 0.0000351019.

# %% [markdown]
# ## 8. Handwritten digits
#
# Now something that nobody could program by hand. The course brings 1,797 small pictures of handwritten digits: 8 × 8 pixels, each from 0 (white) to 16 (black), divided by 16. Row by row, the pixels of a picture make a column of 64 numbers.
#
# ![Left, a handwritten 2 enlarged, with its 64 pixel values from 0 to 16 written in. An arrow leads to a column of 64 entries, x, whose first entries are the pixels of the top row divided by 16. Right, twenty more pictures, two of each digit from 0 to 9, rather blurred and of different shapes.](picture:images)
#
# *This is all that the network sees: 64 numbers. Look at the twenty on the right: which pictures would you yourself be unsure about?*
#
# (Source: E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, 1998, doi 10.24432/C50P49, licence CC BY 4.0.)

# %% nbgrader={"grade_id": "given_digits", "locked": true}
from course.data import digits

X_train, Y_train, X_test, Y_test = digits.load()

# %%
print("to learn from:", X_train.shape, Y_train.shape)
print("to test with: ", X_test.shape, Y_test.shape)
print("label of the first:", Y_train[:, 0], "which is a", Y_train[:, 0].argmax())

# %% [markdown]
# Why two parts? A network could learn its examples by heart, like the answers to last year's exam, and be helpless with any other. So some examples are kept away from training, here every fifth, and used once it is over: the **test set**. The accuracy there is an honest estimate for digits of the same kind that nobody has seen yet. An honest one as long as it is not used for choosing. Whoever tries a hundred networks and keeps the best **on the test set** has trained on it, by hand. Those who choose much split off a third part for it, a **validation set**.
#
# **Which network?** Two sizes are given by the task, the rest is for you to choose:
#
# - inputs: the features of an example, here 64 pixels;
# - outputs: the classes, here 10, with softmax and the categorical cross-entropy;
# - hidden layers: start with **one**. If that is not enough, make it wider, then try a second one of equal size. ReLU with He's weights is a good first choice.
#
# With 30 hidden neurons, the network of lesson 11's table, there are $64 \cdot 30 + 30 + 30 \cdot 10 + 10 = 2260$ parameters.

# %% [markdown]
# Training takes a second or two: time enough to watch. The next cell calls your `train` for one epoch at a time, and adds a point to a curve after each. Look for the line with `params` on both sides of the `=`: that way, each epoch begins where the one before it ended.

# %% nbgrader={"grade_id": "given_watching", "locked": true}
from course.figures import gradient_descent


def train_and_watch(params, activations, learning_rate, epochs, batch_size, rng):
    """Train on the digits, with a curve that grows after each epoch, and return the trained params."""
    curve, cost = gradient_descent.live(epochs), "categorical_cross_entropy"
    settings = (activations, cost, learning_rate, 1, batch_size, rng)  # 1: one epoch at a time
    for _epoch in range(epochs):
        params, history = train(X_train, Y_train, params, *settings)
        A, _ = forward(X_train, params, activations)
        curve.add(history[-1], accuracy(A, Y_train))
    return params


# %% [markdown]
# ### Exercise: `digits_params`
# Train a network on `X_train` and `Y_train`, with `train_and_watch` or with a loop of your own, and leave its parameters in `digits_params`. The sizes are yours, from 64 inputs to 10 outputs; softmax at the output; the same activation in all hidden layers, "relu", "tanh", "sigmoid", "leaky_relu" or "identity" (the tests find out which). **4 points for at least 95 % on the test set, 2 for at least 90 %.** The cell may take half a minute.
#
# <details><summary>Hint: a nudge</summary>
#
# Three things have to be made before the training can begin: an rng, the first weights, and the list of activations, one name for each layer. Which given function makes the weights, and what does it need to know?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# He's weights for a network with one hidden layer of 20 to 60 neurons, mini-batches of about 32, some 30 epochs. For the learning rate, go in steps of about 3, from 0.01 upwards, and look at the curve: flat is too small, jumping about is too large. A cost that stays at 2.3 is that of guessing, $-\log 0.1$.
#
# </details>

# %% nbgrader={"grade_id": "digits_params", "solution": true}
# The form: digits_params = [(W1, b1), …, (WL, bL)], W1 with 64 columns, WL with 10 rows
### BEGIN SOLUTION
chance = np.random.default_rng(0)
start = he_initialization([64, 30, 10], chance)
digits_params = train_and_watch(start, ["relu", "softmax"], 0.5, 30, 32, chance)
### END SOLUTION

# %% nbgrader={"grade_id": "check_digits_params", "grade": true, "points": 0}
assert len(digits_params) > 0, "digits_params is empty: a pair (W, b) for each layer."
n_prev = 64
for number, pair in enumerate(digits_params, start=1):
    assert len(pair) == 2, f"Layer {number} is a pair (W, b); yours has {len(pair)} parts."
    W, b = np.asarray(pair[0]), np.asarray(pair[1])
    assert W.ndim == 2, f"W of layer {number} is a matrix; yours has the shape {W.shape}."
    assert W.shape[1] == n_prev, f"W of layer {number}: {n_prev} columns; yours: {W.shape}."
    assert b.shape == (len(W), 1), f"b of layer {number}: {(len(W), 1)}; yours: {b.shape}."
    finite = np.isfinite(W).all() and np.isfinite(b).all()
    assert finite, f"Layer {number} has numbers that are nan or infinite. Is the learning rate too large?"
    n_prev = len(W)
assert n_prev == 10, f"The last layer has 10 neurons, one for each digit; yours has {n_prev}."

# %% nbgrader={"grade_id": "grade_digits_params", "grade": true, "points": 4}
# The accuracy of `digits_params` on the test set is measured here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("13-gradient-descent", "digits_params", digits_params)
### END HIDDEN TESTS

# %% [markdown]
# Open the exam. The next cell reads your network with ReLU in its hidden layers; **change `HIDDEN` if you chose another activation.** **Before you run it:** will the test accuracy be above the training accuracy, below it, or the same?

# %%
HIDDEN = "relu"

names = [HIDDEN] * (len(digits_params) - 1) + ["softmax"]
on_train, _ = forward(X_train, digits_params, names)
on_test, _ = forward(X_test, digits_params, names)
print(f"training: {accuracy(on_train, Y_train):.1%} right")
print(f"test:     {accuracy(on_test, Y_test):.1%} right, of {Y_test.shape[1]} digits")

# %% [markdown]
# Below, and it nearly always is. About 97 % of digits that it has never seen, from 2,260 numbers that began as chance. (One of 359 digits is 0.28 %, so do not make much of half a per cent: another seed moves it by as much.)
#
# A number says how many are wrong; looking at them says why. **Before you run the cell:** which two digits would you expect to be mixed up?

# %%
import matplotlib.pyplot as plt

from course.figures import show

said, meant = on_test.argmax(axis=0), Y_test.argmax(axis=0)
wrong = np.flatnonzero(said != meant)[:12]
figure, axes = plt.subplots(2, 6, figsize=(7, 3.1), layout="constrained")
for panel in axes.flat:
    panel.axis("off")
for panel, i in zip(axes.flat, wrong, strict=False):
    panel.imshow(X_test[:, i].reshape(8, 8), cmap="Greys", vmin=0, vmax=1)
    panel.set_title(f"{meant[i]} read as {said[i]}", fontsize=10)
mistakes = ", ".join(f"{meant[i]} read as {said[i]}" for i in wrong)
show(figure, alt=f"Test digits that the network misread: {mistakes}.")

# %% [markdown]
# Some of these you would misread too. Others are plain to you: the network has learned what was enough for its examples, and that is not the same as knowing what a digit is.
#
# ## 9. By heart, or understood?
#
# The gap between training and test has a name, **overfitting**: part of what was learned is true of these examples only. It depends most of all on how many examples there are. The next cell trains the same network on the first 50, 100, 200, 400 and on all 1,438. **Before you run it:** what will the training accuracy be with 50 examples, and what the test accuracy?

# %%
layers = ["relu", "softmax"]


def learn_digits(X, Y, X_new, Y_new):
    """The accuracy on what was trained on, and on new digits, after 30 epochs."""
    rng = np.random.default_rng(0)
    start = he_initialization([64, 30, 10], rng)
    cost = "categorical_cross_entropy"
    trained, _ = train(X, Y, start, layers, cost, 0.5, 30, 32, rng)
    return [accuracy(forward(A, trained, layers)[0], B) for A, B in ((X, Y), (X_new, Y_new))]


for m in (50, 100, 200, 400, 1_438):
    known, new_digits = learn_digits(X_train[:, :m], Y_train[:, :m], X_test, Y_test)
    print(f"{m:5,} examples: training {known:6.1%}   test {new_digits:6.1%}")

# %% [markdown]
# With 2,260 parameters and 50 examples, all of them are learned, and more than a quarter of the new ones are wrong: who looks only at the left column sees no difference between the first line and the last. More examples are the best remedy. Others are smaller networks, stopping earlier, and costs that punish large weights; they are beyond this course.
#
# One more honest question. The images were written by 13 people. It seems that those of one writer stand together in the file (it does not name them). Every **fifth** was kept for the test: so the network has trained on digits **by the same hands** that wrote the test. How well does it read a stranger? The next cell puts the file back into its order, and keeps the last 360 for the test. **Before you run it:** your bet?

# %%
n = X_train.shape[1] + X_test.shape[1]
fifth = np.arange(n) % 5 == 4  # every fifth image of the file is a test image
X_file, Y_file = np.empty((64, n)), np.empty((10, n))
X_file[:, fifth], X_file[:, ~fifth] = X_test, X_train
Y_file[:, fifth], Y_file[:, ~fifth] = Y_test, Y_train

old, new = slice(0, n - 360), slice(n - 360, n)
_, stranger = learn_digits(X_file[:, old], Y_file[:, old], X_file[:, new], Y_file[:, new])
print(f"every fifth kept:  test {new_digits:.1%}")
print(f"last 360 kept:     test {stranger:.1%}")

# %% [markdown]
# Of a hundred digits about five more are wrong, with the same network and as many examples. Neither number is a mistake: they answer different questions. "How well does it read more from these people?" About 97 %. "How well does it read somebody new?" A little over 90 %. Before believing an accuracy, ask how the test set was chosen.

# %% [markdown]
# ## 10. What convergence depends on
#
# Last, let things fail on purpose. The next cell trains for five epochs, and changes **one** thing at a time. A cost of 2.303 is that of guessing. **Before you run it:** which of these networks will still be guessing after them?


# %%
def try_digits(sizes=(64, 30, 10), learning_rate=0.5, batch_size=32, scale=1.0, weights=1.0):
    """The training cost and the training accuracy after five epochs."""
    rng = np.random.default_rng(0)
    start = [(weights * W, b) for W, b in he_initialization(sizes, rng)]
    names = ["relu"] * (len(sizes) - 2) + ["softmax"]
    X, cost = scale * X_train, "categorical_cross_entropy"
    trained, history = train(X, Y_train, start, names, cost, learning_rate, 5, batch_size, rng)
    return history[-1], accuracy(forward(X, trained, names)[0], Y_train)


deep = (64, *[30] * 12, 10)  # 12 hidden layers of 30 neurons
changes = {
    "as above": {},
    "learning rate 0.005": {"learning_rate": 0.005},
    "learning rate 5": {"learning_rate": 5.0},
    "one batch of all examples": {"batch_size": 1_438},
    "all weights 0": {"weights": 0.0},
    "pixels from 0 to 16": {"scale": 16.0},
    "no hidden layer": {"sizes": (64, 10)},
    "12 hidden layers": {"sizes": deep},
    "12 hidden layers, rate 0.05": {"sizes": deep, "learning_rate": 0.05},
}
for text, change in changes.items():
    cost, share = try_digits(**change)
    print(f"{text:28} cost {cost:.3f}   training accuracy {share:4.0%}")

# %% [markdown]
# | | what happened | remedy |
# | --- | --- | --- |
# | **learning rate** | 0.005 creeps; 5 throws all 30 ReLU neurons to where they are 0 on every example, with a slope of 0, and they never come back (lesson 02's dying ReLU) | search in factors of 3 |
# | **batch size** | one step an epoch: five steps in all, against 225 | mini-batches |
# | **initialization** | zeros: only the last biases learn, as in lesson 12 | He, Xavier |
# | **data** | pixels 16 times as large multiply the curvature in layer 1 by $16^2$: the same $\eta$ is far too large, and the neurons die again | scale the inputs |
# | **architecture** | without a hidden layer it works, and stays behind; with twelve, $\eta = 0.5$ is too large, and 0.05 is not | start with one hidden layer |
# | **optimizer** | the same in all lines: plain gradient descent | lesson 14 |
#
# They depend on each other: the deep network was not wrong, its learning rate was. So when training fails, change one thing at a time, and begin with the learning rate.

# %% [markdown]
# ## 11. Questions
#
# **q1.** 1,438 examples are trained on in mini-batches of 32, for 30 epochs, and the last batch of an epoch is kept though it is short. How many updates are made in all?
#
# **q2.** Which of these changes needs a change in `backward`?
#
# - **a** mini-batches of 8 in place of 32
# - **b** a learning rate that becomes smaller from epoch to epoch
# - **c** a step to which nine tenths of the step before is added
# - **d** a new activation function in the hidden layer

# %% [markdown]
# **q3.** A network gets 100 of its 100 training digits right, and 78 % of the test digits. What explains it best?
#
# - **a** the learning rate is too large
# - **b** it was trained for too few epochs
# - **c** it has learned its 100 examples, and 100 examples don't tell enough about all others
# - **d** the test digits should have been part of the training

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": …a number…, "q2": "…a letter…", "q3": "…a letter…"}
### BEGIN SOLUTION
answers = {"q1": 1350, "q2": "d", "q3": "c"}
### END SOLUTION

# %% nbgrader={"grade_id": "check_questions", "grade": true, "points": 0}
assert isinstance(answers, dict), "`answers` should be a dict, as in the form above."
assert set(answers) == {"q1", "q2", "q3"}, f"The names are q1, q2 and q3; yours are {list(answers)}."
for q in ("q2", "q3"):
    assert str(answers[q]).strip().lower() in ("a", "b", "c", "d"), f"{q} is a letter from a to d."
assert isinstance(answers["q1"], (int, float)), "q1 is a number, without quotation marks."

# %% nbgrader={"grade_id": "grade_questions", "grade": true, "points": 3}
# Your answers are graded here.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("13-gradient-descent", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **A plus for the minus.** The cost rises from the first step. The way down is against the slope.
# - **$\frac1m$ once more in the update.** It is in $dW$ already; the steps become $m$ times too short.
# - **`W -= …` in `update`.** It writes into the caller's array, and into every list that holds it.
# - **$X$ shuffled without $Y$.** No error; the network is taught nonsense, and the cost stops at a poor value.
# - **The last, short batch dropped.** In each epoch some examples are not looked at, and with few examples that is a large part.
# - **A new rng in every epoch, with the same seed.** Then the order is the same in each of them.
# - **Caches from before the update.** Each batch needs its own forward pass, with the current parameters.
# - **Only the last batch's cost in the history.** It jumps about, and belongs to a few examples.
# - **Percents for shares.** An accuracy of 97 is a hundred times too good.
# - **Choosing by the test set.** Whatever is tuned on it has learned from it, and its number no longer says how the network does on something new.

# %% [markdown]
# ## Where this leads
#
# You have trained a network that reads handwriting, and every line of it is yours, or was taken apart in an earlier lesson. The step itself was the simplest there is: the same $\eta$ in every direction, and no memory of the step before. In the narrow valley of section 2 you saw where that hurts. **Lesson 14** keeps the gradients as they are and replaces the step: eight optimizers, and a race between them.
