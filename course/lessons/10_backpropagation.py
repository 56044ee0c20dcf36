# %% [markdown]
# # 10 · Backpropagation, assembled
#
# Time: 60 minutes · Points: 16 · Builds on: 06 to 09, BP1 to BP4
#
# After this you can write backpropagation for a network of any depth, with any of the course's activations and costs; say why its lines stand in the order they do, and what it saves; prove with finite differences that yours is right; and name, from what the numbers look like, the mistakes that make it wrong.

# %% [markdown]
# Lessons 06 to 09 gave four equations, and each was checked by itself. Layers are counted from 1 to $L$, and the inputs are layer 0:
#
# | | equation | in words |
# | --- | --- | --- |
# | BP1 | $dW^{[l]} = \frac1m\, dZ^{[l]} A^{[l-1]T}$ | a weight hears what its neuron hears, times what came in |
# | BP2 | $db^{[l]} = \frac1m \sum_i dZ^{[l](i)}$ | a bias hears what its neuron hears |
# | BP3 | $dA^{[l-1]} = W^{[l]T} dZ^{[l]}$ | a neuron hears from everything it feeds |
# | BP4 | $dZ^{[l]} = dA^{[l]} * g'(Z^{[l]})$ | what is heard passes through the activation |
#
# $dZ$ and $dA$ belong to the loss of **one example**, a column for each; $dW$ and $db$ belong to the **cost**, the average over all examples. Everything these equations stand on is given in the next cells; run them, and spend your time on what is new: the **order**.

# %% nbgrader={"grade_id": "given_setup", "locked": true}
from itertools import pairwise

import numpy as np

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals


# %% nbgrader={"grade_id": "given_forward", "locked": true}
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


ACTIVATIONS = {
    "identity": identity,
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "relu": relu,
    "leaky_relu": leaky_relu,
    "softmax": softmax,
}


def forward(X, params, activations):
    """The last activation, and for every layer the pair (A_prev, Z): lesson 04."""
    A, caches = X, []
    for (W, b), name in zip(params, activations, strict=True):
        Z = W @ A + b
        caches.append((A, Z))
        A = ACTIVATIONS[name](Z)
    return A, caches


# %% nbgrader={"grade_id": "given_slopes", "locked": true}
def sigmoid_prime(z):
    return sigmoid(z) * sigmoid(-z)  # a (1 - a); as 1 - a would be rounded to 0 for large z (section 5)


SLOPES = {  # g'(Z), entry by entry: lesson 03. Softmax is missing, and section 5 says why.
    "identity": np.ones_like,
    "sigmoid": sigmoid_prime,
    "tanh": lambda z: 1.0 - np.tanh(z) ** 2,
    "relu": lambda z: np.where(z > 0, 1.0, 0.0),
    "leaky_relu": lambda z: np.where(z > 0, 1.0, 0.01),
}


# %% nbgrader={"grade_id": "given_equations", "locked": true}
def weight_gradient(dZ, A_prev):
    """BP1, lesson 06: dW, shape (n_l, n_prev)."""
    return dZ @ A_prev.T / dZ.shape[1]


def bias_gradient(dZ):
    """BP2, lesson 07: db, shape (n_l, 1)."""
    return dZ.mean(axis=1, keepdims=True)


def previous_activation_gradient(W, dZ):
    """BP3, lesson 08: dA of the layer before, shape (n_prev, m)."""
    return W.T @ dZ


def linear_gradient(dA, Z, g_prime):
    """BP4, lesson 09: dZ, shape (n_l, m)."""
    return dA * g_prime(Z)


# %% nbgrader={"grade_id": "given_network", "locked": true}
def running_example():
    """The inputs X, the labels Y and the params of the 2-3-1 network of lessons 06 to 09."""
    X = np.array([[2.0, 0.0, 1.0, 1.0], [1.0, 0.0, 0.0, 1.0]])
    Y = np.array([[1.0, 0.0, 1.0, 1.0]])
    W1 = np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 0.5]])
    b1 = np.array([[-2.0], [-1.0], [1.0]])
    W2 = np.array([[2.0, -1.0, 1.0]])
    b2 = np.array([[2.0]])
    return X, Y, [(W1, b1), (W2, b2)]


X, Y, params = running_example()

# %% [markdown]
# ## 1. Which equation comes first?
#
# With $L$ layers there are $4L$ equations. To find their order, ask each one what it **needs**, and who has it.
#
# | equation | gives | needs from the way back | needs from the way forward |
# | --- | --- | --- | --- |
# | BP4 | $dZ^{[l]}$ | $dA^{[l]}$ | $Z^{[l]}$, from the cache |
# | BP1 | $dW^{[l]}$ | $dZ^{[l]}$ | $A^{[l-1]}$, from the cache |
# | BP2 | $db^{[l]}$ | $dZ^{[l]}$ | nothing |
# | BP3 | $dA^{[l-1]}$ | $dZ^{[l]}$ | $W^{[l]}$, as it was |
#
# **Before you look at the picture:** cover the last column. Which two of the four arrays does no other equation need?

# %% [markdown]
# ![Two rows of boxes. The upper row leads from left to right: X, Z1, A1, Z2, A2 and the loss. Below it hang two drawers: caches[0] holds X and Z1, caches[1] holds A1 and Z2. The lower row leads from right to left: from the loss to dA2, dZ2, dA1, dZ1. Yellow tags show what a step takes from a drawer: Z2 for BP4 from dA2 to dZ2, Z1 for BP4 from dA1 to dZ1. A grey tag, W2, enters BP3 from dZ2 to dA1. From dZ2, BP1 with the tag A1 leads to dW2, and BP2 to db2; from dZ1, BP1 with the tag X leads to dW1, and BP2 to db1.](picture:order)
#
# *Above, values flow from left to right and fill the drawers. Below, gradients flow from right to left and use what is in them. Look for the boxes that nothing leaves, and for the array of the upper row that has no partner in the chain below.*

# %% [markdown]
# $dW$ and $db$ are dead ends: they are the results, and nobody reads them. What has to be kept in order is a single chain,
#
# $$dA^{[L]} \to dZ^{[L]} \to dA^{[L-1]} \to dZ^{[L-1]} \to \dots \to dZ^{[1]},$$
#
# BP4 and BP3 in turn, from the last layer to the first. Whenever a $dZ$ is there, the $dW$ and $db$ of that layer can be taken from it.
#
# The chain ends at $dZ^{[1]}$. BP3 could go one step further, to $dA^{[0]}$, the gradient of the inputs. It would be right, but nothing in the network can use it: inputs are given, not learned. (Somebody who asks "which pixel made it say cat?" does compute it.)

# %% [markdown]
# ## 2. All the numbers at once
#
# Here is the chain on the network of the last four lessons: ReLU in layer 1, sigmoid in layer 2, four examples, binary cross-entropy. The way forward left us with
#
# $$A^{[1]} = \begin{pmatrix} 2 & 0 & 0 & 1 \\ 4 & 0 & 2 & 1 \\ 0 & 1 & 0 & 0 \end{pmatrix}$$
#
# $$A^{[2]} = \begin{pmatrix} 0.8808 & 0.9526 & 0.5 & 0.9526 \end{pmatrix}, \qquad Y = \begin{pmatrix} 1 & 0 & 1 & 1 \end{pmatrix}$$
#
# and the way back takes six lines:
#
# | | the line | the reason | shape | met in |
# | --- | --- | --- | --- | --- |
# | 1 | $dZ^{[2]} = A^{[2]} - Y$ | derivative of the loss, then BP4 | (1, 4) | 05, 09 |
# | 2 | $dW^{[2]} = \frac14\, dZ^{[2]} A^{[1]T}$ | BP1 | (1, 3) | 06 |
# | 3 | $db^{[2]} = \frac14 \sum_i dZ^{[2](i)}$ | BP2 | (1, 1) | 07 |
# | 4 | $dA^{[1]} = W^{[2]T} dZ^{[2]}$ | BP3 | (3, 4) | 08 |
# | 5 | $dZ^{[1]} = dA^{[1]} * g'(Z^{[1]})$ | BP4 | (3, 4) | 09 |
# | 6 | $dW^{[1]} = \frac14\, dZ^{[1]} X^{T}$, $\;db^{[1]} = \frac14 \sum_i dZ^{[1](i)}$ | BP1 and BP2 once more | (3, 2), (3, 1) | 06, 07 |

