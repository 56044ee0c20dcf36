# %% [markdown]
# # 06 · BP1: the gradient of the weights
#
# Time: 60 minutes · Points: 15 · Builds on: 03 Derivatives, 04 Forward propagation, 05 The cost
#
# After this you can find the slope of the cost for every weight of a layer, with every line of the derivation in your own hands; write it as a formula for one entry, as loops and as a single matrix product, and say where the transpose comes from; prove your code right by measuring; and say in words what such a gradient tells a neuron.

# %% [markdown]
# This is the first of five lessons on backpropagation. Four of them have one equation each, BP1 to BP4; the fifth puts them together. All five use one small network and one set of numbers, so that a number you meet here will meet you again.
#
# What you need from before: the linear part of a layer, $Z = W A + b$ (lesson 04); the cost $J$, an average of one loss per example (lesson 05); and the chain rule, "sensitivities in a row multiply" (lesson 03).
#
# One thing about counting. In the mathematics, neurons and examples are counted from 1, and in code from 0: $W_{21}$ is `W[1, 0]`.
#
# In an exercise, write your code where it says `YOUR CODE HERE`, then run the check below it. A second, hidden test tries it on many more inputs when your work is graded; `course check 06-bp1` in a terminal runs both.

# %% nbgrader={"grade_id": "given_setup", "locked": true}
from time import perf_counter

import numpy as np

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals


def sigmoid(z):
    return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


def relu(z):
    return np.maximum(z, 0.0)


# %% [markdown]
# ## 1. Which weight do we blame?
#
# The network has two inputs, three hidden neurons with ReLU and one output neuron with the sigmoid: the 2-3-1 network of lesson 04, with the same weights. Its examples now have labels, and the fourth has changed: it is $(1, 1)$, where it was $(0, 1)$. (Lesson 11 has the reason.) So it stays in all lessons from here on.

# %% nbgrader={"grade_id": "given_network", "locked": true}
W1 = np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 0.5]])
b1 = np.array([[-2.0], [-1.0], [1.0]])
W2 = np.array([[2.0, -1.0, 1.0]])
b2 = np.array([[2.0]])
params = [(W1, b1), (W2, b2)]

X = np.array([[2.0, 0.0, 1.0, 1.0], [1.0, 0.0, 0.0, 1.0]])  # two inputs, four examples
Y = np.array([[1.0, 0.0, 1.0, 1.0]])  # the right answers


def losses(W1, W2):
    """The binary cross-entropy of each example, shape (4,), for these weights."""
    A1 = relu(W1 @ X + b1)
    A2 = sigmoid(W2 @ A1 + b2)
    return -np.log(np.where(Y == 1, A2, 1 - A2))[0]


Z1 = W1 @ X + b1  # forward, as in lesson 04; these four arrays are kept
A1 = relu(Z1)
Z2 = W2 @ A1 + b2
A2 = sigmoid(Z2)


# %% [markdown]
# **Before you run the cell:** the labels are 1, 0, 1, 1. It prints what the network says, and what that costs. On which example will the loss be the largest?

# %%
print("outputs:", A2[0])
print("labels: ", Y[0])
print("losses: ", losses(W1, W2))
print("cost:   ", round(losses(W1, W2).mean(), 4))

# %% [markdown]
# Example 2 is the bad one: 0.95, where 0 was right. Nine weights took part in that. Which of them do we blame, and how much?
#
# The exact question is that of lesson 03, asked of each weight: **if I raise you a little, by how much does the cost rise?** These nine slopes are what training needs. For one layer we collect them in an array with the name $dW$, of the same shape as $W$. Its entry in row $r$ and column $s$ belongs to the weight in row $r$ and column $s$. (It is one name of two letters, not a product.)
#
# $$dW_{rs} = \frac{\partial J}{\partial W_{rs}}$$
#
# Here $r$ is a neuron of this layer, the reader, and $s$ a neuron of the layer before, the one that is read.

# %% [markdown]
# ![The order of computation. From left to right, in blue: A of layer l minus 1, then Z of layer l, made with W and b, then A of layer l, then dots, then the cost J. Below it, from right to left, in orange: slopes arrive from J as dA and become dZ. A framed box at the lower left, marked BP1, this lesson, takes dZ from the right and A of layer l minus 1 from above, and gives out dW.](picture:where)
#
# *Blue runs forward, orange runs back. Look at what the framed box needs: one thing that arrives from the right, and one that was kept on the way forward.*

# %% [markdown]
# ## 2. What is known, what is wanted
#
# | | shape | in words |
# | --- | --- | --- |
# | known: $A^{[l-1]}$ | $(n_{l-1}, m)$ | what came into the layer, kept on the way forward |
# | known: $dZ^{[l]}$ | $(n_l, m)$ | arrives from the right |
# | wanted: $dW^{[l]}$ | $(n_l, n_{l-1})$ | a slope of the **cost** for each weight |
#
# An entry of $dZ$ is $dZ_{ri} = \partial L^{(i)} / \partial Z_{ri}$: how much the **loss of example $i$** rises for each unit that the sum of neuron $r$ rises on this example. It is a matter of one example alone, so there is no $\frac1m$ in it.
#
# For the output layer you derived it in lesson 05: $dZ = A - Y$. For hidden layers it takes lessons 08 and 09; until then it is given. BP1 does not care where $dZ$ comes from.
#
# In lesson 05 you also went on to the weights of **one** neuron that reads the inputs: `dZ @ X.T / m`, where the shapes told which factor to turn. Here it is a whole layer, anywhere in a network, and every part of that line gets its reason.

# %% nbgrader={"grade_id": "given_blame", "locked": true}
dZ2 = A2 - Y  # lesson 05
dZ1 = np.where(Z1 > 0, W2.T @ dZ2, 0.0)  # lessons 08 and 09 will tell why

print("dZ2 =", dZ2)
print(f"dZ1 =\n{dZ1}")

# %% [markdown]
# Read a few of them. On example 2, $dZ^{[2]} = 0.9526$: raise the output neuron's sum there, and the loss rises almost as much; the output is far too high. On examples 1, 3 and 4 it is negative: the output is too low, and a larger sum would make the loss smaller.
#
# Now compare the shapes, for layer 2: $dZ$ is $(1, 4)$, $A$ is $(3, 4)$ and $dW$ has to be $(1, 3)$. Both things we know have a column for each example. What we want has none. **Somewhere on the way, the examples vanish.** How, is the heart of this lesson.

# %% [markdown]
# ## 3. One weight, four examples
#
# Take one weight: $W^{[2]}_{12} = -1$, with which the output neuron reads hidden neuron 2. There is only one such number, and it is used four times, once for each example. If it moves, it moves in all four.
#
# **Before you run the cell,** which nudges it: hidden neuron 2 gives out 4, 0, 2 and 1. On which example will the loss not notice anything? And will the other losses rise or fall? ($dZ^{[2]}$ above tells.)

# %%
print("hidden neuron 2 gives out:", A1[1])

nudge = 1e-5
rise = losses(W1, W2 + np.array([[0.0, nudge, 0.0]])) - losses(W1, W2)
print("slope of each loss:       ", rise / nudge)
print("their average:            ", round(rise.mean() / nudge, 4))

