# %% [markdown]
# # 02 · Activations
#
# Time: 50 minutes · Points: 15 · Builds on: 01 Neurons
#
# After this you can write the five activations that most networks are made of, sigmoid, tanh, ReLU, leaky ReLU and softmax, so that no input makes them break; you can say what each one's output means and where each one stops listening; and you can choose one for a layer, with a reason.

# %% [markdown]
# From lesson 01 you need one thing. A neuron with weights $w_1, \dots, w_n$ and bias $b$ adds up its inputs and passes the sum through a function $g$, its **activation**:
#
# $$z = \sum_j w_j x_j + b, \qquad a = g(z).$$
#
# A batch of $m$ examples is a matrix with one example per **column**. In an exercise, write your code where it says `YOUR CODE HERE`, then run the check below it. A second, hidden test tries your function on many more inputs when your work is graded; `course check 02-activations` in a terminal runs both.

# %% nbgrader={"grade_id": "given_setup", "locked": true}
import warnings

import numpy as np

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals

# %% [markdown]
# ## 1. Why not pass z on as it is?
#
# An activation costs time and brings trouble, as you will see. So what is lost if we leave it out, and every neuron passes on its sum $z$ unchanged? We could still stack layers. Would two layers do more than one?
#
# ![On the left, a network of two layers of two neurons each, without activations. First layer: row weights 1, 2 and bias 1; row weights 0, 1 and bias minus 1. Second layer: row weights 2, minus 1 and bias 0; row weights 1, 1 and bias 3. The inputs 1 and 2 become 6 and 1, then 11 and 10. On the right, one layer with row weights 2, 3 and 1, 3 and both biases 3 turns the same inputs into 11 and 10.](picture:collapse)
#
# *The number on an arrow is its weight. Follow the inputs 1 and 2 through both networks; look at the outputs, then at how many layers it took.*

# %% [markdown]
# The numbers of the picture, worked. The first layer, then the second:
#
# $$z_1 = 1 \cdot 1 + 2 \cdot 2 + 1 = 6, \qquad z_2 = 0 \cdot 1 + 1 \cdot 2 - 1 = 1$$
# $$2 \cdot 6 - 1 \cdot 1 + 0 = \mathbf{11}, \qquad 1 \cdot 6 + 1 \cdot 1 + 3 = \mathbf{10}$$
#
# The single layer on the right gives the same two numbers, at once:
#
# $$2 \cdot 1 + 3 \cdot 2 + 3 = \mathbf{11}, \qquad 1 \cdot 1 + 3 \cdot 2 + 3 = \mathbf{10}$$
#
# Luck? **Before you run the next cell:** it sends another input, $x = (-1, 4)$, through both networks. Will they agree again?

# %%
W1, b1 = np.array([[1.0, 2.0], [0.0, 1.0]]), np.array([[1.0], [-1.0]])
W2, b2 = np.array([[2.0, -1.0], [1.0, 1.0]]), np.array([[0.0], [3.0]])
x = np.array([[-1.0], [4.0]])

two_layers = W2 @ (W1 @ x + b1) + b2

W, b = W2 @ W1, W2 @ b1 + b2
one_layer = W @ x + b

print("two layers:", two_layers.ravel())
print("one layer: ", one_layer.ravel())
print("weights of the one layer:", W.tolist(), "biases:", b.ravel().tolist())

# %% [markdown]
# They agree again. Do they for every input, and for all weights? Two layers have twice as many weights, and look as if they should be able to do more. The lines below show that they cannot. In them, the superscript in brackets counts layers: $w^{[2]}_{rj}$ is the weight in layer 2 from neuron $j$ to neuron $r$, and $s$ counts the inputs.
#
# | the line | the reason |
# | --- | --- |
# | $z^{[2]}_r = \sum_j w^{[2]}_{rj}\, a^{[1]}_j + b^{[2]}_r$ | what neuron $r$ of layer 2 does |
# | $\phantom{z^{[2]}_r} = \sum_j w^{[2]}_{rj}\, z^{[1]}_j + b^{[2]}_r$ | no activation: $a^{[1]}_j = z^{[1]}_j$ |
# | $\phantom{z^{[2]}_r} = \sum_j w^{[2]}_{rj} \left( \sum_s w^{[1]}_{js}\, x_s + b^{[1]}_j \right) + b^{[2]}_r$ | what neuron $j$ of layer 1 does |
# | $\phantom{z^{[2]}_r} = \sum_j \sum_s w^{[2]}_{rj} w^{[1]}_{js}\, x_s + \sum_j w^{[2]}_{rj}\, b^{[1]}_j + b^{[2]}_r$ | multiply out the bracket |
# | $\phantom{z^{[2]}_r} = \sum_s \left( \sum_j w^{[2]}_{rj} w^{[1]}_{js} \right) x_s + \left( \sum_j w^{[2]}_{rj}\, b^{[1]}_j + b^{[2]}_r \right)$ | add up in another order; $x_s$ does not depend on $j$ |
# | $\phantom{z^{[2]}_r} = \sum_s w_{rs}\, x_s + b_r$ | give the two brackets names |

# %% [markdown]
# The last line is one layer. Its first bracket is the matrix product $W = W^{[2]} W^{[1]}$, its second one $b = W^{[2]} b^{[1]} + b^{[2]}$: the two products in the cell above.
#
# A third layer collapses onto these two in the same way, and so does a hundredth. One layer draws straight lines, so all of them together draw straight lines, and XOR from lesson 01 stays out of reach.
#
# Look at the second line of the proof: it is the only one that needs "no activation". Put a function that **bends** between the layers, and the proof stops there. That is what an activation is for. Which bend, is the rest of this lesson.

