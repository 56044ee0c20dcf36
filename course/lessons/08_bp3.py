# %% [markdown]
# # 08 · BP3: back to the previous layer
#
# Time: 45 minutes · Points: 12 · Builds on: 06 BP1, 07 BP2
#
# After this you can carry blame from one layer back to the layer before it: for one neuron on one example, as loops and as a single matrix product; say over what the sum runs and why nothing is averaged; see why the same weights are used forward and back, and where the transpose comes from; and recompute one of the best-known numbers of backpropagation.

# %% [markdown]
# This is the step that gave backpropagation its name. Lessons 06 and 07 stayed within a layer; this one goes back to the layer before.
#
# The three steps of the derivation are those of lesson 06, and so are the network and the letters: $s$ is a neuron of layer $l-1$, the one that is read; $k$ is a neuron of layer $l$, a **reader** of $s$; $i$ is an example. In the mathematics they count from 1, in code from 0.
#
# In an exercise, write your code where it says `YOUR CODE HERE`, then run the check below it. A second, hidden test tries it on many more inputs when your work is graded; `course check 08-bp3` in a terminal runs both.

# %% nbgrader={"grade_id": "given_setup", "locked": true}
import numpy as np

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals


def sigmoid(z):
    return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


def relu(z):
    return np.maximum(z, 0.0)


def measure(cost, P, eps=1e-5):
    """The slope of a cost for every entry of P, by central differences, as in lesson 06."""
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


def losses_from(A1):
    """The binary cross-entropy of each example, shape (4,), if the hidden neurons give out A1."""
    A2 = sigmoid(W2 @ A1 + b2)
    return -np.log(np.where(Y == 1, A2, 1 - A2))[0]


Z1 = W1 @ X + b1  # forward, as in lesson 04
A1 = relu(Z1)
Z2 = W2 @ A1 + b2
A2 = sigmoid(Z2)

dZ2 = A2 - Y  # lesson 05

# %% [markdown]
# ## 1. Who tells a hidden neuron that it was wrong?
#
# BP1 and BP2 need $dZ$ of their layer. For the output layer we have it, since each output can be compared with a label: $dZ = A - Y$. For a hidden neuron there is no label. Nobody has ever said what it should give out.
#
# But it has readers. If it says more, their sums change, and what that does to the loss is known: it is their $dZ$. **So a hidden neuron learns of its mistakes from those it feeds.**
#
# ![The order of computation. From left to right, in blue: A of layer l minus 1, then Z of layer l, made with W and b, then A of layer l, then dots, then the cost J. Below it, from right to left, in orange: slopes arrive from J as dA and become dZ. A framed box to the left of dZ, marked BP3, this lesson, takes dZ from the right and W from above, and gives out dA of layer l minus 1. From there a dashed arrow leads on to layer l minus 1 and its own dZ, lesson 09.](picture:where)
#
# *BP1 and BP2 lead to results, and end there. Look at where the arrow out of this box leads: there is a next turn.*

# %% [markdown]
# ## 2. What is known, what is wanted
#
# | | shape | in words |
# | --- | --- | --- |
# | known: $dZ^{[l]}$ | $(n_l, m)$ | how much the loss of example $i$ rises for each unit of the **sum** of neuron $k$ |
# | known: $W^{[l]}$ | $(n_l, n_{l-1})$ | row $k$: how reader $k$ weighs what it reads |
# | wanted: $dA^{[l-1]}$ | $(n_{l-1}, m)$ | how much the loss of example $i$ rises for each unit that neuron $s$ **gives out** |
#
# $$dA^{[l-1]}_{si} = \frac{\partial L^{(i)}}{\partial A^{[l-1]}_{si}}$$
#
# Compare with lessons 06 and 07: there $m$ columns were known and the examples had to vanish. Here the examples stay, and **the readers vanish**: from $n_l$ rows to $n_{l-1}$ rows.

# %% [markdown]
# ## 3. One neuron, one reader
#
# First layer 2 of our network: its only neuron is the output, so each hidden neuron has one reader. Take hidden neuron 2 on example 3. It gives out 2, and is read with the weight $W_{12} = -1$.
#
# **Before you run the cell,** which raises that one output: on how many of the four losses will it have an effect? With which sign?

# %%
print("dZ2:", dZ2[0])

nudge = np.zeros(A1.shape)
nudge[1, 2] = 1e-5  # hidden neuron 2, example 3
print("slope of each loss:", (losses_from(A1 + nudge) - losses_from(A1)) / 1e-5)

# %% [markdown]
# Only the loss of example 3 takes notice. That is a difference to all you have seen in lessons 06 and 07: a weight or a bias is shared by all examples, but the number $A_{23}$ belongs to example 3 alone. There is one path, and one product:
#
# $$\underbrace{-1}_{\text{weight}} \cdot \underbrace{(-0.5)}_{dZ^{[2]}_{13}} = 0.5$$
#
# The output is too low on example 3, so its $dZ$ is negative. Neuron 2 pulls it down further, with its weight of $-1$; so the loss would be smaller if it said less. And there is no $\frac14$: this is the slope of one loss, not of the average.