# %% [markdown]
# Four slopes, one for each example. They differ, since what the weight is multiplied with differs: 4, 0, 2, 1. Such is the situation throughout backpropagation: **every derivative exists once per example, but the weight exists only once.** The cost is one number too, and it hears of the weight through all four examples.
#
# ![One weight on the left, W 1 2. Four arrows lead from it to the sums z of examples 1 to 4, with the numbers 4, 0, 2 and 1 on them. From each z an arrow leads to that example's loss, with the numbers minus 0.1192, 0.9526, minus 0.5 and minus 0.0474. From each loss an arrow with one quarter leads to the cost J on the right. The path through example 2 is dashed, since its first number is 0.](picture:four_paths)
#
# *Each row is one example. Multiply the three numbers along a row: that is what one path carries. Look at the dashed row: a large blame, and nothing arrives at the weight. Why?*

# %% [markdown]
# Along one row, the chain rule of lesson 03 holds: the numbers multiply. For example 3, that is $2 \cdot (-0.5) \cdot \frac14 = -0.25$.
#
# But which row is the answer? The nudge runs along all four at the same time. The cell above has measured it: $-0.3811$ is the **average** of the four slopes, so the four rows **add up**, each with its quarter. For an average you know that from lesson 05. But it is one case of a rule of its own: **paths add up**, whatever they lead through, examples here and neurons soon. It carries all of backpropagation, so we make sure of it before we use it, with an example in which nothing else happens.

# %% [markdown]
# ## 4. When there is more than one path
#
# A number $t = 3$ goes into two others, and both of them into a product:
#
# $$u = t + 1 = 4, \qquad v = t^2 = 9, \qquad f = u \cdot v = 36$$
#
# How much does $f$ rise for each unit of $t$?
#
# ![A graph. t = 3 on the left; an arrow labelled 1 leads up to u = t + 1 = 4, an arrow labelled 6 leads down to v = t squared = 9. From u an arrow labelled 9 leads to f = u v = 36 on the right, from v an arrow labelled 4. Beside the upper path stands 1 times 9 = 9, beside the lower path 6 times 4 = 24, and beside f: together, question mark.](picture:two_paths)
#
# *On each arrow stands the slope of that step. Two ways lead from $t$ to $f$; multiply along each of them.*

# %% [markdown]
# The slopes on the arrows: $u$ rises as fast as $t$, so 1. The slope of $t^2$ is $2t = 6$. And in a product it is the other factor: 9 for $u$, 4 for $v$.
#
# The chain rule of lesson 03, along the upper path, gives $1 \cdot 9 = 9$. Along the lower path it gives $6 \cdot 4 = 24$. Which one is right?
#
# **Before you run the cell:** it raises $t$ by 0.001, first in $u$ only, then in $v$ only, then in both, as it must be. What do you expect in the third line?

# %%
nudge = 0.001
t, f = 3.0, 36.0
print(f"in u only: {((t + nudge + 1) * t**2 - f) / nudge:.2f}")
print(f"in v only: {((t + 1) * (t + nudge) ** 2 - f) / nudge:.2f}")
print(f"in both:   {((t + nudge + 1) * (t + nudge) ** 2 - f) / nudge:.2f}")

# %% [markdown]
# Each path alone gives what its arrows say. Together they give $33.01$: that is $9 + 24$, and a remainder of $0.01$ that will turn out to be the nudge's. So the paths **add up**. Why they do, in a product, with $\Delta$ for "the rise of":
#
# | the line | the reason | nudge $0.001$ |
# | --- | --- | --- |
# | $\Delta f = (u + \Delta u)(v + \Delta v) - u\, v$ | definition of $f$; both factors have moved | $4.001 \cdot 9.006001 - 36$ |
# | $\phantom{\Delta f} = v\, \Delta u + u\, \Delta v + \Delta u\, \Delta v$ | multiply out; $u\, v$ cancels | $0.009 + 0.024004 + 0.000006$ |
# | $\dfrac{\Delta f}{\Delta t} = v\, \dfrac{\Delta u}{\Delta t} + u\, \dfrac{\Delta v}{\Delta t} + \Delta u\, \dfrac{\Delta v}{\Delta t}$ | divide by the nudge | $9 + 24.004 + 0.006$ |
# | $\dfrac{df}{dt} = v\, \dfrac{du}{dt} + u\, \dfrac{dv}{dt}$ | let the nudge shrink: $\Delta u$ goes to 0, and the last term with it | $9 + 24 = 33$ |
#
# Only the last term, the effect of the two rises on one another, disturbs the addition, and it vanishes.

# %% [markdown]
# Nothing in this depends on the product. For any $f$ of $u$ and $v$ without a corner here, make the move in two moves:
#
# 1. $u$ rises and $v$ is held: $f$ rises by its slope for $u$ times $\Delta u$, the more exactly the smaller the nudge. Above: $9 \cdot 0.001 = 0.009$.
# 2. $v$ rises and $u$ is held, at its **new** value: $f$ rises by its slope for $v$ times $\Delta v$. Above: $4.001 \cdot 0.006001 = 0.02401$. Both together are the whole rise, $0.03301$.
#
# The second slope is taken a little to the side, at 4.001 in place of 4. As the nudge shrinks, that makes no difference any more; what is left is $\Delta f / \Delta t = 9 \cdot 1 + 4 \cdot 6$. A third path would be a third move. So, for any number of paths $p$:
#
# $$\frac{df}{dt} = \sum_{p} \frac{\partial f}{\partial u_p} \cdot \frac{d u_p}{d t}$$
#
# In words: **multiply along each path, add over all paths.**
#
# This is the **chain rule for total derivatives**. Partial, $\partial f / \partial u$, asks what $f$ does if $u$ moves and $v$ is held still. Total, $df / dt$, asks what $f$ does if $t$ moves, with all that hangs on it.

# %% [markdown]
# Back to the weight. It is the $t$; the four sums $Z_{1i}$ are the $u_p$; the cost is the $f$.
#
# | example $i$ | weight to sum | sum to loss, $dZ_{1i}$ | loss to cost | along the path |
# | --- | --- | --- | --- | --- |
# | 1 | $4$ | $-0.1192$ | $\frac14$ | $-0.1192$ |
# | 2 | $0$ | $0.9526$ | $\frac14$ | $0$ |
# | 3 | $2$ | $-0.5$ | $\frac14$ | $-0.25$ |
# | 4 | $1$ | $-0.0474$ | $\frac14$ | $-0.0119$ |
# | all paths added | | | | $-0.3811$ |
#
# The measured number. (In the first row, the 4 and the quarter happen to cancel.) So the examples vanish because the sum runs over them: **one path per example, and the sum over the paths is the sum over the examples.** What is left to do is to write this for any weight of any layer.

# %% [markdown]
# ## 5. The derivation, in three steps
#
# We start at equation (2) for whole matrices, $Z = W A + b$, where $A$ is short for $A^{[l-1]}$ and the layer number $l$ is left out. Matrices hide who multiplies whom. So we write down a single entry, and call it (5) from now on, after (3) and (4) of lesson 05:
#
# $$(5)\qquad Z_{ri} = \sum_{j=1}^{n_{l-1}} W_{rj}\, A_{ji} + b_r$$
#
# In words: the sum of neuron $r$ on example $i$ goes through all neurons $j$ of the layer before, and adds the bias of neuron $r$. The letter $j$ is used up by the sum; $r$ and $i$ are left, and they say which entry it is.
#
# In numbers, neuron 2 of layer 1 on example 1: $Z_{21} = W_{21} A_{11} + W_{22} A_{21} + b_2 = 3 \cdot 2 - 1 \cdot 1 - 1 = 4$.