# %% [markdown]
# ## 2. The sigmoid: a score becomes a share
#
# The step neuron of lesson 01 bends as hard as can be: 0 up to $z = 0$, and 1 after it. It is hard to teach, because raising $z$ from 2 to 3 changes nothing at all, so a slightly better weight looks no better. The **sigmoid** is a step with its corners rounded off: a little more $z$ always gives a little more output.
#
# ![The sigmoid, an S-shaped curve from near 0 at the left to near 1 at the right. Three points are marked: z = minus 2 with 0.119, z = 0 with 0.5 and z = 2 with 0.881. The curve is steep in the middle and flat beyond about minus 5 and 5. A dashed step from 0 to 1 at z = 0 is drawn behind it.](picture:sigmoid_curve)
#
# *Look for three things: it never leaves the strip between 0 and 1; the middle is steep; the ends are flat. And compare the heights at $-2$ and $2$.*

# %% [markdown]
# The letter for the sigmoid is $\sigma$ (sigma):
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# Worked for three inputs:
#
# | $z$ | $e^{-z}$ | $1 + e^{-z}$ | $\sigma(z)$ |
# | --- | --- | --- | --- |
# | $-2$ | $e^{2} = 7.389$ | $8.389$ | $1 / 8.389 = 0.119$ |
# | $0$ | $e^{0} = 1$ | $2$ | $1 / 2 = 0.5$ |
# | $2$ | $e^{-2} = 0.135$ | $1.135$ | $1 / 1.135 = 0.881$ |
#
# Read from the formula: $e^{-z}$ is a positive number, so the denominator is more than 1 and the result lies **between 0 and 1**. A large $z$ makes $e^{-z}$ tiny and the result almost 1; a very negative $z$ makes $e^{-z}$ huge and the result almost 0. And $0.119 + 0.881 = 1$: the curve is as far below 1 on the right as it is above 0 on the left. That is why its output is often read as a probability: $\sigma(z)$ for "yes", the rest for "no".

# %% [markdown]
# ### Where the formula breaks
#
# A float can hold numbers up to about $1.8 \cdot 10^{308}$. The helper in the next cell, `listen`, calls a function, and also catches the warnings that NumPy would print.
#
# **Before you run the two cells:** which of $e^{1000}$ and $e^{-1000}$ is too much for a float? And what will $1 / (1 + e^{-z})$ make of $z = -1000$?


# %% nbgrader={"grade_id": "given_listen", "locked": true}
def listen(f, z):
    """Return f(z), and what NumPy complained about on the way ("no warning" when it did not)."""
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        value = f(z)
    texts = dict.fromkeys(str(w.message) for w in heard)  # each text once, in order
    return value, "; ".join(texts) or "no warning"


# %%
def formula(z):
    return 1 / (1 + np.exp(-z))


def other_formula(z):
    return np.exp(z) / (1 + np.exp(z))


for name, f, z in [
    ("e^1000", np.exp, 1000.0),
    ("e^-1000", np.exp, -1000.0),
    ("formula(-1000)", formula, -1000.0),
    ("other_formula(1000)", other_formula, 1000.0),
]:
    value, said = listen(f, z)
    print(f"{name:20} {value:4}   {said}")

# %% [markdown]
# $e^{1000}$ is too large: an **overflow**, and what is left is `inf`. Its opposite, $e^{-1000}$, is so small that it is rounded to 0, which does no harm. So the formula breaks on one side only: at $z = -1000$ it has to compute $e^{1000}$. It is lucky there, since $1/\text{inf} = 0$ is nearly right; but a warning that you have learned to overlook will hide the next one, and that may be the last line's: `inf / inf` is `nan`, not a number.

# %% [markdown]
# That last line is the same sigmoid in another form, one that breaks on the **other** side. It looks like a different function, since $e^{-z}$ has become $e^{z}$. Where does it come from?
#
# | the line | the reason |
# | --- | --- |
# | $\sigma(z) = \dfrac{1}{1 + e^{-z}}$ | definition |
# | $\phantom{\sigma(z)} = \dfrac{1}{1 + e^{-z}} \cdot \dfrac{e^{z}}{e^{z}}$ | multiply by 1 |
# | $\phantom{\sigma(z)} = \dfrac{e^{z}}{e^{z} + e^{-z} e^{z}}$ | multiply out the denominator |
# | $\phantom{\sigma(z)} = \dfrac{e^{z}}{e^{z} + 1}$ | $e^{-z} e^{z} = e^{0} = 1$ |

# %% [markdown]
# Two forms of one function: equal on paper, different in a computer.
#
# ![Two horizontal bars over an axis of z from minus 1500 to 1500. The bar for 1 over (1 + e to the minus z) is safe from minus 709 upwards and overflows to the left of it. The bar for e to the z over (1 + e to the z) is safe up to 709 and overflows to the right of it. Below, a third bar takes the left half from the second form and the right half from the first, and is safe everywhere.](picture:safe_halves)
#
# *Look for a choice that stays out of the hatched parts. In the lowest bar, no exponent is ever positive: left of 0 it is $z$, right of 0 it is $-z$.*
#
# The second form also explains the symmetry that we saw in the numbers. Put $-z$ in place of $z$ in it: $\sigma(-z) = e^{-z} / (e^{-z} + 1)$. Add the first form, which has the same denominator: $\sigma(z) + \sigma(-z) = (1 + e^{-z}) / (1 + e^{-z}) = 1$.

# %% [markdown]
# ### Exercise: `sigmoid`
# Write $\sigma(z)$ for a number or an array of any shape. It has to be right, and silent, for $\lvert z \rvert$ up to $10^4$: **no overflow warning, also for arrays with entries of both signs**. The hidden tests listen for warnings.
#
# <details><summary>Hint: a nudge</summary>
#
# On each side of 0, take the form whose exponent is never positive there. Write the two exponents down, one for $z \ge 0$ and one for $z < 0$: can one expression in $\lvert z \rvert$ stand for both?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Compute $u = e^{-\lvert z \rvert}$ once, for all entries; it lies between 0 and 1. Both forms then have the denominator $1 + u$. Only the numerator depends on the sign of $z$, and `np.where(condition, this, that)` picks entry by entry. Beware of a `np.where` with two whole formulas in it: it computes both for all entries, the dangerous ones too, and picks afterwards.
#
# </details>


