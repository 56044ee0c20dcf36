# %% [markdown]
# # 09 · BP4: through the activation
#
# Time: 60 minutes · Points: 15 · Builds on: 03 Derivatives, 05 The cost, 08 BP3
#
# After this you can carry blame through a neuron, from its output to its sum, and say how much of it gets through; derive why this multiplication is done place by place, and why softmax is the exception; write $dZ$ for every output layer of this course and for every hidden one; and explain why a saturated neuron learns so slowly.

# %% [markdown]
# This is the last of the four equations. BP1 and BP2 made weight and bias gradients out of $dZ$. BP3 took $dZ$ of a layer and found $dA$ of the layer before. One link is missing for the chain to go on: from $dA$ to $dZ$ **inside** a layer.
#
# What you need from before: the slopes $g'$ of the activations (lesson 03), the rule for the output layer, $dZ = A - Y$ (lesson 05), and BP3, $dA^{[l-1]} = W^{[l]\,\mathsf{T}}\, dZ^{[l]}$ (lesson 08).
#
# In the mathematics, neurons and examples are counted from 1, and in code from 0. Write your code where it says `YOUR CODE HERE`, then run the check below it; `course check 09-bp4` in a terminal runs the hidden tests, too.

# %% nbgrader={"grade_id": "given_setup", "locked": true}
import numpy as np

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals


def sigmoid(z):
    return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


def relu(z):
    return np.maximum(z, 0.0)


def softmax(Z):
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


def sigmoid_prime(z):
    """The slope of the sigmoid (lesson 03), entry by entry."""
    return sigmoid(z) * (1.0 - sigmoid(z))


def relu_prime(z):
    """The slope of ReLU (lesson 03), entry by entry: 1 where z is positive, else 0."""
    return np.where(z > 0, 1.0, 0.0)


# %% nbgrader={"grade_id": "given_before", "locked": true}
def weight_gradient(dZ, A_prev):
    """BP1, lesson 06: dW, shape (n_l, n_prev)."""
    return dZ @ A_prev.T / dZ.shape[1]


def previous_activation_gradient(W, dZ):
    """BP3, lesson 08: dA of the layer before, shape (n_prev, m)."""
    return W.T @ dZ


# %% [markdown]
# ## 1. How much of the blame gets through?
#
# The network of lessons 06 to 08 again: two inputs, three hidden neurons with ReLU, one output neuron with the sigmoid, four examples. Lesson 08 has carried the blame back from the output neuron's sum to what the hidden neurons **gave out**, $dA^{[1]}$. That is where we take over.

# %% nbgrader={"grade_id": "given_network", "locked": true}
W1 = np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 0.5]])
b1 = np.array([[-2.0], [-1.0], [1.0]])
W2 = np.array([[2.0, -1.0, 1.0]])
b2 = np.array([[2.0]])
params = [(W1, b1), (W2, b2)]

X = np.array([[2.0, 0.0, 1.0, 1.0], [1.0, 0.0, 0.0, 1.0]])  # two inputs, four examples
Y = np.array([[1.0, 0.0, 1.0, 1.0]])  # the right answers

Z1 = W1 @ X + b1
A1 = relu(Z1)
Z2 = W2 @ A1 + b2
A2 = sigmoid(Z2)

dZ2 = A2 - Y  # lesson 05
dA1 = previous_activation_gradient(W2, dZ2)  # lesson 08


def losses_at_output(Z2):
    """The binary cross-entropy of each example, shape (4,), if these were the sums of the output neuron."""
    A2 = sigmoid(Z2)
    return -np.log(np.where(Y == 1, A2, 1 - A2))[0]


def losses_at_hidden(Z1):
    """The same, if these were the sums of the hidden neurons."""
    return losses_at_output(W2 @ relu(Z1) + b2)


# %% [markdown]
# Look at hidden neuron 3. Blame arrives at it on all four examples: its row of $dA^{[1]}$ is $-0.1192,\ 0.9526,\ -0.5,\ -0.0474$. But $dA$ is about its output. What its weights and its bias can move is its **sum**, $z$, and on the four examples $z$ is $-2.5,\ 1,\ -1$ and $-0.5$.
#
# **Before you run the cell,** which nudges this sum on every example and watches the losses: on which examples will the loss notice anything at all? Between the sum and the output stands a ReLU.

# %%
nudge = 1e-6
rise = losses_at_hidden(Z1 + nudge * np.array([[0.0], [0.0], [1.0]])) - losses_at_hidden(Z1)

print("neuron 3, z:             ", Z1[2])
print("dA, slope for its output:", dA1[2])
print("measured, for its sum:   ", rise / nudge)

# %% [markdown]
# On example 2 everything gets through. On the others nothing does: the neuron is switched off, its output stays at 0 whether $z$ is $-2.5$ or $-2.4$, and whatever the output neuron would have liked to hear from it, the sum has no say in it.
#
# So an activation is a gate for blame. **BP4 tells how wide it stands open:** for each neuron, on each example.
#
# ![The order of computation. From left to right, in blue: A of layer l minus 1, Z of layer l, A of layer l, dots, the cost J. Below it, from right to left, in orange: dA arrives from the right at a framed box marked BP4, this lesson. A blue arrow leads from Z down into the box. Out of it comes dZ, on the left, and from there arrows lead on to dW and db, BP1 and BP2, and to dA of layer l minus 1, BP3.](picture:where)
#
# *The framed box needs what arrives from the right, $dA$, and one thing kept on the way forward. It is $Z$ this time, not $A$. What comes out is food for the other three equations.*

# %% [markdown]
# ## 2. What is known, what is wanted
#
# | | shape | in words |
# | --- | --- | --- |
# | known: $dA^{[l]}$ | $(n_l, m)$ | arrives from the right: how each loss answers to each **output** |
# | known: $Z^{[l]}$ | $(n_l, m)$ | kept on the way forward: where each neuron stands on its curve |
# | known: $g'$ | a function | the slope of the activation, lesson 03 |
# | wanted: $dZ^{[l]}$ | $(n_l, m)$ | how each loss answers to each **sum** |
#
# All arrays have the same shape, that of $Z$: no side has to vanish and none has to appear. As in lesson 08, everything is about the loss of single examples, $dZ_{ri} = \partial L^{(i)} / \partial Z_{ri}$, and nowhere is there a $\frac1m$.

# %% [markdown]
# ## 3. One sum, one output
#
# In BP1 to BP3 something was shared. A weight serves all examples, a neuron is heard by all readers, and so there were many paths and a sum over them. How many paths leave a neuron's sum?
#
# **Before you run the cell:** it raises the sum of neuron 2 on example 3 by one unit and prints the rise of every output of the layer. How many of the twelve numbers will not be 0?

# %%
Z1_raised = Z1.copy()
Z1_raised[1, 2] += 1.0  # neuron 2, example 3
print(f"rise of A1:\n{relu(Z1_raised) - relu(Z1)}")

# %% [markdown]
# One. The output $A_{23}$ is computed from $Z_{23}$, from nothing else, and nothing else is computed from $Z_{23}$ in this layer. A private wire leads from every sum to its own output.
#
# ![Two panels. Left, "through the weights": three circles for the outputs of the layer before, two circles for sums, every one of the three connected to both: six lines. Right, "through the activation": three circles z1, z2, z3 and three circles a1, a2, a3, connected by three parallel lines only, each marked g.](picture:wires)
#
# *One example each. On the left the step of lesson 08, everybody to everybody, hence a matrix. On the right the step of this lesson. Count the ways that lead from $z_2$ to $a_3$.*
#
# One path only: the total-derivative chain rule has a single term, and becomes the chain rule of lesson 03 again. "Sensitivities in a row multiply", and nothing is added.