# %% [markdown]
# ### Exercise: `linear_entry`
# **Step 1.** Equation (5), for one entry: $Z_{ri}$, the sum of neuron $r$ on example $i$. `r` and `i` count from 0.
#
# <details><summary>Hint: a nudge</summary>
#
# Which row of $W$ is neuron $r$? Which column of `A_prev` is example $i$?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The summed letter $j$ goes along the row of $W$ and down the column of `A_prev` at the same time: a loop over $j$, or one product of two arrays of shape `(n_prev,)`. The bias is an array with two sides, so it takes two indices to get a number out of it.
#
# </details>


# %% nbgrader={"grade_id": "linear_entry", "solution": true}
def linear_entry(W, A_prev, b, r, i):
    """One entry of Z: equation (5).

    In:  W, shape (n_l, n_prev); A_prev, shape (n_prev, m); b, shape (n_l, 1);
         r, a neuron of this layer, and i, an example, both counted from 0.
    Out: Z[r, i], a float.

    Example: with W = [[3., -1.]], A_prev = [[2.], [1.]] and b = [[-1.]],
    linear_entry(W, A_prev, b, 0, 0) is 4.0.
    """
    ### BEGIN SOLUTION
    z = b[r, 0]
    for j in range(W.shape[1]):
        z += W[r, j] * A_prev[j, i]
    return float(z)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_linear_entry", "grade": true, "points": 0}
got = linear_entry(W1, X, b1, 1, 0)
assert got is not None, "linear_entry gave nothing (None). Is there a return line?"
assert np.shape(got) == (), f"One entry of Z is one number; yours has shape {np.shape(got)}."
assert np.isclose(got, 4), f"r = 1, i = 0 (neuron 2, example 1): 3 · 2 − 1 · 1 − 1 = 4; yours: {got}."
got = linear_entry(W1, X, b1, 0, 3)
assert np.isclose(got, 1), f"r = 0, i = 3 (neuron 1, example 4): 1 · 1 + 2 · 1 − 2 = 1; yours: {got}."

# %% nbgrader={"grade_id": "grade_linear_entry", "grade": true, "points": 1}
# Hidden tests for `linear_entry` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("06-bp1", "linear_entry", linear_entry)
### END HIDDEN TESTS

# %% [markdown]
# **Step 2** asks how an entry of $Z$ answers to a weight. There are $n_l \cdot m$ entries and $n_l \cdot n_{l-1}$ weights, so many pairs; but nearly all of them have nothing to do with each other.
#
# **Before you run the cell:** it raises the single weight $W^{[1]}_{21}$ by 1 and prints by how much each entry of $Z^{[1]}$, shape $(3, 4)$, has risen. Which rows will be zero? What will stand in the other?

# %%
W1_raised = W1.copy()
W1_raised[1, 0] += 1.0  # the weight with which neuron 2 reads input 1
print(f"rise of Z1:\n{(W1_raised @ X + b1) - (W1 @ X + b1)}")
print("row 1 of X:", X[0])

# %% [markdown]
# ![Three matrices: W1 with three rows and two columns, times X with two rows and four columns, gives Z1 with three rows and four columns. In W1, the entry 3 in row 2, column 1 is framed. In X, row 1, the numbers 2, 0, 1, 1, is shaded. In Z1, row 2 is shaded, and each of its entries shows what one unit of the framed weight adds to it: 4 plus 2, minus 1 plus 0, 2 plus 1, 1 plus 1. Rows 1 and 3 of Z1 are grey.](picture:selection)
#
# *The framed weight is in row 2 of $W$, and only row 2 of $Z$ listens. It is in column 1 of $W$, so it is multiplied by row 1 of $X$.*
#
# Only neuron $r$ uses row $r$ of $W$. The other neurons have rows of their own.

# %% [markdown]
# In symbols, one letter more is needed: $k$ for the neuron whose sum we look at, while $W_{rs}$ is the weight that moves. The numbers on the right: $W_{21}$ moves, and we look at $Z_{21}$, so $k = r = 2$, $s = 1$, $i = 1$.
#
# | the line | the reason | in numbers |
# | --- | --- | --- |
# | $Z_{ki} = \sum_j W_{kj}\, A_{ji} + b_k$ | (5), for neuron $k$ | $3 \cdot 2 - 1 \cdot 1 - 1$ |
# | $\dfrac{\partial Z_{ki}}{\partial W_{rs}} = \sum_j \dfrac{\partial (W_{kj}\, A_{ji})}{\partial W_{rs}} + \dfrac{\partial b_k}{\partial W_{rs}}$ | linearity: the slope of a sum, term by term | |
# | $\phantom{\dfrac{\partial Z_{ki}}{\partial W_{rs}}} = \sum_j \dfrac{\partial W_{kj}}{\partial W_{rs}}\, A_{ji}$ | $A_{ji}$ was there before this layer, and $b_k$ is not a weight: neither moves | $1 \cdot 2 + 0 \cdot 1$ |
# | $\phantom{\dfrac{\partial Z_{ki}}{\partial W_{rs}}} =$ *(step 2: two cases)* | $\dfrac{\partial W_{kj}}{\partial W_{rs}}$ is 1 if they are the same weight, $k = r$ and $j = s$, and 0 otherwise | $2$ |
#
# The last line is yours. Of the whole sum, at most one term is left. "1 if equal, else 0" has a name, **Kronecker's delta**; it works like a selection switch.

# %% [markdown]
# ### Exercise: `dz_dw`
# **Step 2.** The derivative $\dfrac{\partial Z_{ki}}{\partial W_{rs}}$: how much the sum of neuron $k$ on example $i$ rises for each unit of $W_{rs}$.
#
# <details><summary>Hint: a nudge</summary>
#
# Two cases. When does neuron $k$ use the weight $W_{rs}$ at all?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# If the weight is in the row of neuron $k$, it is multiplied by one number of `A_prev`: which row does the weight read, and on which example? If it is in another row, nothing happens.
#
# </details>


# %% nbgrader={"grade_id": "dz_dw", "solution": true}
def dz_dw(A_prev, k, i, r, s):
    """The derivative of Z[k, i] with respect to W[r, s].

    In:  A_prev, shape (n_prev, m); k and r, neurons of this layer; s, a neuron of the layer before;
         i, an example. All four are counted from 0.
    Out: a float.

    Example: with A_prev = [[2., 5.], [1., 3.]], dz_dw(A_prev, 0, 1, 0, 0) is 5.0.
    """
    ### BEGIN SOLUTION
    return float(A_prev[s, i]) if k == r else 0.0
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_dz_dw", "grade": true, "points": 0}
A_prev = np.array([[2.0, 5.0, 7.0], [1.0, 3.0, 4.0], [6.0, 8.0, 9.0]])  # three before, three examples
got = dz_dw(A_prev, 2, 1, 2, 0)
assert got is not None, "dz_dw gave nothing (None). Is there a return line?"
assert np.shape(got) == (), f"A single derivative is one number; yours has shape {np.shape(got)}."
assert got == 5, f"k = r = 2: the weight meets input s = 0 on example i = 1, which is 5; yours is {got}."
got = dz_dw(A_prev, 0, 2, 0, 1)
assert got == 4, f"k = r = 0: the weight meets input s = 1 on example i = 2, which is 4; yours is {got}."
got = dz_dw(A_prev, 0, 1, 2, 0)
assert got == 0, f"Neuron k = 0 does not use row r = 2 of W: the derivative is 0; yours is {got}."

