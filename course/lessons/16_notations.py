# %% [markdown]
# # 16 · Appendix: five notations, one network
#
# Time: 60 minutes · Points: 17 · Builds on: 04 Forward propagation, 09 BP4, 10 Backpropagation
#
# After this you can open any of the well-known texts on backpropagation, say which weight is meant, and turn its numbers into those of this course and back: folded biases, weights named from-to, gradients of single examples, weights with a number. And you know which numbers in print are not what arithmetic gives.

# %% [markdown]
# Backpropagation was written down by many people, and each had to choose letters. You will meet five of these languages:
#
# | | where you meet it | how to recognize it |
# | --- | --- | --- |
# | **this course** | Andrew Ng's later courses | $W^{[l]}$, $dZ^{[l]}$, square brackets, examples in columns |
# | **Nielsen** | his free online book | $w^l_{jk}$, $\delta^l$, cost $C$ |
# | **from-to** | many blog posts | $w_{ij}[k]$, an arrow from $i$ to $j$ |
# | **Θ** | Ng's first course on machine learning | $\Theta^{(l)}$, $\Delta$, $D$, a unit that is always 1 |
# | **Mazur** | his worked example | $w_1 \dots w_8$, net, out |
#
# The mathematics is the same. What differs is small: which index comes first, where the layers start, where the bias lives, and whether a gradient belongs to one example or to all. Each of these can go wrong without an error message, and so each is an exercise here.

# %% nbgrader={"grade_id": "given_setup", "locked": true}
import numpy as np

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals


def sigmoid(z):
    return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


def relu(z):
    return np.maximum(z, 0.0)


# %% nbgrader={"grade_id": "given_network", "locked": true}
W1 = np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 0.5]])
b1 = np.array([[-2.0], [-1.0], [1.0]])
W2 = np.array([[2.0, -1.0, 1.0]])
b2 = np.array([[2.0]])
params = [(W1, b1), (W2, b2)]

X = np.array([[2.0, 0.0, 1.0, 1.0], [1.0, 0.0, 0.0, 1.0]])  # two inputs, four examples
Y = np.array([[1.0, 0.0, 1.0, 1.0]])  # the right answers

Z1 = W1 @ X + b1  # forward, as in lesson 04
A1 = relu(Z1)
Z2 = W2 @ A1 + b2
A2 = sigmoid(Z2)

dZ2 = A2 - Y  # backward, as in lesson 10
dW2, db2 = dZ2 @ A1.T / 4, dZ2.mean(axis=1, keepdims=True)  # BP1, BP2
dZ1 = np.where(Z1 > 0, W2.T @ dZ2, 0.0)  # BP3, BP4
dW1, db1 = dZ1 @ X.T / 4, dZ1.mean(axis=1, keepdims=True)  # BP1, BP2
grads = [(dW1, db1), (dW2, db2)]

# %% [markdown]
# ## 1. One weight, five names
#
# This is the 2-3-1 network of lessons 06 to 11. Hidden neuron 1 reads input 2 with the weight **2**. In the code above it is `W1[0, 1]`: row of the reader, column of what is read, counted from 0.
#
# ![The 2-3-1 network. The edge from input 2 to hidden neuron 1 is thick and has the weight 2 on it; all other edges are thin. Beside it, five cards with a name each for this weight. This course: W, layer 1 in square brackets, index 1 2. Nielsen: w, superscript 2, index 1 2. From-to: w, index 2 1, then 1 in square brackets. Theta: capital theta, superscript 1 in parentheses, index 1 2. Mazur: w 2.](picture:one_weight)
#
# *One edge, five names. Look at the two small numbers of each name: where do they stand in the other order? And look at the layer: who says 2 where the others say 1?*

# %% [markdown]
# **The indices.** Three of them write the reader first, as a matrix does: row 1, column 2. That is so that $W a$ can be written without a transpose. The from-to notation follows the arrow: from 2, to 1.
#
# **The layer.** The picture below counts. A layer has a number, and a weight, which stands between two layers, borrows one: from the layer it leads **to**, or from the one it starts **from**.
#
# ![The three layers of the network as columns, inputs, hidden, output, and the four notations that number them as rows. This course: layers 0, 1, 2, and the weights between them W 1 and W 2. Nielsen: layers 1, 2, 3, weights w 2 and w 3. From-to: layers 1, 2, 3, weights w 1 and w 2. Theta: layers 1, 2, 3, weights theta 1 and theta 2. Mazur's letters stand below: i, h, o.](picture:layers)
#
# *Boxes are layers, arrows are weights. For each row ask: is an arrow named after the box before it, or the box behind it?*

# %% [markdown]
# So two things are chosen freely: where the counting starts, and after which end a weight is named.
#
# | | inputs are layer | a weight is named after | the first weights |
# | --- | --- | --- | --- |
# | this course | 0 | the layer it leads to | $W^{[1]}$ |
# | Nielsen | 1 | the layer it leads to | $w^2$ |
# | from-to | 1 | the layer it starts from | $w_{ij}[1]$ |
# | Θ | 1 | the layer it starts from | $\Theta^{(1)}$ |
# | Mazur | no number, $i$ | no layer | $w_1 \dots w_4$ |
#
# For **weights**, three of the four agree, by two different ways of counting. For everything that belongs to a **layer**, sums, outputs, blame, all others are one ahead of this course: our $A^{[1]}$ is their $a^2$, $a[2]$ or $a^{(2)}$. A bias belongs to a layer as well: in from-to, neuron 1 adds $b_1[2]$ to what comes in through the weights $w_{i1}[1]$. (Lesson 09 quoted Nielsen's equations with a letter $l$ for the layer, and so it did not matter there where $l$ starts.)

# %% [markdown]
# Now try it. In the figure, choose a quantity, then a place on the drawing, by mouse or with Tab and the arrow keys. Its five names stand beside it, and below you see where it stands in each notation's matrix. Three things to find:
#
# 1. The weight from hidden neuron 3 to the output. In which notations is its layer called 2?
# 2. The bias of hidden neuron 2. In which notation does it have no place of its own, and in which does a whole layer share it?
# 3. The blame of hidden neuron 1. In which notations does it belong to one example, and in which to all of them?