# %% [markdown]
# ## 4. The derivation, in two steps
#
# **Step 1** asks how an output answers to a sum. Let $k$ and $i$ say which output we look at, and $r$ and $j$ which sum moves. The numbers: $Z_{23} = 2$ moves, in a layer of sigmoids for once, so that the slope is neither 0 nor 1. We look at $A_{23}$ first, and then at $A_{13}$.
#
# | the line | the reason | $k, i = 2, 3$ | $k, i = 1, 3$ |
# | --- | --- | --- | --- |
# | $A_{ki} = g(Z_{ki})$ | definition: $g$ looks at one number at a time | $\sigma(2) = 0.8808$ | $\sigma(-1) = 0.2689$ |
# | $\dfrac{\partial A_{ki}}{\partial Z_{rj}} = g'(Z_{ki})\, \dfrac{\partial Z_{ki}}{\partial Z_{rj}}$ | chain rule of one variable: slope of $g$, times slope of what stands inside | $0.1050 \cdot 1$ | $0.1966 \cdot 0$ |
# | $\phantom{\dfrac{\partial A_{ki}}{\partial Z_{rj}}} =$ *(step 1)* | two cases: the last factor is 1 if they are the same sum, $k = r$ and $i = j$, and 0 otherwise | $0.1050$ | $0$ |
#
# The last line is yours. ($\sigma$, sigma, is short for the sigmoid.)

# %% [markdown]
# ### Exercise: `da_dz`
# **Step 1.** The derivative $\dfrac{\partial A_{ki}}{\partial Z_{rj}}$: how much the output of neuron $k$ on example $i$ rises for each unit that the sum of neuron $r$ on example $j$ rises. The slope $g'$ is handed in as a function, `g_prime`.
#
# <details><summary>Hint: a nudge</summary>
#
# Two cases. How many conditions does the first one need?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The output is computed from one sum alone: that of the same neuron on the same example. If it is this sum that moves, the answer is the slope of $g$ there. If another one moves, in another row or another column, nothing happens.
#
# </details>


# %% nbgrader={"grade_id": "da_dz", "solution": true}
def da_dz(Z, g_prime, k, i, r, j):
    """The derivative of A[k, i] with respect to Z[r, j], where A = g(Z), entry by entry.

    In:  Z, shape (n_l, m); g_prime, the slope of g, a function of a number or an array;
         k and r, neurons of this layer; i and j, examples. All four are counted from 0.
    Out: a float.

    Example: with Z = np.array([[3.0, 5.0]]) and g_prime = lambda z: 2 * z, da_dz(Z, g_prime, 0, 1, 0, 1) is 10.0.
    """
    ### BEGIN SOLUTION
    if k != r or i != j:
        return 0.0
    return float(g_prime(Z[r, j]))
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_da_dz", "grade": true, "points": 0}
Z = np.array([[1.0, 2.0, 5.0], [3.0, 4.0, -1.0]])  # two neurons, three examples
got = da_dz(Z, lambda z: 2 * z, 1, 0, 1, 0)
assert got is not None, "da_dz gave nothing (None). Is there a return line?"
assert np.shape(got) == (), f"A single derivative is one number; yours has shape {np.shape(got)}."
assert np.isclose(got, 6), f"g'(z) = 2z, and z of neuron 1 on example 0 is 3, so 6; yours is {got}."
got = da_dz(Z, lambda z: 2 * z, 0, 2, 0, 2)
assert np.isclose(got, 10), f"g'(z) = 2z, and z of neuron 0 on example 2 is 5, so 10; yours is {got}."
got = da_dz(Z, lambda z: 2 * z, 0, 1, 1, 1)
assert got == 0, f"Neuron k = 0 does not see the sum of neuron r = 1: 0; yours is {got}."
got = da_dz(Z, lambda z: 2 * z, 0, 1, 0, 2)
assert got == 0, f"Example i = 1 does not see the sum on example j = 2: 0; yours is {got}."

# %% nbgrader={"grade_id": "grade_da_dz", "grade": true, "points": 1}
# Hidden tests for `da_dz` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("09-bp4", "da_dz", da_dz)
### END HIDDEN TESTS

# %% [markdown]
# So of the $12 \cdot 12 = 144$ derivatives between the sums and the outputs of a $(3, 4)$ layer, 12 can be different from 0.
#
# **Step 2** puts it together. We show that of all the blame that arrives at the layer, $dZ_{ri}$ needs **one single number**. The numbers belong to our ReLU layer: neuron $r = 3$ on example $i = 2$, where $dA = 0.9526$ and $z = 1$.
#
# | the line | the reason | in numbers |
# | --- | --- | --- |
# | $\dfrac{\partial L^{(i)}}{\partial Z_{ri}} = \sum_k \sum_j \dfrac{\partial L^{(i)}}{\partial A_{kj}}\, \dfrac{\partial A_{kj}}{\partial Z_{ri}}$ | total derivative: add over all outputs of the layer, of whichever neuron and example, through which a path might lead | 12 terms |
# | $\phantom{\dfrac{\partial L^{(i)}}{\partial Z_{ri}}} = \dfrac{\partial L^{(i)}}{\partial A_{ri}}\, \dfrac{\partial A_{ri}}{\partial Z_{ri}}$ | step 1: only $k = r$, $j = i$ is left | 1 term |
# | $\phantom{\dfrac{\partial L^{(i)}}{\partial Z_{ri}}} = dA_{ri}\; g'(Z_{ri})$ | the first factor has a name; the second is step 1 | $0.9526 \cdot 1 = 0.9526$ |
#
# Of the twelve terms one is left, so there is nothing to add up.

# %% [markdown]
# This is **BP4**, entry by entry:
#
# $$dZ_{ri} = dA_{ri}\; g'(Z_{ri})$$
#
# In words: what arrives at the output, times how readily the output follows the sum. Both letters of the entry, $r$ and $i$, stand in all three places, in the same order.

# %% [markdown]
# ### Exercise: `linear_gradient_entry`
# **Step 2.** One entry of $dZ$: what is left of $dA_{ri}$ after it has passed through the activation of neuron $r$ on example $i$.
#
# <details><summary>Hint: a nudge</summary>
#
# How many paths lead from $Z_{ri}$ to the loss, as far as this layer is concerned?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# One path, two factors: how the loss answers to the output, and how the output answers to the sum. The second is the slope of $g$ at one entry of `Z`.
#
# </details>


# %% nbgrader={"grade_id": "linear_gradient_entry", "solution": true}
def linear_gradient_entry(dA, Z, g_prime, r, i):
    """The slope of one example's loss with respect to one sum, dZ[r, i].

    In:  dA and Z, both of shape (n_l, m); g_prime, the slope of g, a function of a number or an array;
         r, a neuron of this layer, and i, an example, both counted from 0.
    Out: a float.

    Example: with dA = np.array([[0.5]]), Z = np.array([[3.0]]) and g_prime = lambda z: 2 * z,
    linear_gradient_entry(dA, Z, g_prime, 0, 0) is 3.0.
    """
    ### BEGIN SOLUTION
    return float(dA[r, i] * g_prime(Z[r, i]))
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_linear_gradient_entry", "grade": true, "points": 0}
Z = np.array([[1.0, 2.0, 5.0], [3.0, 4.0, -1.0]])
dA = np.array([[2.0, -1.0, 0.5], [0.0, 3.0, 4.0]])
got = linear_gradient_entry(dA, Z, lambda z: 3 * z**2, 0, 1)
assert got is not None, "linear_gradient_entry gave nothing (None). Is there a return line?"
assert np.shape(got) == (), f"One neuron, one example, one number; yours has shape {np.shape(got)}."
assert np.isclose(got, -12), f"With g'(z) = 3z²: dA is −1 and g'(2) = 12, so −12; yours is {got}."
got = linear_gradient_entry(dA, Z, lambda z: 3 * z**2, 1, 2)
assert np.isclose(got, 12), f"With g'(z) = 3z²: dA is 4 and g'(−1) = 3, so 12; yours is {got}."

