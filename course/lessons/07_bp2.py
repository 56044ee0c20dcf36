# %% [markdown]
# # 07 · BP2: the gradient of the biases
#
# Time: 40 minutes · Points: 12 · Builds on: 04 Forward propagation, 06 BP1
#
# After this you can find the slope of the cost for every bias of a layer, as one entry, as loops and as one line of NumPy; say along which axis to add up and what happens to a network if it was the other one; keep a column a column; and get the slopes of weights and biases out of a single product.

# %% [markdown]
# This lesson takes the three steps of lesson 06 again, for the biases. The network, the numbers and the letters are the same: $r$ is a neuron of the layer, $i$ an example, $k$ the neuron whose sum we look at. In the mathematics they count from 1, in code from 0.
#
# Since the steps are known, they go faster here. That leaves time for something that lesson 06 did not have: a mistake that NumPy does not report, and that even makes the cost fall.
#
# In an exercise, write your code where it says `YOUR CODE HERE`, then run the check below it. A second, hidden test tries it on many more inputs when your work is graded; `course check 07-bp2` in a terminal runs both.

# %% nbgrader={"grade_id": "given_setup", "locked": true}
import numpy as np

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals


def sigmoid(z):
    return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


def relu(z):
    return np.maximum(z, 0.0)


def weight_gradient(dZ, A_prev):
    """BP1, from lesson 06."""
    return dZ @ A_prev.T / dZ.shape[1]


def measure(cost, P, eps=1e-5):
    """The slope of a cost for every entry of P, by central differences, as in lesson 06; also for a column b."""
    slopes = np.zeros(P.shape)
    for place in np.ndindex(P.shape):
        step = np.zeros(P.shape)
        step[place] = eps
        slopes[place] = (cost(P + step) - cost(P - step)) / (2 * eps)
    return slopes


# %% nbgrader={"grade_id": "given_network", "locked": true}
W1 = np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 0.5]])
b1 = np.array([[-2.0], [-1.0], [1.0]])
W2 = np.array([[2.0, -1.0, 1.0]])
b2 = np.array([[2.0]])
params = [(W1, b1), (W2, b2)]

X = np.array([[2.0, 0.0, 1.0, 1.0], [1.0, 0.0, 0.0, 1.0]])  # two inputs, four examples
Y = np.array([[1.0, 0.0, 1.0, 1.0]])  # the right answers


def losses(b1, b2):
    """The binary cross-entropy of each example, shape (4,), for these biases."""
    A1 = relu(W1 @ X + b1)
    A2 = sigmoid(W2 @ A1 + b2)
    return -np.log(np.where(Y == 1, A2, 1 - A2))[0]


Z1 = W1 @ X + b1  # forward, as in lesson 04
A1 = relu(Z1)
Z2 = W2 @ A1 + b2
A2 = sigmoid(Z2)

dZ2 = A2 - Y  # lesson 05
dZ1 = np.where(Z1 > 0, W2.T @ dZ2, 0.0)  # lessons 08 and 09 will tell why

# %% [markdown]
# ## 1. A neuron that nobody's input can explain
#
# Lesson 06 ended with a riddle. On example 2, hidden neuron 3 spoke when it should not have, and was blamed with 0.9526. Yet BP1 gave both of its weights a slope of 0. **Before you run the cell,** which shows what it has read and said: why is none of its weights to blame?

# %%
print("inputs of example 2:       ", X[:, 1])
print("weights times inputs:      ", W1[2] @ X[:, 1])
print("sum of neuron 3, z:        ", Z1[2, 1])
print("what it gives out:         ", A1[2, 1])
print("its slopes, from BP1:      ", weight_gradient(dZ1, X)[2])

# %% [markdown]
# ![Hidden neuron 3 on example 2. Two circles, inputs 1 and 2, both hold 0; dashed edges with the weights minus 2 and 0.5 lead from them to the hidden neuron. A square that holds 1 leads to it with the bias 1. Its sum is z = minus 2 times 0 plus 0.5 times 0 plus 1 = 1, so it gives out 1. An edge with weight 1 leads on to the output, 0.95, where the label is 0. Below, an arrow leads back: blame 0.9526.](picture:only_the_bias)
#
# *Follow the edges into the hidden neuron. Two of them carry nothing, since both inputs are 0. What is left?*
#
# The bias. It made the neuron speak, all by itself, and so it has to answer for it. A bias is there on every example, whatever the inputs are.

# %% [markdown]
# The exact question is the one you know: **if I raise you a little, by how much does the cost rise?** For the biases of a layer, the answers form a column $db$ of the shape of $b$:
#
# $$db_r = \frac{\partial J}{\partial b_r}$$
#
# ![The order of computation. From left to right, in blue: A of layer l minus 1, then Z of layer l, made with W and b, then A of layer l, then dots, then the cost J. Below it, from right to left, in orange: slopes arrive from J as dA and become dZ. A framed box at the lower left, marked BP2, this lesson, takes dZ, and nothing else, and gives out db.](picture:where)
#
# *Compare with the same picture in lesson 06: one arrow into the framed box is missing. Which one, and can you guess why?*