# %%
from course.figures import notations

notations.explore()

# %% [markdown]
# <details><summary>What you should have found</summary>
#
# 1. In this course, in the from-to notation and in the Θ notation: $W^{[2]}_{13}$, $w_{31}[2]$, $\Theta^{(2)}_{13}$. Nielsen says 3; Mazur only counts, and it would be his $w_9$.
# 2. In the Θ notation: it is $\Theta^{(1)}_{20}$, a weight among weights, of a unit that always says 1. And in Mazur's: he has one bias for a whole layer.
# 3. In all five it belongs to one example. Averaged are the gradients of weights and biases, never $\delta$ or $dZ$.
#
# </details>

# %% [markdown]
# ## 2. The bias folded in: Θ
#
# Lesson 04 derived this form: put the bias in front of the weights, as column 0, and a unit $a_0 = 1$ on top of what comes in. For layer 1 of our network:
#
# $$\Theta^{(1)} = \begin{pmatrix} -2 & 1 & 2 \\ -1 & 3 & -1 \\ 1 & -2 & 0.5 \end{pmatrix} \qquad \text{from} \qquad b^{[1]} = \begin{pmatrix} -2 \\ -1 \\ 1 \end{pmatrix}, \quad W^{[1]} = \begin{pmatrix} 1 & 2 \\ 3 & -1 \\ -2 & 0.5 \end{pmatrix}$$
#
# Columns of $\Theta$ are counted from 0, so $\Theta^{(1)}_{12}$ still is the weight of input 2. Nothing is computed here; numbers only move.

# %% [markdown]
# ### Exercise: `thetas_from_params`
# From the pairs $(W, b)$ of all layers, make the list of all $\Theta$. **First the shapes:** for the 2-3-1 network, which shapes do the two matrices have?
#
# <details><summary>Hint: a nudge</summary>
#
# $b$ is a column already, with as many rows as $W$. What has to happen for the two to become one matrix, and which of them stands on the left?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# For each pair, put the two side by side, `np.hstack`, the bias first. Collect the results in a list.
#
# </details>


# %% nbgrader={"grade_id": "thetas_from_params", "solution": true}
def thetas_from_params(params):
    """Fold the biases of a network into its weights.

    In:  params, a list of L pairs (W, b): W of shape (n_l, n_prev), b of shape (n_l, 1). Nothing is changed.
    Out: a list of L arrays of shape (n_l, n_prev + 1): column 0 the biases, then the columns of W.

    Example: with params = [(np.array([[3.0, 4.0]]), np.array([[5.0]]))], it is [array([[5., 3., 4.]])].
    """
    ### BEGIN SOLUTION
    return [np.hstack([b, W]) for W, b in params]
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_thetas_from_params", "grade": true, "points": 1}
got = thetas_from_params([(W1, b1), (W2, b2)])
assert got is not None, "thetas_from_params gave nothing (None). Is there a return line?"
assert len(got) == 2, f"Two layers, so two matrices; yours: {len(got)}."
shapes = [np.shape(theta) for theta in got]
assert shapes == [(3, 3), (1, 4)], f"A column more than W: shapes (3, 3) and (1, 4); yours: {shapes}."
first = np.array(got[0])[:, 0].tolist()
assert np.allclose(first, [-2, -1, 1]), f"Column 0 of the first is b of layer 1, [-2, -1, 1]; yours: {first}."
assert np.allclose(got[1], [[2, 2, -1, 1]]), f"The second is [[2, 2, -1, 1]]; yours: {np.array(got[1]).tolist()}."

# %% nbgrader={"grade_id": "grade_thetas_from_params", "grade": true, "points": 1}
# Hidden tests for `thetas_from_params` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("16-notations", "thetas_from_params", thetas_from_params)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `params_from_thetas`
# The way back: from a list of $\Theta$ to the list of pairs $(W, b)$. **First the shapes:** a $\Theta$ of shape `(3, 3)` gives which $W$, and which $b$?
#
# <details><summary>Hint: a nudge</summary>
#
# `theta[:, 0]` has one dimension. Which shape does a bias have in this course, and what did lesson 07 say about a bias without its second side?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Two slices of columns: all of them from column 1 on, and those before column 1. A slice keeps the dimension, a single index loses it.
#
# </details>


# %% nbgrader={"grade_id": "params_from_thetas", "solution": true}
def params_from_thetas(thetas):
    """Take the biases out of the weights again.

    In:  thetas, a list of L arrays of shape (n_l, n_prev + 1), the biases in column 0. They are not changed.
    Out: a list of L pairs (W, b): W of shape (n_l, n_prev), b of shape (n_l, 1).

    Example: with thetas = [np.array([[5.0, 3.0, 4.0]])], it is [(array([[3., 4.]]), array([[5.]]))].
    """
    ### BEGIN SOLUTION
    return [(theta[:, 1:], theta[:, :1]) for theta in thetas]
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_params_from_thetas", "grade": true, "points": 1}
thetas = [np.array([[-2.0, 1, 2], [-1, 3, -1], [1, -2, 0.5]]), np.array([[2.0, 2, -1, 1]])]
got = params_from_thetas(thetas)
assert got is not None, "params_from_thetas gave nothing (None). Is there a return line?"
assert len(got) == 2, f"Two matrices, so two layers; yours: {len(got)}."
assert [len(pair) for pair in got] == [2, 2], "Each layer has a pair, (W, b)."
shapes = [(np.shape(W), np.shape(b)) for W, b in got]
assert shapes[0] == ((3, 2), (3, 1)), f"Layer 1: W of shape (3, 2), b of shape (3, 1); yours: {shapes[0]}."
assert shapes[1] == ((1, 3), (1, 1)), f"Layer 2: W of shape (1, 3), b of shape (1, 1); yours: {shapes[1]}."
right = [(W1, b1), (W2, b2)]
for number, ((W, b), (W_right, b_right)) in enumerate(zip(got, right, strict=True), start=1):
    assert np.allclose(W, W_right), f"W of layer {number} should be {W_right.tolist()}; yours: {np.array(W).tolist()}."
    assert np.allclose(b, b_right), f"b of layer {number} should be {b_right.tolist()}; yours: {np.array(b).tolist()}."