# %% nbgrader={"grade_id": "grade_linear_gradient_entry", "grade": true, "points": 1}
# Hidden tests for `linear_gradient_entry` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("09-bp4", "linear_gradient_entry", linear_gradient_entry)
### END HIDDEN TESTS

# %% [markdown]
# ## 5. All neurons, all examples
#
# Two letters are free and none is summed: two loops that fill, and no loop that adds. The cell runs them with your function. **Before you run it:** which of the twelve entries will be 0? The signs of $Z^{[1]}$ are enough to tell.

# %%
print(f"Z1 =\n{Z1}")

dZ1 = np.zeros((3, 4))
for r in range(3):
    for i in range(4):
        dZ1[r, i] = linear_gradient_entry(dA1, Z1, relu_prime, r, i)
print(f"dZ1, by loops:\n{dZ1 + 0.0}")

# %% [markdown]
# This is the `dZ1` that was given in lesson 06, with the promise that it would be explained.
#
# Now without loops. A formula in which the same two letters stand everywhere, and nothing is summed, is a product **place by place**, the **Hadamard product**. In NumPy it is `*`; in books it is written $\odot$ or $*$:
#
# $$\textbf{BP4}\qquad dZ^{[l]} = dA^{[l]} * g'(Z^{[l]})$$
#
# Compare with the other equations: a letter that is summed becomes the inside of a matrix product, and `@` does the adding. Here there is nothing to add. **`*` is not a careless `@`; it is what the private wires of section 3 look like in a formula.**

# %% [markdown]
# ### Exercise: `linear_gradient`
# BP4 for the whole layer, without loops. `g_prime` takes a whole array, too, and answers entry by entry.
#
# <details><summary>Hint: a nudge</summary>
#
# Three arrays of one shape: two are known, one is wanted. What happens to entry $(r, i)$, and does any other entry take part?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Compute the slopes of all neurons on all examples at once, at their sums; then multiply place by place.
#
# </details>


# %% nbgrader={"grade_id": "linear_gradient", "solution": true}
def linear_gradient(dA, Z, g_prime):
    """The slope of each example's loss with respect to each sum of a layer: BP4.

    In:  dA and Z, both of shape (n_l, m), neither is changed;
         g_prime, the slope of the activation, a function of a number or an array, entry by entry.
    Out: dZ, shape (n_l, m).

    Example: with dA = np.array([[0.5, 1.0]]), Z = np.array([[3.0, 0.0]]) and g_prime = lambda z: 2 * z,
    it is array([[3., 0.]]).
    """
    ### BEGIN SOLUTION
    return dA * g_prime(Z)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_linear_gradient", "grade": true, "points": 1}
Z = np.array([[1.0, 2.0, 5.0], [3.0, 4.0, -1.0]])
dA = np.array([[2.0, -1.0, 0.5], [0.0, 3.0, 4.0]])
got = linear_gradient(dA, Z, lambda z: 2 * z)
assert got is not None, "linear_gradient gave nothing (None). Is there a return line?"
assert np.shape(got) == (2, 3), f"A slope for every sum: shape (2, 3), as Z; yours: {np.shape(got)}."
want = [[4, -4, 5], [0, 24, -8]]
assert np.allclose(got, want), f"With g'(z) = 2z, dZ is {want}; yours: {np.array(got).tolist()}."
got = linear_gradient(np.array([[8.0], [3.0]]), np.array([[0.0], [-1.0]]), sigmoid_prime)
want = [[2], [0.5898]]  # 8 · 1/4; 3 · 0.1966
assert np.allclose(got, want, atol=1e-4), f"Two sigmoid neurons, m = 1: {want}; yours: {np.array(got).tolist()}."

# %% nbgrader={"grade_id": "grade_linear_gradient", "grade": true, "points": 1}
# Hidden tests for `linear_gradient` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("09-bp4", "linear_gradient", linear_gradient)
### END HIDDEN TESTS

# %% [markdown]
# ![Three tables of three rows and four columns. First dA of layer 1: minus 0.24, 1.91, minus 1, minus 0.09; 0.12, minus 0.95, 0.5, 0.05; minus 0.12, 0.95, minus 0.5, minus 0.05. Then, after a star, the gates: 1, 0, 0, 1; 1, 0, 1, 1; 0, 1, 0, 0. Then, after an equals sign, dZ of layer 1, which keeps six of the numbers and has 0 in the six others; the closed places are hatched in all three tables.](picture:gates)
#
# *ReLU passes all or nothing. Read the middle table row by row: neuron 3 hears of example 2 only. Read it column by column: on example 2, neurons 1 and 2 hear nothing, though the blame for neuron 1 is the largest number of all.*
#
# What it means: **a neuron hears of an example only as far as it was able to move on it.** Example 2 is the one the network gets badly wrong, and of the three hidden neurons only the third is told. For the first two, a little more or less in the sum would have changed nothing that anybody heard, so there is nothing to tell. A ReLU that is off on every example hears nothing at all, and nothing in its weights changes; such a neuron is called **dead** (lesson 02).
#
# Does your function agree with the picture?

# %%
dZ1 = linear_gradient(dA1, Z1, relu_prime)
print(f"dZ1 =\n{dZ1 + 0.0}")

# %% [markdown]
# ## 6. Proof by shapes
#
# $dA$ is $(3, 4)$, $g'(Z)$ is $(3, 4)$, and $dZ$ must be $(3, 4)$. Try the products:
#
# | product | shapes | fits? |
# | --- | --- | --- |
# | $dA\; g'(Z)$ | $(3, 4)\,(3, 4)$ | no: 4 against 3 |
# | $dA\; g'(Z)^\mathsf{T}$ | $(3, 4)\,(4, 3) \to (3, 3)$ | a product, but of the wrong shape |
# | $dA^\mathsf{T} g'(Z)$ | $(4, 3)\,(3, 4) \to (4, 4)$ | a product, but of the wrong shape |
# | $dA * g'(Z)$ | $(3, 4) * (3, 4) \to (3, 4)$ | **yes** |
#
# The matrix products that exist would let an example hear of another example's blame, or a neuron of another neuron's slope. What the shapes cannot see: whether $g'$ was taken at $Z$ or at $A$, which have the same shape, and whether it was $g'$ or $g$. Also, with as many neurons as examples, all four lines of the table fit. So we need the witness.

# %% [markdown]
# ## 7. The witness: measuring
#
# The function below nudges one sum at a time, and looks at the loss of the same example. It knows nothing of BP4.


# %% nbgrader={"grade_id": "given_measured", "locked": true}
def measured(losses_of, Z, eps=1e-5):
    """Central differences: how the loss of each example answers to each sum on this example."""
    slopes = np.zeros(Z.shape)
    for r, i in np.ndindex(Z.shape):
        step = np.zeros(Z.shape)
        step[r, i] = eps
        slopes[r, i] = (losses_of(Z + step)[i] - losses_of(Z - step)[i]) / (2 * eps)
    return slopes


# %% [markdown]
# **Before you run the cell:** it measures both layers. For layer 2, BP4 starts from $dA^{[2]}$, the slope of the cross-entropy for the output, which lesson 05 gave as $-\frac{y}{a} + \frac{1 - y}{1 - a}$. On example 2, where $a = 0.9526$ and $y = 0$, that is $21.09$. What will be left of it on the other side of the sigmoid, at the sum?