# %% [markdown]
# With numbers, in this order:
#
# $$dZ^{[2]} = \begin{pmatrix} -0.1192 & 0.9526 & -0.5 & -0.0474 \end{pmatrix}$$
#
# $$dW^{[2]} = \begin{pmatrix} -0.0715 & -0.3811 & 0.2381 \end{pmatrix}, \qquad db^{[2]} = \begin{pmatrix} 0.0715 \end{pmatrix}$$
#
# $$dA^{[1]} = \begin{pmatrix} -0.2384 & 1.9051 & -1 & -0.0949 \\ 0.1192 & -0.9526 & 0.5 & 0.0474 \\ -0.1192 & 0.9526 & -0.5 & -0.0474 \end{pmatrix}$$
#
# $$dZ^{[1]} = \begin{pmatrix} -0.2384 & 0 & 0 & -0.0949 \\ 0.1192 & 0 & 0.5 & 0.0474 \\ 0 & 0.9526 & 0 & 0 \end{pmatrix}$$
#
# **Before you read on:** look at row 3 of $dZ^{[1]}$. Only example 2 has something to say to neuron 3, and $x^{(2)} = (0, 0)$. What will row 3 of $dW^{[1]}$ be, and what the third entry of $db^{[1]}$?

# %% [markdown]
# $$dW^{[1]} = \begin{pmatrix} -0.1429 & -0.0833 \\ 0.1965 & 0.0417 \\ 0 & 0 \end{pmatrix}, \qquad db^{[1]} = \begin{pmatrix} -0.0833 \\ 0.1667 \\ 0.2381 \end{pmatrix}$$
#
# The weights of neuron 3 hear nothing, since nothing came in along them; its bias hears $0.9526 / 4 = 0.2381$. Here is example 2 by itself, drawn on the network:
#
# ![The 2-3-1 network on example 2. Inputs 0 and 0. In the circles: the hidden neurons give 0, 0 and 1, the output neuron 0.95; the label is 0. At the output, dz = a minus y = 0.9526. On the edges back: 0.9526 times 2 is 1.9051, times minus 1 is minus 0.9526, times 1 is 0.9526. Beside the hidden neurons: neuron 1 has z = minus 2, slope 0, dz = 0; neuron 2 has z = minus 1, slope 0, dz = 0; neuron 3 has z = 1, slope 1, dz = 0.9526.](picture:example_two)
#
# *Black: the way forward; what a neuron says stands in its circle. Orange: the way back. Two hidden neurons are told something, along the dotted lines, and keep nothing of it: look for the slope that stops it.*

# %% [markdown]
# The next cell is the table, line by line. **Before you run it:** say the shape of each of the seven arrays that it prints.

# %%
(W1, b1), (W2, b2) = params
A2, caches = forward(X, params, ["relu", "sigmoid"])
(A0, Z1), (A1, Z2) = caches

dZ2 = A2 - Y
dW2 = weight_gradient(dZ2, A1)
db2 = bias_gradient(dZ2)
dA1 = previous_activation_gradient(W2, dZ2)
dZ1 = linear_gradient(dA1, Z1, SLOPES["relu"])
dW1 = weight_gradient(dZ1, A0)
db1 = bias_gradient(dZ1)

for name in ("dZ2", "dW2", "db2", "dA1", "dZ1", "dW1", "db1"):
    array = globals()[name] + 0.0  # adding 0 turns -0. into 0.
    print(name, array.shape, array.round(4).tolist())

# %% [markdown]
# ## 3. What the order saves
#
# How does a weight of layer 1 reach the loss? Along a **path**: through its neuron, from there to some neuron of layer 2, to some neuron of layer 3, and so on. The total-derivative chain rule multiplies along each path and adds up all paths. In principle, that is all one has to know. Is it also a way to compute?
#
# ![A network with one neuron on the left, then three layers of three neurons, then one output. All edges between layers are drawn. Two of the 27 paths from left to right are drawn thick, one solid and one dashed; they differ in the first step and share the rest of the way, from a neuron of layer 3 to the output. That shared part is marked: computed once.](picture:paths)
#
# *The neuron on the left has $3 \cdot 3 \cdot 3 = 27$ paths to the output. Two of them are drawn thick. Look for the part of the way that they share, and count how many other paths use the last edge of it.*

# %% [markdown]
# Count for networks whose hidden layers have 10 neurons each, with one output, on one example. A neuron of hidden layer 1 has a path for every choice of a neuron in each later hidden layer. BP3, in contrast, makes one multiplication per edge: $10 \cdot 10$ between two hidden layers, 10 at the output.
#
# | hidden layers | paths from **one** neuron of layer 1 | multiplications in BP3 for **all** hidden neurons |
# | --- | --- | --- |
# | 2 | $10$ | $110$ |
# | 5 | $10^4$ | $410$ |
# | 10 | $10^9$ | $910$ |
# | 20 | $10^{19}$ | $1910$ |
#
# A computer that follows a thousand million paths a second needs 317 years for the last line. Each layer **multiplies** the number of paths by 10, and **adds** 100 to the number of products.

# %% [markdown]
# Where does the difference come from? All paths through one neuron continue in the same ways behind it. What these continuations add up to is the $dz$ of that neuron: a single number. Whoever remembers it need not walk there again.
#
# The next cell asks the question the naive way. `blame(k, r)` wants to know the $dz$ of neuron `r` in the layer at position `k`, and asks every neuron it feeds for theirs, which ask the ones behind them. Then the same function is given a memory, `cache` from the standard library: asked a second time, it answers from memory. Layer sizes are 2-4-4-4-4-1. **Before you run it:** every question of a neuron leads to 4 new ones. About how many are asked for the four neurons of layer 1, and how many with a memory?

# %%
from functools import cache

rng = np.random.default_rng(0)
sizes = [2, 4, 4, 4, 4, 1]
deep = [(rng.normal(size=(n, n_prev)), np.zeros((n, 1))) for n_prev, n in pairwise(sizes)]
A_deep, deep_caches = forward(np.array([[1.0], [0.5]]), deep, ["tanh"] * 4 + ["sigmoid"])
questions = []


def blame(k, r):
    """dz of neuron r in the layer at position k, for the label 1."""
    questions.append((k, r))
    if k == 4:  # the output neuron knows its own
        return (A_deep - 1.0).item()
    W_next = deep[k + 1][0]
    heard = sum(W_next[q, r] * blame(k + 1, q) for q in range(len(W_next)))  # BP3
    return heard * SLOPES["tanh"](deep_caches[k][1][r, 0])  # BP4


for memory in (False, True):
    if memory:
        blame = cache(blame)
    questions.clear()
    found = np.array([blame(0, r) for r in range(4)])
    print(f"memory: {memory!s:5}  questions: {len(questions):3}  dz of layer 1: {found}")

# %% [markdown]
# The same four numbers, with 596 questions and with 17, one for each neuron.
#
# To solve a problem by solving each of its parts **once**, keeping the results, and to choose the order so that every part is there when it is wanted: this is called **dynamic programming**. Backpropagation is that. The caches keep what is known on the way forward; `dZ`, from the last layer to the first, is the memory on the way back. And since it goes in order, layer by layer, it never has to ask at all.

# %% [markdown]
# ## 4. The algorithm
#
# | | the line | the reason | shape |
# | --- | --- | --- | --- |
# | 1 | $A^{[0]} = X$ | what layer 1 reads | $(n_0, m)$ |
# | 2 | for $l = 1, \dots, L$: | forward | |
# | 3 | $\quad Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}$; keep $(A^{[l-1]}, Z^{[l]})$ | (2), and the cache | $(n_l, m)$ |
# | 4 | $\quad A^{[l]} = g^{[l]}(Z^{[l]})$ | (1) | $(n_l, m)$ |
# | 5 | $dZ^{[L]}$ from $A^{[L]}$ and $Y$ | the loss, section 5 | $(n_L, m)$ |
# | 6 | for $l = L, \dots, 1$: | back | |
# | 7 | $\quad dW^{[l]} = \frac1m\, dZ^{[l]} A^{[l-1]T}$ | BP1 | $(n_l, n_{l-1})$ |
# | 8 | $\quad db^{[l]} = \frac1m \sum_i dZ^{[l](i)}$ | BP2 | $(n_l, 1)$ |
# | 9 | $\quad$ if $l > 1$: $\;dA^{[l-1]} = W^{[l]T} dZ^{[l]}$ | BP3 | $(n_{l-1}, m)$ |
# | 10 | $\quad$ if $l > 1$: $\;dZ^{[l-1]} = dA^{[l-1]} * g'(Z^{[l-1]})$ | BP4 | $(n_{l-1}, m)$ |
#
# Each turn of the second loop starts with a $dZ$, and ends with the $dZ$ of the layer before.