# %% nbgrader={"grade_id": "grade_params_from_thetas", "grade": true, "points": 1}
# Hidden tests for `params_from_thetas` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("16-notations", "params_from_thetas", params_from_thetas)
### END HIDDEN TESTS

# %% [markdown]
# In the Θ notation, the gradient comes folded, too. That course goes through the examples one by one and adds up in a matrix $\Delta$ of the shape of $\Theta$; at the end, $D = \frac1m \Delta$ is the gradient. It is your `theta_gradient` of lesson 07, and your `backward_accumulate` of lesson 10 in other letters.
#
# **Before you run the cell:** it folds our gradients with your function, and accumulates $\Delta^{(1)}$ in the old way. The two arrays are made very differently. What do you expect of them?

# %%
D1 = thetas_from_params(grads)[0]  # our db and dW, folded

Delta1 = np.zeros((3, 3))
for i in range(4):
    delta = dZ1[:, [i]]  # of the hidden layer, layer 2 in this notation
    a = np.vstack([[[1.0]], X[:, [i]]])  # a_0 = 1 on top of the inputs
    Delta1 += delta @ a.T

print("our gradients, folded:\n", D1 + 0.0)
print("Δ / m:\n", Delta1 / 4 + 0.0)

# %% [markdown]
# The same nine numbers. One thing to watch on the way back: $\Theta^T \delta$ has one row too many. Row 0 is the blame of the unit that always says 1; nobody can mend it, and it is dropped.

# %% [markdown]
# ## 3. From-to: follow the arrow
#
# In the from-to notation the network comes as a list of arrows: from node $i$, to node $j$, a number. In Python that is a dict with pairs as its keys. Here is layer 1, as a blog post might give it.
#
# **Before you run the cell:** it puts $w_{ij}$ into row $i$, column $j$, since that is what $ij$ looks like. Then it tries the forward pass, with `X` of shape `(2, 4)`. What will NumPy say?

# %%
arrows = {(1, 1): 1.0, (1, 2): 3.0, (1, 3): -2.0, (2, 1): 2.0, (2, 2): -1.0, (2, 3): 0.5}

table = np.zeros((2, 3))
for (i, j), value in arrows.items():
    table[i - 1, j - 1] = value
print(table)

try:
    table @ X
except ValueError as problem:
    print("the forward pass stops:", str(problem).rpartition("(")[2].rstrip(")"))

# %% [markdown]
# NumPy refuses: the table is $W$ lying on its side. We were lucky that the layer is not square. In lesson 04 the same mistake with Mazur's (2, 2) weights ran through and gave a wrong answer.
#
# Why is it transposed? Both notations compute the same sum. Write it in one, rename the letters, and compare:
#
# | the line | the reason | hidden node 1, example 1 |
# | --- | --- | --- |
# | $z_j[k+1] = \sum_i w_{ij}[k]\, a_i[k] + b_j[k+1]$ | from-to: add up all arrows that end at $j$ | $1 \cdot 2 + 2 \cdot 1 - 2 = 2$ |
# | $z_r = \sum_s w_{sr}\, a_s + b_r$ | other letters: the reader $r$ for $j$, what it reads $s$ for $i$ | |
# | $z_r = \sum_s W_{rs}\, a_s + b_r$ | the same sum in this course, equation (5) of lesson 06 | $1 \cdot 2 + 2 \cdot 1 - 2 = 2$ |
# | $W_{rs} = w_{sr}$ | the two sums agree for every $a$, so they agree term by term | $W_{12} = w_{21} = 2$ |

# %% [markdown]
# ![Left, the table of the arrows, two rows, from 1 and from 2, and three columns, to 1, to 2, to 3: 1, 3, minus 2, and 2, minus 1, 0.5. Right, W of layer 1, three rows and two columns: 1, 2; 3, minus 1; minus 2, 0.5. Row 2 of the table and column 2 of W are shaded: they hold the same numbers 2, minus 1, 0.5. The 2 is framed in both.](picture:transposed)
#
# *Shaded: all that leaves input 2. In the table it is a row, in $W$ a column. The framed 2 is the weight of section 1: find its indices on both sides.*
#
# The table is good for something, by the way. With one example in each **row**, $X_{\text{rows}} \cdot \text{table}$ is the forward pass, and some libraries keep their weights like this, inputs by outputs. Others keep them as we do. When you load somebody's weights, look at the shape first, and beware of square ones.

# %% [markdown]
# ### Exercise: `matrix_from_weights`
# From the arrows between two layers, make the matrix $W$ of this course. Every node of the one layer has an arrow to every node of the other. The arrows may come in **any order**. **First the shape:** arrows from 2 nodes to 3 nodes make which matrix?
#
# <details><summary>Hint: a nudge</summary>
#
# Two things change at once: which index comes first, and where the counting starts. Take one arrow, (2, 1), and say in which row and which column of the array it has to land.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The keys tell how large the matrix is: look for the largest $i$ and the largest $j$. Make an array of zeros of that shape, then go through the arrows and put each value into its place, reader first, both counted from 0.
#
# </details>


# %% nbgrader={"grade_id": "matrix_from_weights", "solution": true}
def matrix_from_weights(weights):
    """Turn the from-to weights between two layers into a matrix W.

    In:  weights, a dict {(i, j): value}: the weight from node i to node j, both counted from 1. There is an
         entry for every i and every j; they may stand in any order. The dict is not changed.
    Out: W, shape (n_to, n_from), an array: a row for each node that reads.

    Example: with weights = {(1, 1): 5.0, (2, 1): 6.0}, two nodes lead to one, and it is array([[5., 6.]]).
    """
    ### BEGIN SOLUTION
    n_from = max(i for i, j in weights)
    n_to = max(j for i, j in weights)
    W = np.zeros((n_to, n_from))
    for (i, j), value in weights.items():
        W[j - 1, i - 1] = value
    return W
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_matrix_from_weights", "grade": true, "points": 1}
arrows = {(2, 3): 0.5, (1, 1): 1.0, (2, 2): -1.0, (1, 3): -2.0, (2, 1): 2.0, (1, 2): 3.0}  # in no order
got = matrix_from_weights(arrows)
assert got is not None, "matrix_from_weights gave nothing (None). Is there a return line?"
assert np.shape(got) == (3, 2), f"From 2 nodes to 3 nodes: shape (3, 2), as W1; yours: {np.shape(got)}."
entry = np.array(got)[0, 1]
assert np.isclose(entry, 2), f"From 2 to 1 the weight is 2: row of node 1, column of node 2; yours holds {entry} there."
assert np.allclose(got, W1), f"It should be W1, {W1.tolist()}; yours: {np.array(got).tolist()}."