# %%
dA2 = -Y / A2 + (1 - Y) / (1 - A2)

print("layer 2, dA:       ", dA2)
print("layer 2, g':       ", sigmoid_prime(Z2))
print("layer 2, by BP4:   ", linear_gradient(dA2, Z2, sigmoid_prime))
print("layer 2, measured: ", measured(losses_at_output, Z2))
print("layer 2, A - Y:    ", A2 - Y)
gap = abs(linear_gradient(dA1, Z1, relu_prime) - measured(losses_at_hidden, Z1)).max()
print("layer 1, largest difference below 1e-8:", gap < 1e-8)

# %% [markdown]
# They agree, in both layers. And lesson 05's $A - Y$ turns out to be BP4, worked out in advance: $21.0855 \cdot 0.045177 = 0.9526$. Its derivation had three steps: the slope of the loss, the slope of the sigmoid, their product. That is $dA$, $g'$ and $dA * g'$.

# %% [markdown]
# ## 8. Hidden layers: BP3, then BP4
#
# Put lesson 08 and this one in a row, and $dZ$ of one layer gives $dZ$ of the layer before:
#
# | the line | the reason | neuron 3, example 2 |
# | --- | --- | --- |
# | $dZ^{[l]} = dA^{[l]} * g'(Z^{[l]})$ | BP4, for layer $l$ | $dA \cdot 1$ |
# | $\phantom{dZ^{[l]}} = \left( W^{[l+1]\,\mathsf{T}}\, dZ^{[l+1]} \right) * g'(Z^{[l]})$ | BP3, for layer $l + 1$: it gives $dA$ of the layer before it | $(1 \cdot 0.9526) \cdot 1$ |
#
# First gather, then gate. The brackets matter: the matrix product gathers what all the readers send, and only then comes the neuron's own slope. Of the layer after, we need $W$ and $dZ$; of the layer itself, $Z$ and $g'$.

# %% [markdown]
# ### Exercise: `hidden_delta`
# $dZ$ of a hidden layer, from $dZ$ of the layer after it: BP3, then BP4. `W_next` and `dZ_next` belong to the layer **after**, `Z` and `g_prime` to the layer itself. **First the shapes:** with `W_next` of shape `(2, 3)` and `m = 4`, what are those of `dZ_next`, `Z` and the result?
#
# <details><summary>Hint: a nudge</summary>
#
# Two steps, and you have seen both: collect what the readers send back, then let it through the activation. Which one is a matrix product, and which one is not?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# First $dA$ of this layer: each neuron collects over those that read it, and the transpose puts their letter in the middle (lesson 08). The result has the shape of `Z`, so your `linear_gradient` can take it from there.
#
# </details>


# %% nbgrader={"grade_id": "hidden_delta", "solution": true}
def hidden_delta(W_next, dZ_next, Z, g_prime):
    """The slope of each example's loss with respect to each sum of a hidden layer: BP3, then BP4.

    In:  W_next, shape (n_next, n_l), and dZ_next, shape (n_next, m), of the layer after this one;
         Z, shape (n_l, m), and g_prime, the slope of the activation, of this layer. No array is changed.
    Out: dZ of this layer, shape (n_l, m).

    Example: with W_next = np.array([[2.0, -1.0]]), dZ_next = np.array([[0.5]]), Z = np.array([[3.0], [1.0]])
    and g_prime = lambda z: 2 * z, it is array([[ 6.], [-1.]]).
    """
    ### BEGIN SOLUTION
    dA = W_next.T @ dZ_next
    return linear_gradient(dA, Z, g_prime)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_hidden_delta", "grade": true, "points": 1}
W_next = np.array([[1.0, 2.0, 0.0], [3.0, -1.0, 4.0]])  # two neurons read three
dZ_next = np.array([[2.0, 0.0, 1.0, -1.0], [1.0, -1.0, 0.0, 3.0]])  # four examples
Z = np.array([[1.0, 0.5, 2.0, -1.0], [0.5, 1.0, 0.0, 1.0], [2.0, 1.0, 3.0, 0.5]])
got = hidden_delta(W_next, dZ_next, Z, lambda z: 3 * z**2)
assert got is not None, "hidden_delta gave nothing (None). Is there a return line?"
assert np.shape(got) == (3, 4), f"3 neurons, 4 examples: shape (3, 4), as Z; yours: {np.shape(got)}."
assert np.isclose(got[0, 0], 15), f"Neuron 0, example 0: (1 · 2 + 3 · 1) · 3 = 15; yours is {got[0, 0]}."
want = [[15, -2.25, 12, 24], [2.25, 3, 0, -15], [48, -12, 0, 9]]
assert np.allclose(got, want), f"With g'(z) = 3z², dZ is {want}; yours: {np.array(got).tolist()}."

# %% nbgrader={"grade_id": "grade_hidden_delta", "grade": true, "points": 1}
# Hidden tests for `hidden_delta` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("09-bp4", "hidden_delta", hidden_delta)
### END HIDDEN TESTS

# %% [markdown]
# The hidden layer of our network, in one go. **Before you run the cell:** which array of the last sections should appear?

# %%
print(f"dZ1, from W2 and dZ2:\n{hidden_delta(W2, dZ2, Z1, relu_prime) + 0.0}")

# %% [markdown]
# With this one function, a network of any depth can be walked back: the output layer's $dZ$ first, then `hidden_delta` once for every hidden layer, from the last to the first. Lesson 10 does that.

# %% [markdown]
# ## 9. The error of a neuron
#
# Many books write $\delta$ (delta) for what we call $dZ$, and call it the **error** of a neuron. It sounds odd: a hidden neuron has no label, so how can it be wrong?
#
# Michael Nielsen tells it with a demon, and it goes about like this. A demon sits inside one neuron. On one example, after the neuron has added up its inputs, the demon slips a little $\Delta z$ into the sum. The activation is applied to the changed sum, the layers after it carry on as if nothing had happened, and at the end the loss is another one, by about
#
# $$\Delta L \approx \delta \cdot \Delta z$$
#
# ![A neuron as a large circle, cut in two: on the left half z plus delta z, on the right half g. Arrows come in from the left. Below it, a small demon with horns sends an arrow marked "adds delta z" into the left half. On the right, the output goes through a box "all layers after it" to the loss L, marked: rises by about delta times delta z.](picture:demon)
#
# *The demon touches the sum, not the output. So what it can do to the loss is measured by $dZ$, and that is the demon's whole power.*

# %% [markdown]
# Suppose the demon means well and wants to lower the loss. Where $\delta$ is large, it can do much, with a $\Delta z$ of the opposite sign. Where $\delta$ is close to 0, it can do next to nothing; as far as tiny changes go, the neuron is as good as it can be. This is the sense in which $\delta$ is an error: **how much better could it be, for a small change here?**
#
# **Before you run the cell:** neuron 2 has $\delta = 0.5$ on example 3. The demon adds 0.1. By how much does the loss rise, about? And neuron 3, with $\delta = 0$ on example 1: will a demon who adds 3 have any effect?


# %%
def demon(r, i, move):
    """Compare what delta promises with what happens when neuron r's sum is moved on example i."""
    Z = Z1.copy()
    Z[r, i] += move
    happened = losses_at_hidden(Z)[i] - losses_at_hidden(Z1)[i]
    print(f"z = {Z1[r, i]:4.1f} moved by {move:4.1f}: promised {dZ1[r, i] * move + 0.0:7.4f}, happened {happened:7.4f}")