# %% [markdown]
# ![The output neuron on example 2, on the right, with dZ = 0.9526. Three edges connect it with the hidden neurons on the left, each with a solid arrow forward and a dashed arrow back. Hidden neuron 1, which said 0, weight 2: 2 times 0.9526 = 1.9051. Hidden neuron 2, which said 0, weight minus 1: minus 0.9526. Hidden neuron 3, which said 1, weight 1: 0.9526.](picture:one_reader)
#
# *Example 2, the bad one: the same complaint goes back along three edges and arrives as three different numbers. What decides their size and sign? (The products are made with all digits of 0.95257….)*
#
# Look at hidden neurons 1 and 2: they gave out 0, and hear something all the same. $dA$ does not ask what a neuron said. It asks what would happen if it said more.

# %% [markdown]
# ## 4. One neuron, several readers
#
# Now suppose the layer had a second neuron. To keep the numbers short, this small layer has no bias and no activation, two examples, and half the squared error as its loss (lesson 05), so that $dZ = Z - Y$.

# %% nbgrader={"grade_id": "given_layer", "locked": true}
W_small = np.array([[2.0, -1.0, 1.0], [0.5, 1.0, -2.0]])  # two readers of three neurons
A_small = np.array([[2.0, 0.0], [4.0, 0.0], [0.0, 1.0]])  # what the three give out, on two examples
Y_small = np.array([[-0.5, 1.2], [6.0, -2.3]])


def losses_of(Z):
    """Half the squared error of each example, shape (2,), if the sums of the small layer are Z."""
    return 0.5 * ((Z - Y_small) ** 2).sum(axis=0)


Z_small = W_small @ A_small
dZ_small = Z_small - Y_small
print(f"Z =\n{Z_small}\ndZ =\n{dZ_small}")

# %% [markdown]
# Neuron 1 of the layer before is read by both: with the weight 2 by reader 1, and with 0.5 by reader 2. On example 1, the readers' blames are 0.5 and $-1$. If neuron 1 gives out a little more, the loss of example 1 changes along two paths: $2 \cdot 0.5 = 1$ and $0.5 \cdot (-1) = -0.5$.
#
# **Before you run the cell:** it lets reader 1 alone hear the nudge, then reader 2 alone, then both, as it must be. What do you expect in the third line?

# %%
nudge = 1e-5
for who, heard_1, heard_2 in (("reader 1 only:", 1, 0), ("reader 2 only:", 0, 1), ("both:", 1, 1)):
    rise_of_z = np.array([2.0 * heard_1, 0.5 * heard_2]) * nudge  # each through its own weight
    Z = Z_small.copy()
    Z[:, 0] += rise_of_z  # example 1
    print(f"{who:15} {(losses_of(Z) - losses_of(Z_small))[0] / nudge:6.3f}")

# %% [markdown]
# The rule of lesson 06 again: **multiply along each path, add over all paths.** There, one path led through each example. Here, one path leads through each reader.
#
# ![Three neurons of the layer before on the left, two readers on the right. From neuron 1, an edge with weight 2 leads to reader 1, and one with weight 0.5 to reader 2; each has a solid arrow forward and a dashed one back. Beside reader 1: dZ = 0.5, sends back 2 times 0.5 = 1. Beside reader 2: dZ = minus 1, sends back 0.5 times minus 1 = minus 0.5. Beside neuron 1: neuron 1 collects 1 minus 0.5 = 0.5. The edges of the other two neurons are grey.](picture:fan_out)
#
# *Forward, the output of neuron 1 fans out to everybody who reads it. Back, along the same edges and through the same weights, it collects what they send. Which of the two wants it to say more?*

# %% [markdown]
# ## 5. The derivation, in three steps
#
# **Step 1** is equation (5) once more, for reader $k$ on example $i$. We shall need $j$ for something else, so the summed letter is $p$ this time; a letter that is used up may have any name.
#
# $$(5)\qquad Z_{ki} = \sum_{p=1}^{n_{l-1}} W_{kp}\, A_{pi} + b_k$$
#
# **Step 2** asks how an entry of $Z$ answers to an entry of $A$. We raise $A_{sj}$: what neuron $s$ gives out on example $j$. **Before you run the cell,** which raises $A_{11}$ by 1: which of the four entries of $Z$ will rise, and by how much?

# %%
A_raised = A_small.copy()
A_raised[0, 0] += 1.0  # neuron 1, example 1
print(f"rise of Z:\n{W_small @ A_raised - Z_small}")

# %% [markdown]
# ![Three matrices: W with two rows and three columns, column 1, the numbers 2 and 0.5, shaded; times A with three rows and two columns, the entry 2 in row 1, column 1 framed; gives Z, two rows and two columns. In Z, column 1 is shaded, with 0 plus 2 and 5 plus 0.5 in it; column 2, with 1 and minus 2, is not.](picture:listening)
#
# *In lesson 06 a row of $Z$ listened, on all examples. Now it is a column: all readers, on one example.*
#
# In symbols, with $k = 1$, $s = 1$ and $i = j = 1$ on the right:
#
# | the line | the reason | in numbers |
# | --- | --- | --- |
# | $Z_{ki} = \sum_p W_{kp}\, A_{pi} + b_k$ | (5) | $2 \cdot 2 - 1 \cdot 4 + 1 \cdot 0 + 0$ |
# | $\dfrac{\partial Z_{ki}}{\partial A_{sj}} = \sum_p \dfrac{\partial (W_{kp}\, A_{pi})}{\partial A_{sj}} + \dfrac{\partial b_k}{\partial A_{sj}}$ | linearity: the slope of a sum, term by term | |
# | $\phantom{\dfrac{\partial Z_{ki}}{\partial A_{sj}}} = \sum_p W_{kp}\, \dfrac{\partial A_{pi}}{\partial A_{sj}}$ | weights and biases do not move with what is read | $2 \cdot 1 - 1 \cdot 0 + 1 \cdot 0$ |
# | $\phantom{\dfrac{\partial Z_{ki}}{\partial A_{sj}}} =$ *(step 2: two cases)* | $\dfrac{\partial A_{pi}}{\partial A_{sj}}$ is 1 if they are the same entry, $p = s$ and $i = j$, and 0 otherwise | $2$ |