# %% [markdown]
# Between this table and Python stands one difference. Layers are counted from 1, positions in lists from 0: **layer $l$ is at position $k = l - 1$** of `params`, `caches`, `activations` and `grads`. In a turn, most things are read at position $k$. Two are read one position further down:
#
# ![Three lists, drawn as rows of three boxes at positions 0, 1 and 2, for a network of three layers. Row params: W1 b1, W2 b2, W3 b3. Row caches: X Z1, A1 Z2, A2 Z3. Row activations: g1, g2, g3. For the turn k = 2, a solid frame marks W3 in params and A2 in caches, both at position 2; a dashed frame marks Z2 in caches and g2 in activations, both at position 1.](picture:turn)
#
# *The turn for layer 3, $k = 2$. Solid: what BP1 and BP3 read, at position $k$. Dashed: what BP4 reads, at position $k - 1$, since it makes the $dZ$ of the layer **before**. Move both frames one box to the left for the next turn. What would the dashed one read in the turn $k = 0$?*

# %% [markdown]
# At $k = 0$ the dashed frame would stand at position $-1$, and in Python that is no error: it is the **last** layer. Nothing crashes; a gradient is computed that nobody asked for, from the wrong arrays. This is why lines 9 and 10 say "if $l > 1$".
#
# ## 5. Where the way back starts
#
# Line 5 is the only one that knows the cost. By the recipe, it is two steps: the derivative of the loss gives $dA^{[L]}$, and BP4 turns it into $dZ^{[L]}$. The next cell gives you the costs of lesson 05, and the derivatives of two of them.


# %% nbgrader={"grade_id": "given_costs", "locked": true}
def squared_error(A, Y):
    return np.sum((A - Y) ** 2) / (2 * A.shape[1])


def binary_cross_entropy(A, Y):
    A = np.clip(A, 1e-15, 1 - 1e-15)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / A.shape[1]


def categorical_cross_entropy(A, Y):
    return -np.sum(Y * np.log(np.maximum(A, 1e-15))) / A.shape[1]


COSTS = {
    "squared_error": squared_error,
    "binary_cross_entropy": binary_cross_entropy,
    "categorical_cross_entropy": categorical_cross_entropy,
}


def squared_error_prime(A, Y):
    return A - Y


def cross_entropy_prime(A, Y):
    return (1 - Y) / (1 - A) - Y / A


COST_SLOPES = {  # dA of the output layer, one column an example, no 1/m: lesson 05
    "squared_error": squared_error_prime,
    "binary_cross_entropy": cross_entropy_prime,
}

# %% [markdown]
# For the running example this recipe multiplies $dA^{[2]} = (-1.1353,\ 21.0855,\ -2,\ -1.0498)$ by the slopes $a (1 - a) = (0.1050,\ 0.0452,\ 0.25,\ 0.0452)$. That gives the $A - Y$ of section 2, as lesson 05 has proved.
#
# Then why not always go by the recipe? **Before you run the cell:** a sigmoid neuron has $z = 40$, and the label is 0. Its output differs from 1 by $4 \cdot 10^{-18}$, too little for a float. What will $dA$ be, what the slope, what their product? And what would $A - Y$ be?

# %%
Z_sure, no_cat = np.array([[40.0]]), np.array([[0.0]])
A_sure = sigmoid(Z_sure)

with np.errstate(divide="ignore", invalid="ignore"):  # do not print NumPy's warnings
    loss_slope = cross_entropy_prime(A_sure, no_cat)
    by_recipe = linear_gradient(loss_slope, Z_sure, SLOPES["sigmoid"])
print("dA:", loss_slope, " slope:", SLOPES["sigmoid"](Z_sure) > 0, " by the recipe:", by_recipe)
print("A - Y:", A_sure - no_cat)

# %% [markdown]
# The slope is tiny but not 0, and $dA$ is infinite: their product is infinite too, where 1 is right. After one step with such an example, the weights of this neuron are infinite too. (With a label of 1 the right answer is 0; try it, and you get `nan`, from $0 / 0$.) So where a short formula is known, it is not only shorter. It is the one to use.

# %% [markdown]
# Here are all combinations of the course. Where a formula stands, it is $dZ^{[L]}$; $dA$ stands for the derivative of the binary cross-entropy, $\frac{1 - Y}{1 - A} - \frac{Y}{A}$:
#
# | output activation | squared error | binary cross-entropy | categorical cross-entropy |
# | --- | --- | --- | --- |
# | identity | $A - Y$ | $dA$, while $0 < A < 1$ | no: outputs don't add up to 1 |
# | sigmoid | $(A - Y) * \sigma'(Z)$ | $\boxed{A - Y}$ | no: the same |
# | tanh, ReLU, leaky ReLU | $(A - Y) * g'(Z)$ | $dA * g'(Z)$, while $0 < A < 1$ | no: the same |
# | softmax | no: a whole Jacobian | no: the same | $\boxed{A - Y}$ |
#
# The first two columns are the recipe: the derivative of the loss, then BP4. (For identity $g' = 1$, and nothing is left to multiply.) Binary cross-entropy fits the sigmoid, where the recipe simplifies to $A - Y$. With another activation it works through BP4 as long as all outputs stay **inside** 0 to 1, where its logarithms exist; only the sigmoid guarantees that.
#
# The two framed entries are pairs made for each other: there everything cancels (lessons 05 and 09). Each of the three $A - Y$ belongs to a question: *how much?* identity with squared error; *yes or no?* sigmoid with binary cross-entropy; *which one of $K$?* softmax with categorical cross-entropy.

# %% [markdown]
# Three of the other entries, with numbers. **Before you run the cell:** an identity output of $0.25$ meets a label of 1, with the binary cross-entropy. $A - Y$ is $-0.75$; is that $dZ$? Then the output is $-0.5$: which logarithm does the cost ask for? And softmax with squared error: BP4 multiplies entry by entry. Why is that not enough for softmax?

# %%
eps, one = 1e-5, np.array([[1.0]])
inside = np.array([[0.25]])  # an identity output inside (0, 1): a = z
rise = binary_cross_entropy(inside + eps, one) - binary_cross_entropy(inside - eps, one)
print("output 0.25:  A - Y", inside - one, " dA", cross_entropy_prime(inside, one), end=" ")
print(f" measured {rise / (2 * eps):.4f}")

for output in (-0.5, -0.4):
    clipped_cost = binary_cross_entropy(np.array([[output]]), one)
    with np.errstate(invalid="ignore"):  # do not print NumPy's warnings
        print(f"output {output}: logarithm {np.log(output)}, clipped cost {clipped_cost:.4f}")

z, y = np.array([[1.0], [0.0], [-1.0]]), np.array([[0.0], [1.0], [0.0]])
a = softmax(z)
jacobian = np.diag(a[:, 0]) - a @ a.T  # lesson 03: every a depends on every z
print("softmax, entry by entry:    ", ((a - y) * a * (1 - a)).ravel())
print("softmax, the whole Jacobian:", (jacobian @ (a - y)).ravel())
measured = np.zeros(3)
for k in range(3):
    nudge = eps * np.eye(3)[:, [k]]
    rise = squared_error(softmax(z + nudge), y) - squared_error(softmax(z - nudge), y)
    measured[k] = rise / (2 * eps)
print("softmax, measured:          ", measured)

# %% [markdown]
# - **Identity with cross-entropy, output inside 0 to 1.** There is a gradient, $-1 / 0.25 = -4$, times a slope of 1. It is not $A - Y$: no sigmoid is there, whose slope would cancel.
# - **The same, output outside.** An output of $-0.5$ is no probability, and its logarithm is `nan`. Clipping makes the cost finite, and useless: moving the output a little no longer changes it, so its gradient is 0, and the network can't learn from its worst examples.
# - **Softmax with squared error.** It has a gradient, but each $a_j$ depends on **every** $z_k$ of its column, so one slope per entry is not enough: it takes the Jacobian of lesson 03, one per example. That is why `SLOPES` has no softmax.
#
# What to do about it? Choose the cost by the question that the network answers, as above; then the pair is right by itself. A program that others will use should refuse what has no gradient **in words**, rather than return numbers. Your `backward` need not refuse anything: it is called with combinations that have a formula in the table, with outputs inside 0 to 1 wherever the cost is a cross-entropy, and with softmax in the output layer only.