# %% [markdown]
# ## 2. What is known, what is wanted
#
# | | shape | in words |
# | --- | --- | --- |
# | known: $dZ^{[l]}$ | $(n_l, m)$ | how much the loss of example $i$ rises for each unit of the sum of neuron $r$; no $\frac1m$ in it |
# | wanted: $db^{[l]}$ | $(n_l, 1)$ | a slope of the **cost** for each bias |
#
# What came into the layer, $A^{[l-1]}$, is not needed this time. And again the examples have to vanish: $m$ columns are known, and one is wanted.

# %%
print("dZ2 =", dZ2)
print(f"dZ1 =\n{dZ1}")

# %% [markdown]
# ## 3. One bias, four examples
#
# There is one bias $b^{[2]}_1 = 2$ in the output neuron, and it is added on all four examples. In lesson 06 the slopes of the four losses for a weight were $dZ$ times what came in, 4, 0, 2 and 1.
#
# **Before you run the cell,** which nudges the bias: what will the four slopes be?

# %%
nudge = 1e-5
rise = losses(b1, b2 + nudge) - losses(b1, b2)
print("slope of each loss:", rise / nudge)
print("dZ2:               ", dZ2[0])
print("average:           ", round(rise.mean() / nudge, 4))

# %% [markdown]
# ![One bias on the left, b. Four arrows lead from it to the sums z of examples 1 to 4, each with the number 1 on it. From each z an arrow leads to that example's loss, with the numbers minus 0.1192, 0.9526, minus 0.5 and minus 0.0474. From each loss an arrow with one quarter leads to the cost J on the right.](picture:four_paths)
#
# *The picture of lesson 06, with one change: on the first arrows, every number is 1. So no path is dashed: no example can hide from a bias.*
#
# Multiply along each path, add over all paths: $\frac14 (-0.1192 + 0.9526 - 0.5 - 0.0474) = 0.0715$. That is the number measured.

# %% [markdown]
# ## 4. The derivation, in three steps
#
# **Step 1** is equation (5), which you have written as `linear_entry`. It says where the biases are:
#
# $$(5)\qquad Z_{ki} = \sum_{j=1}^{n_{l-1}} W_{kj}\, A_{ji} + b_k$$
#
# **Step 2** asks how an entry of $Z$ answers to a bias. The numbers on the right: $b_2$ of layer 1 moves, and we look at $Z_{21}$, so $r = k = 2$ and $i = 1$.
#
# | the line | the reason | in numbers |
# | --- | --- | --- |
# | $Z_{ki} = \sum_j W_{kj}\, A_{ji} + b_k$ | (5) | $3 \cdot 2 - 1 \cdot 1 - 1$ |
# | $\dfrac{\partial Z_{ki}}{\partial b_r} = \sum_j \dfrac{\partial (W_{kj}\, A_{ji})}{\partial b_r} + \dfrac{\partial b_k}{\partial b_r}$ | linearity: the slope of a sum, term by term | |
# | $\phantom{\dfrac{\partial Z_{ki}}{\partial b_r}} = \dfrac{\partial b_k}{\partial b_r}$ | weights and inputs do not move with a bias | $0 + 0 + 1$ |
# | $\phantom{\dfrac{\partial Z_{ki}}{\partial b_r}} =$ *(step 2: two cases)* | is it the same bias, or another one? | $1$ |

# %% [markdown]
# ### Exercise: `dz_db`
# **Step 2.** The derivative $\dfrac{\partial Z_{ki}}{\partial b_r}$: how much the sum of neuron $k$ on example $i$ rises for each unit of the bias $b_r$. As in code, all three count from 0.
#
# <details><summary>Hint: a nudge</summary>
#
# Two cases, as in lesson 06. Which of the three letters decides, and which has no say?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Neuron $k$ adds its own bias and nobody else's. And it adds it as it is: what is it multiplied with?
#
# </details>


# %% nbgrader={"grade_id": "dz_db", "solution": true}
def dz_db(k, i, r):
    """The derivative of Z[k, i] with respect to the bias b[r].

    In:  k and r, neurons of this layer; i, an example. All three are counted from 0.
    Out: a float.

    Example: dz_db(0, 3, 1) is 0.0.
    """
    ### BEGIN SOLUTION
    return 1.0 if k == r else 0.0
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_dz_db", "grade": true, "points": 0}
got = dz_db(0, 3, 1)
assert got is not None, "dz_db gave nothing (None). Is there a return line?"
assert np.shape(got) == (), f"A single derivative is one number; yours has shape {np.shape(got)}."
assert not isinstance(got, (bool, np.bool_)), f"A derivative is a number, 0 or 1; yours is a truth value, {got}."
assert got == 0, f"Neuron k = 0 does not use the bias of neuron r = 1: the derivative is 0; yours is {got}."
got = dz_db(2, 0, 2)
assert got == 1, f"k = r = 2: the bias is added as it is, so the derivative is 1; yours is {got}."
assert dz_db(1, 3, 1) == dz_db(1, 0, 1), "k = r = 1: the same bias is added on example 0 and on example 3."