# %% [markdown]
# ### Exercise: `dz_da`
# **Step 2.** The derivative $\dfrac{\partial Z_{ki}}{\partial A_{sj}}$: how much the sum of neuron $k$ on example $i$ rises for each unit that neuron $s$ of the layer before says more on example $j$.
#
# <details><summary>Hint: a nudge</summary>
#
# Two cases again, but another pair of letters decides this time. Does example $i$ ever look at what was said on example $j$?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# On the same example, neuron $k$ hears neuron $s$ through one number: the weight with which $k$ reads $s$. The reader chooses the row of $W$, the one that is read chooses the column.
#
# </details>


# %% nbgrader={"grade_id": "dz_da", "solution": true}
def dz_da(W, k, i, s, j):
    """The derivative of Z[k, i] with respect to A_prev[s, j].

    In:  W, shape (n_l, n_prev); k, a neuron of this layer, and i, an example;
         s, a neuron of the layer before, and j, an example. All four are counted from 0.
    Out: a float.

    Example: with W = np.array([[3.0, -1.0]]), dz_da(W, 0, 2, 1, 2) is -1.0.
    """
    ### BEGIN SOLUTION
    return float(W[k, s]) if i == j else 0.0
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_dz_da", "grade": true, "points": 0}
W = np.array([[1.0, 2.0, 0.0], [3.0, -1.0, 4.0]])  # two neurons, three before
got = dz_da(W, 1, 0, 0, 0)
assert got is not None, "dz_da gave nothing (None). Is there a return line?"
assert np.shape(got) == (), f"A single derivative is one number; yours has shape {np.shape(got)}."
assert got == 3, f"i = j: neuron k = 1 reads neuron s = 0 with the weight 3; yours is {got}."
got = dz_da(W, 0, 3, 1, 3)
assert got == 2, f"i = j: neuron k = 0 reads neuron s = 1 with the weight 2; yours is {got}."
got = dz_da(W, 1, 0, 0, 2)
assert got == 0, f"Example i = 0 does not hear what is said on example j = 2: 0; yours is {got}."

# %% nbgrader={"grade_id": "grade_dz_da", "grade": true, "points": 1}
# Hidden tests for `dz_da` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("08-bp3", "dz_da", dz_da)
### END HIDDEN TESTS

# %% [markdown]
# So $\dfrac{\partial Z_{ki}}{\partial A_{sj}}$ is $W_{ks}$ where $i = j$, and 0 for two different examples. **Examples do not mix:** in every equation of the forward pass, from $X$ to the loss, column $i$ is made of column $i$ alone. Only the cost, at the very end, brings the examples together.
#
# **Step 3** puts it together. We show that the slope needs only **one column of $W$ and one column of $dZ$**. The numbers: $s = 1$, $i = 1$.
#
# | the line | the reason | in numbers |
# | --- | --- | --- |
# | $dA_{si} = \dfrac{\partial L^{(i)}}{\partial A_{si}}$ | definition of $dA$ | the slope of one loss |
# | $\phantom{dA_{si}} = \sum_k \sum_j \dfrac{\partial L^{(i)}}{\partial Z_{kj}}\, \dfrac{\partial Z_{kj}}{\partial A_{si}}$ | total derivative: every path from $A_{si}$ leads through an entry of $Z$ | 4 entries, so 4 paths at most |
# | $\phantom{dA_{si}} = \sum_k \dfrac{\partial L^{(i)}}{\partial Z_{ki}}\, \dfrac{\partial Z_{ki}}{\partial A_{si}}$ | step 2: where $j \neq i$, the second factor is 0 | 2 paths left |
# | $\phantom{dA_{si}} = \sum_k dZ_{ki}\, \dfrac{\partial Z_{ki}}{\partial A_{si}}$ | the first factor has a name | |
# | $\phantom{dA_{si}} = \sum_k dZ_{ki}\, W_{ks}$ | step 2: where $j = i$, it is the weight | $0.5 \cdot 2 + (-1) \cdot 0.5 = 0.5$ |

# %% [markdown]
# This is **BP3**, entry by entry:
#
# $$dA^{[l-1]}_{si} = \sum_{k=1}^{n_l} W^{[l]}_{ks}\, dZ^{[l]}_{ki}$$
#
# In words: **go through all readers; take what each of them is blamed with, times the weight with which it reads you; add up.** Beside BP1 it looks like this:
#
# | | what moves | who shares it | the sum runs over | $\frac1m$ |
# | --- | --- | --- | --- | --- |
# | BP1 | a weight | all examples | the examples $i$ | yes: a slope of the cost |
# | BP3 | an output, on one example | all readers | the readers $k$ | no: a slope of one loss |
#
# The $\frac1m$ is not forgotten. It comes once, at the end, when BP1 and BP2 use the blame.

