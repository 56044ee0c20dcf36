# %% [markdown]
# # 04 · Forward propagation
#
# Time: 55 minutes · Points: 20 · Builds on: 01 Neurons, 02 Activations
#
# After this you can run a network of any depth on any number of examples; you can say the shape of every array in it before a computer tells you; and you know what has to be kept on the way forward for the way back.

# %% [markdown]
# From lesson 01 you need a layer: $n$ neurons that read the same inputs. Its weights are a matrix $W$ with a **row for each neuron**, its biases a column $b$; the examples are the **columns** of a matrix. From lesson 02 you need the activations, which the second cell below gives you.
#
# In an exercise, write your code where it says `YOUR CODE HERE`, then run the check below it. A second, hidden test tries your function on many more inputs when your work is graded; `course check 04-forward-propagation` in a terminal runs both.
#
# One rule of play for the whole lesson: **the shape first**. Before you run a cell that computes an array, say its shape. Many mistakes in a network are shapes that fit by luck, and whoever has said "(3, 4)" beforehand sees them.

# %% nbgrader={"grade_id": "given_setup", "locked": true}
from itertools import pairwise

import numpy as np

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals


# %% nbgrader={"grade_id": "given_activations", "locked": true}
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

# %% [markdown]
# The names in this dict are how a network's description says which activation a layer uses: `ACTIVATIONS["relu"]` is the function `relu`. A layer that passes on its sum as it is says `"identity"`.

# %% [markdown]
# ## 1. Who reads whom
#
# A layer of three neurons gives out three numbers. Who reads them? Another neuron can: to it, these three numbers are what the inputs were to the first layer. XOR in lesson 01 was made that way, and nothing forbids going on with a third layer, and a fourth.
#
# That is the whole idea of a network: **a layer's output is the next layer's input.** The computer goes through the layers from left to right, and this is called **forward propagation**.
#
# The network of this lesson has 2 inputs, 3 neurons and then 1 neuron: a **2-3-1** network. The inputs are counted as layer 0, since they compute nothing. Layers between the inputs and the output are called **hidden**.
#
# ![On the left, the 2-3-1 network: two inputs, three hidden neurons, one output neuron, and a weight on each of the nine edges. The edges that end at a neuron are drawn like that neuron: solid, dashed or dotted; those of the output neuron dash-dotted. On the right, the matrix of layer 1 with three rows and two columns, each row framed like its neuron, and the matrix of layer 2 with one row of three weights.](picture:network_and_matrix)
#
# *Choose one edge, say the one from $x_2$ to neuron 1. Find its label in the matrix. Which of its two numbers tells the row, and which the column?*

# %% [markdown]
# Each edge has a weight. We write $w^{[l]}_{rj}$ for the weight in layer $l$ with which neuron $r$ reads neuron $j$ of the layer before: **first the reader, then the one that is read.** So $w^{[1]}_{12}$ is how neuron 1 of layer 1 weighs $x_2$, and it stands in row 1, column 2.
#
# That looks backwards, since the signal runs from $j$ to $r$. It pays off twice. A row of $W$ is everything that one neuron needs. And in the formula, the two $j$ come to stand side by side:
#
# $$(2)\qquad z^{[l]}_r = \sum_{j=1}^{n_{l-1}} w^{[l]}_{rj}\, a^{[l-1]}_j + b^{[l]}_r$$
#
# In words: neuron $r$ goes through all neurons $j$ of the layer before, multiplies what each gives out by the weight of that edge, adds up, and adds its own bias.

# %% [markdown]
# Then the neuron passes its sum through the activation of its layer:
#
# $$(1)\qquad a^{[l]}_r = g^{[l]}\big(z^{[l]}_r\big)$$
#
# These two lines are all of forward propagation; they keep the numbers (1) and (2) through the course. To start, $a^{[0]}_j = x_j$: what "layer 0" gives out are the inputs.

# %% [markdown]
# ## 2. Shapes before numbers
#
# What do the arrays of a layer look like when $m$ examples run through at once? Every side of every array counts something, and there are only three things to count: neurons **here** ($n_l$ of them), neurons in the layer **before** ($n_{l-1}$), and **examples** ($m$).
#
# ![W is drawn as a rectangle n_l high and n_{l-1} wide, A of the layer before as n_{l-1} high and m wide, b as n_l high and 1 wide, Z as n_l high and m wide. Below each, what a row and a column stand for: in W a neuron here and a neuron before, in A a neuron before and an example, in b a neuron here, in Z a neuron here and an example.](picture:sides)
#
# *Look for the side that occurs on $W$ and on $A^{[l-1]}$, and is gone from $Z$. Look for the two arrays that have no $m$ on any side.*

# %% [markdown]
# | array | rows | columns | shape |
# | --- | --- | --- | --- |
# | $W^{[l]}$ | neurons here | neurons before | $(n_l, n_{l-1})$ |
# | $b^{[l]}$ | neurons here | one | $(n_l, 1)$ |
# | $Z^{[l]}$ and $A^{[l]}$ | neurons here | examples | $(n_l, m)$ |
#
# The side that vanishes is the one that the sum in (2) runs along: $\sum_j$ goes through the neurons before, and no $j$ is left over. For a layer of 5 neurons that reads 4, on 10 examples:
#
# $$\underset{(5,\ 4)}{W}\ \underset{(4,\ 10)}{A} \;+ \underset{(5,\ 1)}{b} \;=\; \underset{(5,\ 10)}{Z}$$
#
# Weights and biases have no side of length $m$: they belong to the network, and every example is read with the same ones.

# %% [markdown]
# ### Exercise: `predicted_shapes`
# The 2-3-1 network of the picture runs on $m = 4$ examples. **On paper, without running any code:** what is the shape of each array? Write each one as a pair, (rows, columns).
#
# <details><summary>Hint: a nudge</summary>
#
# Take them in the order of computation. For each array ask two things: how many neurons does this layer have, and does the array change from example to example?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# A row belongs to a neuron, in every one of the eight arrays. A column of $W$ belongs to a neuron of the layer before; a column of $Z$ or $A$ belongs to an example; $b$ has a single column. At the end, check that each product $W A$ fits: the inner numbers have to agree.
#
# </details>

# %% nbgrader={"grade_id": "predicted_shapes", "solution": true}
# The form: predicted_shapes = {"W1": (…, …), "b1": (…, …), "Z1": (…, …), "A1": (…, …),
#                               "W2": (…, …), "b2": (…, …), "Z2": (…, …), "A2": (…, …)}
### BEGIN SOLUTION
layer_1 = {"W1": (3, 2), "b1": (3, 1), "Z1": (3, 4), "A1": (3, 4)}
layer_2 = {"W2": (1, 3), "b2": (1, 1), "Z2": (1, 4), "A2": (1, 4)}
predicted_shapes = layer_1 | layer_2
### END SOLUTION