# %% [markdown]
# The two pairs are given to you as a set, so that a line like `(activations[-1], cost) in PAIRS` can ask for them.

# %% nbgrader={"grade_id": "given_pairs", "locked": true}
PAIRS = {("sigmoid", "binary_cross_entropy"), ("softmax", "categorical_cross_entropy")}

# %% [markdown]
# ### Exercise: `backward`
# Lines 5 to 10 of the table, for any number of layers. The costs are named as in `COSTS`, the activations as in `ACTIVATIONS`; use the given functions for BP1 to BP4. For the pairs in `PAIRS`, $A - Y$ is the start to choose (the tests have no outputs of exactly 0 or 1, but training does); all other combinations go by the recipe, with the $dA$ of `COST_SLOPES`. **First the shapes:** in each turn, of what comes in, of the two gradients, and of what goes on.
#
# <details><summary>Hint: a nudge</summary>
#
# Write the loop first, for a `dZ` that is already there: what does one turn have to put into `grads`, and which `dZ` does it hand to the next turn? Then the line above the loop that gets the first `dZ`.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Count the layers in Python's way, from `len(params) - 1` down to 0. In a turn for position `k`: BP1 and BP2 read `caches[k]`; then, unless `k` is 0, BP3 reads the $W$ of position `k`, and BP4 reads the $Z$ **and the activation** of position `k - 1`. The pairs come out last layer first, so turn the list around at the end.
#
# </details>


# %% nbgrader={"grade_id": "backward", "solution": true}
def backward(A_L, Y, params, caches, activations, cost):
    """The gradients of the cost in all weights and biases, from the last layer to the first.

    In:  A_L and Y, outputs and labels, shape (n_L, m); params, a list of L pairs (W, b);
         caches, a list of L pairs (A_prev, Z), as `forward` gave them;
         activations, a list of L names, keys of ACTIVATIONS; cost, a key of COSTS.
         Softmax comes only in the output layer, and only with "categorical_cross_entropy".
         With a cross-entropy, all outputs lie inside (0, 1). Nothing is changed.
    Out: grads, a list of L pairs (dW, db), first layer first, with the shapes of W and b.

    Example: one identity neuron, squared error, x = 3, w = 2, b = 0, y = 5: z = a = 6,
    dZ = 6 - 5 = 1, and grads is [(array([[3.]]), array([[1.]]))].
    """
    ### BEGIN SOLUTION
    if (activations[-1], cost) in PAIRS:
        dZ = A_L - Y
    else:
        dZ = linear_gradient(COST_SLOPES[cost](A_L, Y), caches[-1][1], SLOPES[activations[-1]])
    grads = []
    for k in range(len(params) - 1, -1, -1):
        A_prev, _ = caches[k]
        grads.append((weight_gradient(dZ, A_prev), bias_gradient(dZ)))
        if k > 0:
            dA = previous_activation_gradient(params[k][0], dZ)
            dZ = linear_gradient(dA, caches[k - 1][1], SLOPES[activations[k - 1]])
    return grads[::-1]
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_backward", "grade": true, "points": 1}
X, Y, params = running_example()
layers = ["relu", "sigmoid"]
A_L, caches = forward(X, params, layers)
got = backward(A_L, Y, params, caches, layers, "binary_cross_entropy")
assert got is not None, "backward gave nothing (None). Is there a return line?"
assert len(got) == 2, f"A pair (dW, db) for each of the 2 layers; yours has {len(got)} entries."
for number, (pair, (W, b)) in enumerate(zip(got, params, strict=True), start=1):
    shapes = np.shape(pair[0]), np.shape(pair[1])
    assert shapes[0] == W.shape, f"dW of layer {number} has shape {W.shape}; yours: {shapes[0]}."
    assert shapes[1] == b.shape, f"db of layer {number} has shape {b.shape}; yours: {shapes[1]}."
first, second = got  # the layers
want = [[-0.0715, -0.3811, 0.2381]]
assert np.allclose(second[0], want, atol=1e-4), f"dW of layer 2 is {want}; yours: {second[0]}."
assert np.allclose(second[1], 0.0715, atol=1e-4), f"db of layer 2 is 0.0715; yours: {second[1]}."
want = [[-0.1429, -0.0833], [0.1965, 0.0417], [0.0, 0.0]]
assert np.allclose(first[0], want, atol=1e-4), f"dW of layer 1 is {want}; yours:\n{first[0]}"
want = [[-0.0833], [0.1667], [0.2381]]
assert np.allclose(first[1], want, atol=1e-4), f"db of layer 1 is {want}; yours:\n{first[1]}"
one = [(np.array([[2.0]]), np.array([[0.0]]))]  # one neuron with one weight, x = 3, y = 5
for name in ("identity", "relu", "leaky_relu"):
    A_L, caches = forward(np.array([[3.0]]), one, [name])
    got = backward(A_L, np.array([[5.0]]), one, caches, [name], "squared_error")[0][0]
    assert np.allclose(got, 3.0), f"{name}, squared error: dw = (6 − 5) · 1 · 3 = 3; yours: {got}."
A_L, caches = forward(np.array([[0.0]]), one, ["sigmoid"])
got = backward(A_L, np.array([[1.0]]), one, caches, ["sigmoid"], "squared_error")[0][1]
assert np.allclose(got, -0.125), f"z = 0, y = 1, sigmoid, squared error: db = −½ · ¼; yours: {got}."
A_L, caches = forward(np.array([[0.125]]), one, ["identity"])
got = backward(A_L, np.array([[1.0]]), one, caches, ["identity"], "binary_cross_entropy")[0][1]
assert np.allclose(got, -4.0), f"a = ¼, y = 1, identity, cross-entropy: db = −1 / ¼; yours: {got}."
A_L, caches = forward(X, params[:1], ["softmax"])
one_hot, cost = np.eye(3)[:, [0, 1, 2, 0]], "categorical_cross_entropy"
got = backward(A_L, one_hot, params[:1], caches, ["softmax"], cost)[0][0]
want = (A_L - one_hot) @ X.T / 4
assert np.allclose(got, want), f"A softmax layer alone: dZ = A − Y, and dW is\n{want}\nyours:\n{got}"

# %% nbgrader={"grade_id": "grade_backward", "grade": true, "points": 5}
# Hidden tests for `backward` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("10-backpropagation", "backward", backward)
### END HIDDEN TESTS

# %% [markdown]
# ## 6. Is it right? Ask the cost itself
#
# The running example has two layers, one cost and one output. Your function promises much more. There is a judge for all of it who knows nothing of BP1 to BP4: move one parameter by a little to either side, run the **whole network forward**, and see how the cost changes. That is lesson 03's central difference, for every weight and every bias.


# %% nbgrader={"grade_id": "given_measured", "locked": true}
def measured_gradients(X, Y, params, activations, cost, eps=1e-5):
    """The gradients by central differences: two forward passes for every single parameter."""

    def cost_with(k, part, moved):
        pairs = [list(pair) for pair in params]
        pairs[k][part] = moved
        return COSTS[cost](forward(X, pairs, activations)[0], Y)

    grads = []
    for k, pair in enumerate(params):
        slopes = [np.zeros_like(array) for array in pair]
        for part, array in enumerate(pair):
            for place in np.ndindex(array.shape):
                nudge = np.zeros_like(array)
                nudge[place] = eps
                rise = cost_with(k, part, array + nudge) - cost_with(k, part, array - nudge)
                slopes[part][place] = rise / (2 * eps)
        grads.append(tuple(slopes))
    return grads


def largest_difference(grads, others):
    """The largest absolute difference between two lists of pairs (dW, db)."""
    differences = []
    for mine, theirs in zip(grads, others, strict=True):
        differences += [np.abs(one - other).max() for one, other in zip(mine, theirs, strict=True)]
    return max(differences)


# %% [markdown]
# Five networks, from one layer to four, with all costs and all activations. **Before you run the cell:** how many forward passes does the judge need for the 2-3-1 network? It has 9 weights and 4 biases.