# %% nbgrader={"grade_id": "sigmoid", "solution": true}
def sigmoid(z):
    """Squash z into the range from 0 to 1: σ(z) = 1 / (1 + e^-z), entry by entry.

    In:  z, a number or an array of any shape.
    Out: the same shape as z (a number in, a number out).
    No overflow warning for |z| up to 1e4.

    Example: sigmoid(2.0) is 0.880797…
    """
    ### BEGIN SOLUTION
    return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_sigmoid", "grade": true, "points": 1}
got = sigmoid(2.0)
assert got is not None, "sigmoid(2.0) gave nothing (None). Is there a return line?"
assert np.isclose(got, 0.880797, atol=1e-6), f"sigmoid(2) is 1 / (1 + 0.135335) = 0.880797; yours is {got}."
assert np.isclose(sigmoid(0.0), 0.5), f"sigmoid(0) is 1 / (1 + 1) = 0.5; yours is {sigmoid(0.0)}."
got = sigmoid(np.array([[-2.0, 0.0, 2.0], [4.0, -4.0, 1.0]]))
assert np.shape(got) == (2, 3), f"Shape (2, 3) went in; shape {np.shape(got)} came out."
both = got[0, 0] + got[0, 2]
assert np.isclose(both, 1), f"σ(−2) + σ(2) should be 1; yours add up to {both}."

# %% nbgrader={"grade_id": "grade_sigmoid", "grade": true, "points": 1}
# Hidden tests for `sigmoid` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("02-activations", "sigmoid", sigmoid)
### END HIDDEN TESTS

# %% [markdown]
# Is yours silent? This cell listens, as the hidden tests will.

# %%
value, said = listen(sigmoid, np.array([-1e4, -1000.0, 0.0, 1000.0, 1e4]))
print("values:", value)
print("NumPy said:", said)

# %% [markdown]
# ### Where it stops listening
#
# A network learns by asking of every weight: if I change it a little, what happens to the output? For one neuron, that is: if $z$ grows a little, what happens to $a$?
#
# ![The sigmoid with two equal steps of z, each 1 wide. From 0 to 1 the curve rises by 0.231. From 4 to 5 it rises by 0.011, hardly visible.](picture:saturation)
#
# *Two steps of the same width. Compare how high they rise.*
#
# The rise divided by the width of the step is the **slope** of the curve there: how much output one unit of $z$ buys. The next cell takes steps of 0.1 with your sigmoid. **Before you run it:** at $z = 0$ the slope is about 0.25. By how much, do you think, has it shrunk at $z = 10$: ten times, a hundred times, more?

# %%
for z in [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]:
    rise = sigmoid(z + 0.1) - sigmoid(z)
    print(f"z = {z:4.1f}   a = {sigmoid(z):.6f}   rise = {rise:.6f}   slope = {rise / 0.1:.6f}")

# %% [markdown]
# More than five thousand times. A neuron whose $z$ lies out there is **saturated**: its slope is nearly zero, so its weights can be wrong by a lot without the output telling. It can only learn very slowly.
#
# In a stack of layers it gets worse, since each layer passes on only a part of the change. **Before you run the next cell:** it sends $z = 0$, and then $z = 0.1$, through five sigmoids in a row. In the table above no slope was larger than a quarter, so each passes on at most a quarter of a change. What is left of 0.1 at the end: about a tenth of it, a hundredth, a thousandth?

# %%
low, high = 0.0, 0.1
for layer in range(1, 6):
    low, high = sigmoid(low), sigmoid(high)
    print(f"after sigmoid {layer}: {low:.6f} and {high:.6f}, difference {high - low:.6f}")

# %% [markdown]
# Less than a thousandth of 0.1 arrives. This is the problem of **vanishing gradients** (a gradient is a list of such slopes, one for each weight): in a deep network of sigmoids, the first layers hardly feel what the output needs. Lesson 03 computes the slopes exactly, and comes back to this product of small numbers.

# %% [markdown]
# ## 3. tanh: the sigmoid, centred at 0
#
# A sigmoid's output is always positive; with inputs around 0 it hovers around 0.5. The next layer then starts from sums that lean to one side. The **hyperbolic tangent** has the same S shape, but runs from $-1$ to $1$ and through the origin.
#
# ![Two S-shaped curves. The sigmoid runs from 0 to 1 and passes 0.5 at z = 0. tanh runs from minus 1 to 1 and passes 0 at z = 0; it is four times as steep there, and is flat beyond about minus 3 and 3, sooner than the sigmoid. The point of tanh at z = 1, 0.762, and the point of the sigmoid at z = 2, 0.881, are marked.](picture:tanh_and_sigmoid)
#
# *Compare the curves at 0: the height, and how steep they are. Then look where each becomes flat. The two marked points belong together; you will see why.*

# %% [markdown]
# In symbols:
#
# $$\tanh(z) = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}$$
#
# Worked at $z = 1$, with $e^{1} = 2.718$ and $e^{-1} = 0.368$:
#
# $$\tanh(1) = \frac{2.718 - 0.368}{2.718 + 0.368} = \frac{2.350}{3.086} = 0.762$$
#
# The formula has $e^{z}$ and $e^{-z}$ in it, so one of the two overflows on **either** side. There is a short way around that, because tanh is a sigmoid in disguise, and yours is safe already.