# %% nbgrader={"grade_id": "check_predicted_shapes", "grade": true, "points": 1}
got = predicted_shapes
names = ["W1", "b1", "Z1", "A1", "W2", "b2", "Z2", "A2"]
assert isinstance(got, dict), "`predicted_shapes` should be a dict, as in the form above."
assert set(got) >= set(names), f"The names are {', '.join(names)}; yours are {list(got)}."
for name in names:
    assert np.shape(got[name]) == (2,), f"{name}: two numbers, (rows, columns); yours: {got[name]!r}."
assert tuple(got["W1"]) == (3, 2), f"W1 is in the picture: 3 rows, 2 columns; yours is {got['W1']}."
assert got["W2"][1] == got["A1"][0], "W2 times A1 does not fit: columns of W2 against rows of A1."
for W, Z in (("W1", "Z1"), ("W2", "Z2")):
    assert got[W][0] == got[Z][0], f"A product has the rows of its left factor: compare {W} with {Z}."

# %% nbgrader={"grade_id": "grade_predicted_shapes", "grade": true, "points": 1}
# Hidden tests for `predicted_shapes` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("04-forward-propagation", "predicted_shapes", predicted_shapes)
### END HIDDEN TESTS

# %% [markdown]
# What you did on paper for one network, a function can do for all of them. A network is described by its **layer sizes**, the inputs first: `[2, 3, 1]`. The letter $L$ stands for the number of layers that compute something, so $L$ layers have $L + 1$ sizes; here $L = 2$. The shapes of its parameters follow from that, and do not depend on $m$.

# %% [markdown]
# ### Exercise: `parameter_shapes`
# The shapes of all weights and biases of a network, from the sizes of its layers.
#
# <details><summary>Hint: a nudge</summary>
#
# A network of four layer sizes has three layers of weights: one for each pair of neighbours in the list.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Go through the neighbours, (size before, size here). The size here is the number of rows of both; the size before is the number of columns of $W$. `pairwise(layer_sizes)`, imported in the first cell, gives them one after the other; a loop over positions does as well.
#
# </details>


# %% nbgrader={"grade_id": "parameter_shapes", "solution": true}
def parameter_shapes(layer_sizes):
    """The shape of W and of b, layer by layer.

    In:  layer_sizes, a list of L + 1 whole numbers n_0, n_1, …, n_L (n_0 is the number of inputs).
    Out: a list of L pairs (shape of W, shape of b), each shape a tuple of two whole numbers.

    Example: parameter_shapes([2, 3, 1]) is [((3, 2), (3, 1)), ((1, 3), (1, 1))].
    """
    ### BEGIN SOLUTION
    return [((n, n_prev), (n, 1)) for n_prev, n in pairwise(layer_sizes)]
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_parameter_shapes", "grade": true, "points": 1}
got = parameter_shapes([4, 5, 3])
assert got is not None, "parameter_shapes([4, 5, 3]) gave nothing (None). Is there a return line?"
assert len(got) == 2, f"Sizes 4, 5, 3 make two layers of weights, so two pairs; yours has {len(got)}."
for pair in got:
    dimensions = [np.ndim(shape) for shape in pair]
    assert dimensions == [1, 1], f"A pair of shapes for each layer, as in the example; yours has {pair}."
(W1_shape, b1_shape), (W2_shape, b2_shape) = got
assert tuple(W1_shape) == (5, 4), f"Layer 1: 5 neurons read 4, so W is (5, 4); yours: {W1_shape}."
assert tuple(b1_shape) == (5, 1), f"Layer 1: 5 neurons, a bias each: b is (5, 1); yours: {b1_shape}."
assert tuple(W2_shape) == (3, 5), f"Layer 2: 3 neurons read 5, so W is (3, 5); yours: {W2_shape}."
assert tuple(b2_shape) == (3, 1), f"Layer 2: 3 neurons, a bias each: b is (3, 1); yours: {b2_shape}."

# %% nbgrader={"grade_id": "grade_parameter_shapes", "grade": true, "points": 1}
# Hidden tests for `parameter_shapes` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("04-forward-propagation", "parameter_shapes", parameter_shapes)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `count_parameters`
# How many numbers does such a network have to learn, weights and biases together?
#
# <details><summary>Hint: a nudge</summary>
#
# A neuron of layer $l$ has one weight for every neuron of layer $l-1$, and one bias.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# A layer has (size here) times (size before) weights and (size here) biases. Add that up over the layers. The function you wrote last has all the sizes already.
#
# </details>


# %% nbgrader={"grade_id": "count_parameters", "solution": true}
def count_parameters(layer_sizes):
    """The number of weights and biases of a network.

    In:  layer_sizes, a list of L + 1 whole numbers n_0, n_1, …, n_L (n_0 is the number of inputs).
    Out: a whole number.

    Example: count_parameters([2, 3, 1]) is 13.
    """
    ### BEGIN SOLUTION
    return sum(n * (n_prev + 1) for n_prev, n in pairwise(layer_sizes))
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_count_parameters", "grade": true, "points": 1}
got = count_parameters([2, 3, 1])
assert got is not None, "count_parameters([2, 3, 1]) gave nothing (None). Is there a return line?"
assert np.shape(got) == (), f"One number should come out; yours has shape {np.shape(got)}."
assert got == 13, f"2-3-1: (6 weights + 3 biases) + (3 weights + 1 bias) = 13; yours is {got}."
got = count_parameters([4, 5, 3])
assert got == 43, f"4-5-3: (20 + 5) + (15 + 3) = 43; yours is {got}."

# %% nbgrader={"grade_id": "grade_count_parameters", "grade": true, "points": 1}
# Hidden tests for `count_parameters` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("04-forward-propagation", "count_parameters", count_parameters)
### END HIDDEN TESTS

# %% [markdown]
# Where do the parameters of a network sit? The next cell counts them for a network that reads 64 pixels and tells 10 digits apart.
#
# **Before you run it:** the second network has twice as many neurons in each of its two hidden layers. Does it have twice as many parameters, a little more than that, or four times as many?

# %%
for sizes in [[64, 100, 100, 10], [64, 200, 200, 10]]:
    print(sizes, "has", count_parameters(sizes), "parameters; per layer:", end=" ")
    print([count_parameters([before, here]) for before, here in pairwise(sizes)])

# %% [markdown]
# A good three times as many. Between the two hidden layers **both** sides of $W$ have doubled, so that matrix has four times as many weights; the first and the last matrix have only one doubled side.

# %% [markdown]
# ## 3. One example, by hand
#
# Now numbers for the nine weights and four biases. They stay the same through the lesson. The list `params` has a pair $(W, b)$ for each layer, and `activations` a name for each layer. Python counts from 0: `params[0]` belongs to layer 1.