# %%
rng = np.random.default_rng(0)
networks = [
    ([2, 3, 1], ["relu", "sigmoid"], "binary_cross_entropy"),
    ([3, 2], ["identity"], "squared_error"),
    ([3, 4, 2], ["tanh", "sigmoid"], "squared_error"),
    ([2, 5, 4, 3], ["leaky_relu", "sigmoid", "softmax"], "categorical_cross_entropy"),
    ([4, 3, 5, 2, 2], ["tanh", "leaky_relu", "identity", "tanh"], "squared_error"),
]
for sizes, layers, cost in networks:
    made_up = [(rng.normal(size=(n, p)), rng.normal(size=(n, 1))) for p, n in pairwise(sizes)]
    inputs, K = rng.normal(size=(sizes[0], 6)), max(sizes[-1], 2)
    labels = np.eye(K)[: sizes[-1], rng.integers(0, K, 6)]  # one-hot; for one output, 0 or 1
    out, kept = forward(inputs, made_up, layers)
    yours = backward(out, labels, made_up, kept, layers, cost)
    judged = measured_gradients(inputs, labels, made_up, layers, cost)
    agrees = largest_difference(yours, judged) < 1e-8
    print(f"{'-'.join(map(str, sizes)):10} {cost:26} agrees to 8 decimals: {agrees}")

# %% [markdown]
# 26 forward passes for 13 parameters, and every parameter agrees. This test takes a few lines and finds nearly every mistake there is. Lesson 11 is about it.
#
# Now walk through it. The figure runs **your** `forward` and `backward` on a network of your choice, one equation at a time. Start with the 2-3-1 network and one step back: which numbers in the picture does the lit equation use? Then choose Mazur's network, and follow his printed numbers of lessons 06 and 08: 0.082167041 for $w_5$, and 0.036350306 for what $h_1$ hears.

# %%
from course.figures import backpropagation

backpropagation.explore(forward=forward, backward=backward)

# %% [markdown]
# Two things to try in the figure:
#
# 1. Step on to the first BP4. Which of the numbers in its equation does the way back use without computing it, and which drawer does it come from?
# 2. Choose a network of your own, with sigmoids in two hidden layers, and step through the whole way back. What happens to the size of $dZ$ from the last layer to the first? (Lesson 03 has the reason.)

# %% [markdown]
# ## 7. Old weights throughout
#
# A tempting shortcut: as soon as $dW^{[2]}$ is there, update $W^{[2]}$, then go on to layer 1. It saves keeping the gradients. **Before you read on:** which of the four equations notices?
#
# BP3. It reads $W^{[2]}$, and by then it is another one. With a step of $\eta = 0.5$ on the running example ($\eta$, eta, is the learning rate: the step is $-\eta$ times the gradient):
#
# | | old $W^{[2]}$ | new $W^{[2]} = W^{[2]} - 0.5\, dW^{[2]}$ | new / old |
# | --- | --- | --- | --- |
# | to neuron 1 | 2 | 2.0357 | 1.0179 |
# | to neuron 2 | −1 | −0.8095 | 0.8095 |
# | to neuron 3 | 1 | 0.8809 | 0.8809 |
#
# What neuron $r$ hears is its weight times $dZ^{[2]}$, so all that reaches it is off by the factor in the last column.

# %%
W2_new = W2 - 0.5 * dW2  # updated too early

dA1_slip = previous_activation_gradient(W2_new, dZ2)
dZ1_slip = linear_gradient(dA1_slip, Z1, SLOPES["relu"])
dW1_measured = measured_gradients(X, Y, params, ["relu", "sigmoid"], "binary_cross_entropy")[0][0]

print("neuron 2, row of dW1, old weights: ", dW1[1])
print("neuron 2, row of dW1, new weights: ", weight_gradient(dZ1_slip, X)[1])
print("neuron 2, row of dW1, measured:    ", dW1_measured[1])

# %% [markdown]
# 0.159 in place of 0.1965, and all shapes fit. Worse: for a small $\eta$ the numbers are nearly right, so the network learns all the same, and nobody looks for a mistake. Section 10 has a likely case, with a long life.
#
# Why are the **old** weights the right ones, and not the newer, better ones? A gradient belongs to a point: it says how the cost changes if one starts to move **from here**, where the way forward was computed. All factors of the chain rule have to be taken at that point. $Z^{[1]}$, $A^{[1]}$ and $dZ^{[2]}$ are; a new $W^{[2]}$ among them gives the gradient of no network at all.
#
# So: all gradients first, then all updates. `backward` returns gradients and touches nothing; the step is somebody else's work (lesson 13).

# %% [markdown]
# ## 8. One example at a time
#
# Many books write backpropagation for a **single** example, and add up. With lower-case letters for the columns of one example, and $\delta$ (delta) for its $dz$:
#
# 1. Set $\Delta^{[l]} = 0$ for all layers. (A capital delta: an **accumulator**, shaped like $W^{[l]}$.)
# 2. For each example $(x, y)$: forward; $\delta^{[L]} = a^{[L]} - y$; back through the layers; in each layer $\Delta^{[l]} \mathrel{+}= \delta^{[l]} a^{[l-1]T}$, and for the biases $\mathrel{+}= \delta^{[l]}$.
# 3. At the end $D^{[l]} = \frac1m \Delta^{[l]}$. This $D$ is $dW$.
#
# A column times a row, $\delta a^T$, is a whole matrix: $\delta_r$ times $a_s$ in row $r$ and column $s$. Layer 2 of the running example, where $\delta$ has one entry:
#
# | example | $\delta^{[2]}$ | $a^{[1]}$ | $\delta^{[2]} a^{[1]T}$ | $\Delta^{[2]}$ so far |
# | --- | --- | --- | --- | --- |
# | 1 | −0.1192 | (2, 4, 0) | (−0.2384, −0.4768, 0) | (−0.2384, −0.4768, 0) |
# | 2 | 0.9526 | (0, 0, 1) | (0, 0, 0.9526) | (−0.2384, −0.4768, 0.9526) |
# | 3 | −0.5 | (0, 2, 0) | (0, −1, 0) | (−0.2384, −1.4768, 0.9526) |
# | 4 | −0.0474 | (1, 1, 0) | (−0.0474, −0.0474, 0) | (−0.2858, −1.5242, 0.9526) |

# %% [markdown]
# Divided by 4: $(-0.0715,\ -0.3811,\ 0.2381)$, the $dW^{[2]}$ of section 2. That is no coincidence, and four lines show it. To be shown: the matrix product of BP1 **is** the accumulation.
#
# | the line | the reason |
# | --- | --- |
# | $(dZ\, A^T)_{rs} = \sum_i dZ_{ri}\, (A^T)_{is}$ | definition of the matrix product |
# | $\phantom{(dZ\, A^T)_{rs}} = \sum_i dZ_{ri}\, A_{si}$ | definition of the transpose |
# | $\phantom{(dZ\, A^T)_{rs}} = \sum_i \delta^{(i)}_r\, a^{(i)}_s$ | column $i$ of $dZ$ is $\delta^{(i)}$, column $i$ of $A$ is $a^{(i)}$ |
# | $\phantom{(dZ\, A^T)_{rs}} = \big( \sum_i \delta^{(i)} a^{(i)T} \big)_{rs}$ | a column times a row, entry by entry |
#
# ![Left: four small outer products, one for each example, a one-entry column delta times a row of three entries, added up one after the other to Delta. Right: the row dZ with four entries times the matrix A transposed with four rows and three columns gives the same three numbers. The same colour and line style marks example 1, 2, 3 and 4 on both sides.](picture:accumulate)
#
# *Left, the sum over the examples is a loop. Right, it hides in the matrix product. Find example 3 on both sides.*

# %% [markdown]
# ### Exercise: `backward_accumulate`
# Write it for networks with sigmoids in **all** layers and the binary cross-entropy. One example after the other goes forward and back; the sums start at zero, and only the very end divides by $m$.
#
# <details><summary>Hint: a nudge</summary>
#
# `X[:, i : i + 1]` is example $i$ as a column of shape `(n_0, 1)`. What is $m$ inside such a turn, and what does that make of the $\frac1m$?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Prepare a pair of zero arrays for each layer, shaped like $W$ and $b$. For each example: forward, keeping every $a$; $\delta = a - y$ at the output; then from the last layer to the first, add $\delta\, a^T$ and $\delta$ to the sums of this layer, and get the next $\delta$ with the old $W$ and $a (1 - a)$. A call of `forward` and `backward` on one column does all of this as well: its gradients are the $\delta\, a^T$ and $\delta$ of that example.
#
# </details>