# %% [markdown]
# The next lines show how the one is made of the other. It does not meet the eye: tanh has a difference on top, the sigmoid has a 1. The trick is in the fourth line.
#
# | the line | the reason |
# | --- | --- |
# | $\tanh(z) = \dfrac{e^{z} - e^{-z}}{e^{z} + e^{-z}}$ | definition |
# | $\phantom{\tanh(z)} = \dfrac{e^{z} - e^{-z}}{e^{z} + e^{-z}} \cdot \dfrac{e^{-z}}{e^{-z}}$ | multiply by 1 |
# | $\phantom{\tanh(z)} = \dfrac{1 - e^{-2z}}{1 + e^{-2z}}$ | multiply out: $e^{z} e^{-z} = 1$ and $e^{-z} e^{-z} = e^{-2z}$ |
# | $\phantom{\tanh(z)} = \dfrac{2 - (1 + e^{-2z})}{1 + e^{-2z}}$ | add 1 and subtract 1 on top |
# | $\phantom{\tanh(z)} = \dfrac{2}{1 + e^{-2z}} - \dfrac{1 + e^{-2z}}{1 + e^{-2z}}$ | split the fraction |
# | $\phantom{\tanh(z)} = 2 \cdot \dfrac{1}{1 + e^{-2z}} - 1$ | the second fraction is 1 |
# | $\phantom{\tanh(z)} = 2\, \sigma(2z) - 1$ | definition of $\sigma$, at $2z$ in place of $z$ |
#
# In words: squeeze the sigmoid to half its width ($2z$), stretch it to twice its height, and move it down by 1. With numbers: $2\,\sigma(2) - 1 = 2 \cdot 0.881 - 1 = 0.762$, the tanh(1) from above. So tanh saturates as the sigmoid does, and at half the distance from 0.

# %% [markdown]
# ### Exercise: `tanh`
# Write $\tanh(z)$ for a number or an array of any shape, without `np.tanh`. No overflow warning for $\lvert z \rvert$ up to $10^4$.
#
# <details><summary>Hint: a nudge</summary>
#
# You have written a function already that is silent for large $z$. Which line of the derivation lets you use it?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The last line of the derivation, read from right to left, is a recipe: what goes into `sigmoid`, and what is done to the result. There are two factors 2, one inside and one outside.
#
# </details>


# %% nbgrader={"grade_id": "tanh", "solution": true}
def tanh(z):
    """Squash z into the range from -1 to 1, entry by entry (without np.tanh).

    In:  z, a number or an array of any shape.
    Out: the same shape as z (a number in, a number out).
    No overflow warning for |z| up to 1e4.

    Example: tanh(1.0) is 0.761594…
    """
    ### BEGIN SOLUTION
    return 2 * sigmoid(2 * z) - 1
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_tanh", "grade": true, "points": 1}
got = tanh(1.0)
assert np.isclose(got, 0.761594, atol=1e-6), f"tanh(1) is 2.350402 / 3.086161 = 0.761594; yours is {got}."
assert abs(tanh(0.0)) < 1e-12, f"tanh(0) is 0: the curve passes through the origin. Yours is {tanh(0.0)}."
got = tanh(np.array([[-1.0, 0.0, 1.0], [3.0, -3.0, 0.5]]))
assert np.shape(got) == (2, 3), f"Shape (2, 3) went in; shape {np.shape(got)} came out."
assert np.isclose(got[0, 0], -0.761594, atol=1e-6), f"tanh(−1) is −0.761594; yours is {got[0, 0]}."

# %% nbgrader={"grade_id": "grade_tanh", "grade": true, "points": 1}
# Hidden tests for `tanh` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("02-activations", "tanh", tanh)
### END HIDDEN TESTS

# %% [markdown]
# ## 4. ReLU: a hinge
#
# Sigmoid and tanh go flat at both ends. Is there a bend that does not? The **rectified linear unit** does the least that still counts as bending: it passes positive numbers on as they are, and turns negative ones into 0.
#
# ![Two panels. Left: ReLU, zero for negative z, then rising with slope 1; points at z = minus 2 (value 0) and z = 3 (value 3). Right: leaky ReLU drawn with a slope of 0.1 on the left so that it can be seen: at z = minus 2 its value is minus 0.2; on the right it is the same as ReLU.](picture:hinges)
#
# *The left panel is ReLU: flat, a corner at 0, then slope 1 for ever. The right panel comes later; look for the one difference.*

# %% [markdown]
# In symbols, and for three numbers:
#
# $$\mathrm{relu}(z) = \max(0, z), \qquad \mathrm{relu}(-2) = 0, \quad \mathrm{relu}(0) = 0, \quad \mathrm{relu}(3) = 3$$
#
# Its range is from 0 up, without an end. Its slope is 0 on the left and 1 on the right. A slope of 1 passes a change on whole: five ReLUs in a row with positive $z$ leave 0.1 of a nudge of 0.1, where five sigmoids left less than a thousandth of it. There is nothing to overflow either. For these reasons so plain a function is the usual choice in deep networks.
#
# At $z = 0$ itself there is a corner, and no single slope. In practice one of the two is taken; lesson 03 says which.

# %% [markdown]
# ### Exercise: `relu`
# Write $\max(0, z)$ for a number or an array of any shape. The caller still needs its `z`: return something new, and leave `z` as it is.
#
# <details><summary>Hint: a nudge</summary>
#
# Python's own `max` compares two numbers and fails on an array. NumPy has a function that compares entry by entry.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# `np.maximum` takes two arrays, or an array and a number, and keeps the larger one at each place. (`np.max` is another function: the one largest entry of an array.)
#
# </details>