# %% nbgrader={"grade_id": "grade_dz_db", "grade": true, "points": 1}
# Hidden tests for `dz_db` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("07-bp2", "dz_db", dz_db)
### END HIDDEN TESTS

# %% [markdown]
# So $\dfrac{\partial Z_{ki}}{\partial b_r}$ is 1 where $k = r$, and 0 for every other neuron. In BP1, an $A_{si}$ stood in this place. A weight is heard through what it is multiplied with; a bias is heard as it is.
#
# **Step 3** puts it together, as in lesson 06: $r = 2$, layer 1.
#
# | the line | the reason | in numbers |
# | --- | --- | --- |
# | $\dfrac{\partial J}{\partial b_r} = \dfrac1m \sum_i \dfrac{\partial L^{(i)}}{\partial b_r}$ | $J$ is the average of the losses | 4 slopes, one per example |
# | $\phantom{\dfrac{\partial J}{\partial b_r}} = \dfrac1m \sum_i \sum_k \dfrac{\partial L^{(i)}}{\partial Z_{ki}}\, \dfrac{\partial Z_{ki}}{\partial b_r}$ | total derivative: paths through column $i$ of $Z$, one for each neuron $k$ | 3 paths in each |
# | $\phantom{\dfrac{\partial J}{\partial b_r}} = \dfrac1m \sum_i \sum_k dZ_{ki}\, \dfrac{\partial Z_{ki}}{\partial b_r}$ | the first factor has a name | example 1: $-0.2384 \cdot 0 + 0.1192 \cdot 1 + 0 \cdot 0$ |
# | $\phantom{\dfrac{\partial J}{\partial b_r}} = \dfrac1m \sum_i dZ_{ri}$ | step 2: only $k = r$ is left, with a factor 1 | $\frac14 (0.1192 + 0 + 0.5 + 0.0474) = 0.1667$ |

# %% [markdown]
# This is **BP2**, entry by entry:
#
# $$db_r = \frac1m \sum_{i=1}^{m} dZ_{ri}$$
#
# In words: **the slope of a neuron's bias is the neuron's average blame.** The letter $i$ is used up, and $r$ is left.

# %% [markdown]
# ### Exercise: `bias_gradient_entry`
# The last line of the derivation, for one bias: $\;db_r = \dfrac1m \sum_{i=1}^{m} dZ_{ri}$.
#
# <details><summary>Hint: a nudge</summary>
#
# Put a finger on row $r$ of `dZ`. Which way does it move?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# One row, added up, divided by the number of its entries. That is an average.
#
# </details>


# %% nbgrader={"grade_id": "bias_gradient_entry", "solution": true}
def bias_gradient_entry(dZ, r):
    """The slope of the cost with respect to one bias, db[r].

    In:  dZ, shape (n_l, m), a column for each example's loss, not divided by m;
         r, a neuron of this layer, counted from 0.
    Out: a float.

    Example: with dZ = np.array([[1.0, 3.0], [5.0, 0.0]]), bias_gradient_entry(dZ, 0) is 2.0.
    """
    ### BEGIN SOLUTION
    m = dZ.shape[1]
    return float(sum(dZ[r, i] for i in range(m)) / m)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_bias_gradient_entry", "grade": true, "points": 1}
dZ = np.array([[1.0, -1.0, 2.0, 0.0], [0.0, 2.0, -2.0, 4.0]])  # two neurons, four examples
got = bias_gradient_entry(dZ, 0)
assert got is not None, "bias_gradient_entry gave nothing (None). Is there a return line?"
assert np.shape(got) == (), f"One bias, one number; yours has shape {np.shape(got)}."
assert np.isclose(got, 0.5), f"r = 0: (1 − 1 + 2 + 0) / 4 = 2 / 4 = 0.5; yours is {got}."
got = bias_gradient_entry(dZ, 1)
assert np.isclose(got, 1), f"r = 1: (0 + 2 − 2 + 4) / 4 = 4 / 4 = 1; yours is {got}."

# %% nbgrader={"grade_id": "grade_bias_gradient_entry", "grade": true, "points": 1}
# Hidden tests for `bias_gradient_entry` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("07-bp2", "bias_gradient_entry", bias_gradient_entry)
### END HIDDEN TESTS

# %% [markdown]
# Now the riddle. **Before you run the cell:** the row of neuron 3 in $dZ^{[1]}$ is $(0,\ 0.9526,\ 0,\ 0)$. What is the slope of its bias?