# %% nbgrader={"grade_id": "grade_matrix_from_weights", "grade": true, "points": 1}
# Hidden tests for `matrix_from_weights` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("16-notations", "matrix_from_weights", matrix_from_weights)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `weights_from_matrix`
# The way back: from $W$ to the arrows, as a dict with the keys `(i, j)`, from $i$ to $j$, counted from 1. **First:** how many entries has it for a $W$ of shape `(3, 2)`, and what is the largest $i$ in its keys?
#
# <details><summary>Hint: a nudge</summary>
#
# A row of $W$ belongs to the node that reads. Is that the from or the to?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Two loops, over the rows $r$ and the columns $s$ of $W$, counted from 0. What is $i$, said with $r$ or $s$? What is $j$?
#
# </details>


# %% nbgrader={"grade_id": "weights_from_matrix", "solution": true}
def weights_from_matrix(W):
    """Turn a matrix W into the from-to weights between two layers.

    In:  W, shape (n_to, n_from). It is not changed.
    Out: a dict {(i, j): value}, the weight from node i to node j, both counted from 1; n_to times n_from entries.

    Example: with W = np.array([[5.0, 6.0]]), it is {(1, 1): 5.0, (2, 1): 6.0}.
    """
    ### BEGIN SOLUTION
    n_to, n_from = W.shape
    return {(s + 1, r + 1): W[r, s] for r in range(n_to) for s in range(n_from)}
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_weights_from_matrix", "grade": true, "points": 1}
got = weights_from_matrix(W1)
assert got is not None, "weights_from_matrix gave nothing (None). Is there a return line?"
assert isinstance(got, dict), f"It should be a dict; yours has the type {type(got).__name__}."
want = {(1, 1): 1.0, (1, 2): 3.0, (1, 3): -2.0, (2, 1): 2.0, (2, 2): -1.0, (2, 3): 0.5}
assert set(got) == set(want), f"The keys should be {sorted(want)}; yours: {sorted(got, key=str)}."
for (i, j), value in want.items():
    assert np.isclose(got[i, j], value), f"From {i} to {j} the weight is {value}; yours: {got[i, j]}."

# %% nbgrader={"grade_id": "grade_weights_from_matrix", "grade": true, "points": 1}
# Hidden tests for `weights_from_matrix` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("16-notations", "weights_from_matrix", weights_from_matrix)
### END HIDDEN TESTS

# %% [markdown]
# **Before you run the cell:** `W2` has shape `(1, 3)`. Which keys will its arrows have?

# %%
print({arrow: float(value) for arrow, value in weights_from_matrix(W2).items()})
print("there and back:", np.array_equal(matrix_from_weights(weights_from_matrix(W2)), W2))

# %% [markdown]
# ## 4. Nielsen: one example at a time
#
# His indices are ours, $w^l_{jk}$, reader first. His layers are one ahead. The real difference is another one: his four equations speak of the cost $C_x$ of **one** example $x$. So his $\delta^l$ is a vector, one for each example, where our $dZ^{[l]}$ is a matrix:
#
# ![Four columns of three numbers each, marked delta of x 1 to x 4: minus 0.24, 0.12, 0; then 0, 0, 0.95; then 0, 0.5, 0; then minus 0.09, 0.05, 0. An arrow leads to a matrix of three rows and four columns, marked dZ of layer 1, that holds the same four columns side by side. Column 2 is shaded on both sides.](picture:side_by_side)
#
# *The δ of example 2 is shaded. Where is it in $dZ$? And is any number changed on the way?*
#
# Neither has a $\frac1m$ in it. A $\delta$ is a gradient for one example's loss, and so is a column of $dZ$.

# %% [markdown]
# ### Exercise: `dZ_from_deltas`
# From his vectors $\delta$, one for each example, make our $dZ$. **First the shape:** four vectors of three numbers make which matrix?
#
# <details><summary>Hint: a nudge</summary>
#
# `np.array(deltas)` has a row for each example. What has a row in $dZ$?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Each vector becomes a column. NumPy can stack along a chosen axis, or stack as rows and turn the result. Beware of `reshape`: it fills row after row and tears the vectors apart.
#
# </details>


# %% nbgrader={"grade_id": "dZ_from_deltas", "solution": true}
def dZ_from_deltas(deltas):
    """Put Nielsen's delta of every example side by side.

    In:  deltas, a list of m arrays of shape (n_l,): the gradient of C_x, the cost of one example,
         with respect to the sums of a layer. They are not changed.
    Out: dZ, shape (n_l, m), a column for each example.

    Example: with deltas = [np.array([1.0, 2.0]), np.array([3.0, 4.0])], it is array([[1., 3.], [2., 4.]]).
    """
    ### BEGIN SOLUTION
    return np.array(deltas).T
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_dZ_from_deltas", "grade": true, "points": 1}
got = dZ_from_deltas([np.array([1.0, 0.0]), np.array([2.0, -4.0]), np.array([0.0, 3.0])])
assert got is not None, "dZ_from_deltas gave nothing (None). Is there a return line?"
assert np.shape(got) == (2, 3), f"Two neurons, three examples: shape (2, 3); yours: {np.shape(got)}."
second = np.array(got)[:, 1].tolist()
assert np.allclose(second, [2, -4]), f"Column 2 is the second delta, [2, -4]; yours: {second}."
assert np.allclose(got, [[1, 2, 0], [0, -4, 3]]), f"It is [[1, 2, 0], [0, -4, 3]]; yours: {np.array(got).tolist()}."