# %% [markdown]
# ### Exercise: `previous_activation_gradient_entry`
# BP3 for one neuron of the layer before, on one example. In the signature this neuron is called `r`, since it is the **row of the result**; it is the $s$ of the derivation.
#
# <details><summary>Hint: a nudge</summary>
#
# Who reads this neuron? Each of them sends something back. Which numbers of $W$ lie between them and it: a row or a column?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The sum runs over the neurons of layer $l$, so over the rows of `W` and of `dZ` at the same time. One column of each takes part: one belongs to the neuron that collects, the other to the example. Nothing is averaged.
#
# </details>


# %% nbgrader={"grade_id": "previous_activation_gradient_entry", "solution": true}
def previous_activation_gradient_entry(W, dZ, r, i):
    """The slope of one example's loss with respect to one output of the layer before, dA_prev[r, i].

    In:  W, shape (n_l, n_prev); dZ, shape (n_l, m), a column for each example's loss;
         r, a neuron of the layer before, and i, an example, both counted from 0.
    Out: a float.

    Example: with W = np.array([[2.0, 1.0], [5.0, 0.0]]) and dZ = np.array([[3.0], [1.0]]),
    previous_activation_gradient_entry(W, dZ, 0, 0) is 11.0.
    """
    ### BEGIN SOLUTION
    return float(sum(W[k, r] * dZ[k, i] for k in range(W.shape[0])))
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_previous_activation_gradient_entry", "grade": true, "points": 1}
W = np.array([[1.0, 2.0, 0.0], [3.0, -1.0, 4.0]])  # two neurons, three before
dZ = np.array([[2.0, 0.0, 1.0, -1.0], [1.0, -1.0, 0.0, 3.0]])  # four examples
got = previous_activation_gradient_entry(W, dZ, 0, 0)
assert got is not None, "previous_activation_gradient_entry gave nothing (None). Is there a return line?"
assert np.shape(got) == (), f"One neuron, one example, one number; yours has shape {np.shape(got)}."
assert np.isclose(got, 5), f"r = 0, i = 0: 1 · 2 + 3 · 1 = 5; yours is {got}."
got = previous_activation_gradient_entry(W, dZ, 1, 3)
assert np.isclose(got, -5), f"r = 1, i = 3: 2 · (−1) + (−1) · 3 = −5; yours is {got}."
got = previous_activation_gradient_entry(W, dZ, 2, 0)
assert np.isclose(got, 4), f"r = 2, i = 0: 0 · 2 + 4 · 1 = 4; yours is {got}."

# %% nbgrader={"grade_id": "grade_previous_activation_gradient_entry", "grade": true, "points": 1}
# Hidden tests for `previous_activation_gradient_entry` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("08-bp3", "previous_activation_gradient_entry", previous_activation_gradient_entry)
### END HIDDEN TESTS

# %% [markdown]
# **Before you run the cell,** find its two numbers above: the one measured in section 3, and the one worked by hand in step 3.

# %%
print("layer 2, neuron 2, example 3:    ", round(previous_activation_gradient_entry(W2, dZ2, 1, 2), 4))
print("small layer, neuron 1, example 1:", round(previous_activation_gradient_entry(W_small, dZ_small, 0, 0), 4))

# %% [markdown]
# ## 6. Everything: loops that mirror the indices
#
# Every free letter is a loop that fills, every $\sum$ a loop that adds. Free are $s$ and $i$; the sum runs over $k$.

# %% [markdown]
# ### Exercise: `previous_activation_gradient_loops`
# The whole matrix $dA^{[l-1]}$, by loops that mirror the indices: over $s$, over $i$, and for each pair over $k$. **First the shape:** with `W` of shape `(2, 3)` and `dZ` of shape `(2, 4)`, what has to come out?
#
# <details><summary>Hint: a nudge</summary>
#
# Make room first. The result has the shape of $A^{[l-1]}$: which side comes from `W`, and which from `dZ`?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# For every pair $(s, i)$ fill one entry, with the function you have written or with a third loop, which adds one product for each neuron $k$. There is nothing to divide by.
#
# </details>