# %% nbgrader={"grade_id": "backward_accumulate", "solution": true}
def backward_accumulate(X, Y, params):
    """The gradients of a sigmoid network with binary cross-entropy, one example at a time.

    In:  X, shape (n_0, m), and Y, shape (n_L, m), one example per column;
         params, a list of L pairs (W, b). Nothing is changed.
    Out: grads, a list of L pairs (dW, db), first layer first: the sums Δ, divided by m.

    Example: one neuron, X = [[1, 3]], Y = [[0, 1]], w = 0, b = 0: both outputs are 0.5,
    the δ are 0.5 and -0.5, the sum for w is 0.5 · 1 - 0.5 · 3 = -1,
    and grads is [(array([[-0.5]]), array([[0.]]))].
    """
    ### BEGIN SOLUTION
    m = X.shape[1]
    sums = [(np.zeros_like(W), np.zeros_like(b)) for W, b in params]
    for i in range(m):
        a_L, caches = forward(X[:, i : i + 1], params, ["sigmoid"] * len(params))
        delta = a_L - Y[:, i : i + 1]
        for k in range(len(params) - 1, -1, -1):
            a_prev, _ = caches[k]
            sum_W, sum_b = sums[k]
            sums[k] = (sum_W + delta @ a_prev.T, sum_b + delta)
            delta = (params[k][0].T @ delta) * a_prev * (1 - a_prev)
    return [(sum_W / m, sum_b / m) for sum_W, sum_b in sums]
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_backward_accumulate", "grade": true, "points": 1}
one = [(np.array([[0.0]]), np.array([[0.0]]))]
got = backward_accumulate(np.array([[1.0, 3.0]]), np.array([[0.0, 1.0]]), one)
assert got is not None, "backward_accumulate gave nothing (None). Is there a return line?"
assert len(got) == 1, f"One layer, so one pair (dW, db); yours has {len(got)} entries."
assert np.allclose(got[0][0], -0.5), f"dw: (0.5 · 1 − 0.5 · 3) / 2 = −0.5; yours: {got[0][0]}."
assert np.allclose(got[0][1], 0.0), f"db is (0.5 − 0.5) / 2 = 0; yours: {got[0][1]}."
X, Y, params = running_example()
got = backward_accumulate(X, Y, params)
for number, (pair, (W, b)) in enumerate(zip(got, params, strict=True), start=1):
    shapes = np.shape(pair[0]), np.shape(pair[1])
    assert shapes[0] == W.shape, f"dW of layer {number} has shape {W.shape}; yours: {shapes[0]}."
    assert shapes[1] == b.shape, f"db of layer {number} has shape {b.shape}; yours: {shapes[1]}."
first, second = got  # the layers
want = [[-0.0004, 0.0138, 0.1576]]
assert np.allclose(second[0], want, atol=1e-4), f"dW of layer 2 is {want}; yours: {second[0]}."
assert np.allclose(second[1], 0.1782, atol=1e-4), f"db of layer 2 is 0.1782; yours: {second[1]}."
want = [[-0.0224, -0.0071], [0.0059, 0.0023], [-0.0107, -0.0035]]
assert np.allclose(first[0], want, atol=1e-4), f"dW of layer 1 is {want}; yours:\n{first[0]}"

# %% nbgrader={"grade_id": "grade_backward_accumulate", "grade": true, "points": 1}
# Hidden tests for `backward_accumulate` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("10-backpropagation", "backward_accumulate", backward_accumulate)
### END HIDDEN TESTS

# %% [markdown]
# Is it the matrix form? The weights of the running example, with sigmoids in both layers. **Before you run the cell:** on four examples, how many columns does each `dZ` have in `backward`, and how many in your loop?

# %%
layers = ["sigmoid", "sigmoid"]
out, kept = forward(X, params, layers)
at_once = backward(out, Y, params, kept, layers, "binary_cross_entropy")
one_by_one = backward_accumulate(X, Y, params)

for number, ((dW_all, _), (dW_sum, _)) in enumerate(zip(at_once, one_by_one, strict=True), start=1):
    print(f"layer {number}, dW at once:\n{dW_all}\nlayer {number}, dW one by one:\n{dW_sum}")
print("same to 12 digits:", largest_difference(at_once, one_by_one) < 1e-12)

# %% [markdown]
# The same gradients. The $m$ examples may be the whole training set or a part of it, a **mini-batch**: no line of the algorithm asks. The matrix form is the faster one, since NumPy's loop over the examples runs in compiled code; the accumulating form is the one to think with, and the one to use when a batch does not fit into memory.
#
# One thing to carry over when you read such a book: with accumulators, the $\frac1m$ comes **once, at the end**. If it is put on $\delta$ already, and on $D$ too, all gradients are $m$ times too small.

# %% [markdown]
# ## 9. A million weights
#
# Section 6 found all gradients without any of BP1 to BP4, by moving parameters. Why not train that way? To keep the price low, take one-sided differences, $(J(w + \varepsilon) - J(w)) / \varepsilon$: the second term is the same for all parameters.

# %% [markdown]
# ### Exercise: `passes_needed`
# How many passes through the network does each way take, for a network of `n_parameters` weights and biases? Count a forward pass as one, and a backward pass as one.
#
# <details><summary>Hint: a nudge</summary>
#
# To learn what one parameter does, the cost is computed with this parameter moved. What is it compared with, and has that to be computed again for the next parameter?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# One-sided differences: one pass with nothing moved, and one with each parameter moved. Backpropagation: one pass in each direction, whatever the number of parameters.
#
# </details>


# %% nbgrader={"grade_id": "passes_needed", "solution": true}
def passes_needed(n_parameters):
    """The passes that all gradients cost, by one-sided differences and by backpropagation.

    In:  n_parameters, the number of weights and biases, a whole number.
    Out: (finite_difference_passes, backprop_passes), two whole numbers.

    Example: passes_needed(1) is (2, 2): with a single parameter, there is nothing to gain.
    """
    ### BEGIN SOLUTION
    return n_parameters + 1, 2
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_passes_needed", "grade": true, "points": 1}
got = passes_needed(13)  # the 2-3-1 network: 9 weights and 4 biases
assert got is not None, "passes_needed gave nothing (None). Is there a return line?"
assert np.shape(got) == (2,), f"Two numbers, as in `return one, other`; yours gave {got}."
assert got[0] == 14, f"13 passes with one moved, and one to compare with: 14; yours: {got[0]}."
assert got[1] == 2, f"Backpropagation goes forward once and back once: 2; yours: {got[1]}."

# %% nbgrader={"grade_id": "grade_passes_needed", "grade": true, "points": 1}
# Hidden tests for `passes_needed` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("10-backpropagation", "passes_needed", passes_needed)
### END HIDDEN TESTS

# %% [markdown]
# A backward pass is not quite the same work as a forward pass. Forward, each layer makes one matrix product, $W A$. Back, it makes two of the same size, BP1 and BP3. So "2 passes" are about the work of three, whatever the number of parameters.
#
# The next cell builds a network with about a million parameters and sends a single example through it, forward and back, with your `backward`. Seconds differ from computer to computer, so they are shown only if you ask: **set `SHOW_SECONDS` to `True` and run it again.** Before you do: suppose one forward pass takes a thousandth of a second. How long will a million of them take: seconds, minutes, hours?

# %%
from time import perf_counter

SHOW_SECONDS = False  # True: show the times on this computer

rng = np.random.default_rng(0)
sizes, layers = [500, 1200, 330, 10], ["relu", "relu", "softmax"]
big = [(rng.normal(0, 0.05, (n, p)), np.zeros((n, 1))) for p, n in pairwise(sizes)]
x_big, y_big = rng.normal(size=(500, 1)), np.eye(10)[:, [3]]  # one example, of class 3
n_parameters = sum(W.size + b.size for W, b in big)

start = perf_counter()
out, kept = forward(x_big, big, layers)
middle = perf_counter()
backward(out, y_big, big, kept, layers, "categorical_cross_entropy")
end = perf_counter()

by_differences, by_backpropagation = passes_needed(n_parameters)
estimate = by_differences * (middle - start)
print(f"{n_parameters:,} parameters: {by_differences:,} passes or {by_backpropagation}")
print("more than a thousand times faster:", estimate > 1_000 * (end - start))
if SHOW_SECONDS:
    print(f"backpropagation {end - start:.3f} s, differences about {estimate / 60:.0f} minutes")

# %% [markdown]
# A million times a thousandth of a second are 1,000 seconds, nearly 17 minutes. And that would be for **one** example and **one** step; a batch takes longer, and training takes thousands of steps. (If yours says `False`, your `backward` has loops in Python where NumPy has matrix products: as right, but slower.) Backpropagation gets a million slopes for the price of about three forward passes. Without it, nobody would train networks of this size.
#
# Differences keep one job, and it is an important one: they are the judge. For a small network, once, before the training starts.