# %% nbgrader={"grade_id": "given_network", "locked": true}
def two_three_one():
    W1 = np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 0.5]])
    b1 = np.array([[-2.0], [-1.0], [1.0]])
    W2 = np.array([[2.0, -1.0, 1.0]])
    b2 = np.array([[2.0]])
    return [(W1, b1), (W2, b2)]


params = two_three_one()
(W1, b1), (W2, b2) = params
activations = ["relu", "sigmoid"]

# %% [markdown]
# The example is $x = (2, 1)$. Layer 1 first, each neuron on its own, equation (2) and then (1) with ReLU:
#
# | neuron | $\sum_j w^{[1]}_{rj}\, x_j + b^{[1]}_r$ | $z^{[1]}_r$ | $a^{[1]}_r = \mathrm{relu}(z^{[1]}_r)$ |
# | --- | --- | --- | --- |
# | $r = 1$ | $1 \cdot 2 + 2 \cdot 1 - 2$ | $2$ | $2$ |
# | $r = 2$ | $3 \cdot 2 - 1 \cdot 1 - 1$ | $4$ | $4$ |
# | $r = 3$ | $-2 \cdot 2 + 0.5 \cdot 1 + 1$ | $-2.5$ | $0$ |
#
# Layer 2 has one neuron, with the sigmoid. It does not see the inputs 2 and 1 any more; it reads 2, 4 and 0:
#
# $$z^{[2]}_1 = 2 \cdot 2 - 1 \cdot 4 + 1 \cdot 0 + 2 = 2, \qquad a^{[2]}_1 = \sigma(2) = 0.8808$$

# %% [markdown]
# ![The 2-3-1 network with its numbers. Inputs 2 and 1. Hidden neurons: z = 2 gives 2; z = 4 gives 4; z = minus 2.5 gives 0. Output neuron: z = 2 gives 0.88. The weights stand on the edges, the biases beside the neurons.](picture:worked_example)
#
# *The number in a circle is what that neuron gives out. Neuron 3 is silent on this example: which edge carries nothing to the output because of it?*
#
# The same as matrices. The three rows of the table are one product, a row of $W^{[1]}$ for each:
#
# $$z^{[1]} = \begin{pmatrix} 1 & 2 \\ 3 & -1 \\ -2 & 0.5 \end{pmatrix} \begin{pmatrix} 2 \\ 1 \end{pmatrix} + \begin{pmatrix} -2 \\ -1 \\ 1 \end{pmatrix} = \begin{pmatrix} 4 \\ 5 \\ -3.5 \end{pmatrix} + \begin{pmatrix} -2 \\ -1 \\ 1 \end{pmatrix} = \begin{pmatrix} 2 \\ 4 \\ -2.5 \end{pmatrix}$$
#
# $$z^{[2]} = \begin{pmatrix} 2 & -1 & 1 \end{pmatrix} \begin{pmatrix} 2 \\ 4 \\ 0 \end{pmatrix} + \begin{pmatrix} 2 \end{pmatrix} = \begin{pmatrix} 2 \end{pmatrix}$$

# %% [markdown]
# The next cell computes it the long way, in index form, and has to make room for `z1` and `z2` first. **Before you look at it:** which shapes do they need, if a single example is a matrix with one column? And how often will something be multiplied in all?

# %%
x = np.array([[2.0], [1.0]])  # one example, one column

z1 = np.zeros((3, 1))
for r in range(3):
    for j in range(2):
        z1[r, 0] += W1[r, j] * x[j, 0]
    z1[r, 0] += b1[r, 0]
a1 = relu(z1)

z2 = np.zeros((1, 1))
for j in range(3):
    z2[0, 0] += W2[0, j] * a1[j, 0]
z2[0, 0] += b2[0, 0]
a2 = sigmoid(z2)

print("z1 =", z1.ravel(), " a1 =", a1.ravel(), " z2 =", z2.ravel(), " a2 =", a2.ravel())

# %% [markdown]
# Nine multiplications, one for each edge. The shapes are (3, 1) and (1, 1), not (3,) and a bare number: a single example is a matrix with a single column. Keeping both sides, even when one of them is 1, is what lets the next section change nothing but $m$.

# %% [markdown]
# ## 4. Many examples: one column each
#
# Now $m$ examples at once. Write $A_{ji}$ for the entry of $A^{[l-1]}$ in row $j$ and column $i$: what neuron $j$ gives out on example $i$. That one matrix product does all examples and all neurons, lesson 01 showed for the inputs; here it is for any layer, starting from (2). (The layer numbers are left out, to keep the lines short; $A$ is the layer before.)
#
# | the line | the reason |
# | --- | --- |
# | $Z_{ri} = z_r$ on example $i$ | column $i$ of $Z$ is example $i$ |
# | $\phantom{Z_{ri}} = \sum_j w_{rj}\, a_j + b_r$, with the $a_j$ of example $i$ | equation (2) |
# | $\phantom{Z_{ri}} = \sum_j W_{rj}\, A_{ji} + b_r$ | the same numbers, named by their places in the matrices |
# | $\phantom{Z_{ri}} = (W A)_{ri} + b_r$ | definition of the matrix product: row $r$ of $W$ times column $i$ of $A$ |
#
# This holds for every $r$ and every $i$, so the two equations can be written for whole matrices, $g$ being applied to every entry (softmax, to every column):
#
# $$(2)\quad Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}, \qquad\qquad (1)\quad A^{[l]} = g^{[l]}\big(Z^{[l]}\big)$$
#
# One thing in (2) looks wrong. In the table's last line, the first term has an $r$ and an $i$, but $b_r$ has only an $r$: **the same bias is added all along row $r$.** Can a matrix with one column be added to a matrix with $m$ of them?

# %% [markdown]
# On paper it cannot: $W A$ has shape $(n_l, m)$ and $b$ has shape $(n_l, 1)$. NumPy adds them nevertheless: a side of length 1 is stretched to the length that is needed, by repeating. This is called **broadcasting**. Four examples, of which the first is the one from above:
#
# $$X = \begin{pmatrix} 2 & 0 & 1 & 0 \\ 1 & 0 & 0 & 1 \end{pmatrix}$$
#
# ![The product of W1 and X, shape (3, 4), plus the column b1 with the entries minus 2, minus 1 and 1, gives Z1, shape (3, 4). The column b1 is drawn in full once; its three copies to the right, one for each further example, are drawn with dotted lines. The columns of Z1 are 2, 4, −2.5; then −2, −1, 1; then −1, 2, −1; then 0, −2, 1.5.](picture:broadcasting)
#
# *The shaded column is stored, the dotted ones are only imagined. Look at example 2, whose inputs are both 0: what is left of the network there?*