demon(1, 2, 0.1)  # neuron 2, example 3
demon(2, 1, -0.1)  # neuron 3, example 2
demon(2, 0, 0.1)  # neuron 3, example 1
demon(2, 0, 3.0)  # the same, with more force

# %% [markdown]
# The promise holds for small moves, and only for them. Three units are enough to push neuron 3 over the corner of its ReLU, from $-2.5$ to $0.5$, and then the loss does change. So $\delta = 0$ does not say that a neuron is right. Here it says that it is switched off.
#
# ### Nielsen's four equations
#
# His book has four equations with the names BP1 to BP4. They are **other equations** than those of this course. He writes $C$ for the cost, here that of one example, so no $\frac1m$ appears; $w^l_{jk}$ for the weight with which neuron $j$ of layer $l$ reads neuron $k$ (our $W^{[l]}_{rs}$); and $\delta^l$ for our $dZ^{[l]}$. His superscript $L$ is the last layer.
#
# | his name | his equation | in this course |
# | --- | --- | --- |
# | BP1 | $\delta^L = \nabla_a C \odot \sigma'(z^L)$ | BP4, in the output layer; $\nabla_a C$ is $dA^{[L]}$ |
# | BP2 | $\delta^l = \left( (w^{l+1})^T \delta^{l+1} \right) \odot \sigma'(z^l)$ | BP3, then BP4: your `hidden_delta` |
# | BP3 | $\partial C / \partial b^l_j = \delta^l_j$ | BP2, for one example |
# | BP4 | $\partial C / \partial w^l_{jk} = a^{l-1}_k\, \delta^l_j$ | BP1, for one example |

# %% [markdown]
# Both sets say the same. He goes from $\delta$ to $\delta$ in one step and never names $dA$; we keep the step through the weights (BP3) and the step through the activation (BP4) apart, since one is a matrix product and the other is not. His order is that of computation: first the output, then backward, then the gradients of each layer.

# %% [markdown]
# ## 10. Output layers, and the neuron that is sure
#
# At the output, nothing has to be gathered: $dA^{[L]}$ comes from the loss itself. For sigmoid outputs with the cross-entropy, BP4 shrinks to $dZ = A - Y$. The squared error, $L = \frac12 (a - y)^2$ for each output, has a shortcut, too, but one factor more stays in it (you saw it in lesson 05, section 9):
#
# | the line | the reason | $a = 0.8,\ y = 0$ |
# | --- | --- | --- |
# | $dA = \dfrac{\partial}{\partial a}\, \frac12 (a - y)^2 = a - y$ | power rule; the half cancels the 2 | $0.8$ |
# | $g'(z) = a\,(1 - a)$ | slope of the sigmoid, written with its output (lesson 03) | $0.16$ |
# | $dZ = dA \cdot g'(z)$ *(the exercise)* | BP4 | $0.128$ |

# %% [markdown]
# ### Exercise: `squared_error_output_delta`
# $dZ$ of a layer of sigmoid outputs whose loss is the squared error, $L = \frac12 \sum_k (a_k - y_k)^2$. Everything is written with `A` and `Y`; `Z` is not needed.
#
# <details><summary>Hint: a nudge</summary>
#
# Three factors. Two of them make the slope of the sigmoid.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# BP4: first how the loss answers to the output (the half cancels a 2), then the slope of the sigmoid. In lesson 03 you wrote that slope with the sigmoid's output alone.
#
# </details>


# %% nbgrader={"grade_id": "squared_error_output_delta", "solution": true}
def squared_error_output_delta(A, Y):
    """The slope of each example's loss with respect to each output sum: sigmoid outputs, squared error with its half.

    In:  A, outputs of a sigmoid, and Y, what they should be: both of shape (K, m), a column per example.
    Out: dZ, shape (K, m); not divided by m.

    Example: squared_error_output_delta(np.array([[0.5]]), np.array([[0.0]])) is array([[0.125]]).
    """
    ### BEGIN SOLUTION
    return (A - Y) * A * (1 - A)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_squared_error_output_delta", "grade": true, "points": 1}
got = squared_error_output_delta(np.array([[0.8, 0.5, 0.9], [0.2, 0.4, 1.0]]), np.array([[0, 1, 1], [1, 0.4, 0]]))
assert got is not None, "squared_error_output_delta gave nothing (None). Is there a return line?"
assert np.shape(got) == (2, 3), f"Shape (2, 3) went in; shape {np.shape(got)} came out."
assert np.isclose(got[0, 0], 0.128), f"a = 0.8, y = 0: 0.8 · 0.8 · 0.2 = 0.128; yours is {got[0, 0]}."
assert np.isclose(got[0, 1], -0.125), f"a = 0.5, y = 1: −0.5 · 0.5 · 0.5 = −0.125; yours is {got[0, 1]}."
want = [[0.128, -0.125, -0.009], [-0.128, 0, 0]]
assert np.allclose(got, want), f"By hand, dZ is {want}; yours: {np.array(got).tolist()}."

# %% nbgrader={"grade_id": "grade_squared_error_output_delta", "grade": true, "points": 1}
# Hidden tests for `squared_error_output_delta` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("09-bp4", "squared_error_output_delta", squared_error_output_delta)
### END HIDDEN TESTS

# %% [markdown]
# Nothing cancels here, so the slope of the sigmoid stays. Lesson 05 (section 9) showed what that does at the output: the more certain and the more wrong the neuron is, the less of it is heard, and the squared error needed 300 steps for what took the cross-entropy 20. On example 2 of our network, with $z = 3$ and $a = 0.9526$, the cross-entropy sends back $0.9526$ and the squared error would send $0.0430$.
#
# Such a neuron, whose curve is flat where it stands, is **saturated** (lesson 02). BP4 now says the same of **every** layer: whatever arrives is multiplied by the slope. How flat is flat?
#
# | $z$ | 0 | 2 | 5 | 8 |
# | --- | --- | --- | --- | --- |
# | $\sigma'(z)$ | $0.25$ | $0.1050$ | $0.0066$ | $0.0003$ |
# | $\tanh'(z)$ | $1$ | $0.0707$ | $0.0002$ | $0.0000005$ |
# | $\mathrm{relu}'(z)$ | (corner) | $1$ | $1$ | $1$ |

# %% [markdown]
# This is **slow learning**: not that the neuron has nothing to learn, but that its own slope stops it from hearing so. For output neurons, a loss whose slope is large where the sigmoid's is small mends it. For hidden neurons there is no such partner. There the slopes multiply, layer after layer: five sigmoids in a row let through at most $0.25^5 \approx 0.001$ of the blame, weights aside (lesson 03; lesson 12 takes the weights into account).
#
# In the figure, blame comes in at the right of one neuron, and what is left goes out at the left. It takes a slope of **your** choosing; it is the sigmoid's below. Four things to try:
#
# 1. Leave $dA$ at 1 and find the $z$ at which most gets through. How much is it?
# 2. Move $z$ from 0 to 5. By what factor does the band on the left become thinner?
# 3. Do the same with tanh, then with ReLU, and then with ReLU on the other side.
# 4. Run the cell again with a slope of your own, for instance `lambda z: 1 - np.tanh(z) ** 2`. Is it recognized?

# %%
from course.figures import bp4

bp4.explore(g_prime=sigmoid_prime)

# %% [markdown]
# <details><summary>What you should have found</summary>
#
# 1. At $z = 0$, and even there only a quarter gets through a sigmoid.
# 2. From $0.25$ to $0.0066$: about 38 times thinner.
# 3. Tanh lets everything through at 0, but closes faster: at 5, $0.0002$ is left. ReLU passes all for any positive $z$, and nothing on the other side.
# 4. It is tanh's slope. A function that is nobody's slope, such as `lambda z: z * (1 - z)`, gets a comment.
#
# </details>