# %% nbgrader={"grade_id": "grade_dZ_from_deltas", "grade": true, "points": 1}
# Hidden tests for `dZ_from_deltas` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("16-notations", "dZ_from_deltas", dZ_from_deltas)
### END HIDDEN TESTS

# %% [markdown]
# Where is our $\frac1m$, then? His cost over the set is the average $C = \frac1m \sum_x C_x$ (he writes $n$ for our $m$ when he means the whole set), and he averages when the weights are moved. Follow one weight, $w^2_{12}$, through his BP4, $\partial C_x / \partial w^l_{jk} = a^{l-1}_k \delta^l_j$:
#
# | the line | the reason | in numbers |
# | --- | --- | --- |
# | $\dfrac{\partial C}{\partial w_{jk}} = \dfrac1m \sum_x \dfrac{\partial C_x}{\partial w_{jk}}$ | the cost is an average, and the slope of a sum is the sum of slopes | four slopes |
# | $\phantom{\dfrac{\partial C}{\partial w_{jk}}} = \dfrac1m \sum_x \delta^x_j\, a^x_k$ | his BP4, for each example: the $x$ says which; the layers are left out | $\frac14 (-0.2384 \cdot 1 + 0 \cdot 0 + 0 \cdot 0 - 0.0949 \cdot 1)$ |
# | $\phantom{\dfrac{\partial C}{\partial w_{jk}}} = \dfrac1m \sum_i dZ_{ji}\, A_{ki}$ | example $x$ is column $i$ | $-0.0833$ |
# | $\dfrac{\partial C}{\partial w} = \dfrac1m\, dZ\, A^T$ | the sum over $i$ is a matrix product: our BP1 | $dW^{[1]}_{12} = -0.0833$ |

# %% [markdown]
# In the second line, for all $j$ and $k$ at once, stands an average of **tables**: $\delta^x (a^x)^T$, an outer product, with a row for each entry of $\delta$ and a column for each entry of $a$. For the biases his BP3, $\partial C_x / \partial b^l_j = \delta^l_j$, gives an average of the $\delta$ themselves.
#
# **Before you run the cell:** it averages in the other order, first the $\delta$ and the $a$ of all examples, then the outer product. It is shorter. Is it the same?

# %%
average_first = np.outer(dZ1.mean(axis=1), X.mean(axis=1))
print("average first:\n", average_first)
print("dW1:\n", dW1 + 0.0)

# %% [markdown]
# It is not. Neuron 3, last row, was blamed in example 2 alone, where both inputs were 0: its weights are innocent (lesson 07). Averaged first, the blame of one example meets the inputs of others. The product has to be taken **within** each example.

# %% [markdown]
# ### Exercise: `gradients_from_deltas`
# His way to the gradients of the cost: for each example the outer product $\delta a^T$ and the $\delta$ itself, then the average of both over all examples. **First the shapes:** $\delta$ with 2 numbers and $a$ with 4 give which `dW`? And `db`, in the shape of $b$?
#
# <details><summary>Hint: a nudge</summary>
#
# Go through both lists at the same time, `zip`. What does each example add, and to what?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Start with zeros of the right shapes, add an outer product and a column for each example, divide by $m$ once, at the end. Or make $dZ$ with your function and $A$ in the same way; then you have BP1 and BP2 before you.
#
# </details>


# %% nbgrader={"grade_id": "gradients_from_deltas", "solution": true}
def gradients_from_deltas(deltas, activations):
    """The gradients of the cost over all examples, from Nielsen's delta and a of each single one.

    In:  deltas, a list of m arrays of shape (n_l,), the delta of a layer; activations, a list of m arrays
         of shape (n_prev,), what came into that layer, in the same order. They are not changed.
    Out: a pair (dW, db): the averages over the examples, of shapes (n_l, n_prev) and (n_l, 1).

    Example: with deltas = [np.array([2.0]), np.array([4.0])] and activations = [np.array([1.0]), np.array([3.0])],
    it is (array([[7.]]), array([[3.]])).
    """
    ### BEGIN SOLUTION
    m = len(deltas)
    dW = sum(np.outer(delta, a) for delta, a in zip(deltas, activations, strict=True)) / m
    db = sum(deltas) / m
    return dW, db.reshape(-1, 1)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_gradients_from_deltas", "grade": true, "points": 1}
deltas = [np.array([3.0, 0.0]), np.array([0.0, -6.0]), np.array([6.0, 3.0])]  # two neurons, three examples
activations = [np.array([1.0, 0.0, 2.0, 4.0]), np.array([2.0, 1.0, 0.0, 0.0]), np.array([0.0, 1.0, 1.0, 3.0])]
got = gradients_from_deltas(deltas, activations)
assert got is not None, "gradients_from_deltas gave nothing (None). Is there a return line?"
assert len(got) == 2, f"Two results, dW and db; yours: {len(got)}."
dW, db = got
assert np.shape(dW) == (2, 4), f"2 neurons, 4 inputs each: dW has shape (2, 4); yours: {np.shape(dW)}."
assert np.shape(db) == (2, 1), f"db is a column, (2, 1); yours: {np.shape(db)}."
want = [[1, 2, 4, 10], [-4, -1, 1, 3]]
assert np.allclose(dW, want), f"By hand, dW is {want}; yours: {np.array(dW).tolist()}."
assert np.allclose(db, [[3], [-1]]), f"By hand, db is [[3], [-1]]; yours: {np.array(db).tolist()}."

# %% nbgrader={"grade_id": "grade_gradients_from_deltas", "grade": true, "points": 1}
# Hidden tests for `gradients_from_deltas` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("16-notations", "gradients_from_deltas", gradients_from_deltas)
### END HIDDEN TESTS