# %%
print("layer 1, neuron 2:", round(bias_gradient_entry(dZ1, 1), 4), " (step 3, by hand)")
print("layer 1, neuron 3:", round(bias_gradient_entry(dZ1, 2), 4))
print("layer 2, neuron 1:", round(bias_gradient_entry(dZ2, 0), 4), " (section 3, measured)")

# %% [markdown]
# It is a quarter of 0.9526, and positive: lower the bias, and neuron 3 says less on example 2. So the blame does arrive somewhere.
#
# ## 5. All biases: two loops
#
# The letter that is left, $r$, fills; the letter that is used up, $i$, adds. That makes two loops, where BP1 had three.

# %% [markdown]
# ### Exercise: `bias_gradient_loops`
# The whole column $db$, by loops that mirror the indices: over $r$, and for each $r$ over $i$. **First the shape:** with `dZ` of shape `(2, 4)`, what has to come out? A bias is subtracted from a bias, so look at the shape of $b$.
#
# <details><summary>Hint: a nudge</summary>
#
# Make room first: an array of zeros in the shape of $b$. How many sides does it have?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# For every neuron $r$ fill the one entry of its row: add up its blames, one example after the other, then divide by $m$. The array has two sides, so an entry needs two indices; the second is always 0.
#
# </details>


# %% nbgrader={"grade_id": "bias_gradient_loops", "solution": true}
def bias_gradient_loops(dZ):
    """The slope of the cost for every bias of a layer, entry by entry, with explicit loops.

    In:  dZ, shape (n_l, m), not divided by m. It is not changed.
    Out: db, shape (n_l, 1), an array.

    Example: with dZ = np.array([[1.0, 3.0], [5.0, 0.0]]), it is array([[2. ], [2.5]]).
    """
    ### BEGIN SOLUTION
    n, m = dZ.shape
    db = np.zeros((n, 1))
    for r in range(n):
        for i in range(m):
            db[r, 0] += dZ[r, i]
        db[r, 0] /= m
    return db
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_bias_gradient_loops", "grade": true, "points": 1}
dZ = np.array([[1.0, -1.0, 2.0, 0.0], [0.0, 2.0, -2.0, 4.0]])
got = bias_gradient_loops(dZ)
assert got is not None, "bias_gradient_loops gave nothing (None). Is there a return line?"
assert np.shape(got) == (2, 1), f"2 neurons, so 2 biases in a column: shape (2, 1), as b; yours: {np.shape(got)}."
want = [[0.5], [1]]
assert np.allclose(got, want), f"By hand, db is {want}; yours: {np.array(got).tolist()}."

# %% nbgrader={"grade_id": "grade_bias_gradient_loops", "grade": true, "points": 1}
# Hidden tests for `bias_gradient_loops` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("07-bp2", "bias_gradient_loops", bias_gradient_loops)
### END HIDDEN TESTS

# %% [markdown]
# ## 6. One line, and two things to get right
#
# BP2 has no product in it, so there is nothing to turn. What it has is a sum along one side of $dZ$, and NumPy has to be told which.
#
# ![The matrix dZ1 with three rows, neurons 1 to 3, and four columns, examples 1 to 4. To the right of it, reached by a solid arrow marked axis=1, along the row: a column with the numbers minus 0.0833, 0.1667 and 0.2381, one average a neuron, which is db1. Below it, reached by a dashed arrow marked axis=0, down the column: a row with the numbers minus 0.0397, 0.3175, 0.1667 and minus 0.0158, one average an example, no neuron's slope.](picture:two_axes)
#
# *Both averages exist. Only one of them has a number for each neuron. (That 0.1667 occurs in both is chance: $0.6666 / 4$ and $0.5 / 3$.)*

# %% [markdown]
# The **axis** is the side that vanishes: `axis=0` takes the first letter away, `axis=1` the second. In $dZ_{ri}$ the examples are the second letter.
#
# The other thing is the column. **Before you run the cell:** which shape will each line print?

# %%
print("dZ1.shape                        ", dZ1.shape)
print("dZ1.sum(axis=1).shape            ", dZ1.sum(axis=1).shape)
print("dZ1.sum(axis=1, keepdims=True)   ", dZ1.sum(axis=1, keepdims=True).shape)

# %% [markdown]
# A sum takes its side away altogether, and what is left is flat: `(3,)`, three numbers that are neither a row nor a column. With `keepdims=True` the side stays, with length 1: `(3, 1)`, the shape of $b$. With the layer number put back:
#
# $$\textbf{BP2}\qquad db^{[l]} = \frac1m \sum_{i=1}^{m} dZ^{[l](i)}$$
#
# Here $dZ^{[l](i)}$ is column $i$: one column an example, and $db$ is the average column.