# %% nbgrader={"grade_id": "previous_activation_gradient_loops", "solution": true}
def previous_activation_gradient_loops(W, dZ):
    """The slope of each example's loss for every output of the layer before, with explicit loops.

    In:  W, shape (n_l, n_prev); dZ, shape (n_l, m). Neither is changed.
    Out: dA_prev, shape (n_prev, m), an array.

    Example: with W = np.array([[2.0, 1.0], [5.0, 0.0]]) and dZ = np.array([[3.0], [1.0]]),
    it is array([[11.], [ 3.]]).
    """
    ### BEGIN SOLUTION
    (n, n_prev), m = W.shape, dZ.shape[1]
    dA_prev = np.zeros((n_prev, m))
    for s in range(n_prev):
        for i in range(m):
            for k in range(n):
                dA_prev[s, i] += W[k, s] * dZ[k, i]
    return dA_prev
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_previous_activation_gradient_loops", "grade": true, "points": 1}
W = np.array([[1.0, 2.0, 0.0], [3.0, -1.0, 4.0]])
dZ = np.array([[2.0, 0.0, 1.0, -1.0], [1.0, -1.0, 0.0, 3.0]])
got = previous_activation_gradient_loops(W, dZ)
assert got is not None, "previous_activation_gradient_loops gave nothing (None). Is there a return line?"
assert np.shape(got) == (3, 4), f"3 neurons before, 4 examples: shape (3, 4); yours: {np.shape(got)}."
assert np.isclose(got[0][3], 8), f"dA_prev[0, 3] is 1 · (−1) + 3 · 3 = 8; yours is {got[0][3]}."
want = [[5, -3, 1, 8], [3, 1, 2, -5], [4, -4, 0, 12]]
assert np.allclose(got, want), f"By hand, dA_prev is {want}; yours: {np.array(got).tolist()}."

# %% nbgrader={"grade_id": "grade_previous_activation_gradient_loops", "grade": true, "points": 1}
# Hidden tests for `previous_activation_gradient_loops` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("08-bp3", "previous_activation_gradient_loops", previous_activation_gradient_loops)
### END HIDDEN TESTS

# %% [markdown]
# ## 7. One matrix product, and the transpose again
#
# In a matrix product the summed letter stands in the middle: last in the first factor, first in the second. In $\sum_k W_{ks}\, dZ_{ki}$ it is the first letter of **both**. In $dZ$ that is right. In $W$ it is not, so $W$ is turned.
#
# | the line | the reason | in numbers |
# | --- | --- | --- |
# | $dA_{si} = \sum_k W_{ks}\, dZ_{ki}$ | BP3, one entry | $2 \cdot 0.5 + 0.5 \cdot (-1)$ |
# | $\phantom{dA_{si}} = \sum_k (W^\mathsf{T})_{sk}\, dZ_{ki}$ | definition of the transpose: $(W^\mathsf{T})_{sk} = W_{ks}$ | the same numbers, row times column |
# | $\phantom{dA_{si}} = (W^\mathsf{T}\, dZ)_{si}$ | definition of the matrix product: the summed $k$ is in the middle | $0.5$ |
#
# It holds for every $s$ and $i$. With the layer numbers put back:
#
# $$\textbf{BP3}\qquad dA^{[l-1]} = W^{[l]\,\mathsf{T}}\, dZ^{[l]}$$

# %% [markdown]
# ![Above: column s of W, the numbers 2 and 0.5, times column i of dZ, the numbers 0.5 and minus 1, entry by entry for reader 1 and reader 2, gives the products 1 and minus 0.5 and their sum 0.5. Below: W transposed, three rows and two columns, row 1 shaded, times dZ, two rows and two columns, column 1 shaded, gives dA, three rows and two columns, with the entry 0.5 in row 1, column 1 framed; the other entries are minus 0.25, minus 1.5, 0.5, 2.5 and minus 0.8.](picture:two_columns)
#
# *Above, what the formula does: two columns, side by side. Below, the same as a product: to stand as a row, the column of $W$ has to be turned. In BP1 two rows met, and the second factor was turned; here two columns meet, and it is the first.*

# %% [markdown]
# ### Exercise: `previous_activation_gradient`
# BP3 as one matrix product, without loops. It has to give the same numbers as your loops.
#
# <details><summary>Hint: a nudge</summary>
#
# Write the two shapes side by side and turn one of them so that the inner sides agree. Which side has to vanish?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The side that both arrays share counts the neurons of layer $l$. In a product it has to be last in the first factor and first in the second. In one of the two it already is where it should be.
#
# </details>


# %% nbgrader={"grade_id": "previous_activation_gradient", "solution": true}
def previous_activation_gradient(W, dZ):
    """The slope of each example's loss for every output of the layer before: BP3, vectorized.

    In:  W, shape (n_l, n_prev); dZ, shape (n_l, m). Neither is changed.
    Out: dA_prev, shape (n_prev, m).

    Example: with W = np.array([[2.0, 1.0], [5.0, 0.0]]) and dZ = np.array([[3.0], [1.0]]),
    it is array([[11.], [ 3.]]).
    """
    ### BEGIN SOLUTION
    return W.T @ dZ
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_previous_activation_gradient", "grade": true, "points": 1}
W = np.array([[1.0, 2.0, 0.0], [3.0, -1.0, 4.0]])
dZ = np.array([[2.0, 0.0, 1.0, -1.0], [1.0, -1.0, 0.0, 3.0]])
got = previous_activation_gradient(W, dZ)
assert got is not None, "previous_activation_gradient gave nothing (None). Is there a return line?"
assert np.shape(got) == (3, 4), f"3 neurons before, 4 examples: shape (3, 4); yours: {np.shape(got)}."
want = [[5, -3, 1, 8], [3, 1, 2, -5], [4, -4, 0, 12]]
assert np.allclose(got, want), f"By hand, dA_prev is {want}; yours: {np.array(got).tolist()}."
square, one = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0], [10.0]])
got = previous_activation_gradient(square, one)
want = [[31], [42]]  # 1 · 1 + 3 · 10; 2 · 1 + 4 · 10
assert np.allclose(got, want), f"A square W = {square.tolist()}, m = 1: {want}; yours: {np.array(got).tolist()}."