# %% [markdown]
# ## 10. Mazur's whole step
#
# In lesson 04 you ran his 2-2-2 network forward, in 05 you computed its error, and in 06 and 08 two numbers of the way back. Now all of it in one call, and the step: each weight moves by $-\eta$ times its gradient, with $\eta = 0.5$. (That is **gradient descent**, the subject of lesson 13.) He keeps the biases as they are, and so do we here.


# %% nbgrader={"grade_id": "given_mazur", "locked": true}
def mazur():
    """The input, the targets and the params of the 2-2-2 network, one example."""
    x = np.array([[0.05], [0.10]])
    target = np.array([[0.01], [0.99]])
    W1, b1 = np.array([[0.15, 0.20], [0.25, 0.30]]), np.full((2, 1), 0.35)
    W2, b2 = np.array([[0.40, 0.45], [0.50, 0.55]]), np.full((2, 1), 0.60)
    return x, target, [(W1, b1), (W2, b2)]


# %% [markdown]
# ### Exercise: `mazur_step`
# One step of gradient descent for all eight weights, with `forward` and your `backward` (or line by line, as in section 2): sigmoid in both layers, squared error, a single example. All gradients with the old weights, then all updates; biases are left alone.
#
# <details><summary>Hint: a nudge</summary>
#
# Everything is there: `mazur`, `forward`, `backward`. Which two activations, and which cost?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Get the gradients of both layers with the old weights. Then subtract `eta` times each $dW$ from its $W$, in new arrays. Row by row, the four entries of the new $W^{[1]}$ are $w_1$ to $w_4$, those of $W^{[2]}$ are $w_5$ to $w_8$.
#
# </details>


# %% nbgrader={"grade_id": "mazur_step", "solution": true}
def mazur_step(eta):
    """The weights of Mazur's network after one step of gradient descent; the biases stay.

    In:  eta, the learning rate, a float.
    Out: a dict with the keys "w1" to "w8" and floats, unrounded.

    Example: mazur_step(0.0)["w1"] is 0.15, the weight it starts with.
    """
    ### BEGIN SOLUTION
    x, target, params = mazur()
    names = ["sigmoid"] * 2
    A_L, caches = forward(x, params, names)
    grads = backward(A_L, target, params, caches, names, "squared_error")
    new = [W - eta * dW for (W, _), (dW, _) in zip(params, grads, strict=True)]
    weights = np.concatenate([W.ravel() for W in new])
    return {f"w{number}": float(w) for number, w in enumerate(weights, start=1)}
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_mazur_step", "grade": true, "points": 1}
got = mazur_step(0.5)
assert got is not None, "mazur_step gave nothing (None). Is there a return line?"
names = [f"w{number}" for number in range(1, 9)]
assert set(got) == set(names), f"The names are {', '.join(names)}; yours are {list(got)}."
for name in names:
    assert np.shape(got[name]) == (), f"{name} is one number; yours: shape {np.shape(got[name])}."
w5, want = got["w5"], 0.35891648
why = "If `mazur_step` calls `backward`: does that one pass its own check?"
assert np.isclose(w5, want, atol=1e-8), f"w5: 0.4 − 0.5 · 0.082167041 = {want}; yours: {w5}. {why}"
w8 = mazur_step(0.0)["w8"]
assert np.isclose(w8, 0.55), f"With eta = 0 nothing moves, and w8 is 0.55; yours: {w8}."

# %% nbgrader={"grade_id": "grade_mazur_step", "grade": true, "points": 1}
# Hidden tests for `mazur_step` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("10-backpropagation", "mazur_step", mazur_step)
### END HIDDEN TESTS

# %% [markdown]
# His eight weights, as they are printed in the article, beside yours to as many digits. **Before you run the cell:** $w_1$ and $w_2$ lead into the same neuron, and $i_2$ is twice $i_1$. How will their changes compare?

# %%
printed = {"w1": "0.149780716", "w2": "0.19956143", "w3": "0.24975114", "w4": "0.29950229"}
printed |= {"w5": "0.35891648", "w6": "0.408666186", "w7": "0.511301270", "w8": "0.561370121"}
step = mazur_step(0.5)

for name, text in printed.items():
    digits = len(text) - len("0.")
    print(f"{name}  printed {text:11}  yours {step[name]:.{digits}f}")

# %% [markdown]
# All eight agree, to the last digit, and $w_2$ has moved twice as far as $w_1$: the same $\delta$, times an input twice as large. Then the article runs the network forward once more with the new weights. The error was 0.298371109 before the step; in print it is now 0.291027924.
#
# **Before you run the cell:** the gradients are right, the weights are right, one forward pass is left. What do you expect?

# %%
x, target, _ = mazur()


def error_with(weights, b_hidden=0.35, b_output=0.60):
    """The error of Mazur's network with weights w1 to w8; a bias or a column for each layer."""
    W1, W2 = np.reshape(weights, (2, 2, 2))
    out, _ = forward(x, [(W1, b_hidden), (W2, b_output)], ["sigmoid", "sigmoid"])
    return squared_error(out, target)


yours = [step[f"w{number}"] for number in range(1, 9)]
print("printed                     0.291027924")
print(f"recomputed                  {error_with(yours):.9f}")

# %% [markdown]
# They differ in the seventh digit: 0.291027**924** in print, 0.291027**774** by correct arithmetic. It is a small thing, but this number has been copied into many tutorials and tests, and whoever computes with care does not get it. Where does it come from?
#
# We cannot look over anybody's shoulder. But we can try suspects, and see which of them gives exactly these digits:
#
# 1. The eight **rounded** weights were typed in again.
# 2. The **biases** took part in the step after all, one bias for each neuron.
# 3. The same, with one shared bias for each layer.
# 4. $W^{[2]}$ was updated **before** BP3 used it.
#
# **Before you run the cell:** place your bet. The difference is $1.5 \cdot 10^{-7}$; which suspects can make one that small?

# %%
_, _, old = mazur()
(V1, c1), (V2, c2) = old
out, kept = forward(x, old, ["sigmoid", "sigmoid"])
(_, net_h), (out_h, _) = kept
(_, db_h), (_, db_o) = backward(out, target, old, kept, ["sigmoid", "sigmoid"], "squared_error")

delta_o = (out - target) * out * (1 - out)
V2_new = V2 - 0.5 * weight_gradient(delta_o, out_h)
blame_slip = V2_new.T @ delta_o  # BP3, but with the new weights
delta_h_slip = linear_gradient(blame_slip, net_h, SLOPES["sigmoid"])
V1_slip = V1 - 0.5 * weight_gradient(delta_h_slip, x)

rounded = [float(text) for text in printed.values()]
print(f"1. rounded weights          {error_with(rounded):.9f}")
print(f"2. a bias for each neuron   {error_with(yours, c1 - 0.5 * db_h, c2 - 0.5 * db_o):.9f}")
shared = error_with(yours, 0.35 - 0.5 * db_h.sum(), 0.60 - 0.5 * db_o.sum())
print(f"3. a bias for each layer    {shared:.9f}")
print(f"4. W2 updated too early     {error_with(np.append(V1_slip, V2_new)):.9f}")

# %% [markdown]
# The fourth gives all nine printed digits. Rounding changes nothing at this length, and moving biases changes far too much.
#
# There is more. After 10,000 steps (lesson 13 runs them) the article prints the outputs 0.015912196 and 0.984065734. With old weights throughout they are 0.015913620 and 0.984064274; with $W^{[2]}$ updated too early they are 0.015912196 and 0.984065734, in all digits.
#
# What can honestly be said? The article's formulas use the old weights, and so do its eight printed weights. The printed error after the step belongs to **other** values of $w_1$ to $w_4$ (the slip makes $w_1$ 0.149817639), and they are exactly those of section 7's mistake. It looks as if the program that made the last numbers had it. We don't know, but we know what correct arithmetic gives: 0.291027774.

# %% [markdown]
# Two lessons from an erratum. A mistake of this kind does not show in the results: that network learned very well. And a printed number is no proof; when yours differs, first ask a judge that doesn't read: the finite differences.