# %% [markdown]
# ### Exercise: `bias_gradient`
# BP2 in one line, without loops. It has to give the same numbers as your loops, in the same shape.
#
# <details><summary>Hint: a nudge</summary>
#
# Which side of `dZ` has to vanish, the one that counts neurons or the one that counts examples?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# NumPy's `sum` and `mean` take the number of the side that is to vanish, `axis`, and with `keepdims=True` they leave a side of length 1 in its place. Without it a flat array comes out, which is no column.
#
# </details>


# %% nbgrader={"grade_id": "bias_gradient", "solution": true}
def bias_gradient(dZ):
    """The slope of the cost for every bias of a layer: BP2, vectorized.

    In:  dZ, shape (n_l, m), not divided by m. It is not changed.
    Out: db, shape (n_l, 1).

    Example: with dZ = np.array([[1.0, 3.0], [5.0, 0.0]]), it is array([[2. ], [2.5]]).
    """
    ### BEGIN SOLUTION
    return dZ.sum(axis=1, keepdims=True) / dZ.shape[1]
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_bias_gradient", "grade": true, "points": 1}
dZ = np.array([[1.0, -1.0, 2.0, 0.0], [0.0, 2.0, -2.0, 4.0]])
got = bias_gradient(dZ)
assert got is not None, "bias_gradient gave nothing (None). Is there a return line?"
assert np.shape(got) != (2,), "The shape is (2,): the column has been lost. What keeps the side that was summed?"
assert np.shape(got) == (2, 1), f"2 neurons, so 2 biases in a column: shape (2, 1), as b; yours: {np.shape(got)}."
want = [[0.5], [1]]
assert np.allclose(got, want), f"By hand, db is {want}; yours: {np.array(got).tolist()}."
got = bias_gradient(dZ[:, :1])
assert np.allclose(got, [[1], [0]]), f"m = 1, example 1 alone: 1 and 0; yours: {np.array(got).tolist()}."

# %% nbgrader={"grade_id": "grade_bias_gradient", "grade": true, "points": 1}
# Hidden tests for `bias_gradient` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("07-bp2", "bias_gradient", bias_gradient)
### END HIDDEN TESTS

# %% [markdown]
# ## 7. Proof by shapes, and the witness
#
# From $(3, 4)$ to $(3, 1)$: the side of length 4 has to vanish, and that is $m$. If your result has as many numbers as there are examples, it was the wrong axis. The shapes do not see the $\frac1m$; and if a layer has as many neurons as there are examples, the number of entries does not betray the axis.
#
# So the witness is called again. It knows the cost and nothing of BP2. For layer 1, the cost as a function of $b^{[1]}$ alone is `lambda b: losses(b, b2).mean()`.
#
# **Before you run the cell:** four slopes in all. Which one is negative, and what does that say?

# %%
measured_1 = measure(lambda b: losses(b, b2).mean(), b1)
measured_2 = measure(lambda b: losses(b1, b).mean(), b2)

print("layer 1, by BP2:  ", bias_gradient(dZ1)[:, 0])
print("layer 1, measured:", measured_1[:, 0])
print("layer 2, by BP2:  ", bias_gradient(dZ2)[:, 0])
print("layer 2, measured:", measured_2[:, 0])
gaps = [abs(bias_gradient(dZ1) - measured_1).max(), abs(bias_gradient(dZ2) - measured_2).max()]
print("largest difference below 1e-8:", max(gaps) < 1e-8)

# %% [markdown]
# ## 8. A bias is a weight after all
#
# In lesson 04, the $\Theta$ form gave the bias a place among the weights: column 0 of $\Theta$, multiplied by a unit $a_0 = 1$ that stands above the other inputs. Is its slope the slope of a weight, then? BP1 holds for any weight. Take the weight in column 0:
#
# | the line | the reason |
# | --- | --- |
# | $d\Theta_{rs} = \dfrac1m \sum_i dZ_{ri}\, A_{si}$ | BP1, for any weight $\Theta_{rs}$ |
# | $d\Theta_{r0} = \dfrac1m \sum_i dZ_{ri}\, A_{0i}$ | column 0, so $s = 0$ |
# | $\phantom{d\Theta_{r0}} = \dfrac1m \sum_i dZ_{ri} \cdot 1$ | the bias unit is 1 on every example |
# | $\phantom{d\Theta_{r0}} = db_r$ | BP2 |
#
# So BP2 is BP1 for an input that is always 1. There is one rule for both: **blame times what came in, averaged.**

# %% [markdown]
# ![Three matrices. dZ, three rows and four columns, row 2 shaded; times a matrix with four rows and three columns, whose first column, shaded, holds ones, and whose other two columns are X turned; gives the sums, three rows and three columns. Their first column, shaded, is marked bias: minus 0.33, 0.67, 0.95. The other two are marked weights: minus 0.57, minus 0.33; 0.79, 0.17; 0, 0. Below: a quarter of them are the slopes of Theta.](picture:with_ones)
#
# *The column of ones does the adding up: row 2 of $dZ$ times ones is $0.12 + 0 + 0.5 + 0.05$, that is 0.67. Look at row 3: the zeros of the weights, and beside them the 0.95 that they could not explain.*