# %% [markdown]
# ### BP1 is not BP1
#
# His four equations have the same **names** as the four of this course, in another order. When somebody says "my BP2 is wrong", ask from which book.
#
# | his | what it does | ours |
# | --- | --- | --- |
# | BP1 | $\delta$ of the output layer | BP4 in the output layer: lesson 05's $A - Y$, lesson 09's `squared_error_output_delta` |
# | BP2 | $\delta$ of a layer from the one behind it | BP3, then BP4: lesson 09's `hidden_delta` |
# | BP3 | slope of a bias | BP2, for one example |
# | BP4 | slope of a weight | BP1, for one example |
#
# The next cell runs **his** four on our network, one example after the other, and hands the results to your functions. **Before you run it:** all that it prints should be `True`. Which line of the cell makes $\delta$ of the hidden layer, and which two of our equations are in it?

# %%
w2, b_2, w3, b_3 = W1, b1[:, 0], W2, b2[:, 0]  # his layers are counted from 1
deltas_2, deltas_3, activations_1, activations_2 = [], [], [], []

for x, y in zip(X.T, Y.T, strict=True):  # x is one example, a vector
    z_2 = w2 @ x + b_2
    a_2 = relu(z_2)
    z_3 = w3 @ a_2 + b_3
    a_3 = sigmoid(z_3)
    gradient_of_C = (a_3 - y) / (a_3 * (1 - a_3))  # of the cross-entropy of this example
    delta_3 = gradient_of_C * a_3 * (1 - a_3)  # his BP1
    delta_2 = (w3.T @ delta_3) * (z_2 > 0)  # his BP2
    deltas_3.append(delta_3)
    deltas_2.append(delta_2)
    activations_1.append(x)
    activations_2.append(a_2)

print("δ of layer 2 and our dZ1:", np.allclose(dZ_from_deltas(deltas_2), dZ1))
print("δ of layer 3 and our dZ2:", np.allclose(dZ_from_deltas(deltas_3), dZ2))
ours_and_his = [(grads[0], deltas_2, activations_1), (grads[1], deltas_3, activations_2)]
for (dW, db), deltas, activations in ours_and_his:
    his_dW, his_db = gradients_from_deltas(deltas, activations)  # his BP4 and BP3, averaged
    print("averages and our dW, db: ", np.allclose(his_dW, dW), np.allclose(his_db, db))

# %% [markdown]
# ## 5. Mazur: weights with a number
#
# His weights have no indices at all. Lesson 04 has the picture: the numbers go through the **readers**, $w_1, w_2$ end at $h_1$, $w_3, w_4$ at $h_2$, then $w_5, w_6$ at $o_1$ and $w_7, w_8$ at $o_2$. His $\mathit{net}$ is our $z$, his $\mathit{out}$ our $a$, his $E_{total}$ our cost with $m = 1$.
#
# And there is one bias for a whole **layer**, $b_1$ for $h_1$ and $h_2$, $b_2$ for $o_1$ and $o_2$. A small trap sits in that: $b_1$ is not the bias of neuron 1.

# %% [markdown]
# ### Exercise: `params_from_mazur`
# From his eight weights and two biases, make the `params` of this course: a list of two pairs $(W, b)$. The weights come by **name**, in any order. **First the shapes:** of $W^{[1]}$, and of $b^{[1]}$, which holds one number twice.
#
# <details><summary>Hint: a nudge</summary>
#
# Which two weights end at $h_1$? They are one row.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Look the weights up by name and write the matrices row by row, a row for each reader. `np.full` makes a column of equal numbers.
#
# </details>


# %% nbgrader={"grade_id": "params_from_mazur", "solution": true}
def params_from_mazur(w, b1, b2):
    """Turn Mazur's 2-2-2 network into params.

    In:  w, a dict {"w1": …, …, "w8": …} of floats, in any order, not changed: w1 and w2 end at h1, w3 and w4 at h2,
         w5 and w6 at o1, w7 and w8 at o2; b1, a float, the bias of both h; b2, a float, the bias of both o.
    Out: a list [(W1, b1), (W2, b2)]: each W of shape (2, 2), each b of shape (2, 1).

    Example: with {"w1": 1.0, "w2": 2.0, …, "w8": 8.0} the first row of W2 is [5., 6.].
    """
    ### BEGIN SOLUTION
    W1 = np.array([[w["w1"], w["w2"]], [w["w3"], w["w4"]]])
    W2 = np.array([[w["w5"], w["w6"]], [w["w7"], w["w8"]]])
    return [(W1, np.full((2, 1), b1)), (W2, np.full((2, 1), b2))]
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_params_from_mazur", "grade": true, "points": 1}
numbers = {"w8": 8.0, "w1": 1.0, "w3": 3.0, "w2": 2.0, "w5": 5.0, "w4": 4.0, "w7": 7.0, "w6": 6.0}  # in no order
got = params_from_mazur(numbers, 0.1, 0.2)
assert got is not None, "params_from_mazur gave nothing (None). Is there a return line?"
assert [len(pair) for pair in got] == [2, 2], "It should be two pairs, [(W1, b1), (W2, b2)]."
shapes = [(np.shape(W), np.shape(b)) for W, b in got]
assert shapes == [((2, 2), (2, 1))] * 2, f"Each W has shape (2, 2), each b (2, 1); yours: {shapes}."
(W_h, b_h), (W_o, b_o) = got
assert np.allclose(W_h, [[1, 2], [3, 4]]), (
    f"w1, w2 are the row of h1: W1 is [[1, 2], [3, 4]]; yours: {np.array(W_h).tolist()}."
)
assert np.allclose(W_o, [[5, 6], [7, 8]]), (
    f"w5, w6 are the row of o1: W2 is [[5, 6], [7, 8]]; yours: {np.array(W_o).tolist()}."
)
assert np.allclose(b_h, 0.1), f"b1 = 0.1 belongs to h1 and to h2; yours: {np.array(b_h).tolist()}."
assert np.allclose(b_o, 0.2), f"b2 = 0.2 belongs to o1 and to o2; yours: {np.array(b_o).tolist()}."

# %% nbgrader={"grade_id": "grade_params_from_mazur", "grade": true, "points": 1}
# Hidden tests for `params_from_mazur` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("16-notations", "params_from_mazur", params_from_mazur)
### END HIDDEN TESTS