# %% nbgrader={"grade_id": "grade_previous_activation_gradient", "grade": true, "points": 1}
# Hidden tests for `previous_activation_gradient` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("08-bp3", "previous_activation_gradient", previous_activation_gradient)
### END HIDDEN TESTS

# %% [markdown]
# The same matrix $W$ has now been used twice: forward as it is, back turned.
#
# ![W three times. First, marked forward: row 1, the numbers 2, minus 1 and 1, is shaded: all the weights through which reader 1 listens. Second, marked back: column 1, the numbers 2 and 0.5, is shaded: all the weights through which neuron 1 was heard. Third, W transposed, three rows and two columns: the column lies down as row 1.](picture:both_ways)
#
# *A row of $W$ gathers for one reader what all neurons say. A column of $W$ gathers for one neuron what all readers complain. The column that carried $A_s$ forward carries its blame back.*

# %% [markdown]
# **Before you run the cell:** in the first result, which row is what hidden neuron 1 hears on the four examples? And why will row 3 be equal to `dZ2`?

# %%
dA1 = previous_activation_gradient(W2, dZ2)
print(f"dA1 =\n{dA1}")
print(f"small layer, dA =\n{previous_activation_gradient(W_small, dZ_small)}")

# %% [markdown]
# ## 8. Proof by shapes
#
# A layer of 2 neurons that reads 3, on four examples: $W$ is $(2, 3)$, $dZ$ is $(2, 4)$, and the result has to be $(3, 4)$, as $A$. Try the products:
#
# | product | shapes | fits? |
# | --- | --- | --- |
# | $W\, dZ$ | $(2, 3)\,(2, 4)$ | no: 3 against 2 |
# | $dZ\, W$ | $(2, 4)\,(2, 3)$ | no: 4 against 2 |
# | $dZ^\mathsf{T} W$ | $(4, 2)\,(2, 3) \to (4, 3)$ | a product, but it lies on its side |
# | $W^\mathsf{T} dZ$ | $(3, 2)\,(2, 4) \to (3, 4)$ | **yes** |
#
# (The other four of the eight possible products do not fit.) The side of length 2 that vanishes counts the readers. What the shapes cannot see: a $\frac1m$ that does not belong, and for a square $W$ whether it has been turned.

# %% [markdown]
# ## 9. The witness: measuring
#
# $dA$ holds the slopes of single losses. If $A_{si}$ is nudged, only loss $i$ moves, so the **sum** of the losses moves by exactly that much. The cost, their average, would give a quarter of it.
#
# We measure in two places. First for layer 2, where each neuron has one reader. Then for layer 1: each input is read by three hidden neurons, so this is the place for a real sum. Its $dZ^{[1]}$ is made of your $dA^{[1]}$; lesson 09 tells how.
#
# **Before you run the cell:** input 1 of example 1 is read with the weights 1, 3 and $-2$ (column 1 of $W^{[1]}$), by neurons with the blames $-0.2384$, $0.1192$ and 0. What does it collect?

# %%
measured_1 = measure(lambda A: losses_from(A).sum(), A1)
print(f"dA1, measured:\n{measured_1 + 0.0}")

dZ1 = np.where(Z1 > 0, dA1, 0.0)
dX = previous_activation_gradient(W1, dZ1)
measured_0 = measure(lambda inputs: losses_from(relu(W1 @ inputs + b1)).sum(), X)
print(f"for the inputs, by BP3:\n{dX}\nfor the inputs, measured:\n{measured_0}")
print("largest difference below 1e-8:", max(abs(dA1 - measured_1).max(), abs(dX - measured_0).max()) < 1e-8)

# %% [markdown]
# $1 \cdot (-0.2384) + 3 \cdot 0.1192 - 2 \cdot 0 = 0.1192$, and the measurement agrees, through the whole network. Training has no use for the slopes of the inputs, since inputs are given and not learned. But they show that BP3 does not care which layer it is in.
#
# ## 10. What it means: what do my readers complain of?
#
# Read BP3 as neuron $s$ would. Each reader $k$ sends back its own blame, multiplied by the weight with which it reads me. A reader that weighs me heavily holds me to account heavily; one that weighs me with 0 has nothing to say to me; and one with a negative weight turns its complaint round: "I was too loud" becomes "you were too quiet".
#
# What arrives is added up, and complaints can cancel. In the small layer, neuron 1 hears "too loud" from reader 1 and "too quiet" from reader 2, and is left with 0.5.

# %% [markdown]
# In the figure below, choose one of the three neurons and one of the two examples, with the mouse or with the keys. It runs on your `previous_activation_gradient`, on the small layer. Three things to try:
#
# 1. Choose neuron 1, example 1, and find the numbers of section 4.
# 2. Stay with the neuron and change the example. What stays lit, and what changes?
# 3. Which neuron, on which example, hears the most? Do its readers agree with one another?

# %%
from course.figures import bp3

bp3.explore(previous_activation_gradient=previous_activation_gradient)