# %% [markdown]
# ### Exercise: `theta_gradient`
# The slopes for a whole $\Theta = (b, W)$: column 0 the biases, then the columns of $W$. **First the shapes:** with `dZ` of shape `(2, 3)` and `A_prev` of shape `(4, 3)`, what has to come out?
#
# <details><summary>Hint: a nudge</summary>
#
# What does $\Theta$ multiply in the forward pass? It is not `A_prev` alone.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# BP1 holds for any weights, so for $\Theta$ as well; what has to change is what came in. Or compute the two gradients one by one and put the columns side by side, `np.hstack`: the same numbers.
#
# </details>


# %% nbgrader={"grade_id": "theta_gradient", "solution": true}
def theta_gradient(dZ, A_prev):
    """The slope of the cost for every entry of theta: the biases in column 0, then the weights.

    In:  dZ, shape (n_l, m), not divided by m; A_prev, shape (n_prev, m). Neither is changed.
    Out: an array of shape (n_l, n_prev + 1).

    Example: with dZ = np.array([[1.0, 3.0]]) and A_prev = np.array([[2.0, 4.0]]), it is array([[2., 7.]]).
    """
    ### BEGIN SOLUTION
    m = dZ.shape[1]
    with_ones = np.vstack([np.ones((1, m)), A_prev])
    return dZ @ with_ones.T / m
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_theta_gradient", "grade": true, "points": 1}
dZ = np.array([[3.0, -6.0, 0.0], [0.0, 3.0, 6.0]])  # two neurons, three examples
A_prev = np.array([[2.0, 0.0, 1.0], [1.0, 3.0, 0.0], [0.0, 5.0, 4.0], [3.0, 1.0, 2.0]])
got = theta_gradient(dZ, A_prev)
assert got is not None, "theta_gradient gave nothing (None). Is there a return line?"
assert np.shape(got) == (2, 5), f"2 neurons; a bias and 4 weights each: shape (2, 5); yours: {np.shape(got)}."
first = np.array(got)[:, 0].tolist()
assert np.allclose(first, [-1, 3]), f"Column 0 holds the slopes of the biases, −1 and 3; yours: {first}."
want = [[-1, 2, -5, -10, 1], [3, 2, 3, 13, 5]]
assert np.allclose(got, want), f"By hand: {want}; yours: {np.array(got).tolist()}."

# %% nbgrader={"grade_id": "grade_theta_gradient", "grade": true, "points": 1}
# Hidden tests for `theta_gradient` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("07-bp2", "theta_gradient", theta_gradient)
### END HIDDEN TESTS

# %% [markdown]
# **Before you run the cell:** for layer 1, which shape will it print? And which of its columns have you seen in this lesson, which in lesson 06?

# %%
dTheta1 = theta_gradient(dZ1, X)
print(f"theta_gradient, shape {dTheta1.shape}:\n{dTheta1}")
print("column 0 is BP2: ", np.allclose(dTheta1[:, [0]], bias_gradient(dZ1)))
print("the rest is BP1: ", np.allclose(dTheta1[:, 1:], weight_gradient(dZ1, X)))

# %% [markdown]
# ## 9. What it means: am I too loud in general?
#
# Row $r$ of $dZ$ tells neuron $r$, example by example, how wrong it was and in which direction. Here are the three rows of $dZ^{[1]}$, drawn as bars.
#
# ![Three small bar charts, one for each hidden neuron, with a bar for each of the four examples and a dashed line for the average. Neuron 1: bars down on examples 1 and 4, average minus 0.0833. Neuron 2: bars up on examples 1, 3 and 4, average 0.1667. Neuron 3: one high bar up, on example 2, average 0.2381.](picture:average_blame)
#
# *Bars: the blame on each example, up for "too loud", down for "too quiet". The dashed line is the average, and all that the bias hears.*
#
# A weight asks who was speaking when the neuron was wrong. A bias asks nothing of the sort. It hears: on average over all examples, should my neuron say more, or less? Neuron 1 should say more, neurons 2 and 3 less.

# %% [markdown]
# An average of 0 does not mean that all is well. Blames of $0.5$ and $-0.5$ cancel: whatever a higher bias mends on one example, it spoils on the other. Such a neuron has to be mended by its weights, which can tell the examples apart.
#
# **Before you run the cell:** it moves all four biases, by half of their slopes. The cost is 0.9793. In which direction does it fall?

# %%
step_1, step_2 = 0.5 * bias_gradient(dZ1), 0.5 * bias_gradient(dZ2)
print(f"where we are:       {losses(b1, b2).mean():.4f}")
print(f"against the slopes: {losses(b1 - step_1, b2 - step_2).mean():.4f}")
print(f"along the slopes:   {losses(b1 + step_1, b2 + step_2).mean():.4f}")