# %% [markdown]
# ## 11. Softmax: no private wires
#
# Everything so far rested on one fact: $g$ looks at one number at a time. Softmax does not. It divides by a sum over the whole column, so each output depends on **every** sum of its example.
#
# One example with three classes: $z = (\log 5,\ \log 3,\ \log 2)$, so $e^z = (5, 3, 2)$, their sum is 10, and $a = (0.5,\ 0.3,\ 0.2)$. The right class is the second, so $L = -\log a_2$ (lesson 05). The slope of the logarithm gives $dA = (0,\ -\frac{1}{0.3},\ 0) = (0,\ -3.3333,\ 0)$.
#
# **Before you run the cell:** it treats softmax place by place, with the slopes $a_k (1 - a_k)$, and then measures. Which of the three entries will be wrong?

# %%
Z_s = np.log(np.array([[5.0], [3.0], [2.0]]))  # three classes, one example
A_s = softmax(Z_s)
Y_s = np.array([[0.0], [1.0], [0.0]])
dA_s = -Y_s / A_s


def softmax_losses(Z):
    return -(Y_s * np.log(softmax(Z))).sum(axis=0)


print("place by place:", (dA_s * A_s * (1 - A_s))[:, 0] + 0.0)
print("measured:      ", measured(softmax_losses, Z_s)[:, 0])

# %% [markdown]
# The entry of the right class is right, and the others are 0 where they should not be. Raising $z_1$ takes away from $a_2$, and the loss depends on $a_2$. These crossing paths are missing.
#
# So we need all nine derivatives of the column, a whole matrix: its **Jacobian**, known from lesson 03.
#
# ![Two tables of three rows and three columns, rows for the sums z that move, columns for the outputs a. Left, sigmoid at 0.5, 0.3, 0.2: only the diagonal is filled, with 0.25, 0.21 and 0.16; all else is 0. Right, softmax: the same diagonal, and off it minus 0.15, minus 0.1; minus 0.15, minus 0.06; minus 0.1, minus 0.06.](picture:jacobians)
#
# *How each of three outputs answers to each of three sums. The diagonals are equal; only off the diagonal do the two differ. Add up each row on the right: what comes out, and why must it? (The shares add up to 1, whatever moves.)*

# %% [markdown]
# Lesson 03 derived these nine numbers, line by line: $a_r (1 - a_r)$ for a sum and its own output, $-a_r a_k$ for a sum and another one's output. With $[k = r]$ short for "1 if $k = r$, else 0", both cases are one formula (one example, so the letter $i$ is left out):
#
# $$\frac{\partial a_k}{\partial z_r} = a_k \left( [k = r] - a_r \right)$$
#
# In numbers: $z_1$ moves, and we look at $a_2$, so $r = 1$, $k = 2$, and $0.3\, (0 - 0.5) = -0.15$. What one gains, the others lose. (In lesson 03 the rows were the outputs, here they are the sums. The table is its own mirror image, so it is the same table.)

# %% [markdown]
# **And now to the loss**, $L = -\sum_k y_k \log a_k$. We show that the nine numbers vanish again. In numbers: $r = 1$.
#
# | the line | the reason | in numbers |
# | --- | --- | --- |
# | $dA_k = -\dfrac{y_k}{a_k}$ | slope of the logarithm, term by term | $0,\ -3.3333,\ 0$ |
# | $dZ_r = \sum_k dA_k\, \dfrac{\partial a_k}{\partial z_r}$ | total derivative: from $z_r$, a path leads through **every** output $k$ | three paths |
# | $\phantom{dZ_r} = \sum_k \left( -\dfrac{y_k}{a_k} \right) a_k \left( [k = r] - a_r \right)$ | put in both | $-3.3333 \cdot 0.3\, (0 - 0.5)$ |
# | $\phantom{dZ_r} = -\sum_k y_k\, [k = r] + \sum_k y_k\, a_r$ | $a_k$ cancels; multiply out | $0 + 1 \cdot 0.5$ |
# | $\phantom{dZ_r} = -y_r + a_r \sum_k y_k$ | of the first sum only $k = r$ is left; $a_r$ is the same in every term of the second | $0 + 0.5 \cdot 1$ |
# | $\phantom{dZ_r} =$ *(the exercise)* | the label is one-hot: $\sum_k y_k = 1$ | $0.5$ |

# %% [markdown]
# ### Exercise: `softmax_output_delta`
# $dZ$ of a layer of softmax outputs with the categorical cross-entropy: the last line of the derivation, for whole arrays. The columns of `Y` are one-hot.
#
# <details><summary>Hint: a nudge</summary>
#
# After the second sum has become 1, two letters are left. Which?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The whole Jacobian is in it already, so nothing is left to multiply: no slope, no quotient. Each entry compares the share that was given out with the one that should have been.
#
# </details>


# %% nbgrader={"grade_id": "softmax_output_delta", "solution": true}
def softmax_output_delta(A, Y):
    """The slope of each example's loss with respect to each output sum: softmax, categorical cross-entropy.

    In:  A, outputs of a softmax, and Y, one-hot columns: both of shape (K, m), a column per example.
    Out: dZ, shape (K, m); not divided by m.

    Example: softmax_output_delta(np.array([[0.75], [0.25]]), np.array([[0.0], [1.0]])) is
    array([[ 0.75], [-0.75]]).
    """
    ### BEGIN SOLUTION
    return A - Y
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_softmax_output_delta", "grade": true, "points": 1}
got = softmax_output_delta(np.array([[0.5, 0.2], [0.3, 0.2], [0.2, 0.6]]), np.array([[0, 0], [1.0, 0], [0, 1]]))
assert got is not None, "softmax_output_delta gave nothing (None). Is there a return line?"
assert np.shape(got) == (3, 2), f"Shape (3, 2) went in; shape {np.shape(got)} came out."
assert np.isclose(got[1, 0], -0.7), f"The right class was given 0.3: dZ there is −0.7; yours is {got[1, 0]}."
assert np.isclose(got[0, 0], 0.5), f"A wrong class was given 0.5: dZ there is 0.5; yours is {got[0, 0]}."
assert np.allclose(got[:, 1], [0.2, 0.2, -0.4]), f"Example 1: 0.2, 0.2, −0.4; yours: {np.array(got[:, 1]).tolist()}."

# %% nbgrader={"grade_id": "grade_softmax_output_delta", "grade": true, "points": 1}
# Hidden tests for `softmax_output_delta` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("09-bp4", "softmax_output_delta", softmax_output_delta)
### END HIDDEN TESTS

# %% [markdown]
# **Before you run the cell:** it goes the long way, through the Jacobian, for the three classes; then it asks your function and the witness. Why do the three numbers add up to 0?

# %%
a = A_s[:, 0]
jacobian = np.diag(a) - np.outer(a, a)  # row r: the sum that moves; column k: the output

print(f"Jacobian:\n{jacobian}")
print("Jacobian times dA:", (jacobian @ dA_s)[:, 0])
print("your function:    ", softmax_output_delta(A_s, Y_s)[:, 0])
print("measured:         ", measured(softmax_losses, Z_s)[:, 0])

# %% [markdown]
# Shares and labels both add up to 1, so their differences add up to 0: the blame on the classes that got too much equals the missing share of the right one.
#
# So a matrix product appears in a softmax layer after all, one for each example, and each with a Jacobian of its own. Together with the categorical cross-entropy it melts away, and that is how this course uses softmax: in the output layer, with this loss, and nowhere else. BP4 in the form $dA * g'(Z)$ **does not hold** for it, since there is no such thing as its $g'$.