# %% [markdown]
# <details><summary>What you should have found</summary>
#
# 1. $2 \cdot 0.5 + 0.5 \cdot (-1) = 0.5$.
# 2. The column of $W$ stays: the neuron's weights are the same on every example. The column of $dZ$ changes.
# 3. Neuron 3 on example 1, with 2.5: $1 \cdot 0.5 + (-2) \cdot (-1)$. The blames of the readers have opposite signs, and so have the weights; so what they send back agrees.
#
# </details>

# %% [markdown]
# ## 11. Common slips, each going wrong
#
# First those in which the transpose is forgotten or replaced. **Before you run the cell:** after the first product it keeps only two columns of the small $W$, a square matrix. Will NumPy complain then? And in the last line: layer 2 has one reader. Why is `*` right there?

# %%
try:
    W_small @ dZ_small
except ValueError as problem:
    print("transpose forgotten: an error,", str(problem).rpartition("(")[2].rstrip(")"))

square = W_small[:, :2]
print(f"square W, right:\n{square.T @ dZ_small}")
print(f"square W, transpose forgotten:\n{square @ dZ_small}")
print("dZ.T @ W, the shape:", (dZ_small.T @ W_small).shape, "where (3, 2) is right")
print("* in place of @, layer 2, right:", np.allclose(W2.T * dZ2, dA1))

# %% [markdown]
# - **Transpose forgotten:** an error, unless $W$ is square. Then no shape tells, and each neuron collects from those **it reads**, with a row of $W$, in place of those that read it.
# - **`dZ.T @ W`:** the right numbers on their side; neurons and examples have changed places.
# - **`*` in place of `@`:** with a single reader there is nothing to add up, so broadcasting gives the right result. It fails at the first layer with two.
#
# Now those that keep the shape. **Before you run the next cell:** which one of the four would you notice in a layer with a single neuron, on a single example?

# %%
slips = {
    "right": W_small.T @ dZ_small,
    "averaged, not added": W_small.T @ dZ_small / 2,
    "last reader only": W_small[[1]].T @ dZ_small[[1]],
    "weights left out": np.ones((3, 2)) @ dZ_small,
    "examples mixed": np.repeat(W_small.T @ dZ_small.sum(axis=1, keepdims=True), 2, axis=1),
}
for name, dA in slips.items():
    print(f"{name:20}", dA.round(2).tolist())

# %% [markdown]
# | slip | what it does |
# | --- | --- |
# | averaged | divided by $m$, or by the number of readers (both are 2 here). Paths are added. And a division by $m$ comes again in every layer, so that the first layers hear next to nothing |
# | last reader only | `=` where `+=` is meant: each reader wipes out the one before |
# | weights left out | all three neurons hear the same; the weights say who is meant, and with which sign |
# | examples mixed | blame of example 2 arrives at example 1, which had nothing to do with it |
#
# In a layer with a single neuron, on a single example, only the forgotten weights show: there is nothing to average, nothing to wipe out and nothing to mix. Test with at least two of everything.

# %% [markdown]
# Two more slips come from the surroundings: BP3 is right, but what it is given is not. **Before you run the cell:** one uses $W$ after it has been updated, with a learning rate of 1; the other uses $dA^{[2]}$ where $dZ^{[2]}$ is meant. Which one will be further off?

# %%
W2_updated = W2 - dZ2 @ A1.T / 4  # a step of training with BP1
dA2 = -Y / A2 + (1 - Y) / (1 - A2)  # lesson 05: the slope for what the output gives out
print(f"right:\n{dA1}")
print(f"W updated before it is used:\n{W2_updated.T @ dZ2}")
print(f"dA in place of dZ:\n{W2.T @ dA2}")

# %% [markdown]
# The updated $W$ gives numbers that look reasonable and belong to another network: not the one that made the mistake. **The blame goes back through the weights that carried the signal forward.** So all gradients are computed first, and only then is anything updated.
#
# With $dA$ in place of $dZ$, the blame has not been through the reader's activation. That step is lesson 09.
#
# ## 12. Mazur's number
#
# In lesson 06, one path led from $w_5$ to the error. The hidden neuron $h_1$ has two: both outputs read it, $o_1$ with $w_5 = 0.40$ and $o_2$ with $w_7 = 0.50$.
#
# ![Mazur's hidden neuron h1 on the left, the outputs o1 and o2 on the right. The edge to o1 has the weight 0.40; beside o1: dZ = 0.138498562, sends back 0.055399425. The edge to o2 has the weight 0.50; beside o2: dZ = minus 0.038098237, sends back minus 0.019049118. Beside h1: together, question mark.](picture:mazur)
#
# *Output $o_1$ was too high (0.75, target 0.01), $o_2$ too low (0.77, target 0.99). What do they want of $h_1$, and who prevails?*

# %% nbgrader={"grade_id": "given_mazur", "locked": true}
mazur_x, target = np.array([[0.05], [0.10]]), np.array([[0.01], [0.99]])
mazur_W1 = np.array([[0.15, 0.20], [0.25, 0.30]])
mazur_W2 = np.array([[0.40, 0.45], [0.50, 0.55]])
out_h = sigmoid(mazur_W1 @ mazur_x + 0.35)  # both hidden outs
out_o = sigmoid(mazur_W2 @ out_h + 0.60)  # both outputs