# %% nbgrader={"grade_id": "grade_dz_dw", "grade": true, "points": 1}
# Hidden tests for `dz_dw` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("06-bp1", "dz_dw", dz_dw)
### END HIDDEN TESTS

# %% [markdown]
# So $\dfrac{\partial Z_{ki}}{\partial W_{rs}}$ is $A_{si}$ where $k = r$, and 0 for every other neuron $k$.
#
# **Step 3** puts it together. We show that the slope of the cost needs, of all the entries of $dZ$ and $A$, only **one row of each**. The numbers belong to $W^{[1]}_{21}$ again: $r = 2$, $s = 1$, and $A$ is $X$.
#
# | the line | the reason | in numbers |
# | --- | --- | --- |
# | $\dfrac{\partial J}{\partial W_{rs}} = \dfrac1m \sum_i \dfrac{\partial L^{(i)}}{\partial W_{rs}}$ | (4) of lesson 05: $J$ is the average of the losses; the slope of a sum, term by term | 4 slopes, one per example |
# | $\phantom{\dfrac{\partial J}{\partial W_{rs}}} = \dfrac1m \sum_i \sum_k \dfrac{\partial L^{(i)}}{\partial Z_{ki}}\, \dfrac{\partial Z_{ki}}{\partial W_{rs}}$ | total derivative: the paths from $W_{rs}$ to $L^{(i)}$ lead through column $i$ of $Z$, one through each neuron $k$ | 3 paths in each |
# | $\phantom{\dfrac{\partial J}{\partial W_{rs}}} = \dfrac1m \sum_i \sum_k dZ_{ki}\, \dfrac{\partial Z_{ki}}{\partial W_{rs}}$ | the first factor has a name | example 1: $-0.2384 \cdot 0 + 0.1192 \cdot 2 + 0 \cdot 0$ |
# | $\phantom{\dfrac{\partial J}{\partial W_{rs}}} = \dfrac1m \sum_i dZ_{ri}\, A_{si}$ | step 2: of the sum over $k$, only $k = r$ is left | $\frac14 (0.1192 \cdot 2 + 0 \cdot 0 + 0.5 \cdot 1 + 0.0474 \cdot 1)$ |
#
# The result is $0.1965$.

# %% [markdown]
# Two questions about the second line. Why through column $i$ only? Because example $i$ is computed from column $i$ of every array, from $X$ to the loss; no example looks into another one's column. And all the layers to the right of $Z$? Whatever paths lead from $Z_{ki}$ on to the loss, $dZ_{ki}$ has added them up already. That is why BP1 is the same for every layer.
#
# Both sums add up paths: the one over $i$ is that of section 4, a path for each example; the one over $k$ goes through the neurons, and of these a weight has only one, its own. So this is **BP1**, entry by entry:
#
# $$dW_{rs} = \frac1m \sum_{i=1}^{m} dZ_{ri}\, A_{si}$$
#
# In words: for each example, how much the loss blames the reader's sum, times what the reader was told; then the average. Two letters, $r$ and $s$, are left, and they are the two letters of the entry. The letter $i$ is used up: **this is the place where the examples vanish.**

# %% [markdown]
# ### Exercise: `weight_gradient_entry`
# The last line of the derivation, for one weight: $\;dW_{rs} = \dfrac1m \sum_{i=1}^{m} dZ_{ri}\, A_{si}$.
#
# <details><summary>Hint: a nudge</summary>
#
# Put a finger on row $r$ of `dZ` and another on row $s$ of `A_prev`. Along which side do both fingers move?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The sum runs over the examples: the products of two rows of the same length, example by example, added up. Then the average: how many examples there are can be read off the shape of either array.
#
# </details>


# %% nbgrader={"grade_id": "weight_gradient_entry", "solution": true}
def weight_gradient_entry(dZ, A_prev, r, s):
    """The slope of the cost with respect to one weight, dW[r, s].

    In:  dZ, shape (n_l, m), a column for each example's loss, not divided by m; A_prev, shape (n_prev, m);
         r, a neuron of this layer, and s, a neuron of the layer before, both counted from 0.
    Out: a float.

    Example: with dZ = [[1., 3.]] and A_prev = [[2., 4.]], weight_gradient_entry(dZ, A_prev, 0, 0) is 7.0.
    """
    ### BEGIN SOLUTION
    m = dZ.shape[1]
    return float(sum(dZ[r, i] * A_prev[s, i] for i in range(m)) / m)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_weight_gradient_entry", "grade": true, "points": 1}
dZ = np.array([[1.0, -1.0, 2.0, 0.0], [0.0, 2.0, -2.0, 4.0]])  # two neurons, four examples
A_prev = np.array([[2.0, 0.0, 1.0, 3.0], [1.0, 3.0, 0.0, 2.0], [0.0, 5.0, 4.0, 1.0]])
got = weight_gradient_entry(dZ, A_prev, 0, 2)
assert got is not None, "weight_gradient_entry gave nothing (None). Is there a return line?"
assert np.shape(got) == (), f"One weight, one number; yours has shape {np.shape(got)}."
assert np.isclose(got, 0.75), f"r = 0, s = 2: (1·0 − 1·5 + 2·4 + 0·1) / 4 = 3 / 4 = 0.75; yours is {got}."
got = weight_gradient_entry(dZ, A_prev, 1, 0)
assert np.isclose(got, 2.5), f"r = 1, s = 0: (0·2 + 2·0 − 2·1 + 4·3) / 4 = 10 / 4 = 2.5; yours is {got}."

# %% nbgrader={"grade_id": "grade_weight_gradient_entry", "grade": true, "points": 1}
# Hidden tests for `weight_gradient_entry` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("06-bp1", "weight_gradient_entry", weight_gradient_entry)
### END HIDDEN TESTS

# %% [markdown]
# Two numbers can be compared with what you have seen. **Before you run the cell,** find them above: the weight of section 3, measured, and the weight of step 3, worked by hand.

# %%
print(f"layer 2, r = 1, s = 2: {weight_gradient_entry(dZ2, A1, 0, 1):.4f}")
print(f"layer 1, r = 2, s = 1: {weight_gradient_entry(dZ1, X, 1, 0):.4f}")

# %% [markdown]
# ## 6. All weights: loops that mirror the indices
#
# The formula reads like a program. The letters that are left, $r$ and $s$, say which entry is filled: two loops. The letter that is used up, $i$, is a sum: a third loop, inside. Every $\sum$ becomes a loop that adds, every free letter a loop that fills.

# %% [markdown]
# ### Exercise: `weight_gradient_loops`
# The whole matrix $dW$, by loops that mirror the indices: over $r$, over $s$, and for each pair over $i$. **First the shape:** with `dZ` of shape `(2, 4)` and `A_prev` of shape `(3, 4)`, what has to come out?
#
# <details><summary>Hint: a nudge</summary>
#
# Make room first: an array of zeros in the shape of $dW$. Which side of `dZ`, and which of `A_prev`, does it get?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# For every pair $(r, s)$ fill one entry. You have written the function that computes an entry; or write its sum as a third loop, which adds one product at a time. Divide by $m$ once for each entry, not once for each product.
#
# </details>