# %% [markdown]
# ## 10. Common slips, each going wrong
#
# First, `keepdims` lost. The three numbers are right. **Before you run the cell,** work out the shape of a `(3, 1)` array minus a `(3,)` array. (Lesson 04: a side that is missing is put in **front**.)

# %%
flat = dZ1.mean(axis=1)  # keepdims lost
b1_new = b1 - flat
print("flat:", flat, " shape", flat.shape)
print(f"b1 - flat, shape {b1_new.shape}:\n{b1_new}")
try:
    W1 @ X + b1_new
except ValueError as problem:
    print("the next forward pass:", problem)

# %% [markdown]
# ![Above: b, a column with minus 2, minus 1 and 1, minus db, a column with minus 0.08, 0.17 and 0.24, gives the new b, a column with minus 1.92, minus 1.17 and 0.76. Below: the same b minus db lying as a row gives a matrix of three rows and three columns. Only its diagonal, framed, holds the three numbers of the column above.](picture:broadcasting)
#
# *Below, every neuron has been moved by every neuron's slope. The three right numbers are there, on the framed diagonal; the other six are wrong.*
#
# The update itself gives no error. The error comes one step later, in another function, and only because there are four examples. With $m = 3$, `W1 @ X` would be `(3, 3)` and nothing would be reported at all: each example would use another column of that square.

# %% [markdown]
# Now the wrong axis. **Before you run the cell:** `dZ1.mean(axis=0)` has four numbers, one for each example. What shape does $b^{[1]}$ have after the update, and does the next forward pass, with its `(3, 4)`, stop? And what will the cost do, compared with the right update?

# %%
right, wrong = bias_gradient(dZ1), dZ1.mean(axis=0)
print("shape of b1 after the update:", (b1 - right).shape, "right,", (b1 - wrong).shape, "wrong axis")
print(f"cost before:                  {losses(b1, b2).mean():.4f}")
print(f"cost after, right:            {losses(b1 - right, b2).mean():.4f}")
print(f"cost after, wrong axis:       {losses(b1 - wrong, b2).mean():.4f}")

one_new_example = np.array([[1.0], [0.0]])
print("sums for one new example:    ", (W1 @ one_new_example + b1 - right).shape, "right,", end=" ")
print((W1 @ one_new_example + b1 - wrong).shape, "wrong axis")

# %% [markdown]
# This is the mistake to be afraid of. Nothing stops, and the cost falls even **further** than with the right slopes. The biases have become a `(3, 4)` array: every example has got a column of biases of its own, fitted to that example. The network has learned the four examples by heart. Show it one new example, and it answers four times, once with each column.
#
# One line guards against all of this: `assert db.shape == b.shape`, at the end of a backward pass.
#
# In the figure below, choose the axis and `keepdims`, and see which neuron gets whose slope. It runs on your `bias_gradient`. Three things to try:
#
# 1. Find the choice for which the result has the shape of $b$.
# 2. Keep the right axis and lose `keepdims`. Which entries of the new $b$ are still right?
# 3. Take the wrong axis. Does `keepdims` make a difference now to what $b$ becomes?

# %%
from course.figures import bp2

bp2.explore(bias_gradient=bias_gradient)

# %% [markdown]
# <details><summary>What you should have found</summary>
#
# 1. Along the examples, `axis=1`, with `keepdims=True`: one number for each neuron, in a column.
# 2. The three on the diagonal. Everywhere else a neuron is moved by the slope of another one.
# 3. No. `(1, 4)` and `(4,)` are stretched in the same way, so $b$ becomes `(3, 4)` both times.
#
# </details>

# %% [markdown]
# The slips that change the numbers and not the shape. **Before you run the cell:** the last slip averages everything, over neurons and examples alike, and NumPy subtracts its one number from all biases. Which neuron would be moved the wrong way?

# %%
slips = {
    "right": dZ1.sum(axis=1) / 4,
    "1/m missing": dZ1.sum(axis=1),
    "1/m twice": (dZ1 / 4).sum(axis=1) / 4,
    "divided by the neurons": dZ1.sum(axis=1) / 3,
    "last example only": dZ1[:, 3],
    "times the input, as in BP1": (dZ1 * X[0]).sum(axis=1) / 4,
    "no axis: one number for all": np.full(3, dZ1.mean()),
}
for name, db in slips.items():
    print(f"{name:28}", db, " off by at most", round(abs(db - measured_1[:, 0]).max(), 4))

# %% [markdown]
# | slip | what it does |
# | --- | --- |
# | $\frac1m$ missing, or twice | 4 times too large, or too small. The weights are moved by the right slopes, so the biases run ahead or lag behind |
# | divided by the neurons | wrong by $m / n_l$; with as many neurons as examples it goes unnoticed |
# | last example only | `=` where `+=` is meant; example 2, the bad one, has been wiped out |
# | times the input | BP1 for the first weight: neuron 3 is acquitted again |
# | no axis | all neurons get the same slope; neuron 1, which should say more, is told to say less |
#
# In a layer with a single neuron, the forgotten `keepdims` and the forgotten axis both give the right number. Test with more than one.