# %% [markdown]
# Broadcasting does what is asked, not what is meant. NumPy lines up shapes from the **right**, and a side that is missing is put in front. So flat biases of shape `(3,)` are taken for a row, and the 3 for the number of columns: with four examples an error, which is the lucky case; with three, as many as there are neurons, each **example** gets a bias, where each neuron should, and nothing is reported. (Lesson 01 tried both.) This is why $b$ has shape $(n_l, 1)$ in this course, and why a test should have $m \ne n_l$.

# %% [markdown]
# ### Exercise: `linear_forward`
# Equation (2) for a whole layer and a whole batch. **First the shapes:** with `W` of shape `(3, 2)` and `A_prev` of shape `(2, 4)`, what has to come out?
#
# <details><summary>Hint: a nudge</summary>
#
# The double sum over neurons and examples is one matrix product. Which of the two matrices stands on the left?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Rows of $W$ meet columns of $A^{[l-1]}$: `W` on the left, `A_prev` on the right, and `@` between them. A `b` of shape `(n_l, 1)` is repeated for every column when it is added.
#
# </details>


# %% nbgrader={"grade_id": "linear_forward", "solution": true}
def linear_forward(W, A_prev, b):
    """The linear part of a layer, Z = W A_prev + b: equation (2).

    In:  W, shape (n_l, n_prev), a row per neuron; A_prev, shape (n_prev, m), a column per example;
         b, shape (n_l, 1). None of them is changed.
    Out: Z, shape (n_l, m).

    Example: linear_forward(np.array([[1.0, 2.0]]), np.array([[2.0], [1.0]]), np.array([[-2.0]]))
    is array([[2.]]).
    """
    ### BEGIN SOLUTION
    return W @ A_prev + b
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_linear_forward", "grade": true, "points": 1}
W = np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 0.5]])
b = np.array([[-2.0], [-1.0], [1.0]])
A_prev = np.array([[2.0, 0.0, 1.0, 0.0], [1.0, 0.0, 0.0, 1.0]])
got = linear_forward(W, A_prev, b)
assert got is not None, "linear_forward gave nothing (None). Is there a return line?"
assert isinstance(got, np.ndarray), f"An array is to come out; yours is a {type(got).__name__}."
assert np.shape(got) == (3, 4), f"3 neurons, 4 examples: shape (3, 4); yours: {np.shape(got)}."
assert np.allclose(got[:, 0], [2, 4, -2.5]), f"Column 1, as by hand: [2, 4, -2.5]; yours: {got[:, 0]}."
assert np.allclose(got[:, 1], [-2, -1, 1]), f"Column 2: inputs 0 leave the biases; yours: {got[:, 1]}."
assert np.allclose(got[0], [2, -2, -1, 0]), f"Row 1, neuron 1: [2, -2, -1, 0]; yours is {got[0]}."

# %% nbgrader={"grade_id": "grade_linear_forward", "grade": true, "points": 1}
# Hidden tests for `linear_forward` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("04-forward-propagation", "linear_forward", linear_forward)
### END HIDDEN TESTS

# %% [markdown]
# ## 5. Any number of layers
#
# Two layers can be written one after the other, as we did by hand. **Before you run the cell:** it runs the network on the four examples. Say the shapes of `Z1`, `A1`, `Z2`, `A2`, and compare with your `predicted_shapes`.

# %%
X = np.array([[2.0, 0.0, 1.0, 0.0], [1.0, 0.0, 0.0, 1.0]])
Z1 = linear_forward(W1, X, b1)
A1 = ACTIVATIONS["relu"](Z1)
Z2 = linear_forward(W2, A1, b2)
A2 = ACTIVATIONS["sigmoid"](Z2)

for name, array in [("Z1", Z1), ("A1", A1), ("Z2", Z2), ("A2", A2)]:
    print(f"{name}: predicted {predicted_shapes[name]}, computed {array.shape}")
print("A2 =", A2)

# %% [markdown]
# A third layer would be two more lines, a hundred layers two hundred. But look at the pairs of lines: they say the same thing, with other letters. What one layer gives out, the next one takes in. So one variable is enough for "what comes in", and its content is replaced layer by layer:
#
# 1. Start with $A^{[0]} = X$.
# 2. For $l = 1, \dots, L$: $\;Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}$, then $A^{[l]} = g^{[l]}(Z^{[l]})$.
# 3. The result is $A^{[L]}$.
#
# This is a loop over `params` and `activations`. Yet a loop that replaces what it has computed throws something away. Do we still need it?

# %% [markdown]
# ### What the way back will ask for
#
# A network learns by asking of each weight: if it changes a little, how does the output change? Lessons 06 to 10 answer that for all weights in one sweep from the last layer to the first. Two things on that way can be seen already, in one neuron:
#
# - **From $w$ to $z$.** In $z_r = \sum_j w_{rj}\, a_j + b_r$, the weight $w_{rj}$ is multiplied by $a_j$. Raise $w_{rj}$ by a little, and $z_r$ rises by that little times $a_j$. So the slope is **what came in** along this edge.
# - **From $z$ to $a$.** The slope is $g'(z_r)$, which differs from place to place: 0 or 1 for ReLU, and for the sigmoid at most ¼. To know it, one has to know **$z_r$**.
#
# **Before you run the cell:** it raises $w^{[2]}_{12}$ from $-1$ to $-0.999$ for the example $x = (2, 1)$. Hidden neuron 2 gives out 4. By how much will $z^{[2]}$ rise?

# %%
a1 = A1[:, :1]  # what came into layer 2 on example 1: the column 2, 4, 0
nudge = 0.001
W2_nudged = W2 + np.array([[0.0, nudge, 0.0]])

rise = (linear_forward(W2_nudged, a1, b2) - linear_forward(W2, a1, b2)).item()
print(f"z rises by {rise:.4f}, which is {rise / nudge:.1f} for each unit of weight")
print("what came in along this edge:", a1[1, 0])

# %% [markdown]
# So on the way back each layer is asked for two arrays: its $A^{[l-1]}$ and its $Z^{[l]}$. Computing them again would mean to run the network from the start for each layer: for ten layers $1 + 2 + \dots + 10 = 55$ steps in place of 10. Keeping them costs nothing but memory. What is kept is called a **cache**:
#
# ![Above, from left to right, X, Z1, A1, Z2, A2 with arrows for the weights and biases and for the activations. Below X and Z1 a first drawer holds the pair (X, Z1); it is entry 0 of caches. Below A1 and Z2 a second drawer holds the pair (A1, Z2); it is entry 1. An arrow from right to left below them is labelled: the way back, lessons 06 to 10.](picture:caches)
#
# *Each drawer holds what came **in** and the sum it became. Look for the one array that is in no drawer, and where it goes.*
#
# The pairs are collected in a list, `caches`, one for each layer, in order. Since Python counts from 0, layer $l$ has the pair `caches[l - 1]`. The last activation, $A^{[L]}$, is in none of them: it is the result, and handed back by itself.