# %% [markdown]
# ## 11. The slips, and what they look like
#
# Here is the line for $dW^{[1]}$ of the running example, this time with tanh in layer 1, and six things that people really write in its place. Each result is divided by the measured gradient, so that a right one gives 1. **Before you run the cell:** which of the six will be wrong by a plain factor, and which will give no answer at all?

# %%
layers = ["tanh", "sigmoid"]
A2, [(A0, Z1), (A1, Z2)] = forward(X, params, layers)
right = measured_gradients(X, Y, params, layers, "binary_cross_entropy")[0][0]  # dW of layer 1
dZ2, slope = A2 - Y, SLOPES["tanh"](Z1)
dZ1 = (W2.T @ dZ2) * slope

slips = {
    "no slip": lambda: dZ1 @ A0.T / 4,
    "1/m forgotten": lambda: dZ1 @ A0.T,
    "1/m on dZ, and on dW": lambda: (dZ1 / 4) @ A0.T / 4,
    "slope taken of A, not of Z": lambda: ((W2.T @ dZ2) * SLOPES["tanh"](A1)) @ A0.T / 4,
    "slope forgotten": lambda: (W2.T @ dZ2) @ A0.T / 4,
    "derivative of the loss forgotten": lambda: ((W2.T @ SLOPES["sigmoid"](Z2)) * slope) @ A0.T / 4,
    "W2 not transposed": lambda: ((W2 @ dZ2) * slope) @ A0.T / 4,
}
for name, dW in slips.items():
    try:
        print(f"{name:33} row 1 / right: {(dW() / right)[0].round(3)}")
    except ValueError:
        print(f"{name:33} no number: the shapes don't fit")

# %% [markdown]
# | what you see | where to look |
# | --- | --- |
# | all ratios are $m$ | $\frac1m$ forgotten |
# | all ratios are $\frac1m$ | $\frac1m$ taken twice: it belongs to $dW$ and $db$, never to $dZ$ |
# | ratios differ from entry to entry, layer $L$ is right | BP4: the slope forgotten, of $A$ in place of $Z$, or of the wrong layer |
# | with one output: one ratio in each row, another in the next | BP3: weights that are not those of the way forward |
# | layer $L$ is wrong too | the start: the derivative of the loss |
# | an error about shapes | a transpose; between layers of equal size it goes unnoticed |
#
# One trap in the third line: for ReLU, $A > 0$ exactly where $Z > 0$, so the slope of $A$ is the slope of $Z$, and the slip stays invisible until somebody changes the activation.

# %% [markdown]
# With these slips at least the shape of $dW$ was right. Five more, which get shapes wrong. **Before you run the cell:** which of the lines will raise an error?

# %%
flat_db1 = dZ1.mean(axis=1)  # keepdims forgotten
print("b1 after a step with a flat db1:     ", (b1 - 0.5 * flat_db1).shape, "expected", b1.shape)
print("db1 averaged along the other axis:   ", dZ1.mean(axis=0).shape, "expected", b1.shape)
print("dW1 with this layer's A, not A_prev: ", weight_gradient(dZ1, A1).shape, "expected", W1.shape)
print("dW2 with the caches in reverse order:", weight_gradient(dZ2, A0).shape, "expected", W2.shape)

dA0 = W1.T @ dZ1  # one turn too many: X treated as a layer, with the Z at position -1
print("a dZ of layer 0, which has no Z:     ", linear_gradient(dA0, Z2, SLOPES["sigmoid"]).shape)

# %% [markdown]
# None does. NumPy broadcasts, or the sides happen to fit, and the error appears far away or never: in the first line, three biases have become a (3, 3) matrix. One line in a test finds all but the last: **every gradient has the shape of what it is the gradient of.**

# %% [markdown]
# The last slip leaves the gradients right, and spoils what comes after. **Before you run the cell:** `dZ -= Y` changes an array in place. Which array is it?


# %%
def first_in_place(A_L, Y):
    dZ = A_L  # the same array under a second name, not a copy
    dZ -= Y
    return dZ


out, _ = forward(X, params, ["relu", "sigmoid"])
print("outputs before:", out)
print("dZ:            ", first_in_place(out, Y))
print("outputs after: ", out)

# %% [markdown]
# The caller's outputs are gone, and the cost computed from them next will be wrong. Write `A_L - Y`, which makes a new array; and in the loop no `*=` and no `-=` on anything that came from `caches` or `params`.

# %% [markdown]
# ## 12. Questions
#
# **q1.** Somebody writes training for a network of two layers, without a loop. Which order of lines gives wrong gradients, without any error message?
#
# - **a** $dZ^{[2]}$, $dW^{[2]}$, $db^{[2]}$, $dA^{[1]}$, $dZ^{[1]}$, $dW^{[1]}$, $db^{[1]}$; then all updates
# - **b** $dZ^{[2]}$, $dA^{[1]}$, $dZ^{[1]}$, $dW^{[1]}$, $db^{[1]}$, $dW^{[2]}$, $db^{[2]}$; then all updates
# - **c** $dZ^{[2]}$, $dW^{[2]}$, $db^{[2]}$, update of layer 2; then $dA^{[1]}$, $dZ^{[1]}$, $dW^{[1]}$, $db^{[1]}$, update of layer 1
# - **d** $dZ^{[2]}$, $dA^{[1]}$, $dZ^{[1]}$, $dW^{[1]}$, $db^{[1]}$, update of layer 1; then $dW^{[2]}$, $db^{[2]}$, update of layer 2
#
# **q2.** A network has the sizes 3-4-5-2. Along how many paths does **one** weight of layer 1 reach the loss of an example?

# %% [markdown]
# **q3.** A batch is doubled by writing every example into it twice. What happens to the arrays of the way back?
#
# - **a** every $dW$ and $db$ doubles
# - **b** every $dZ$ gets twice as many columns, and $dW$, $db$ stay the same
# - **c** every entry of $dZ$ is halved, and $dW$, $db$ stay the same
# - **d** every $dW$ gets twice as many columns
#
# **q4.** For which pair does the way back start with $dZ^{[L]} = A^{[L]} - Y$, like sigmoid with the binary cross-entropy?
#
# - **a** sigmoid with squared error
# - **b** tanh with squared error
# - **c** identity with squared error
# - **d** identity with the binary cross-entropy

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": "…a letter…", "q2": …a number…, "q3": "…a letter…", "q4": "…a letter…"}
### BEGIN SOLUTION
answers = {"q1": "c", "q2": 10, "q3": "b", "q4": "c"}
### END SOLUTION

# %% nbgrader={"grade_id": "check_questions", "grade": true, "points": 0}
assert isinstance(answers, dict), "`answers` should be a dict, as in the form above."
assert set(answers) == {"q1", "q2", "q3", "q4"}, f"The names are q1 to q4; yours: {list(answers)}."
for q in ("q1", "q3", "q4"):
    assert str(answers[q]).strip().lower() in ("a", "b", "c", "d"), f"{q} is a letter from a to d."
assert isinstance(answers["q2"], (int, float)), "q2 is a number, without quotation marks."

# %% nbgrader={"grade_id": "grade_questions", "grade": true, "points": 4}
# Your answers are graded here.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("10-backpropagation", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **Updating before all gradients are there.** BP3 wants the weights of the way forward.
# - **$\frac1m$ missing, or there twice.** Once, in BP1 and BP2; never on $dZ$ or $dA$.
# - **The wrong position.** In a turn for layer $l$, BP4 reads $Z$ **and** $g$ of layer $l - 1$. At the first layer, position $-1$ is the last one, without an error.
# - **$X$ treated as a layer.** No $W$ leads into layer 0, and it has no $Z$: the chain ends at $dZ^{[1]}$.
# - **Gradients in the order they were computed.** They come out last layer first; `grads` is first layer first.
# - **$g'(A)$ in place of $g'(Z)$.** Invisible with ReLU.
# - **`sum(axis=1)` without `keepdims`.** A flat $db$ of shape `(n,)` gets broadcast along examples at the next update.
# - **Caches of another batch.** After an update or for a new batch, first forward, then back.
# - **Changing arrays in place.** What `forward` kept is read again.
# - **A cost that does not fit its output.** Section 5's table; refuse in words.

# %% [markdown]
# ## Where this leads
#
# You have the whole algorithm, and it is about ten lines. You also have seen how quietly it fails: of all the slips above, a single one raised an error, and a number in print seems to carry one to this day. **Lesson 11** makes a tool of the judge from section 6: how small should the nudge be, how close is close enough, and what does the corner of a ReLU do to it? Then it hands you five broken networks, and you find out which equation each of them gets wrong.