# %% nbgrader={"grade_id": "relu", "solution": true}
def relu(z):
    """Keep what is positive and turn the rest into 0, entry by entry.

    In:  z, a number or an array of any shape; it is not changed.
    Out: the same shape as z (a number in, a number out).

    Example: relu(np.array([-2.0, 0.0, 3.0])) is array([0., 0., 3.]).
    """
    ### BEGIN SOLUTION
    return np.maximum(z, 0.0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_relu", "grade": true, "points": 1}
z = np.array([[-2.0, 0.0, 3.0], [0.5, -0.5, -7.0]])
got = relu(z)
assert np.shape(got) == (2, 3), f"Shape (2, 3) went in; shape {np.shape(got)} came out."
assert np.allclose(got, [[0, 0, 3], [0.5, 0, 0]]), (
    f"relu of {z.tolist()} is [[0, 0, 3], [0.5, 0, 0]]; yours is {np.asarray(got).tolist()}."
)
assert z[0, 0] == -2.0, "relu changed its argument: z[0, 0] was −2 before the call. Return a new array."
assert relu(-2.0) == 0, f"A single number works too: relu(−2) is 0; yours is {relu(-2.0)}."
assert relu(3.0) == 3, f"relu(3) is 3: positive numbers pass as they are. Yours is {relu(3.0)}."

# %% nbgrader={"grade_id": "grade_relu", "grade": true, "points": 1}
# Hidden tests for `relu` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("02-activations", "relu", relu)
### END HIDDEN TESTS

# %% [markdown]
# Is this small corner enough of a bend? Here are two layers; the neurons of the first, whose outputs are seen by the second layer only, are called **hidden**. They compute $x_1 + x_2$ and $x_1 + x_2 - 1$; the output is the first minus twice the second. The four columns are the four inputs of XOR, which should give 0, 1, 1, 0.
#
# **Before you run it:** work the first column, $(0, 0)$, by hand, once without an activation and once with your `relu` on the two hidden sums.

# %%
X = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
W1, b1 = np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([[0.0], [-1.0]])
W2 = np.array([[1.0, -2.0]])

Z1 = W1 @ X + b1
print("hidden sums:\n", Z1)
print("output without an activation:", (W2 @ Z1).ravel())
print("output with relu:            ", (W2 @ relu(Z1)).ravel())

# %% [markdown]
# Without the activation, the two layers are the one layer $2 - x_1 - x_2$ of section 1, and miss. With it, they compute XOR. The only thing that happened is that one number, the $-1$ in the first column of the hidden sums, became 0.

# %% [markdown]
# ### How a ReLU dies
#
# The flat left side has a price. Suppose one large step of training has pushed the bias of a neuron far down, so that its $z$ is negative on **every** example. Then its output is 0 on every example, and a small change of its weights leaves it at 0.
#
# ![The curve of ReLU, with the z values of two neurons as marks along the axis. The z values of a healthy neuron, drawn as circles, lie between minus 0.9 and 1.4, on both sides of the corner. Those of a dead neuron, drawn as crosses, all lie between minus 5.3 and minus 4.5 on the flat part.](picture:dying)
#
# *Each mark is one example. Look for the examples on which the neuron would notice a change of $z$.*
#
# **Before you run the next cell:** the second line of its output comes from the same neuron with both weights raised by 0.1. What is the largest output then?

# %%
rng = np.random.default_rng(0)
X = rng.uniform(0, 1, size=(2, 1000))  # 1000 examples, two inputs between 0 and 1
w, b = np.array([[0.5, -0.3]]), -5.0

print("largest z:", round((w @ X + b).max(), 3))
print("largest output:                 ", relu(w @ X + b).max())
print("largest output, weights nudged: ", relu((w + 0.1) @ X + b).max())

# %% [markdown]
# Nothing. No example tells this neuron which way to go, so it will not come back by learning: a **dead** ReLU. A few of them do little harm. If a large part of a layer dies, the network is smaller than it looks, most often because the learning rate (the size of the training steps, lesson 13) is too large.

# %% [markdown]
# ## 5. Leaky ReLU: a way back
#
# The cure is in the right panel of the picture of hinges: give the left side a small slope of its own. The letter for it is $\alpha$ (alpha), and 0.01 is usual:
#
# $$\mathrm{leaky\_relu}(z) = \begin{cases} z & \text{if } z > 0 \\ \alpha z & \text{otherwise} \end{cases}$$
#
# With $\alpha = 0.01$: $\mathrm{leaky\_relu}(3) = 3$ and $\mathrm{leaky\_relu}(-2) = 0.01 \cdot (-2) = -0.02$. Its outputs reach from $-\infty$ to $\infty$, and nowhere is its slope 0.

# %% [markdown]
# ### Exercise: `leaky_relu`
# Write it for a number or an array of any shape. In code, $\alpha$ is the argument `slope`, and 0.01 unless the caller says otherwise. It has to be right for any slope from 0 to 1.
#
# <details><summary>Hint: a nudge</summary>
#
# Every $z$ is the sum of its positive part and its negative part, and one of the two is 0. What happens to each part?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Either add the two parts, the second one multiplied by the slope; or let `np.where` pick entry by entry between $z$ and slope times $z$. In both cases, use the argument `slope`, not the number 0.01.
#
# </details>


# %% nbgrader={"grade_id": "leaky_relu", "solution": true}
def leaky_relu(z, slope=0.01):
    """Keep what is positive and multiply the rest by slope, entry by entry.

    In:  z, a number or an array of any shape; it is not changed. slope, a number.
    Out: the same shape as z (a number in, a number out).

    Example: leaky_relu(np.array([-2.0, 0.0, 3.0])) is array([-0.02, 0., 3.]).
    """
    ### BEGIN SOLUTION
    return np.maximum(z, 0.0) + slope * np.minimum(z, 0.0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_leaky_relu", "grade": true, "points": 1}
z = np.array([[-2.0, 0.0, 3.0], [0.5, -0.5, -7.0]])
got = leaky_relu(z)
assert np.shape(got) == (2, 3), f"Shape (2, 3) went in; shape {np.shape(got)} came out."
assert np.isclose(got[0, 0], -0.02), f"leaky_relu(−2) is 0.01 · (−2) = −0.02; yours is {got[0, 0]}."
assert np.isclose(got[0, 2], 3), f"leaky_relu(3) is 3; yours is {got[0, 2]}."
got = leaky_relu(-2.0, slope=0.2)
assert np.isclose(got, -0.4), f"With slope=0.2, leaky_relu(−2) is 0.2 · (−2) = −0.4; yours is {got}."

# %% nbgrader={"grade_id": "grade_leaky_relu", "grade": true, "points": 1}
# Hidden tests for `leaky_relu` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("02-activations", "leaky_relu", leaky_relu)
### END HIDDEN TESTS

# %% [markdown]
# Back to the dead neuron, with your `leaky_relu` in place of `relu`. **Before you run it:** raising both weights by 0.1 raises each $z$ by $0.1\,x_1 + 0.1\,x_2$, which is about 0.1 on average. By how much will the mean output rise?

# %%
rng = np.random.default_rng(0)
X = rng.uniform(0, 1, size=(2, 1000))
w, b = np.array([[0.5, -0.3]]), -5.0

print(f"mean output:                 {leaky_relu(w @ X + b).mean():.5f}")
print(f"mean output, weights nudged: {leaky_relu((w + 0.1) @ X + b).mean():.5f}")

# %% [markdown]
# By 0.001. That is a hundredth of what a living ReLU would show, but it is there, and it has a direction. That is all that learning needs.

# %% [markdown]
# ## 6. Softmax: scores become probabilities
#
# A network looks at a photo and gives a score to each of four classes: cat 5.1, dog 3.2, frog −1.7, car −2.0. We would like probabilities: positive numbers that add up to 1, the larger the larger the score.
#
# The first idea is to divide each score by the sum of all. **Before you run the cell:** what goes wrong with these four?

# %%
scores = np.array([5.1, 3.2, -1.7, -2.0])
print("sum of the scores:", round(scores.sum(), 2))
print("shares:", scores / scores.sum())

# %% [markdown]
# Their sum is 1, but a probability of $1.11$ or of $-0.43$ means nothing. The trouble is the signs; so first make every number positive, in a way that keeps the order. $e^{z}$ does that: it is positive for every $z$, and grows with $z$.
#
# ![Three bar charts side by side for cat, dog, frog and car. First the scores 5.1, 3.2, minus 1.7 and minus 2.0, two of them below zero. Then their exponentials 164.0, 24.5, 0.18 and 0.14, all positive. Then each exponential divided by the sum 188.9: 0.87, 0.13, 0.00 and 0.00.](picture:softmax_bars)
#
# *From left to right: the signs go, then the scale goes. Look for what happens to the gap between cat and dog: 1.9 points of score become a factor of 6.7, because $e^{5.1} / e^{3.2} = e^{1.9} = 6.7$.*

# %% [markdown]
# One column of scores $z_1, \dots, z_K$, for $K$ classes, gives the **softmax**
#
# $$a_k = \frac{e^{z_k}}{\sum_{j=1}^{K} e^{z_j}}$$
#
# For the cat: $e^{5.1} = 164.02$, the sum of all four exponentials is $188.87$, and $164.02 / 188.87 = 0.868$. (If you meet these scores elsewhere: the last exponential is often printed as $0.13$, cut off; $e^{-2} = 0.1353$ rounds to $0.14$. The probabilities come out the same.)
#
# One thing is new here. The other activations treat every number by itself; softmax looks at a whole column. Raise one score, and every other probability of the column goes down. The name says what it does: the largest score takes the largest part (the max), but not all of it (soft).

# %% [markdown]
# That a column of outputs adds up to exactly 1, whatever the scores, takes three lines. Write $S$ for the denominator, $S = \sum_j e^{z_j}$: the same number for every class $k$.
#
# | the line | the reason |
# | --- | --- |
# | $\sum_k a_k = \sum_k \dfrac{e^{z_k}}{S}$ | definition |
# | $\phantom{\sum_k a_k} = \dfrac{1}{S} \sum_k e^{z_k}$ | $S$ does not depend on $k$: it can be taken out of the sum |
# | $\phantom{\sum_k a_k} = \dfrac{S}{S} = 1$ | the sum that is left is $S$ |
#
# Each $a_k$ is positive and they add up to 1, so each lies between 0 and 1. (In floats the sum may be off by $10^{-16}$.)

# %% [markdown]
# ### Where the formula breaks
#
# **Before you run the cell:** it puts the four scores into the formula, and then the four scores with 1000 added to each. Which of the two will come out right?


# %%
def plain_softmax(z):  # for one column
    return np.exp(z) / sum(np.exp(z))


for z in [scores, scores + 1000]:
    value, said = listen(plain_softmax, z)
    print(z, "gives", value)
    print("NumPy said:", said)

# %% [markdown]
# The second line is `inf / inf`. Yet cat is ahead of dog by the same 1.9 as before, and a gap of 1.9 should mean the same factor of 6.7. Then adding one number to every score of a column, or taking one away, would change nothing. Is that so? Call the number that we take away $c$.
#
# | the line | the reason |
# | --- | --- |
# | $\dfrac{e^{z_k - c}}{\sum_j e^{z_j - c}} = \dfrac{e^{z_k}\, e^{-c}}{\sum_j e^{z_j}\, e^{-c}}$ | $e^{u + v} = e^{u} e^{v}$, above and below |
# | $\phantom{\dfrac{e^{z_k - c}}{\sum_j e^{z_j - c}}} = \dfrac{e^{-c}\, e^{z_k}}{e^{-c} \sum_j e^{z_j}}$ | $e^{-c}$ does not depend on $j$: take it out of the sum |
# | $\phantom{\dfrac{e^{z_k - c}}{\sum_j e^{z_j - c}}} = \dfrac{e^{z_k}}{\sum_j e^{z_j}}$ | cancel $e^{-c}$ |
#
# So we are free to choose $c$, and the best choice is **the largest score of the column**. Then the largest exponent is 0 and all others are negative: nothing can overflow. And the sum below contains $e^{0} = 1$, so it is never 0 either.

# %% [markdown]
# Each column is an example of its own, with its own largest score and its own sum.
#
# ![A matrix Z with four rows, cat, dog, frog and car, and three columns, one per example. A downward arrow beside each column and a box below it hold the column's largest value: 5.1, 2.0 and 1005.1. To the right, the matrix of probabilities, each column with a box below that says its sum is 1.](picture:columns)
#
# *Look at the direction of the arrows. In NumPy, `axis=0` is "down each column": `Z.max(axis=0)` has one number per column.*

# %% [markdown]
# ### Exercise: `softmax`
# Write softmax for a matrix `Z` of shape `(K, m)`, one example per column, and also for a single column given as an array of shape `(K,)`. No overflow warning and no `nan` for $\lvert z \rvert$ up to $10^4$. Leave `Z` as it is.
#
# <details><summary>Hint: a nudge</summary>
#
# Three steps: take away, raise $e$ to it, divide. Two of them need one number per column. What shape does that number-per-column have, and does it line up with the columns of `Z`?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# `Z.max(axis=0)` has shape `(m,)`, and NumPy lines an array of shape `(m,)` up with the columns of a `(K, m)` matrix. The sum works the same way. For `Z` of shape `(K,)`, `axis=0` is its only axis, so the same lines do for both. The largest value of the whole matrix is not good enough: a column far below it would become $0/0$.
#
# </details>


# %% nbgrader={"grade_id": "softmax", "solution": true}
def softmax(Z):
    """Turn each column of scores into probabilities.

    In:  Z, shape (K, m), one example per column; or (K,), a single column. It is not changed.
    Out: the same shape as Z; each column is positive and adds up to 1.
    No overflow warning for |z| up to 1e4.

    Example: softmax(np.array([0.0, 0.0])) is array([0.5, 0.5]).
    """
    ### BEGIN SOLUTION
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_softmax", "grade": true, "points": 1}
Z = np.array([[1.0, 0.0], [2.0, 0.0], [3.0, 0.0]])  # three classes, two examples
got = softmax(Z)
assert np.shape(got) == (3, 2), f"Shape (3, 2) went in; shape {np.shape(got)} came out."
assert np.allclose(got.sum(axis=0), 1), f"Columns add up to 1; yours add up to {got.sum(axis=0)}."
want = [0.090031, 0.244728, 0.665241]  # e¹, e², e³ = 2.718, 7.389, 20.086, divided by their sum 30.193
assert np.allclose(got[:, 0], want, atol=1e-6), f"The scores 1, 2, 3 give {want}; yours: {got[:, 0]}."
assert np.allclose(got[:, 1], 1 / 3), f"Three equal scores give 1/3 each; yours: {got[:, 1]}."
got = softmax(np.array([1.0, 2.0, 3.0]))  # the first column alone
assert np.shape(got) == (3,), f"Shape (3,) went in; shape {np.shape(got)} came out."
assert np.allclose(got, want, atol=1e-6), f"A column alone gives the same numbers; yours: {got}."

# %% nbgrader={"grade_id": "grade_softmax", "grade": true, "points": 1}
# Hidden tests for `softmax` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("02-activations", "softmax", softmax)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `class_probabilities`
# The probabilities of cat, dog, frog and car, for the scores 5.1, 3.2, −1.7 and −2.0, in this order: an array of shape `(4,)`. Let your code compute them, to full precision. The rounded numbers 0.87, 0.13, 0.00, 0.00 add up to 1 as well, but say that a frog is impossible, which is not what the network said.
#
# <details><summary>Hint: a nudge</summary>
#
# The four scores form a single column.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Put the four scores into an array with `np.array([…])` and hand it to the function you wrote last. Do not round what comes back.
#
# </details>

# %% nbgrader={"grade_id": "class_probabilities", "solution": true}
# The form: class_probabilities = …an array of shape (4,): cat, dog, frog, car
### BEGIN SOLUTION
class_probabilities = softmax(np.array([5.1, 3.2, -1.7, -2.0]))
### END SOLUTION

# %% nbgrader={"grade_id": "check_class_probabilities", "grade": true, "points": 1}
got = class_probabilities
assert np.shape(got) == (4,), f"Four classes, so shape (4,); yours has shape {np.shape(got)}."
assert np.isclose(sum(got), 1, atol=1e-6), f"Probabilities add up to 1; yours add up to {sum(got)}."
assert np.allclose(got, [0.87, 0.13, 0, 0], atol=0.005), f"To two digits: 0.87, 0.13, 0, 0; yours: {got}."

# %% nbgrader={"grade_id": "grade_class_probabilities", "grade": true, "points": 1}
# Hidden tests for `class_probabilities` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("02-activations", "class_probabilities", class_probabilities)
### END HIDDEN TESTS

# %% [markdown]
# ### Two classes: the sigmoid again
#
# With two classes, "yes" with score $z_1$ and "no" with score $z_2$, we have met two ways to a probability: softmax over both scores, or a sigmoid. Do they disagree? They do not, and the reason is that softmax only looks at gaps: with two classes there is only one.
#
# | the line | the reason |
# | --- | --- |
# | $a_1 = \dfrac{e^{z_1}}{e^{z_1} + e^{z_2}}$ | definition of softmax, $K = 2$ |
# | $\phantom{a_1} = \dfrac{e^{z_1} / e^{z_1}}{e^{z_1} / e^{z_1} + e^{z_2} / e^{z_1}}$ | divide top and bottom by $e^{z_1}$ |
# | $\phantom{a_1} = \dfrac{1}{1 + e^{z_2 - z_1}}$ | $e^{u} / e^{v} = e^{u - v}$ |
# | $\phantom{a_1} = \dfrac{1}{1 + e^{-(z_1 - z_2)}}$ | take the minus out |
# | $\phantom{a_1} = \sigma(z_1 - z_2)$ | definition of $\sigma$ |
#
# So a yes-or-no network needs one output neuron with a sigmoid, not two with a softmax: the single $z$ plays the part of the gap. The next cell tries it with your functions, for the scores 3 and 1.

# %%
print("softmax of the scores 3 and 1:", softmax(np.array([3.0, 1.0])))
print(f"sigmoid of the gap 2:           {sigmoid(2.0):.4f}")

# %% [markdown]
# ## 7. Which one to start with
#
# | activation | range | slope | where | watch for |
# | --- | --- | --- | --- | --- |
# | ReLU | 0 to ∞ | 0 or 1 | hidden layers: **start here** | dead neurons |
# | leaky ReLU | −∞ to ∞ | 0.01 or 1 | hidden layers, when many ReLUs die | one more number to choose |
# | tanh | −1 to 1 | up to 1, near 0 at the ends | hidden layers of small networks | saturation |
# | sigmoid | 0 to 1 | up to ¼, near 0 at the ends | output: yes or no; one per label when several may hold at once | saturation; avoid in hidden layers |
# | softmax | 0 to 1, columns add up to 1 | depends on the whole column | output: exactly one of $K$ classes | overflow; the axis |
# | identity, $a = z$ | −∞ to ∞ | 1 | output: any number, such as a price | hidden layers collapse |
#
# Two questions decide nearly every case. For the output layer: what does the answer mean? For hidden layers: ReLU, until something speaks against it.

# %% [markdown]
# ## 8. All of them, moving
#
# The curves below are drawn by **your** functions; their slopes are drawn with them. (With 0.01, the left side of leaky ReLU lies almost on the axis: read its numbers.) Move the point $z$ by the slider, by dragging it, or with the arrow keys. Three things to try:
#
# 1. Put the point at $z = 0$ and read the slopes of sigmoid and tanh. Then move to the right until each has fallen below 0.01. Which one saturates first, and at which $z$?
# 2. Cross 0 from right to left, slowly. What happens to the slopes of ReLU and of leaky ReLU? At which of the two would you still notice, from the output, that $z$ moves?
# 3. Read the sigmoid at $z = 2$ and tanh at $z = 1$. Does $\tanh(z) = 2\,\sigma(2z) - 1$ hold for what you read?

# %%
from course.figures import activations as activation_figure

activation_figure.explore(
    functions={
        "sigmoid": sigmoid,
        "tanh": tanh,
        "relu": relu,
        "leaky_relu": leaky_relu,
    }
)

# %% [markdown]
# <details><summary>What you should have found</summary>
#
# 1. At 0 the slopes are 0.25 and 1. tanh starts steeper and saturates first: its slope falls below 0.01 at about $z = 3.0$, the sigmoid's at about $z = 4.6$.
# 2. ReLU's slope jumps from 1 to 0, leaky ReLU's from 1 to 0.01. On the left, ReLU's output stays at 0 wherever $z$ goes; leaky ReLU's still moves, a hundredth as much as $z$. At 0 itself there is a corner; the figure gives the slope to its left and the slope to its right.
# 3. $\sigma(2) = 0.88$ and $2 \cdot 0.88 - 1 = 0.76$, which is $\tanh(1)$.
#
# </details>

# %% [markdown]
# ## 9. Questions
#
# **q1.** On every example, the $z$ of one hidden neuron lies between −12 and −8. A nudge to its weights raises every $z$ by 0.1. With which activation does the neuron's output change the most?
#
# - **a** sigmoid
# - **b** tanh
# - **c** ReLU
# - **d** leaky ReLU with slope 0.01
#
# **q2.** Ten layers of 64 neurons with weights and biases, every activation the identity, $a = z$. What can this network compute that a single layer with the identity cannot?
#
# - **a** nothing
# - **b** XOR, because it has hidden layers
# - **c** curved functions, because it has far more weights
# - **d** functions that do not pass through the origin, because its biases add up

# %% [markdown]
# **q3.** A network has two softmax outputs, with the score 1.5 for "no" and the score 4.0 for "yes". The probability of "yes" is $\sigma(t)$ for one number $t$. What is $t$? (Give $t$, not $\sigma(t)$.)

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": "…a letter…", "q2": "…a letter…", "q3": …a number…}
### BEGIN SOLUTION
answers = {"q1": "d", "q2": "a", "q3": 2.5}
### END SOLUTION

# %% nbgrader={"grade_id": "check_questions", "grade": true, "points": 0}
assert isinstance(answers, dict), "`answers` should be a dict, as in the form above."
assert set(answers) == {"q1", "q2", "q3"}, f"The names are q1, q2 and q3; yours are {list(answers)}."
for q in ("q1", "q2"):
    assert str(answers[q]).strip().lower() in ("a", "b", "c", "d"), f"{q} is a letter from a to d."
assert isinstance(answers["q3"], (int, float)), "q3 is a number, without quotation marks."

# %% nbgrader={"grade_id": "grade_questions", "grade": true, "points": 3}
# Your answers are graded here.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("02-activations", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **Overflow, seen as `inf` or `nan` far away.** A `nan` in the cost is often an $e^{z}$ in an activation. Write exponents that are never positive.
# - **`np.where` with two formulas.** It computes both for every entry, and picks afterwards: the warning comes from the one not picked.
# - **Softmax along the wrong axis.** Then rows add up to 1. With examples in columns, check the sums with `axis=0`.
# - **One maximum for the whole matrix.** A column 1000 below it turns into $0/0$.
# - **Changing `z` in place**, as in `z[z < 0] = 0`. The way back needs the old `z`; return a new array.
# - **No activation between layers.** The network runs and learns, and is no better than one layer.
# - **Activating twice**, as in `sigmoid(softmax(Z))`: the columns no longer add up to 1.
# - **Saturated or dead neurons**: nothing fails, learning only slows down or stops. Look at the values of $z$.

# %% [markdown]
# ## Where this leads
#
# You have measured slopes by taking a step of 0.1 and looking at the rise. That is good for seeing, and not good enough for learning: a network asks for millions of slopes, and wants them exact. **Lesson 03** gets them from the formula. The sigmoid's slope turns out to be made of the sigmoid itself, and the quarter that you saw at $z = 0$ is the most it can ever be.