# %% [markdown]
# ### Exercise: `forward`
# The whole network: $L$ layers, any of the six activations, a batch of examples. Give back the last activation, and the list of caches: for every layer, in order, the pair (what came in, its $Z$). **First the shapes:** for the 2-3-1 network and $m = 4$, of all four arrays in the caches.
#
# <details><summary>Hint: a nudge</summary>
#
# One variable holds "what the next layer reads". What is in it before the first layer, and when does it change?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Go through `params` and `activations` together, `zip` pairs them. For each layer: compute $Z$ from what comes in; put the pair (what came in, $Z$) into the list; then let the activation of $Z$ take the place of what comes in. `ACTIVATIONS[name]` is the function of that name.
#
# </details>


# %% nbgrader={"grade_id": "forward", "solution": true}
def forward(X, params, activations):
    """Run the network on a batch, and keep what the way back will need.

    In:  X, shape (n_0, m), a column per example;
         params, a list of L pairs (W, b) with shapes (n_l, n_prev) and (n_l, 1);
         activations, a list of L names out of the keys of ACTIVATIONS. Nothing is changed.
    Out: (A_L, caches): the last activation, shape (n_L, m), and a list of L pairs (A_prev, Z),
         what came into the layer, shape (n_prev, m), and its linear part, shape (n_l, m).

    Example: with X = np.array([[2.0], [1.0]]) and params = [(np.array([[1.0, 2.0]]), np.array([[-2.0]]))],
    forward(X, params, ["relu"]) is (array([[2.]]), [(X, array([[2.]]))]).
    """
    ### BEGIN SOLUTION
    A, caches = X, []
    for (W, b), name in zip(params, activations, strict=True):
        Z = linear_forward(W, A, b)
        caches.append((A, Z))
        A = ACTIVATIONS[name](Z)
    return A, caches
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_forward", "grade": true, "points": 1}
X = np.array([[2.0, 0.0, 1.0, 0.0], [1.0, 0.0, 0.0, 1.0]])
params = [
    (np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 0.5]]), np.array([[-2.0], [-1.0], [1.0]])),
    (np.array([[2.0, -1.0, 1.0]]), np.array([[2.0]])),
]
got = forward(X, params, ["relu", "sigmoid"])
assert got is not None, "forward gave nothing (None). Is there a return line?"
assert len(got) == 2, "Two things come out: the last activation and the list of caches."
A_L, caches = got
assert np.shape(A_L) == (1, 4), f"One output, 4 examples: shape (1, 4); yours: {np.shape(A_L)}."
want = [0.8808, 0.9526, 0.5, 0.9707]  # σ(2), σ(3), σ(0), σ(3.5)
assert np.allclose(A_L, [want], atol=1e-4), f"The outputs are {want}; yours are {np.ravel(A_L)}."
assert len(caches) == 2, f"A cache for each of the 2 layers; yours has {len(caches)}."
assert [len(cache) for cache in caches] == [2, 2], "Each cache is a pair: what came in, and Z."
for (A_prev, Z), want in zip(caches, [((2, 4), (3, 4)), ((3, 4), (1, 4))], strict=True):
    assert (np.shape(A_prev), np.shape(Z)) == want, (
        f"What came in and Z should have shapes {want}; yours: {np.shape(A_prev)} and {np.shape(Z)}."
    )
assert np.allclose(caches[0][0], X), "What comes into layer 1 is X."
Z = np.asarray(caches[0][1])
assert np.allclose(Z[:, 0], [2, 4, -2.5]), f"Z of layer 1, example 1: [2, 4, -2.5]; yours: {Z[:, 0]}."
A_1 = np.asarray(caches[1][0])
assert np.allclose(A_1[:, 0], [2, 4, 0]), f"Layer 2 reads relu of that: [2, 4, 0]; yours: {A_1[:, 0]}."

# %% nbgrader={"grade_id": "grade_forward", "grade": true, "points": 1}
# Hidden tests for `forward` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("04-forward-propagation", "forward", forward)
### END HIDDEN TESTS

# %% [markdown]
# Your function takes any network. Here is one with three layers and softmax at the end, with made-up weights. **Before you run the cell:** for sizes 2-5-4-3 and $m = 6$, what are the shapes of the three pairs in `caches`, and of the result? What do the columns of the result add up to?

# %%
rng = np.random.default_rng(0)
sizes = [2, 5, 4, 3]
deep_params = [(rng.normal(size=W), rng.normal(size=b)) for W, b in parameter_shapes(sizes)]
X_six = rng.normal(size=(2, 6))

A_3, deep_caches = forward(X_six, deep_params, ["tanh", "leaky_relu", "softmax"])
for layer, (A_prev, Z) in enumerate(deep_caches, start=1):
    print(f"layer {layer}: came in {A_prev.shape}, Z {Z.shape}")
print("result", A_3.shape, "with column sums", A_3.sum(axis=0))

# %% [markdown]
# In every pair of the printout the first number is the size of a layer and the second is $m = 6$. And the $Z$ of each layer has the shape of what comes into the next: an activation never changes a shape.

# %% [markdown]
# ### Watch it flow
#
# The figure runs a 2-3-1 network of sigmoids with **your** `forward`, one step at a time; its weights are its own, and they stand on the edges. Three things to try:
#
# 1. Go forward step by step, and say the shape of the next matrix before it appears. Choose a neuron: which row of which matrix is it?
# 2. Set both inputs to 0. What is $Z^{[1]}$ now? Find the three numbers elsewhere in the picture.
# 3. Choose a neuron of layer 1, stay at the step that computes $Z^{[1]}$, and move $x_1$ from left to right. Does its $z$ rise or fall, and which number on which edge tells you so beforehand?

# %%
from course.figures import forward_propagation

forward_propagation.explore(forward=forward)

# %% [markdown]
# <details><summary>What you should have found</summary>
#
# 1. The shapes go (2, 1), (3, 1), (3, 1), (1, 1), (1, 1): every array keeps its single column, since there is one example. With ten examples, each of these would have ten columns, and the weights and biases would look as before. A neuron is its row in $W$, in $b$, in $Z$ and in $A$.
# 2. With both inputs at 0 every weight of layer 1 multiplies 0, and $Z^{[1]}$ is the column of biases, $b^{[1]}$.
# 3. The weight on the edge from $x_1$ tells: with a positive weight $z$ rises, with a negative one it falls, and by that weight for each unit of $x_1$.
#
# </details>