# %% [markdown]
# With his network in our form, all that you have written in this course applies to it, and so do your translations. **Before you run the cell:** what is his $w_6$ called in the from-to notation, and which of his weights is $\Theta^{(2)}_{21}$?

# %%
mazur_w = {"w1": 0.15, "w2": 0.20, "w3": 0.25, "w4": 0.30, "w5": 0.40, "w6": 0.45, "w7": 0.50, "w8": 0.55}
mazur_params = params_from_mazur(mazur_w, 0.35, 0.60)
(W_h, b_h), (W_o, b_o) = mazur_params

out_h = sigmoid(W_h @ np.array([[0.05], [0.10]]) + b_h)
out_o = sigmoid(W_o @ out_h + b_o)
print("out_h1, out_h2:", *(f"{out:.9f}" for out in out_h[:, 0]))
print("out_o1, out_o2:", *(f"{out:.9f}" for out in out_o[:, 0]))
print("from-to:", {arrow: float(value) for arrow, value in weights_from_matrix(W_o).items()})
print("Theta of layer 2:\n", thetas_from_params(mazur_params)[1])

# %% [markdown]
# The outputs are the printed ones of lesson 04. $w_6 = 0.45$ leads from $h_2$ to $o_1$: $w_{21}[2]$. $\Theta^{(2)}_{21}$, row 2, column 1, is what $o_2$ reads $h_1$ with: $w_7 = 0.50$.
#
# ## 6. The tables
#
# Keep these beside you when you read. The example is always the same: **hidden neuron 1** of the 2-3-1 network, and what it reads from **input 2**. Mazur's own network has another size, so his row says how he would count in this one.
#
# **Forward**
#
# | | input 2 | weight | bias | sum | output |
# | --- | --- | --- | --- | --- | --- |
# | this course | $A^{[0]}_{2i}$, that is $x_2$ | $W^{[1]}_{12}$ | $b^{[1]}_1$ | $Z^{[1]}_{1i}$ | $A^{[1]}_{1i}$ |
# | Nielsen | $a^1_2$ | $w^2_{12}$ | $b^2_1$ | $z^2_1$ | $a^2_1$ |
# | from-to | $a_2[1]$ | $w_{21}[1]$ | $b_1[2]$ | $z_1[2]$ | $a_1[2]$ |
# | Θ | $a^{(1)}_2$ | $\Theta^{(1)}_{12}$ | $\Theta^{(1)}_{10}$ | $z^{(2)}_1$ | $a^{(2)}_1$ |
# | Mazur | $i_2$ | $w_2$ | $b_1$, of the layer | $\mathit{net}_{h1}$ | $\mathit{out}_{h1}$ |

# %% [markdown]
# **Backward**
#
# | | blame, one example | gradient of the weight | gradient of the bias | cost |
# | --- | --- | --- | --- | --- |
# | this course | $dZ^{[1]}_{1i}$ | $dW^{[1]}_{12}$ | $db^{[1]}_1$ | $J$ |
# | Nielsen | $\delta^2_1$ | $\partial C / \partial w^2_{12}$ | $\partial C / \partial b^2_1$ | $C$; of one example $C_x$ |
# | from-to | $\delta_1[2]$ | $\partial E / \partial w_{21}[1]$ | $\partial E / \partial b_1[2]$ | $E$ |
# | Θ | $\delta^{(2)}_1$ | $D^{(1)}_{12}$ | $D^{(1)}_{10}$ | $J(\Theta)$ |
# | Mazur | $\delta_{h1}$ | $\partial E_{total} / \partial w_2$ | biases are kept | $E_{total}$, of his one example |
#
# Gradients of weights and biases belong to the average of all examples. The blame belongs to one.

# %% [markdown]
# **The equation of the weights**, and that of the biases
#
# | | weights | biases |
# | --- | --- | --- |
# | this course | BP1: $dW^{[l]} = \frac1m\, dZ^{[l]} A^{[l-1]T}$ | BP2: $db^{[l]} = \frac1m \sum_i dZ^{[l](i)}$ |
# | Nielsen | BP4: $\partial C_x / \partial w^l_{jk} = a^{l-1}_k \delta^l_j$ | BP3: $\partial C_x / \partial b^l_j = \delta^l_j$ |
# | from-to | $\partial E / \partial w_{ij}[k] = a_i[k]\, \delta_j[k+1]$ | $\partial E / \partial b_j[k+1] = \delta_j[k+1]$ |
# | Θ | $\Delta^{(l)} \mathrel{+}= \delta^{(l+1)} (a^{(l)})^T$, then $D = \frac1m \Delta$ | the same, in column 0 |
# | Mazur | $\partial E_{total} / \partial w_5 = \delta_{o1}\, \mathit{out}_{h1}$ | not used |

# %% [markdown]
# **The way back**, from the output to the hidden layer
#
# | | blame of the output layer | blame of the layer before it |
# | --- | --- | --- |
# | this course | BP4: $dZ^{[L]} = dA^{[L]} * g'(Z^{[L]})$ | BP3, BP4: $dZ^{[l]} = (W^{[l+1]T} dZ^{[l+1]}) * g'(Z^{[l]})$ |
# | Nielsen | BP1: $\delta^L = \nabla_a C \odot \sigma'(z^L)$ | BP2: $\delta^l = ((w^{l+1})^T \delta^{l+1}) \odot \sigma'(z^l)$ |
# | from-to | $\delta_j = \frac{\partial E}{\partial a_j}\, g'(z_j)$ | $\delta_i[k] = g'(z_i[k]) \sum_j w_{ij}[k]\, \delta_j[k+1]$ |
# | Θ | $\delta^{(L)} = a^{(L)} - y$ | $\delta^{(l)} = (\Theta^{(l)})^T \delta^{(l+1)} \mathbin{.*} g'(z^{(l)})$, row 0 dropped |
# | Mazur | $\delta_{o1} = -(t - \mathit{out})\, \mathit{out}\, (1 - \mathit{out})$ | $\delta_{h1} = (\delta_{o1} w_5 + \delta_{o2} w_7)\, \mathit{out}\, (1 - \mathit{out})$ |
#
# In the last two rows the cost is already inside: cross-entropy with a sigmoid, and squared error with a sigmoid. In Mazur's, $t$ is the target and $\mathit{out}$ that of the neuron on the left.