# %% nbgrader={"grade_id": "weight_gradient_loops", "solution": true}
def weight_gradient_loops(dZ, A_prev):
    """The slope of the cost for every weight of a layer, entry by entry, with explicit loops.

    In:  dZ, shape (n_l, m), not divided by m; A_prev, shape (n_prev, m). Neither is changed.
    Out: dW, shape (n_l, n_prev), an array.

    Example: with dZ = [[1., 3.]] and A_prev = [[2., 4.], [0., 1.]], it is array([[7. , 1.5]]).
    """
    ### BEGIN SOLUTION
    (n, m), n_prev = dZ.shape, A_prev.shape[0]
    dW = np.zeros((n, n_prev))
    for r in range(n):
        for s in range(n_prev):
            for i in range(m):
                dW[r, s] += dZ[r, i] * A_prev[s, i]
            dW[r, s] /= m
    return dW
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_weight_gradient_loops", "grade": true, "points": 1}
dZ = np.array([[1.0, -1.0, 2.0, 0.0], [0.0, 2.0, -2.0, 4.0]])
A_prev = np.array([[2.0, 0.0, 1.0, 3.0], [1.0, 3.0, 0.0, 2.0], [0.0, 5.0, 4.0, 1.0]])
got = weight_gradient_loops(dZ, A_prev)
assert got is not None, "weight_gradient_loops gave nothing (None). Is there a return line?"
assert np.shape(got) == (2, 3), f"2 neurons here, 3 before: shape (2, 3), as W; yours: {np.shape(got)}."
assert np.isclose(got[0][2], 0.75), f"dW[0, 2] is (0 − 5 + 8 + 0) / 4 = 0.75; yours is {got[0][2]}."
want = [[1, -0.5, 0.75], [2.5, 3.5, 1.5]]
assert np.allclose(got, want), f"By hand, dW is {want}; yours: {np.array(got).tolist()}."

# %% nbgrader={"grade_id": "grade_weight_gradient_loops", "grade": true, "points": 1}
# Hidden tests for `weight_gradient_loops` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("06-bp1", "weight_gradient_loops", weight_gradient_loops)
### END HIDDEN TESTS

# %% [markdown]
# Now both layers of the network. **Before you run the cell:** which shapes will the two results have? And look at $dZ^{[1]}$ in section 2 once more. Neuron 3 has only one entry that is not 0, a large one, on example 2. The inputs of example 2 are 0 and 0. What will row 3 of `dW1` be?

# %%
print("dW2 =", weight_gradient_loops(dZ2, A1))
print(f"dW1 =\n{weight_gradient_loops(dZ1, X)}")

# %% [markdown]
# ## 7. One matrix product, and where the transpose comes from
#
# Three loops over all weights and all examples are slow in Python. NumPy does such sums of products much faster, if they are written as a matrix product. What is a matrix product? Row times column, with the summed letter in the **middle**: $(P Q)_{rs} = \sum_i P_{ri}\, Q_{is}$.
#
# Compare with $\sum_i dZ_{ri}\, A_{si}$. In the first factor the $i$ is where it should be. In the second it comes **last**, and should come first. BP1 multiplies a row with a row, and a matrix product wants a row and a column.
#
# ![Above: row r of dZ, the numbers 0.1192, 0, 0.5 and 0.0474, and row s of A, the numbers 2, 0, 1, 1, one below the other, with the products 0.2384, 0, 0.5 and 0.0474 below them, their sum 0.7858, and a quarter of it, 0.1965. Below: dZ with 3 rows and 4 columns, row 2 shaded, beside A transposed with 4 rows and 2 columns, column 1 shaded; the result has 3 rows and 2 columns, with the entry in row 2, column 1 shaded.](picture:two_rows)
#
# *Above, what the formula does: two rows, side by side. Below, the same as a product: to stand as a column, the row of $A$ has to be turned, and with it the whole matrix.*

# %% [markdown]
# Turning is what the transpose does: row $s$ of $A$ is column $s$ of $A^\mathsf{T}$.
#
# | the line | the reason | in numbers |
# | --- | --- | --- |
# | $dW_{rs} = \dfrac1m \sum_i dZ_{ri}\, A_{si}$ | BP1, one entry | $\frac14 (0.2384 + 0 + 0.5 + 0.0474)$ |
# | $\phantom{dW_{rs}} = \dfrac1m \sum_i dZ_{ri}\, (A^\mathsf{T})_{is}$ | definition of the transpose: $(A^\mathsf{T})_{is} = A_{si}$ | the same numbers, row times column |
# | $\phantom{dW_{rs}} = \dfrac1m\, (dZ\, A^\mathsf{T})_{rs}$ | definition of the matrix product: the summed $i$ is in the middle | $0.1965$ |
#
# It holds for every $r$ and $s$, so for the whole matrix. With the layer numbers put back:
#
# $$\textbf{BP1}\qquad dW^{[l]} = \frac1m\, dZ^{[l]}\, A^{[l-1]\,\mathsf{T}}$$
#
# For a layer of one neuron it is the line from lesson 05. Nobody had to remember the transpose. It came by itself: **the sum runs over the examples, and in both arrays the examples are the last letter.**

# %% [markdown]
# ### Exercise: `weight_gradient`
# BP1 as one matrix product, without loops. It has to give the same numbers as your loops; the hidden tests also look at how long it takes on large arrays.
#
# <details><summary>Hint: a nudge</summary>
#
# Write the two shapes side by side, in the order of the formula, and turn one array so that the inner sides agree.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# `.T` turns rows into columns, and `@` adds up over the side that both arrays share. That side counts the examples here, and its length is also what the sum is divided by.
#
# </details>


# %% nbgrader={"grade_id": "weight_gradient", "solution": true}
def weight_gradient(dZ, A_prev):
    """The slope of the cost for every weight of a layer: BP1, vectorized.

    In:  dZ, shape (n_l, m), not divided by m; A_prev, shape (n_prev, m). Neither is changed.
    Out: dW, shape (n_l, n_prev).

    Example: with dZ = [[1., 3.]] and A_prev = [[2., 4.], [0., 1.]], it is array([[7. , 1.5]]).
    """
    ### BEGIN SOLUTION
    return dZ @ A_prev.T / dZ.shape[1]
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_weight_gradient", "grade": true, "points": 1}
dZ = np.array([[1.0, -1.0, 2.0, 0.0], [0.0, 2.0, -2.0, 4.0]])
A_prev = np.array([[2.0, 0.0, 1.0, 3.0], [1.0, 3.0, 0.0, 2.0], [0.0, 5.0, 4.0, 1.0]])
got = weight_gradient(dZ, A_prev)
assert got is not None, "weight_gradient gave nothing (None). Is there a return line?"
assert np.shape(got) == (2, 3), f"2 neurons here, 3 before: shape (2, 3), as W; yours: {np.shape(got)}."
want = [[1, -0.5, 0.75], [2.5, 3.5, 1.5]]
assert np.allclose(got, want), f"By hand, dW is {want}; yours: {np.array(got).tolist()}."
got = weight_gradient(dZ[:, :1], A_prev[:, :1])
assert np.allclose(got, [[2, 1, 0], [0, 0, 0]]), f"m = 1, example 1 alone: 2, 1, 0 and three zeros; yours: {got}."

# %% nbgrader={"grade_id": "grade_weight_gradient", "grade": true, "points": 1}
# Hidden tests for `weight_gradient` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("06-bp1", "weight_gradient", weight_gradient)
### END HIDDEN TESTS