# %% [markdown]
# ## 6. The bias as a weight
#
# A bias is the one parameter that multiplies nothing. Can it be made a weight like the others? Give it something to multiply: a number that is always 1.
#
# ![The 2-3-1 network with two additional square units that hold the number 1: one beside the inputs, with edges of weight −2, −1 and 1 to the three hidden neurons, and one beside the hidden neurons, with an edge of weight 2 to the output neuron. No edge ends at a square unit. On the right the matrix Θ of layer 1: its first column, −2, −1, 1, holds the biases, the other two columns hold W.](picture:bias_unit)
#
# *Follow the edges that leave the squares and read their weights: you have met them as biases. No edge ends at a square, and none stands beside the output.*

# %% [markdown]
# The additional unit is called the **bias unit**, $a_0 = 1$. The bias becomes the weight number 0, and the matrix that holds both is called $\Theta$ (theta): column 0 the biases, then the columns of $W$. For neuron $r$:
#
# | the line | the reason |
# | --- | --- |
# | $z_r = \sum_{j=1}^{n} w_{rj}\, a_j + b_r$ | equation (2), with $n$ neurons before |
# | $\phantom{z_r} = \sum_{j=1}^{n} w_{rj}\, a_j + b_r \cdot 1$ | multiply by 1 |
# | $\phantom{z_r} = \sum_{j=1}^{n} \theta_{rj}\, a_j + \theta_{r0}\, a_0$ | give names: $\theta_{rj} = w_{rj}$, $\theta_{r0} = b_r$, $a_0 = 1$ |
# | $\phantom{z_r} = \sum_{j=0}^{n} \theta_{rj}\, a_j$ | the last term is the sum's term for $j = 0$ |
#
# The sum now starts at $j = 0$, and the bias is gone from sight.

# %% [markdown]
# With the numbers of the lesson, for $x = (2, 1)$. Compare with $z^{[1]}$ from section 3:
#
# $$\begin{pmatrix} -2 & 1 & 2 \\ -1 & 3 & -1 \\ 1 & -2 & 0.5 \end{pmatrix} \begin{pmatrix} 1 \\ 2 \\ 1 \end{pmatrix} = \begin{pmatrix} -2 + 2 + 2 \\ -1 + 6 - 1 \\ 1 - 4 + 0.5 \end{pmatrix} = \begin{pmatrix} 2 \\ 4 \\ -2.5 \end{pmatrix}$$
#
# $\Theta^{[l]}$ has one column more than $W^{[l]}$, so its shape is $(n_l, n_{l-1} + 1)$; and what it multiplies has one row more, a row of ones. You will meet this form in older courses and in code that wants one matrix a layer; those often count the layers from 1, so that their $\Theta^{(1)}$ is our $\Theta^{[1]}$, but their $a^{(1)}$ is our $a^{[0]}$.
#
# **Before you run the cell:** what shape has `X_with_ones`?

# %%
Theta1 = np.hstack([b1, W1])  # biases first
X_with_ones = np.vstack([np.ones((1, 4)), X])

print(f"X with ones, shape {X_with_ones.shape}:\n{X_with_ones}")
print(f"Theta1 times X with ones:\n{Theta1 @ X_with_ones}")
print(f"the same from W1 and b1:\n{linear_forward(W1, X, b1)}")

# %% [markdown]
# ### Exercise: `forward_theta`
# The forward pass in the $\Theta$ form: column 0 of every $\Theta$ holds the biases, and the same activation `g` is used in every layer. **First the shapes:** with $m = 4$ examples and $\Theta^{[1]}$ of shape `(3, 3)`, what shape has the matrix that it multiplies?
#
# <details><summary>Hint: a nudge</summary>
#
# A row of ones has to stand above $A$ every time before a $\Theta$ is applied, and never after the last one. How long is that row?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# In a loop over `thetas`: put `np.ones((1, m))` above $A$ with `np.vstack`, multiply from the left by $\Theta$, apply `g`. The ones are added at the beginning of the loop, so none is added to the output. The other way is to cut each $\Theta$ into its column 0 and the rest, and to go on as before.
#
# </details>


# %% nbgrader={"grade_id": "forward_theta", "solution": true}
def forward_theta(X, thetas, g):
    """Run a network whose biases are column 0 of its weight matrices.

    In:  X, shape (n_0, m), a column per example, without the row of ones;
         thetas, a list of L arrays; the one of layer l has shape (n_l, n_prev + 1);
         g, the activation of every layer, a function of arrays. Nothing is changed.
    Out: A_L, shape (n_L, m), without a row of ones.

    Example: with X = np.array([[2.0], [1.0]]) and thetas = [np.array([[-2.0, 1.0, 2.0]])],
    forward_theta(X, thetas, relu) is array([[2.]]).
    """
    ### BEGIN SOLUTION
    A = X
    for theta in thetas:
        A = g(theta @ np.vstack([np.ones((1, A.shape[1])), A]))
    return A
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_forward_theta", "grade": true, "points": 1}
X = np.array([[2.0, 0.0, 1.0, 0.0], [1.0, 0.0, 0.0, 1.0]])
Theta1 = np.array([[-2.0, 1.0, 2.0], [-1.0, 3.0, -1.0], [1.0, -2.0, 0.5]])
Theta2 = np.array([[2.0, 2.0, -1.0, 1.0]])
got = forward_theta(X, [Theta1], relu)
assert got is not None, "forward_theta gave nothing (None). Is there a return line?"
assert np.shape(got) == (3, 4), f"A layer of 3, 4 examples: shape (3, 4); yours: {np.shape(got)}."
assert np.allclose(got[:, 0], [2, 4, 0]), f"Example 1 after layer 1: [2, 4, 0]; yours: {got[:, 0]}."
got = forward_theta(X, [Theta1, Theta2], relu)
assert np.shape(got) == (1, 4), f"One output, 4 examples: shape (1, 4); yours: {np.shape(got)}."
assert np.allclose(got, [[2, 3, 0, 3.5]]), f"relu everywhere: 2, 3, 0, 3.5; yours: {np.ravel(got)}."

# %% nbgrader={"grade_id": "grade_forward_theta", "grade": true, "points": 1}
# Hidden tests for `forward_theta` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("04-forward-propagation", "forward_theta", forward_theta)
### END HIDDEN TESTS

# %% [markdown]
# Are the two forms one network? **Before you run the cell:** what has to be done to `W2` and `b2`, and what will the difference of the two results be? (`g` is the same in all layers here, so both use the sigmoid twice.)

# %%
thetas = [np.hstack([b, W]) for W, b in params]
A_from_thetas = forward_theta(X, thetas, sigmoid)
A_from_params, _ = forward(X, params, ["sigmoid", "sigmoid"])

print("shapes of the thetas:", [theta.shape for theta in thetas])
print("from thetas:", A_from_thetas, "\nfrom params:", A_from_params)