# %% [markdown]
# ## 12. A whole network in δ form
#
# Now everything at once, and small enough to follow by hand: the network of another worked example in circulation, by an author named Gupta, with 2 inputs, 3 hidden neurons and 1 output. All neurons are sigmoids, there are **no biases**, there is one example, and the error is $\frac12 (a - t)^2$ with a target $t$. We take $W^{[1]}$ and $W^{[2]}$ of our network, the input $x = (1, -0.5)$ and $t = 1$.
#
# ![The 2-3-1 network with sigmoids. Inputs 1 and minus 0.5. Hidden neurons: z = 0, h = 0.5, delta minus 0.0584; z = 3.5, h = 0.9707, delta 0.0033; z = minus 2.25, h = 0.0953, delta minus 0.0101. Output: z = 0.1247, a = 0.5311, target 1, delta minus 0.1168. The weights 2, minus 1 and 1 stand on the edges to the output.](picture:deltas)
#
# *Blue: forward. Orange: the deltas, backward. Compare hidden neurons 2 and 3: the weights −1 and 1 send them equal shares, up to the sign. Why is so much less left of the one of neuron 2?*

# %% [markdown]
# | the line | the reason | in numbers |
# | --- | --- | --- |
# | $\delta_2 = (a - t)\, a\, (1 - a)$ | BP4 in the output layer, squared error | $-0.4689 \cdot 0.2490 = -0.1168$ |
# | $dA_1 = W_2^\mathsf{T}\, \delta_2$ | BP3 | $-0.2335,\ 0.1168,\ -0.1168$ |
# | $h * (1 - h)$ | slopes of the hidden sigmoids, written with their outputs | $0.25,\ 0.0285,\ 0.0863$ |
# | $\delta_1 = dA_1 * h * (1 - h)$ | BP4 in the hidden layer | $-0.0584,\ 0.0033,\ -0.0101$ |
# | $dW_2 = \delta_2\, h^\mathsf{T}$ | BP1, with $m = 1$ | $-0.0584,\ -0.1133,\ -0.0111$ |
# | $dW_1 = \delta_1\, x^\mathsf{T}$ | BP1, with $m = 1$ | row 1: $-0.0584,\ 0.0292$ |
#
# (The index at $\delta$, $W$ and $dA$ is the layer here.) Neurons 2 and 3 were sent equal shares, $0.1168$ and $-0.1168$. Neuron 2 stands at $z = 3.5$, where the curve is flat, and 3 % of its share is left.

# %% [markdown]
# ### Exercise: `two_three_one_gradients`
# Forward, then the two deltas, then both gradients, for one example `x` of shape `(2, 1)`: a 2-3-1 network of sigmoids, **without biases**, with the error $\frac12 (a - t)^2$. Give back the pair $dW^{[1]}$, $dW^{[2]}$.
#
# <details><summary>Hint: a nudge</summary>
#
# Each step is a function you have. In which order do they have to run, so that everything is there when it is needed?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Forward: two sums and two sigmoids, all columns. Backward: $\delta$ of the output from the squared error; $\delta$ of the hidden layer by BP3 and BP4; then each gradient by BP1, a delta times what came into its layer. With one example, $\frac1m = 1$. Where one of your functions wants `t` as an array of shape `(1, 1)`, that is `np.array([[t]])`.
#
# </details>


# %% nbgrader={"grade_id": "two_three_one_gradients", "solution": true}
def two_three_one_gradients(x, t, W1, W2):
    """The gradients of the error (a - t)**2 / 2 of a 2-3-1 network of sigmoids without biases.

    In:  x, one example, shape (2, 1); t, its target, a float;
         W1, shape (3, 2), and W2, shape (1, 3). No array is changed.
    Out: (dW1, dW2), a tuple of arrays of shapes (3, 2) and (1, 3).

    Example: with all weights 0, a = 0.5; for x = [[1.], [2.]] and t = 1.0, dW1 is all zeros and
    dW2 is array([[-0.0625, -0.0625, -0.0625]]).
    """
    ### BEGIN SOLUTION
    z1 = W1 @ x
    h = sigmoid(z1)
    a = sigmoid(W2 @ h)
    delta2 = squared_error_output_delta(a, np.full((1, 1), t))
    delta1 = hidden_delta(W2, delta2, z1, sigmoid_prime)
    return weight_gradient(delta1, x), weight_gradient(delta2, h)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_two_three_one_gradients", "grade": true, "points": 1}
got = two_three_one_gradients(np.array([[1.0], [2.0]]), 1.0, np.zeros((3, 2)), np.array([[1.0, 0.0, -1.0]]))
assert isinstance(got, (tuple, list)), f"Two arrays are asked for, as in `return dW1, dW2`; yours gave {got}."
assert len(got) == 2, f"Two arrays are asked for; yours gave {len(got)}."
dW1, dW2 = got
assert np.shape(dW1) == (3, 2), f"dW1 has the shape of W1, (3, 2); yours: {np.shape(dW1)}."
assert np.shape(dW2) == (1, 3), f"dW2 has the shape of W2, (1, 3); yours: {np.shape(dW2)}."
want = [[-0.0625, -0.0625, -0.0625]]  # every h is ½ and a is ½: δ2 = −½ · ¼, times h
assert np.allclose(dW2, want), f"Every h is ½, δ2 = −½ · ¼ = −0.125, dW2 = {want}; yours: {np.array(dW2).tolist()}."
want = [[-0.03125, -0.0625], [0, 0], [0.03125, 0.0625]]  # δ1 = (1, 0, −1) · (−0.125) · ¼, times x
assert np.allclose(dW1, want), f"δ1 is −0.03125, 0, 0.03125, so dW1 = {want}; yours: {np.array(dW1).tolist()}."

# %% nbgrader={"grade_id": "grade_two_three_one_gradients", "grade": true, "points": 1}
# Hidden tests for `two_three_one_gradients` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("09-bp4", "two_three_one_gradients", two_three_one_gradients)
### END HIDDEN TESTS

# %% [markdown]
# Your function on the numbers of the picture, and the witness. **Before you run the cell:** find $dW^{[2]}$ and the first row of $dW^{[1]}$ in the table.

# %%
x, t = np.array([[1.0], [-0.5]]), 1.0


def error(W1, W2):
    a = sigmoid(W2 @ sigmoid(W1 @ x))
    return float(0.5 * (a[0, 0] - t) ** 2)


dW1, dW2 = two_three_one_gradients(x, t, W1, W2)
print(f"dW1 =\n{dW1}")
print("dW2 =", dW2)

gap = 0.0
for r, s in np.ndindex(3, 2):
    step = np.zeros((3, 2))
    step[r, s] = 1e-5
    gap = max(gap, abs(dW1[r, s] - (error(W1 + step, W2) - error(W1 - step, W2)) / 2e-5))
print("dW1, largest difference to the measured slopes below 1e-8:", gap < 1e-8)

# %% [markdown]
# ## 13. Common slips, each going wrong
#
# Nearly all slips of BP4 keep the shape. So here they are with numbers, in the hidden layer of the network of section 12. **Before you run the cell:** neuron 2 is the saturated one. Which slips will let it hear far too much?

# %%
z1 = W1 @ x
h = sigmoid(z1)
a = sigmoid(W2 @ h)
delta_2 = squared_error_output_delta(a, np.full((1, 1), t))
dA = W2.T @ delta_2