# %% [markdown]
# ### How much faster?
#
# **Before you run the cell,** guess: a layer of 30 neurons that reads 40, on 50 examples. Both functions do the same 60,000 multiplications. Is the product twice as fast as your loops, ten times, a hundred times?
#
# It prints a single line; for the times themselves on your computer, print `loops` and `product`, in seconds.

# %%
rng = np.random.default_rng(0)
dZ, A_prev = rng.normal(size=(30, 50)), rng.normal(size=(40, 50))


def fastest(function):
    """The shortest of five runs, in seconds."""
    times = []
    for _ in range(5):
        start = perf_counter()
        function(dZ, A_prev)
        times.append(perf_counter() - start)
    return min(times)


loops, product = fastest(weight_gradient_loops), fastest(weight_gradient)
print("more than 10 times faster:", loops > 10 * product)

# %% [markdown]
# It is hundreds to thousands of times, depending on the computer and on how your loops are written. The multiplications are the same; what the loops pay for is Python, which looks up names and makes a new number object 60,000 times over.
#
# ### The same product, seen by example
#
# There is a second way to read BP1. Take one example alone, its column of $dZ$ and its column of $A$. Every neuron's blame times every input: a whole matrix of slopes, one for each weight. BP1 is the average of these matrices.
#
# ![Four matrices with three rows and two columns, one for each example, and their average. Example 1: rows minus 0.48, minus 0.24; 0.24, 0.12; 0, 0. Example 2: all zero. Example 3: rows 0, 0; 0.5, 0; 0, 0. Example 4: rows minus 0.09, minus 0.09; 0.05, 0.05; 0, 0. The average: rows minus 0.14, minus 0.08; 0.2, 0.04; 0, 0. Above each matrix its column of dZ and its inputs.](picture:one_each)
#
# *Follow one place, such as row 2, column 1, through the four matrices: these are the four paths of one weight. Their average is the entry of $dW$.*

# %% [markdown]
# The cell makes these four matrices and averages them. A column times a row, `(3, 1) @ (1, 2)`, is a `(3, 2)` matrix. **Before you run it:** the second matrix is all zeros. Why, if $dZ$ is largest there?

# %%
per_example = [dZ1[:, [i]] @ X[:, [i]].T for i in range(4)]

print("shapes:", [matrix.shape for matrix in per_example])
print(f"their average:\n{np.mean(per_example, axis=0)}")
print(f"weight_gradient:\n{weight_gradient(dZ1, X)}")

# %% [markdown]
# So here it is in full: every example has a gradient of its own for all of $W$, and since $W$ is shared, the cost's gradient is their average. The matrix product does the averaging on the way, and never stores the four matrices. For a real layer with a million weights and a thousand examples, that saves a billion numbers.

# %% [markdown]
# ## 8. Proof by shapes
#
# If the formula has slipped your mind, the shapes bring it back. Two arrays are known, $dZ$ of shape $(3, 4)$ and $A$ of shape $(2, 4)$; the result must be $(3, 2)$. Try every product of the two:
#
# | product | shapes | fits? |
# | --- | --- | --- |
# | $dZ\, A$ | $(3, 4)\,(2, 4)$ | no: 4 against 2 |
# | $dZ^\mathsf{T} A$ | $(4, 3)\,(2, 4)$ | no: 3 against 2 |
# | $A\, dZ^\mathsf{T}$ | $(2, 4)\,(4, 3) \to (2, 3)$ | a product, but of the wrong shape |
# | $dZ\, A^\mathsf{T}$ | $(3, 4)\,(4, 2) \to (3, 2)$ | **yes** |
#
# (The other four of the eight possible products do not fit either.) Only one is left. And the side of length 4 that vanishes is $m$, the one that the sum runs over.
#
# What the shapes cannot see: the $\frac1m$, since dividing changes no shape; whether it is the right $A$, if two layers have equally many neurons; and for a square $W$, the third line of the table. For these we need a witness.

# %% [markdown]
# ## 9. The witness: measuring
#
# A central difference knows nothing of BP1. It knows the cost, and asks it, one weight at a time. If it agrees with BP1, both are right, or both are wrong in the same way, which is very unlikely.
#
# The cost has to be a function of the one matrix we ask about. For layer 1, everything else is held: `lambda W: losses(W, W2).mean()`.

# %% [markdown]
# ### Exercise: `numerical_weight_gradient`
# Measure the slope of the cost for every weight, by central differences. `cost` is a function that takes a matrix of weights and gives back one number. All other weights stay as they are while one is nudged; `W` itself is not changed.
#
# <details><summary>Hint: a nudge</summary>
#
# How many weights are nudged at a time? And how often is `cost` called in all, for a `W` of shape `(3, 2)`?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Two loops go through the places of $W$. For each place, make an array that is `eps` there and 0 elsewhere, and ask for the cost of $W$ with it added and with it taken away. Divide by the whole width of the step, $2\varepsilon$, with brackets.
#
# </details>


# %% nbgrader={"grade_id": "numerical_weight_gradient", "solution": true}
def numerical_weight_gradient(cost, W, eps=1e-5):
    """Measure the slope of a cost for every weight, by central differences.

    In:  cost, a function from an array of the shape of W to a float; W, shape (n_l, n_prev), not changed;
         eps, how far to step to either side.
    Out: an array of the shape of W.

    Example: with cost = lambda W: W[0, 0] ** 2 and W = [[3., 1.]], it is about [[6., 0.]].
    """
    ### BEGIN SOLUTION
    slopes = np.zeros(W.shape)
    for r in range(W.shape[0]):
        for s in range(W.shape[1]):
            higher, lower = W.copy(), W.copy()
            higher[r, s] += eps
            lower[r, s] -= eps
            slopes[r, s] = (cost(higher) - cost(lower)) / (2 * eps)
    return slopes
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_numerical_weight_gradient", "grade": true, "points": 1}
W = np.array([[3.0, 1.0, 2.0], [4.0, -1.0, 0.0]])
before = W.copy()
got = numerical_weight_gradient(lambda W: W[0, 0] ** 2 + 5 * W[0, 2] - W[1, 0] * W[1, 1], W)
assert got is not None, "numerical_weight_gradient gave nothing (None). Is there a return line?"
assert np.shape(got) == (2, 3), f"A slope for every weight: shape (2, 3); yours: {np.shape(got)}."
assert np.array_equal(W, before), f"W should be left as it was; now it is {W.tolist()}."
want = [[6, 0, 5], [1, -4, 0]]  # 2 · 3; nothing; 5; −(−1); −4; nothing
assert np.allclose(got, want, atol=1e-6), f"The slopes are {want}; yours: {np.round(got, 6).tolist()}."
got = numerical_weight_gradient(lambda W: W[0, 0] ** 3, np.array([[2.0]]), eps=0.1)
assert np.allclose(got, 12.01), f"w³ at 2, eps=0.1: (2.1³ − 1.9³) / 0.2 = 12.01; yours: {got}."

# %% nbgrader={"grade_id": "grade_numerical_weight_gradient", "grade": true, "points": 1}
# Hidden tests for `numerical_weight_gradient` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("06-bp1", "numerical_weight_gradient", numerical_weight_gradient)
### END HIDDEN TESTS

# %% [markdown]
# Now the meeting of the two. **Before you run the cell:** by how much, at most, should they differ? (Lesson 03: with a step of $10^{-5}$, a central difference is good to about ten digits.)

# %%
measured_1 = numerical_weight_gradient(lambda W: losses(W, W2).mean(), W1)
measured_2 = numerical_weight_gradient(lambda W: losses(W1, W).mean(), W2)