# %% [markdown]
# ## 7. Numbers in print
#
# Some printed numbers have been copied so often that they look like constants of nature. Six of those that this course met are not what correct arithmetic gives. The next cell computes each one anew. Five are Mazur's: his network, his target, his learning rate of 0.5, biases kept as in his article, and old weights throughout.
#
# **Before you run the cell:** of the six, which ones do you remember from earlier lessons, and was the cause known?


# %%
def mazur_after(steps):
    """The error, the two outputs, and the blame of the output layer after some steps of gradient descent."""
    x, target = np.array([[0.05], [0.10]]), np.array([[0.01], [0.99]])
    W1, W2 = np.array([[0.15, 0.20], [0.25, 0.30]]), np.array([[0.40, 0.45], [0.50, 0.55]])
    for step in range(steps + 1):
        out_h = sigmoid(W1 @ x + 0.35)
        out_o = sigmoid(W2 @ out_h + 0.60)
        delta_o = (out_o - target) * out_o * (1 - out_o)
        if step < steps:
            delta_h = (W2.T @ delta_o) * out_h * (1 - out_h)  # with the old W2
            W1, W2 = W1 - 0.5 * delta_h @ x.T, W2 - 0.5 * delta_o @ out_h.T
    return np.sum((out_o - target) ** 2) / 2, out_o[:, 0], delta_o[:, 0]


blame_through_o2 = 0.50 * mazur_after(0)[2][1]  # w7 times the delta of o2
error_1 = mazur_after(1)[0]
error_10000, outputs_10000, _ = mazur_after(10_000)

errata = [
    ("softmax: e to the power of -2.0", "0.13", f"{np.exp(-2.0):.2f}", "02"),
    ("what h1 hears through o2", "-0.019049119", f"{blame_through_o2:.9f}", "08"),
    ("error after 1 step", "0.291027924", f"{error_1:.9f}", "10"),
    ("error after 10,000 steps", "0.0000351085", f"{error_10000:.10f}", "13"),
    ("out_o1 after 10,000 steps", "0.015912196", f"{outputs_10000[0]:.9f}", "13"),
    ("out_o2 after 10,000 steps", "0.984065734", f"{outputs_10000[1]:.9f}", "13"),
]
print(f"{'':34}{'printed':14}{'recomputed':14}lesson")
for what, printed, recomputed, where in errata:
    print(f"{what:34}{printed:14}{recomputed:14}{where}")

# %% [markdown]
# The first two are slips in the last digit: $e^{-2} = 0.1353\dots$ was cut off, and $-0.01904911826$ was not rounded to the nearest. The other four are larger. Lesson 10 found that one mistake, $W^{[2]}$ updated before the way back has used it, gives the printed error after one step and both printed outputs after 10,000 steps, digit for digit. The printed error after 10,000 steps is that of correct arithmetic after 9,999 (lesson 13). What happened we can't know.
#
# Everything else that this course quotes from his article agrees with arithmetic to the last digit. If a number of yours differs from a printed one, both are witnesses. The finite differences of lesson 11 are the judge.

# %% [markdown]
# ## 8. Questions
#
# **q1.** A blog post writes $w_{12}[1]$, from-to, for a weight of the 2-3-1 network. Which of these is the same weight?
#
# - **a** $W^{[1]}_{12}$ of this course
# - **b** $\Theta^{(1)}_{21}$
# - **c** Nielsen's $w^2_{12}$
# - **d** Nielsen's $w^1_{21}$
#
# **q2.** A program in the Θ notation has gone through $m = 4$ examples, and its accumulator entry $\Delta^{(2)}_{10}$ stands at 0.6. What is $db^{[2]}_1$ of this course? (A number.)

# %% [markdown]
# **q3.** Somebody who has learned from Nielsen's book writes in a forum: "With one example at a time all is right. With mini-batches my BP4 is too large, by the number of examples." Which line of this course should they compare with?
#
# - **a** BP4, $dZ^{[l]} = dA^{[l]} * g'(Z^{[l]})$
# - **b** BP1, $dW^{[l]} = \frac1m\, dZ^{[l]} A^{[l-1]T}$
# - **c** BP2, $db^{[l]} = \frac1m \sum_i dZ^{[l](i)}$
# - **d** BP3, $dA^{[l-1]} = W^{[l]T} dZ^{[l]}$

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": "…a letter…", "q2": …a number…, "q3": "…a letter…"}
### BEGIN SOLUTION
answers = {"q1": "b", "q2": 0.15, "q3": "b"}
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

grade("16-notations", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **Transposed weights.** From-to tables, and libraries that keep inputs by outputs, hold $W$ on its side. A square layer gives no error.
# - **Off by one layer.** Nielsen's $w^2$ is our $W^{[1]}$; everybody's $a^2$ is our $A^{[1]}$. In code, `params[0]` is layer 1.
# - **Off by one index.** Mathematics counts from 1, Python from 0; the columns of $\Theta$ count from 0 on paper, too.
# - **The bias on the wrong side.** Column 0 of $\Theta$ is the bias, and the row of ones is the **first** row of what it multiplies.
# - **Row 0 kept on the way back.** $\Theta^T \delta$ has a row for the unit that says 1; drop it.
# - **$\frac1m$ twice, or never.** Nielsen's equations are for one example. Average once, over the products, and never in $\delta$.
# - **The order of a dict trusted.** Names and pairs are there to be looked up.
# - **BP-something without a book.** Say which equation you mean.

# %% [markdown]
# ## Where this leads
#
# To the shelf. Take a text that once looked closed, Nielsen's second chapter or a blog post with arrows, and read its derivation with your own four equations beside it. Where it says something that you have not seen, you will now see that it is the idea that is new, and not the letters.
#
# And if you have not been there yet: the notebook `15-your-network` puts together all that you have written.