# %% [markdown]
# ## 7. A network that many have computed by hand
#
# There is a small network that many people have worked through on paper, from a blog post by Matt Mazur (*A Step by Step Backpropagation Example*, 2015). Its numbers will accompany us to the end of backpropagation, so they are worth getting right. It is a 2-2-2 network with sigmoids; its weights are numbered, $w_1$ to $w_8$, and both neurons of a layer share one bias.
#
# ![The 2-2-2 network. i1 = 0.05 and i2 = 0.10 lead to h1 and h2, and these to o1 and o2. Edges that end at h1: w1 = 0.15 from i1, w2 = 0.20 from i2. At h2: w3 = 0.25 from i1, w4 = 0.30 from i2. At o1: w5 = 0.40 from h1, w6 = 0.45 from h2. At o2: w7 = 0.50 from h1, w8 = 0.55 from h2. The biases are 0.35 in the hidden layer and 0.60 in the output layer. Below, W1 with the rows 0.15, 0.20 and 0.25, 0.30 and W2 with the rows 0.40, 0.45 and 0.50, 0.55.](picture:mazur)
#
# *The solid edges end at the first neuron of a layer, the dashed ones at the second. Find $w_2$ on its edge: does it stand in row 1 or in row 2 of $W^{[1]}$?*

# %% [markdown]
# His words for our symbols: **net** is $z$, **out** is $a$. By hand, the first neuron:
#
# $$\mathit{net}_{h1} = 0.15 \cdot 0.05 + 0.20 \cdot 0.10 + 0.35 = 0.3775, \qquad \mathit{out}_{h1} = \sigma(0.3775) = 0.593269992$$
#
# The trap is in the numbering. It goes through the **readers**: $w_1, w_2$ are what $h_1$ reads with, and so they form the first row of $W^{[1]}$. If they are taken for the two edges that *leave* $i_1$, the matrix is **transposed**: its rows have become columns. It has the same shape then, no error appears, and the result is near enough to look right.
#
# **Before you run the cell:** it makes this mistake on purpose, for layer 1. In which of its four entries does a (2, 2) matrix differ from its transpose? Will the net of $h_1$ be too large or too small?

# %%
W_right = np.array([[0.15, 0.20], [0.25, 0.30]])
inputs, bias = np.array([[0.05], [0.10]]), np.array([[0.35], [0.35]])

print("rows are readers:", linear_forward(W_right, inputs, bias).ravel())
print("transposed:      ", linear_forward(W_right.T, inputs, bias).ravel())

# %% [markdown]
# Two entries have changed places, 0.20 and 0.25. The input 0.10 now reaches $h_1$ with the weight 0.25 in place of 0.20, and its net becomes too large by $0.05 \cdot 0.10 = 0.005$. An error of little more than one percent, and no message.

# %% [markdown]
# ### Exercise: `mazur_forward`
# Run this network with your own `forward`, and collect six numbers in a dict, unrounded. **First the shapes:** of the input (one example), of the weights, and of a bias column whose two entries are equal.
#
# <details><summary>Hint: a nudge</summary>
#
# Write the two weight matrices first, row by row: the first row of $W^{[1]}$ holds the weights of the arrows that **end** at $h_1$.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# `forward` gives back everything that is asked for: the two outs of the output layer are its first result; the nets are the $Z$ of the two caches; the outs of the hidden layer are what came into layer 2. Index a `(2, 1)` array with two numbers, such as `[0, 0]`, to get one number out.
#
# </details>

# %% nbgrader={"grade_id": "mazur_forward", "solution": true}
# The form: mazur_forward = {"net_h1": …, "out_h1": …, "out_h2": …,
#                            "net_o1": …, "out_o1": …, "out_o2": …}
### BEGIN SOLUTION
x = np.array([[0.05], [0.10]])
mazur_params = [
    (np.array([[0.15, 0.20], [0.25, 0.30]]), np.full((2, 1), 0.35)),
    (np.array([[0.40, 0.45], [0.50, 0.55]]), np.full((2, 1), 0.60)),
]
A_2, [(_, Z_1), (A_1, Z_2)] = forward(x, mazur_params, ["sigmoid", "sigmoid"])
mazur_forward = {
    "net_h1": Z_1[0, 0],
    "out_h1": A_1[0, 0],
    "out_h2": A_1[1, 0],
    "net_o1": Z_2[0, 0],
    "out_o1": A_2[0, 0],
    "out_o2": A_2[1, 0],
}
### END SOLUTION

# %% nbgrader={"grade_id": "check_mazur_forward", "grade": true, "points": 1}
got = mazur_forward
names = ["net_h1", "out_h1", "out_h2", "net_o1", "out_o1", "out_o2"]
assert isinstance(got, dict), "`mazur_forward` should be a dict, as in the form above."
assert set(got) >= set(names), f"The names are {', '.join(names)}; yours are {list(got)}."
for name in names:
    assert np.size(got[name]) == 1, f"{name} is one number; yours has shape {np.shape(got[name])}."
net = np.ravel(got["net_h1"])[0]
assert np.isclose(net, 0.3775), f"net_h1: 0.15 · 0.05 + 0.20 · 0.10 + 0.35 = 0.3775; yours: {net}."
out = np.ravel(got["out_h1"])[0]
assert np.isclose(out, 0.593269992, atol=1e-8), f"out_h1 is σ(0.3775) = 0.593269992; yours: {out}."

# %% nbgrader={"grade_id": "grade_mazur_forward", "grade": true, "points": 1}
# Hidden tests for `mazur_forward` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("04-forward-propagation", "mazur_forward", mazur_forward)
### END HIDDEN TESTS

# %% [markdown]
# Now the rest, to the digits in print:
#
# | | printed | | printed |
# | --- | --- | --- | --- |
# | $\mathit{out}_{h1}$ | 0.593269992 | $\mathit{net}_{o1}$ | 1.105905967 |
# | $\mathit{out}_{h2}$ | 0.596884378 | $\mathit{out}_{o1}$ | 0.75136507 |
# | | | $\mathit{out}_{o2}$ | 0.772928465 |
#
# The next cell prints yours.

# %%
for name, value in mazur_forward.items():
    print(f"{name}  {np.ravel(value)[0]:.9f}")

# %% [markdown]
# Every digit agrees: your loop is the calculation that others did on paper. The two outputs were meant to be 0.01 and 0.99. They are far from that, and how far, in a single number, is the subject of the next lesson.

# %% [markdown]
# ## 8. Questions
#
# **q1.** A network 4-5-6-2 has run forward on $m = 10$ examples, and your `forward` returned `caches`. What is the shape of the **first** array of the pair `caches[1]`?
#
# - **a** (4, 10)
# - **b** (5, 10)
# - **c** (6, 10)
# - **d** (6, 5)
#
# **q2.** The same network runs on 20 examples instead of 10. Which of its arrays change their shape?
#
# - **a** all $W$, $b$, $Z$ and $A$
# - **b** all $b$, $Z$ and $A$
# - **c** all $Z$ and $A$
# - **d** the input and the output only