print(f"layer 1, by BP1:\n{weight_gradient(dZ1, X)}")
print(f"layer 1, measured:\n{measured_1.round(8) + 0.0}")  # + 0.0 turns a -0. into 0.
print("layer 2, by BP1:  ", weight_gradient(dZ2, A1))
print("layer 2, measured:", measured_2)
gaps = [abs(weight_gradient(dZ1, X) - measured_1).max(), abs(weight_gradient(dZ2, A1) - measured_2).max()]
print("largest difference below 1e-8:", max(gaps) < 1e-8)

# %% [markdown]
# All nine slopes agree. For the nine numbers, the measurement ran the whole network forward 18 times. BP1 got them from two small products, once $dZ$ was there. With a million weights it would be two million runs; that is why nobody trains by measuring, and why everybody should check by it.

# %% [markdown]
# ## 10. What it means: who was speaking when I was wrong?
#
# Read BP1 as a neuron would. Row $r$ of $dZ$ tells neuron $r$, example by example, how wrong it was and in which direction. Row $s$ of $A$ tells how loudly neuron $s$ spoke, on the same examples. The product is large where both are: **who was speaking when I was wrong?**
#
# The output neuron of our network asks this of the three hidden neurons:
#
# | example | 1 | 2 | 3 | 4 | $dW^{[2]}$ |
# | --- | --- | --- | --- | --- | --- |
# | $dZ^{[2]}$: how wrong was I? | $-0.1192$ | $0.9526$ | $-0.5$ | $-0.0474$ | |
# | hidden neuron 1 said | $2$ | $0$ | $0$ | $1$ | $-0.0715$ |
# | hidden neuron 2 said | $4$ | $0$ | $2$ | $1$ | $-0.3811$ |
# | hidden neuron 3 said | $0$ | $1$ | $0$ | $0$ | $0.2381$ |

# %% [markdown]
# Neuron 3 was the only one speaking on example 2, when the output was far too **high**. Its slope is positive: raising this weight makes the cost worse, so the weight should fall. Neurons 1 and 2 were silent then, and hear nothing of it. They spoke when the output was too **low**; their slopes are negative, and their weights should rise. Neuron 2 spoke louder, so it hears more.
#
# And in layer 1, row 3 of $dW^{[1]}$ is zero, though neuron 3 is the one most to blame. It was wrong on example 2 only, and on example 2 both inputs were 0: nobody was speaking. Whom else can it blame? Keep the question for lesson 07.
#
# **Before you run the cell:** it moves the three weights of layer 2 a little against their slopes, and then along them. Which way does the cost, 0.9793, fall?

# %%
step = 0.1 * weight_gradient(dZ2, A1)
print(f"where we are:       {losses(W1, W2).mean():.4f}")
print(f"against the slopes: {losses(W1, W2 - step).mean():.4f}")
print(f"along the slopes:   {losses(W1, W2 + step).mean():.4f}")

# %% [markdown]
# Against the slopes, the cost falls: this is a first step of training (lesson 13).
#
# In the figure below you choose an entry $(r, s)$ of $dW^{[1]}$, with the mouse or with the arrow keys. It runs on your `weight_gradient`. Three things to try:
#
# 1. Choose row 2, column 1: neuron 2, input 1. Which example contributes most, and which nothing? Is that because of $dZ$ or because of $A$?
# 2. Stay in row 2 and move to column 2. What stays lit, and what moves?
# 3. Find an entry that is 0 although its row of $dZ$ is not. Which of its products are 0, and by whose doing?

# %%
from course.figures import bp1

bp1.explore(weight_gradient=weight_gradient)

# %% [markdown]
# <details><summary>What you should have found</summary>
#
# 1. The products are 0.2384, 0, 0.5 and 0.0474: example 3 contributes most. Example 2 contributes nothing, and there both are 0: neuron 2 was switched off, and input 1 was 0.
# 2. Row 2 of $dZ$ stays lit, since $r$ is the same. In $A$, row 2 takes the place of row 1: the entry's column chooses the **row** of $A$. That is the transpose, seen by eye.
# 3. Row 3 of $dW^{[1]}$. Three products are 0 because neuron 3 was off; on example 2 it was on, and the input was 0.
#
# </details>

# %% [markdown]
# ## 11. Common slips, each going wrong
#
# First the slips that change the shape. They are the kind ones: an error or a wrong shape tells at once. **Before you run the cell,** work out the shape of each; layer 1 has `dZ1` `(3, 4)`, `X` `(2, 4)` and $dW$ `(3, 2)`; layer 2 has `dZ2` `(1, 4)`, `A1` `(3, 4)` and $dW$ `(1, 3)`.

# %%
try:
    dZ1 @ X
except ValueError as problem:
    print("transpose forgotten: an error,", str(problem).rpartition("(")[2].rstrip(")"))

print("order swapped:      ", (X @ dZ1.T / 4).shape, "where (3, 2) is right")
print("own A, not the last:", (dZ1 @ A1.T / 4).shape, "where (3, 2) is right")
print("* in place of @:    ", (dZ2 * A1 / 4).shape, "where (1, 3) is right")
print(f"* in place of @, the numbers:\n{dZ2 * A1 / 4 + 0.0}")

two = dZ1[:2]  # if layer 1 had its first two neurons only, W would be square
print(f"square W, right:\n{two @ X.T / 4}")
print(f"square W, order swapped:\n{X @ two.T / 4}")

# %% [markdown]
# - **Transpose forgotten:** the inner sides do not agree. With $m = n_{l-1}$ they would, and a wrong matrix would come out.
# - **Order swapped:** that is $dW$, transposed. For a square $W$ no shape tells: two weights have exchanged their slopes, and here even their signs.
# - **Own $A$:** the weight multiplies what came **in**, so it takes $A$ of the layer before. Where neighbouring layers have equally many neurons, no shape tells.
# - **`*` in place of `@`:** NumPy stretches `dZ2` over the rows, and every product is there, but not the sum. Add up each row: $-0.0715$, $-0.3811$, $0.2381$.
#
# Now those that keep the shape. **Before you run the next cell,** look at the six slips of layer 2: which of them would you notice in training? The last line belongs to layer 1: neuron $k$ is not selected, and every neuron's blame is added up for every row.

# %%
slips = {
    "right": dZ2 @ A1.T / 4,
    "1/m missing": dZ2 @ A1.T,
    "1/m twice": (dZ2 / 4) @ A1.T / 4,
    "divided by the neurons": dZ2 @ A1.T / 3,
    "Z in place of A": dZ2 @ Z1.T / 4,
    "last example only": dZ2[:, [3]] @ A1[:, [3]].T / 4,
    "averages multiplied": dZ2.mean(axis=1, keepdims=True) @ A1.mean(axis=1, keepdims=True).T,
}
for name, dW in slips.items():
    print(f"{name:24}", dW, " off by at most", round(abs(dW - measured_2).max(), 4))

not_selected = np.ones((3, 1)) @ dZ1.sum(axis=0, keepdims=True) @ X.T / 4
print(f"k = r forgotten, layer 1:\n{not_selected}")