# %% [markdown]
# ## 11. Mazur's biases
#
# Mazur's worked example has one bias per **layer**: both output neurons add the same $b_2 = 0.60$. His article leaves the biases as they are. What would their slopes be?
#
# One bias now reaches the error through two neurons: two paths, on the one example. Multiply along each, add over both. With $dZ$ of $o_1$, which you know from lesson 06, and of $o_2$:
#
# | path | bias to sum | sum to error, $dZ$ | along the path |
# | --- | --- | --- | --- |
# | through $o_1$ | $1$ | $0.138498562$ | $0.138498562$ |
# | through $o_2$ | $1$ | $-0.038098237$ | $-0.038098237$ |
# | both added | | | $0.100400325$ |
#
# **Before you run the cell,** which measures it: what would each of two **separate** biases have for a slope?

# %%
mazur_x, target = np.array([[0.05], [0.10]]), np.array([[0.01], [0.99]])
out_h = sigmoid(np.array([[0.15, 0.20], [0.25, 0.30]]) @ mazur_x + 0.35)


def mazur_error(b):
    """The error for a bias of shape (1, 1), shared by both outputs, or of shape (2, 1), one for each."""
    out_o = sigmoid(np.array([[0.40, 0.45], [0.50, 0.55]]) @ out_h + b)
    return 0.5 * ((out_o - target) ** 2).sum()


print(f"one bias for both:  {measure(mazur_error, np.array([[0.60]]))[0, 0]:.9f}")
print("a bias for each:   ", *(f"{slope:.9f}" for slope in measure(mazur_error, np.array([[0.60], [0.60]]))[:, 0]))

# %% [markdown]
# Separate biases have the two $dZ$ themselves: BP2 with $m = 1$. A shared one has their sum. So the rule is not "add over the examples" but the one behind it: **whatever is shared adds up over all the places where it is used.** A weight and a bias are shared by the examples. In the next lesson, something is shared by the neurons.

# %% [markdown]
# ## 12. Questions
#
# **q1.** A layer has three neurons, so $b$ is $(3, 1)$; the set has $m = 3$ examples. Somebody computes `db = dZ.mean(axis=1)` and updates `b = b - 0.1 * db`. What happens in the next forward pass, at `Z = W @ A + b`?
#
# - **a** NumPy stops: the shapes do not fit
# - **b** nothing bad: the three numbers are right, and NumPy turns them into a column
# - **c** it runs; on example 1 every neuron uses the slope of neuron 1, on example 2 that of neuron 2, on example 3 that of neuron 3
# - **d** it runs; every neuron uses the average slope of the three
#
# **q2.** On all four examples of a set, every output of layer $l-1$ is 0. Row $r$ of $dZ^{[l]}$ is $(0.6,\ -0.2,\ 0,\ 0.4)$. What is $db_r$? (A number.)

# %% [markdown]
# **q3.** For neuron $r$ the slope $db_r$ comes out as exactly 0. What follows?
#
# - **a** the neuron was wrong on none of the examples
# - **b** its blames of the examples add up to 0: what a higher bias mends on some, it spoils on others
# - **c** it was switched off on every example
# - **d** the slopes of its weights are 0 too

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": "…a letter…", "q2": …a number…, "q3": "…a letter…"}
### BEGIN SOLUTION
answers = {"q1": "c", "q2": 0.2, "q3": "b"}
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

grade("07-bp2", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **The wrong axis.** Add over the examples, `axis=1`. The other one gives a number for each example, and broadcasting hides it: the biases learn the examples by heart.
# - **`keepdims` lost.** `(n,)` stands as a row against a column, and $b$ grows into a square. The error comes later, or never.
# - **Repaired with `reshape(1, -1)`:** that is a row, with the same end. $b$ and $db$ are columns.
# - **No axis at all:** one number for all neurons.
# - **$\frac1m$ missing, doubled or in $dZ$.** It belongs to $dW$ and $db$, once.
# - **The ones in the wrong place.** In the $\Theta$ form the row of ones stands where the bias stands: first row, column 0; and it is $m$ long.
# - **Tests with one neuron, or with $n_l = m$.** They let several of these slips pass.

# %% [markdown]
# ## Where this leads
#
# Weights and biases of a layer are done, if $dZ$ of this layer is there. For the output layer it is: $A - Y$. For layer 1, we were given it twice now, in a line of code with a `W2.T` in it, and were told to wait.
#
# **Lesson 08** finds out where the blame of a hidden neuron comes from. A hidden neuron has no label to be compared with. All that is known of its mistakes is known to the neurons that read it; and if several of them read it, it hears several complaints.