slips = {
    "right": dA * sigmoid_prime(z1),
    "g' forgotten": dA,
    "g' of A": dA * sigmoid_prime(h),
    "g in place of g'": dA * sigmoid(z1),
    "a (1 - a), given z": dA * z1 * (1 - z1),
    "slope of the layer after": dA * sigmoid_prime(W2 @ h),
    "output: a - t only": W2.T @ (a - t) * sigmoid_prime(z1),
    "output: slope twice": W2.T @ (delta_2 * a * (1 - a)) * sigmoid_prime(z1),
}
for name, delta in slips.items():
    print(f"{name:25}", delta[:, 0] + 0.0)

# %% [markdown]
# | slip | what it does |
# | --- | --- |
# | $g'$ forgotten | as if every neuron were an identity; the gates stand open |
# | $g'$ of $A$ | $h$ lies between 0 and 1, where the curve is steep: the slope is always about 0.2 to 0.25, and nobody ever looks saturated. Neuron 2 hears 7 times too much, $0.0233$ for $0.0033$ |
# | $g$ in place of $g'$ | a neuron that is saturated at the top lets nearly everything through: 97 % for neuron 2 |
# | $a (1 - a)$, given $z$ | this formula wants the output. Write $g'(z)$ or $a(1 - a)$, but do not cross them |
# | slope of the layer after | it has a shape of its own, $(1, 1)$; NumPy stretches it over all neurons |
# | output: $a - t$ only | the shortcut of the cross-entropy, with the squared error: 4 times too large here |
# | output: slope twice | a shortcut, and then BP4 as well: the shortcut **is** BP4 |
#
# Each row of $dW^{[1]}$ is such a $\delta$ times $x$, so all its slopes are off by the same factor.

# %% [markdown]
# Two more, in the network with ReLU. **Before you run the cell:** the first line takes $g'$ of $A$ again. Will it go wrong this time?

# %%
print("ReLU, g' of A instead of Z, equal:", np.array_equal(relu_prime(A1), relu_prime(Z1)))

try:
    dA1 @ relu_prime(Z1)
except ValueError as problem:
    print("@ in place of *: an error,", str(problem).rpartition("(")[2].rstrip(")"))

square_dA, square_Z = dA1[:, :3], Z1[:, :3]  # three neurons, three examples
print(f"right:\n{square_dA * relu_prime(square_Z) + 0.0}")
print(f"@ in place of *:\n{square_dA @ relu_prime(square_Z) + 0.0}")

# %% [markdown]
# - **$g'$ of $A$, with ReLU:** it goes unnoticed. $A$ is positive exactly where $Z$ is. Then somebody replaces ReLU by the sigmoid, and the same line is wrong. Test with a slope that is not so forgiving.
# - **`@` in place of `*`:** an error with most shapes. With as many neurons as examples, no shape tells: examples now hear of one another. On example 2, neuron 1 is off and should hear nothing; it gets $-1$, which was meant for example 3.

# %% [markdown]
# ## 14. Mazur's number
#
# Lesson 08 ended at $\partial E / \partial \mathit{out}_{h1} = 0.036350306$, what the two output neurons together send to hidden neuron $h_1$. Mazur goes on to $w_1$, the weight with which $h_1$ reads the first input, $0.05$:
#
# | factor | in words | in print |
# | --- | --- | --- |
# | $\dfrac{\partial E}{\partial \mathit{out}_{h1}}$ | BP3 | $0.036350306$ |
# | $\dfrac{\partial \mathit{out}_{h1}}{\partial \mathit{net}_{h1}}$ | BP4: $\mathit{out}_{h1} (1 - \mathit{out}_{h1})$ | $0.241300709$ |
# | $\dfrac{\partial \mathit{net}_{h1}}{\partial w_1}$ | BP1: what came in | $0.05$ |
# | $\dfrac{\partial E}{\partial w_1}$ | multiply along the path | $0.000438568$ |

# %% nbgrader={"grade_id": "given_mazur", "locked": true}
mazur_x, target = np.array([[0.05], [0.10]]), np.array([[0.01], [0.99]])
mazur_W1, mazur_W2 = np.array([[0.15, 0.20], [0.25, 0.30]]), np.array([[0.40, 0.45], [0.50, 0.55]])
net_h = mazur_W1 @ mazur_x + 0.35
out_h = sigmoid(net_h)
out_o = sigmoid(mazur_W2 @ out_h + 0.60)

# %% [markdown]
# **Before you run the cell:** which two of your functions take it from `out_o` to $\delta$ of the hidden layer?

# %%
delta_o = squared_error_output_delta(out_o, target)
delta_h = hidden_delta(mazur_W2, delta_o, net_h, sigmoid_prime)
print(f"delta of h1: {delta_h[0, 0]:.9f}")
print(f"slope of w1: {weight_gradient(delta_h, mazur_x)[0, 0]:.9f}")

# %% [markdown]
# $0.036350306 \cdot 0.241300709 = 0.008771355$, and times $0.05$ it is his $0.000438568$. With that, every factor in Mazur's backward pass has a name: it belongs to BP1, BP3 or BP4 (he keeps his biases fixed, so BP2 has nothing to do).

# %% [markdown]
# ## 15. Questions
#
# **q1.** A layer of 3 **softmax** neurons runs on $m = 4$ examples. There are $12 \cdot 12 = 144$ derivatives $\dfrac{\partial A_{ki}}{\partial Z_{rj}}$. How many of them are not 0? (A number.)
#
# **q2.** On the only example, a hidden **sigmoid** neuron has $z = 8$. Those that read it have a large $dZ$, and so a large $dA$ arrives at it. One step of training is taken. Which of its weights move noticeably?
#
# - **a** those with which it is read, in the layer after; those with which it reads hardly do
# - **b** those with which it reads; those with which it is read hardly do
# - **c** both, since $dA$ is large
# - **d** neither, since the neuron is saturated

# %% [markdown]
# **q3.** On some example, $\delta$ of a hidden neuron is exactly 0. What follows?
#
# - **a** its output is right on this example
# - **b** its $dA$ is 0: nobody who reads it complains
# - **c** however far its $z$ is moved, the loss of this example stays as it is
# - **d** a tiny move of its $z$ does not change the loss of this example to speak of; more does not follow

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": …a number…, "q2": "…a letter…", "q3": "…a letter…"}
### BEGIN SOLUTION
answers = {"q1": 36, "q2": "a", "q3": "d"}
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

grade("09-bp4", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **$g'$ of $A$.** The slope is taken at the sum. Where it is written with the output, $a (1 - a)$ or $1 - a^2$, it takes $A$ and no $Z$. Do not cross the two.
# - **$g'$ forgotten, or $g$ written for it.** All shapes are right; only measuring tells.
# - **`@` for `*`.** The step through an activation adds nothing up.
# - **A shortcut and BP4 on top of it.** $A - Y$ has the slope in it already.
# - **The wrong shortcut.** $A - Y$ belongs to sigmoid with binary cross-entropy, and to softmax with categorical cross-entropy. With the squared error, $A (1 - A)$ stays.
# - **Softmax place by place.** It has no $g'$, but a Jacobian for each example.
# - **Layers mixed up.** $W$ and $dZ$ come from the layer after, $Z$ and $g'$ from the layer itself.
# - **A zero that is no mistake.** A ReLU that is off, or a saturated sigmoid, lets nothing through. Look at $Z$ before you look for a bug.

# %% [markdown]
# ## Where this leads
#
# You have all four. BP4 carries blame through the activation, BP3 through the weights, and BP1 and BP2 tell weights and biases what they have to do with it. Each is a line of code, and each was measured. What is still missing is a conductor: which equation is called when, on which layer, with which of the arrays that were kept on the way forward. **Lesson 10** puts them together, for any number of layers, and shows why this one sweep back costs hardly more than a sweep forward.