# %% [markdown]
# | slip | what it does |
# | --- | --- |
# | $\frac1m$ missing | every slope is $m$ times too large; with 4 examples the steps are too long, with 1000 training may explode |
# | $\frac1m$ twice | $m$ times too small, if $dZ$ was divided already: training crawls. In this course $dZ$ has no $\frac1m$ |
# | divided by the neurons | wrong by $m / n_{l-1}$; with as many neurons as examples it goes unnoticed |
# | $Z$ in place of $A$ | neuron 3 was silent on three examples, and is blamed for its sums $-2.5$, $-1$ and $-0.5$, which nobody heard |
# | last example only | in a loop, `=` where `+=` is meant: each example wipes out the one before |
# | averages multiplied | blame and inputs of different examples are mixed: slopes 1 and 2 have the wrong sign. The average of products is not the product of averages |
# | $k = r$ forgotten | every neuron gets the same slopes, those of all neurons together; with one neuron in the layer it goes unnoticed |
#
# Some of these still make the cost fall, only badly. The witness of section 9 sees every one.

# %% [markdown]
# ## 12. Mazur's number
#
# In lesson 04 you ran Mazur's 2-2-2 network forward, and in lesson 05 you found its error. Its weight $w_5 = 0.40$ is the one with which output neuron $o_1$ reads hidden neuron $h_1$: in our letters $W^{[2]}_{11}$. He writes the slope as a product of three factors, along one path:
#
# | factor | in words | in print |
# | --- | --- | --- |
# | $\dfrac{\partial E}{\partial \mathit{out}_{o1}}$ | squared error: $\mathit{out}_{o1} - \mathit{target}_{o1} = 0.75136507 - 0.01$ | $0.74136507$ |
# | $\dfrac{\partial \mathit{out}_{o1}}{\partial \mathit{net}_{o1}}$ | slope of the sigmoid: $\mathit{out}_{o1} (1 - \mathit{out}_{o1})$ | $0.186815602$ |
# | $\dfrac{\partial \mathit{net}_{o1}}{\partial w_5}$ | what came in: $\mathit{out}_{h1}$ | $0.593269992$ |
# | $\dfrac{\partial E}{\partial w_5}$ | multiply along the path | $0.082167041$ |
#
# The first two make $dZ$ of neuron $o_1$, $0.138498562$; the third is $A$. There is one path only: one example, so $\frac1m = 1$, and neuron $o_2$ does not use $w_5$.

# %% nbgrader={"grade_id": "given_mazur", "locked": true}
mazur_x, target = np.array([[0.05], [0.10]]), np.array([[0.01], [0.99]])
out_h = sigmoid(np.array([[0.15, 0.20], [0.25, 0.30]]) @ mazur_x + 0.35)  # both hidden outs
out_o = sigmoid(np.array([[0.40, 0.45], [0.50, 0.55]]) @ out_h + 0.60)  # both outputs

# %% [markdown]
# ### Exercise: `mazur_dw5`
# The slope of Mazur's error with respect to $w_5$, as a float, to full precision. The arrays `out_h`, `out_o` and `target`, each of shape `(2, 1)`, are given above.
#
# <details><summary>Hint: a nudge</summary>
#
# There is one example, so $m = 1$. Which entry of $W^{[2]}$ is $w_5$? Which entry of `out_h` does it read?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The first two of the three factors, together, are $dZ$ of neuron $o_1$: the difference to its target, times the slope of its sigmoid. The third factor is what came in. Multiply the three, or put the whole column $dZ$ together and hand it to `weight_gradient`.
#
# </details>

# %% nbgrader={"grade_id": "mazur_dw5", "solution": true}
# The form: mazur_dw5 = …one number, not rounded…
### BEGIN SOLUTION
dZ_o = (out_o - target) * out_o * (1 - out_o)
mazur_dw5 = float(weight_gradient(dZ_o, out_h)[0, 0])
### END SOLUTION

# %% nbgrader={"grade_id": "check_mazur_dw5", "grade": true, "points": 1}
got = mazur_dw5
assert np.shape(got) == (), f"One number, a float; yours has shape {np.shape(got)}."
assert not np.isclose(got, 0.43982964, atol=1e-7), "The middle factor, the sigmoid's slope, is missing."
assert not np.isclose(got, 0.13849856, atol=1e-7), "This is dZ of o1: the third factor, what came in, is missing."
assert np.isclose(got, 0.082167041, atol=1e-8), f"In print it is 0.082167041; yours is {got}."

# %% nbgrader={"grade_id": "grade_mazur_dw5", "grade": true, "points": 1}
# Hidden tests for `mazur_dw5` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("06-bp1", "mazur_dw5", mazur_dw5)
### END HIDDEN TESTS

# %%
print(f"∂E/∂w5 = {mazur_dw5:.9f}")

# %% [markdown]
# Digit for digit. His whole backward pass is made of such paths, and you have the first of the four equations that sort them.

# %% [markdown]
# ## 13. Questions
#
# **q1.** A layer of 3 neurons reads 2 inputs, on $m = 4$ examples. The weight $W_{21}$ alone is raised by a little. Which entries of $Z$ can change?
#
# - **a** only $Z_{21}$
# - **b** all of row 2, wherever input 1 is not 0
# - **c** all of column 1
# - **d** all twelve
#
# **q2.** For some weight $W_{rs}$, row $r$ of $dZ$ is $(0.5,\ -1,\ 0,\ 2)$ and row $s$ of $A^{[l-1]}$ is $(2,\ 0,\ 3,\ 1)$. Now each of the four examples is put into the set a second time, so that $m = 8$. What is $dW_{rs}$ for this larger set? (A number.)

# %% [markdown]
# **q3.** Neuron $s$ of layer $l-1$ is a ReLU that gives out 0 on every one of the $m$ examples. What follows for $dW^{[l]}$?
#
# - **a** its column $s$ is zero
# - **b** its row $s$ is zero
# - **c** its column $s$ is large: the neuron is to blame for what it did not say
# - **d** nothing, as long as $dZ^{[l]}$ is not known

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": "…a letter…", "q2": …a number…, "q3": "…a letter…"}
### BEGIN SOLUTION
answers = {"q1": "b", "q2": 0.75, "q3": "a"}
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

grade("06-bp1", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **$\frac1m$ missing, doubled or in $dZ$.** It belongs to $dW$ and $db$, once. $dZ$ and $dA$ are slopes of single losses.
# - **The order swapped:** `A_prev @ dZ.T` is $dW$ transposed. Test with layers of different sizes.
# - **`*` for `@`.** The products are there, the sum over the examples is not, and broadcasting hides it.
# - **The layer's own $A$.** A weight multiplies what comes in: $dW^{[l]}$ takes $A^{[l-1]}$, and $dW^{[1]}$ takes $X$.
# - **$Z$ where $A$ is meant.** With ReLU they agree wherever the neuron is on, so a small test may miss it.
# - **`=` for `+=`** in the sum over examples: only the last example counts.
# - **Dividing by `dZ.size` or by `dZ.shape[0]`.** For one neuron, `dZ.size` is $m$; for more it is too large.
# - **A zero that is no mistake.** A silent input or a switched-off neuron gives slopes of 0. Look at $A$ and $dZ$ before you look for a bug.

# %% [markdown]
# ## Where this leads
#
# One neuron is left unsatisfied. Hidden neuron 3 was blamed with 0.95 on example 2, and none of its weights could be blamed, because both inputs were 0. Yet it spoke, with $z = 1$. What made it speak was its **bias**, which is there whatever the inputs are. **Lesson 07** asks the same question of the biases, with the same three steps. They are shorter this time, since step 2 has a 1 where here stood $A_{si}$; and you will see why that makes a bias a weight like any other.