# %% [markdown]
# ### Exercise: `mazur_dE_dout_h1`
# The slope of Mazur's error with respect to $\mathit{out}_{h1}$, as a float, to full precision. The arrays `mazur_W2`, `out_o` and `target` are given above.
#
# <details><summary>Hint: a nudge</summary>
#
# Two neurons read $h_1$. What does each of them send back, and through which weight?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# First $dZ$ of both output neurons, a column of two numbers, as in lesson 06: the difference to the target, times the slope of the sigmoid. Then BP3 with the $W^{[2]}$ of this network; $h_1$ is row 0 of the result.
#
# </details>

# %% nbgrader={"grade_id": "mazur_dE_dout_h1", "solution": true}
# The form: mazur_dE_dout_h1 = …one number, not rounded…
### BEGIN SOLUTION
dZ_o = (out_o - target) * out_o * (1 - out_o)
mazur_dE_dout_h1 = float(previous_activation_gradient(mazur_W2, dZ_o)[0, 0])
### END SOLUTION

# %% nbgrader={"grade_id": "check_mazur_dE_dout_h1", "grade": true, "points": 1}
got = mazur_dE_dout_h1
assert np.shape(got) == (), f"One number, a float; yours has shape {np.shape(got)}."
assert not np.isclose(got, 0.055399425, atol=1e-7), "This is what o1 sends back; o2 reads h1 too."
assert not np.isclose(got, -0.019049118, atol=1e-7), "This is what o2 sends back; o1 reads h1 too."
assert np.isclose(got, 0.036350306, atol=1e-8), f"In print it is 0.036350306; yours is {got}."

# %% nbgrader={"grade_id": "grade_mazur_dE_dout_h1", "grade": true, "points": 1}
# Hidden tests for `mazur_dE_dout_h1` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("08-bp3", "mazur_dE_dout_h1", mazur_dE_dout_h1)
### END HIDDEN TESTS

# %%
blame_o = (out_o - target) * out_o * (1 - out_o)
print(f"through o1: {0.40 * blame_o[0, 0]:12.9f}")
print(f"through o2: {0.50 * blame_o[1, 0]:12.9f}")
print(f"together:   {mazur_dE_dout_h1:12.9f}")

# %% [markdown]
# In print and recomputed:
#
# | | in print | recomputed |
# | --- | --- | --- |
# | through $o_1$ | $0.055399425$ | $0.055399425$ |
# | through $o_2$ | $-0.019049119$ | $-0.019049118$ |
# | together | $0.036350306$ | $0.036350306$ |
#
# The middle line differs in its last digit: the full number is $-0.01904911826$, so the printed digit is a slip of rounding, without any consequence. The sum is right. $o_1$ prevails: if $h_1$ gave out less, the error would fall.

# %% [markdown]
# ## 13. Questions
#
# **q1.** Neuron $s$ of layer $l-1$ is one of 3 in its layer; layer $l$ has 5 neurons; there are $m = 8$ examples. How many products are added up for the one number $dA^{[l-1]}_{si}$? (A number.)
#
# **q2.** All weights in column $s$ of $W^{[l]}$ happen to be 0. What follows?
#
# - **a** row $s$ of $dA^{[l-1]}$ is 0: the neuron hears nothing
# - **b** column $s$ of $dW^{[l]}$ is 0: these weights can never change
# - **c** both
# - **d** $dZ^{[l]}$ is 0

# %% [markdown]
# **q3.** In a network of three layers, somebody divides by $m$ in BP3 each time: `dA = W.T @ dZ / m`. All the rest is right, and $m = 10$. What is $dW^{[1]}$?
#
# - **a** right: the $\frac1m$ cancels
# - **b** 10 times too small
# - **c** 100 times too small
# - **d** 1000 times too small

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": …a number…, "q2": "…a letter…", "q3": "…a letter…"}
### BEGIN SOLUTION
answers = {"q1": 5, "q2": "a", "q3": "c"}
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

grade("08-bp3", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **The transpose forgotten.** For a square $W$ nothing is reported. Test with layers of different sizes.
# - **A $\frac1m$ in $dA$.** It belongs to $dW$ and $db$, once. On the way back it would be there again at every layer.
# - **One reader only, or an average of the readers.** Blame is **added** over everything that a neuron feeds.
# - **$W$ updated too early.** First all gradients, then the update.
# - **$W$ of the wrong layer.** $dA^{[l-1]}$ takes $W^{[l]}$, the weights **between** the two layers, and $dZ^{[l]}$ from the layer to the right.
# - **$dA$ for $dZ$.** What goes through $W$ is the blame of the readers' **sums**.
# - **The biases.** They do not appear in BP3: a bias is not heard through anybody's output.
# - **A test with one reader or one example** hides most of these.

# %% [markdown]
# ## Where this leads
#
# A hidden neuron now knows $dA$: what each unit that it **gives out** does to the loss. BP1 and BP2 of its layer need $dZ$: what each unit of its **sum** does. Between the sum and what is given out stands the activation.
#
# On example 2, hidden neuron 1 has heard $1.9051$, the loudest complaint of all. But its sum was $-2$, its ReLU was switched off, and a little more or less of it would have changed nothing. What is left of a complaint when it has to pass an activation? **Lesson 09** closes the circle: one more equation, the shortest of the four.