# %% [markdown]
# **q3.** In the worked example, $x = (2, 1)$, the hidden layer gives out 2, 4 and 0. The weight $w^{[2]}_{12}$ is raised by 0.1. By how much does $z^{[2]}_1$ rise? (A number, with a minus if it falls.)
#
# **q4.** Somebody puts the biases into the **last** column of every $\Theta$, and the unit $a_0 = 1$ below the other activations instead of above them. What does this network compute?
#
# - **a** the same as before
# - **b** nothing: the shapes no longer fit
# - **c** something else: the bias now multiplies the activation of the last neuron
# - **d** the same as before for one example, something else for more

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": "…a letter…", "q2": "…a letter…", "q3": …a number…, "q4": "…a letter…"}
### BEGIN SOLUTION
answers = {"q1": "b", "q2": "c", "q3": 0.4, "q4": "a"}
### END SOLUTION

# %% nbgrader={"grade_id": "check_questions", "grade": true, "points": 0}
assert isinstance(answers, dict), "`answers` should be a dict, as in the form above."
assert set(answers) == {"q1", "q2", "q3", "q4"}, f"The names are q1 to q4; yours are {list(answers)}."
for q in ("q1", "q2", "q4"):
    assert str(answers[q]).strip().lower() in ("a", "b", "c", "d"), f"{q} is a letter from a to d."
assert isinstance(answers["q3"], (int, float)), "q3 is a number, without quotation marks."

# %% nbgrader={"grade_id": "grade_questions", "grade": true, "points": 4}
# Your answers are graded here.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("04-forward-propagation", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## 9. Now break it
#
# Somebody has written the forward pass of a network with two layers, ReLU and sigmoid, without a loop. The lines are numbered, so that we can talk about them.


# %%
def forward_broken(X, params):
    (W1, b1), (W2, b2) = params  # 1
    Z1 = linear_forward(W1, X, b1)  # 2
    cache1 = (X, Z1)  # 3
    A1 = relu(Z1)  # 4
    Z2 = linear_forward(W2, A1, b2)  # 5
    cache2 = (Z1, Z2)  # 6
    A2 = sigmoid(Z2)  # 7
    return A2, [cache1, cache2]  # 8


# %% [markdown]
# Two tests, on $x = (2, 1)$. The output should be 0.8808, as by hand. And as in section 5, each weight of layer 2 is raised by a little: the rise of $z^{[2]}$ per unit of weight should be what the cache says came in along that edge. **Before you run it:** which three slopes should be measured?

# %%
x, nudge = np.array([[2.0], [1.0]]), 0.001
(W1, b1), (W2, b2) = two_three_one()  # the numbers of the lesson again
A_L, broken_caches = forward_broken(x, two_three_one())
print(f"output: {A_L.item():.4f}, by hand: 0.8808")
print("shapes:", [(A_prev.shape, Z.shape) for A_prev, Z in broken_caches])

came_in, Z_2 = broken_caches[1]
hidden = relu(linear_forward(W1, x, b1))
for j in range(3):
    W2_nudged = W2.copy()
    W2_nudged[0, j] += nudge
    slope = ((linear_forward(W2_nudged, hidden, b2) - Z_2) / nudge).item()
    print(f"weight w_1{j + 1}: measured slope {slope:4.1f}, from the cache {came_in[j, 0]:4.1f}")

# %% [markdown]
# The output is right, all shapes are right, two slopes of three agree. Run forward, this function would never be found out. A network that learns with its caches would be told something wrong about its third weight, on some examples and not on others.

# %% [markdown]
# ### Exercise: `bug`
# Which line is wrong, and what is wrong with it? Exactly one line has to be changed.
#
# - **a** it keeps the pair before the activation is computed, although the activation belongs into it
# - **b** it hands the activation on to the next layer, although the next layer should read the sum
# - **c** it keeps the sum of the layer before, although what came in is that sum's activation
# - **d** it keeps this layer's sum, although the way back needs this layer's activation
#
# <details><summary>Hint: a nudge</summary>
#
# The output is right. Which lines can only be right, then? And what do the two slopes that agree have in common?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Follow $x = (2, 1)$ on paper, line by line, and write down what every variable holds. Then compare each pair with what the docstring of your `forward` promises: what came into the layer, and its linear part. ReLU leaves positive numbers as they are.
#
# </details>

# %% nbgrader={"grade_id": "bug", "solution": true}
# The form: bug = {"line": …a number from 1 to 8…, "why": "…a letter…"}
### BEGIN SOLUTION
bug = {"line": 6, "why": "c"}
### END SOLUTION

# %% nbgrader={"grade_id": "check_bug", "grade": true, "points": 0}
assert isinstance(bug, dict), "`bug` should be a dict, as in the form above."
assert set(bug) == {"line", "why"}, f"The names are line and why; yours are {list(bug)}."
assert bug["line"] in range(1, 9), "line is a whole number from 1 to 8, without quotation marks."
assert str(bug["why"]).strip().lower() in ("a", "b", "c", "d"), "why is a letter from a to d."

# %% nbgrader={"grade_id": "grade_bug", "grade": true, "points": 2}
# Your answer is graded here.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("04-forward-propagation", "bug", bug)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **A transposed $W$.** Between layers of equal size nothing complains. Test with sizes that all differ, such as 2-3-1 with $m = 4$.
# - **A flat bias.** Shape `(n,)` in place of `(n, 1)`: an error when $m \ne n$, wrong numbers when $m = n$.
# - **Examples in rows.** Many data sets come as $(m, n_0)$. Turn them once, at the door: `X = data.T`.
# - **A column that lost a side.** `X[:, 0]` has shape `(2,)`; `X[:, :1]` keeps `(2, 1)`.
# - **Off by one.** Layer $l$ has `params[l - 1]` and `caches[l - 1]`. In Python an index of $-1$ is no error: it is the last layer.
# - **Caching what went out.** The way back needs what came in, and $Z$, not $A$.
# - **Changing an array that is cached.** `A = Z`, then `A[A < 0] = 0`: the cache holds this very array, no copy, and has lost its negative sums.
# - **A bias unit too many.** In the $\Theta$ form, the ones are put on before each $\Theta$, and never on the output.

# %% [markdown]
# ## Where this leads
#
# You can now compute what a network says. For Mazur's inputs it says 0.75 and 0.77, where 0.01 and 0.99 were wanted. Is that bad? Worse than 0.70 and 0.60? To make a network better, we need one number that says how wrong it is, and that becomes smaller when the network becomes better. **Lesson 05** builds two such numbers, and shows why one of them lets a network learn even where the other has almost gone silent.
