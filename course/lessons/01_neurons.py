# %% [markdown]
# # 01 · Neurons
# Time: 50 minutes · Points: 15 · Builds on: school algebra, a little Python
#
# After this you can work out by hand what an artificial neuron answers, write one in NumPy for one example and for thousands at once, find weights that make it an AND or an OR, prove that no single neuron can do XOR, and stack neurons into the layers that every later lesson is made of. Nothing learns yet: here you choose the numbers yourself, so that from lesson 05 on you know what is being learnt.

# %% [markdown]
# ## How the exercises work
#
# Where a cell says `YOUR CODE HERE`, delete the line that raises `NotImplementedError` and write your own. Run the cell, then run the check below it: if nothing appears, it passed. If something does, the last line says what was tried and what was expected.
#
# A second, hidden test follows each check; it tries your code on many more inputs when your work is graded. On your own machine, `course check 01-neurons` in a terminal runs both kinds and tells you what to think about next (save the notebook first); nbgrader's **Validate** button runs the checks you can see.

# %% nbgrader={"grade_id": "given_imports", "locked": true}
import numpy as np

# %% [markdown]
# ## A question with two answers
#
# A greenhouse has two instruments. One reads the warmth, $x_1$: 0 is cool, 1 is warm, 2 is hot. The other reads the wind, $x_2$: 0 is still, 1 is a breeze, 3 is a storm. Should the roof window be open?
#
# Warmth speaks for it, wind speaks against it, and when in doubt the window stays shut. To decide, the three have to be put on one scale: how much does each count?
#
# An artificial **neuron** does this weighing. It has one number for each input that says how much that input counts, and one more number for its own leaning. It adds everything up, and answers "yes" if the total is above zero.

# %% [markdown]
# ![One neuron as a diagram. On the left the inputs x1 = 1.5 and x2 = 0.5; arrows with the weights w1 = 2 and w2 = −1 lead to a circle with a sum sign, which the bias b = −1 enters from below. Out comes z = 1.5; it goes through a box g and leaves as the activation a = 1.](picture:anatomy)
#
# *Follow the numbers from left to right. Each arrow on the left multiplies; the circle adds; the box decides.*
#
# The idea is borrowed from nerve cells, which gather signals from many others, some exciting and some calming, and fire when enough has come together. The artificial neuron keeps these three things, strengths, a sum and a threshold, and drops everything else a living cell does.

# %% [markdown]
# ## The weighted sum
#
# The number that says how much an input counts is its **weight**, $w$. Here $w_1 = 2$: every step of warmth adds 2. And $w_2 = -1$: every step of wind takes 1 away.
#
# The neuron's own leaning is its **bias**, $b$. Here $b = -1$: with no warmth and no wind the total is $-1$, so the window stays shut.
#
# On a warm day with little wind, $x_1 = 1.5$ and $x_2 = 0.5$, the total is
#
# $$2 \cdot 1.5 + (-1) \cdot 0.5 + (-1) = 3 - 0.5 - 1 = 1.5 .$$
#
# This total is the **weighted sum**, $z$. It is above zero: open the window.

# %% [markdown]
# With $n$ inputs instead of two, count them with an index $j$:
#
# $$z = w_1 x_1 + w_2 x_2 + \dots + w_n x_n + b = \sum_{j=1}^{n} w_j x_j + b .$$
#
# The sign $\sum_{j}$ says "add this up for every $j$". The bias stands outside the sum: it is added **once**, not once for every input.
#
# **Before you go on:** the same warm day, but with a storm, $x_2 = 2.5$. What is $z$? And for $x_1 = 1$, $x_2 = 1$? (Both appear in the table further down.)

# %% [markdown]
# ### Exercise: `weighted_sum`
#
# Write $z = \sum_j w_j x_j + b$ for one neuron and one example. `w` and `x` are arrays of the same shape `(n,)`, for any `n`; `b` is a number.
#
# <details><summary>Hint: a nudge</summary>
#
# For two NumPy arrays of one shape, `w * x` multiplies entry by entry. What is still missing?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Two steps: add up the n products to get one number, then add the bias to it. A loop is fine; NumPy also has functions that sum an array, or that multiply and sum in one go.
#
# </details>


# %% nbgrader={"grade_id": "weighted_sum", "solution": true}
def weighted_sum(w, x, b):
    """Return z = Σ_j w_j x_j + b, the weighted sum of one neuron for one example.

    w: array (n,), one weight per input    x: array (n,), one example    b: float, the bias
    Returns a float: weighted_sum(np.array([2.0, -1.0]), np.array([1.5, 0.5]), -1.0) is 1.5
    """
    ### BEGIN SOLUTION
    return np.sum(w * x) + b
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_weighted_sum", "grade": true, "points": 1}
z = weighted_sum(np.array([2.0, -1.0]), np.array([1.5, 0.5]), -1.0)
assert z is not None, "Nothing came back. Is there a return line?"
assert np.ndim(z) == 0, f"z is one number; yours has shape {np.shape(z)}. Are the products added up?"
assert np.isclose(z, 1.5), f"2·1.5 + (−1)·0.5 + (−1) = 1.5, and weighted_sum gave {z}."
z = weighted_sum(np.array([1.0, 0.0, -3.0]), np.array([4.0, 9.0, 1.0]), 2.0)
assert np.isclose(z, 3.0), f"Three inputs: 1·4 + 0·9 + (−3)·1 + 2 = 3, and weighted_sum gave {z}."

# %% nbgrader={"grade_id": "grade_weighted_sum", "grade": true, "points": 1}
# Hidden tests for `weighted_sum` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("01-neurons", "weighted_sum", weighted_sum)
### END HIDDEN TESTS

# %% [markdown]
# ## To fire or not to fire
#
# The weighted sum is a number; the window wants a yes or a no. The last part of a neuron turns one into the other. It is called the **activation function**, $g$, and what comes out is the **activation**, $a$:
#
# $$a = g(z) .$$
#
# In this lesson $g$ is the **step**: 1 when $z > 0$ (the neuron *fires*), else 0 (it is *quiet*).
#
# ![The step function: a is 0 for all z up to and including 0, and 1 for all z above 0.](picture:firing)
#
# *Look at z = 0: the filled dot says that the step is 0 there. Being exactly undecided counts as quiet.*

# %% [markdown]
# Here are four moments in the greenhouse. Cover the last two columns and fill them in yourself first.
#
# | moment | $x_1$ | $x_2$ | $z = 2x_1 - x_2 - 1$ | $a$ |
# | --- | --- | --- | --- | --- |
# | 1, a mild noon | 1.5 | 0.5 | 3 − 0.5 − 1 = 1.5 | 1 |
# | 2, a storm | 1.5 | 2.5 | 3 − 2.5 − 1 = −0.5 | 0 |
# | 3, early morning | 0 | 0 | 0 − 0 − 1 = −1 | 0 |
# | 4, a breezy day | 1 | 1 | 2 − 1 − 1 = 0 | 0 |
#
# The bias is a threshold in disguise. $2x_1 - x_2 - 1 > 0$ says the same as $2x_1 - x_2 > 1$: the evidence has to be **more than** $-b$. A larger bias is a lower threshold, so the neuron fires more readily.


# %% nbgrader={"grade_id": "given_step", "locked": true}
def step(z):
    """Return 1.0 where z > 0 (the neuron fires), else 0.0; z is a number or an array."""
    return 1.0 * (np.asarray(z) > 0)


# %% [markdown]
# ### Exercise: `neuron`
#
# Write $a = g(z)$ for one example. The activation function `g` is an argument: your neuron must use whichever function it is given, since lesson 02 will put others in the place of `step`.
#
# <details><summary>Hint: a nudge</summary>
#
# Functions are values in Python: `g` can be called like any other function.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# You wrote the weighted sum above. Hand what it returns to `g`, and return what `g` answers.
#
# </details>


# %% nbgrader={"grade_id": "neuron", "solution": true}
def neuron(w, x, b, g):
    """Return a = g(z), the activation of one neuron for one example, where z is its weighted sum.

    w: array (n,)    x: array (n,)    b: float
    g: activation function of a number or an array, such as step
    Returns a float: neuron(np.array([2.0, -1.0]), np.array([1.5, 0.5]), -1.0, step) is 1.0
    """
    ### BEGIN SOLUTION
    return g(weighted_sum(w, x, b))
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_neuron", "grade": true, "points": 1}
w, b = np.array([2.0, -1.0]), -1.0
a = neuron(w, np.array([1.5, 0.5]), b, step)
assert np.ndim(a) == 0, f"a is one number; yours has shape {np.shape(a)}."
assert a == 1, f"z = 3 − 0.5 − 1 = 1.5 is above zero, so the neuron fires: 1. Yours gave {a}."
a = neuron(w, np.array([1.5, 2.5]), b, step)
assert a == 0, f"z = 3 − 2.5 − 1 = −0.5 is below zero, so the neuron is quiet: 0. Yours gave {a}."
a = neuron(w, np.array([1.5, 2.5]), b, abs)
assert a == 0.5, f"With g = abs, a is |−0.5| = 0.5; yours gave {a}. Does it use the g it is given?"

# %% nbgrader={"grade_id": "grade_neuron", "grade": true, "points": 1}
# Hidden tests for `neuron` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("01-neurons", "neuron", neuron)
### END HIDDEN TESTS

# %% [markdown]
# **Predict, then run:** the same four moments, once with `step` and once with `np.tanh`, a smooth function that runs from −1 to 1 and is 0 at 0. The step gives 0 to three of them. To which of the three will `tanh` give 0 as well?

# %%
moments = [(1.5, 0.5), (1.5, 2.5), (0.0, 0.0), (1.0, 1.0)]
for x1, x2 in moments:
    x = np.array([x1, x2])
    fired = neuron(np.array([2.0, -1.0]), x, -1.0, step)
    smooth = neuron(np.array([2.0, -1.0]), x, -1.0, np.tanh)
    print(f"warmth {x1}, wind {x2}:  step {fired:.0f}   tanh {smooth:+.2f}")

# %% [markdown]
# Only to the breezy day, where $z = 0$. It also tells the storm (−0.46) from the early morning (−0.76): three moments, three answers, where the step had one. The step throws away how far $z$ is from zero. Lesson 02 is about what is gained by keeping it.

# %% [markdown]
# ## Many examples at once: one column each
#
# Four moments meant four calls. A data set has thousands of examples, and NumPy is fast when it gets them all in one array. So a convention is needed, and the whole course keeps it: **one example per column**.
#
# The number of examples is $m$. The table of inputs is the matrix $X$, with a row for each input and a column for each example, so its shape is $(n, m)$. A raised $(i)$ in round brackets means "of example $i$": $x^{(2)}$ is the second column, the storm.
#
# ![The row w = (2, −1) times the matrix X with two rows and four columns, plus the bias −1, gives a row of four weighted sums: 1.5, −0.5, −1, 0. The second column of X and the second sum are shaded.](picture:one_column_each)
#
# *Cover all columns but the shaded one: what is left is the single neuron from before. The other columns do not take part in its sum.*

# %% [markdown]
# NumPy's `@` multiplies along one axis and adds up. But along which? Here are two inputs and two examples, with weights chosen so that you can see in the result what was multiplied with what. The first **column** is the first example: 1 and 3.
#
# **Predict, then run:** work out $z^{(1)} = 1 \cdot 1 + 10 \cdot 3$ and $z^{(2)}$ by hand. Which of the two lines is right, and what has the other one added up?

# %%
w_demo = np.array([1.0, 10.0])
X_demo = np.array([[1.0, 2.0], [3.0, 4.0]])
print("w @ X =", w_demo @ X_demo)
print("X @ w =", X_demo @ w_demo)

# %% [markdown]
# Neither line stopped with an error: with as many examples as inputs, the shapes fit both ways. A wrong answer that looks fine is the worst kind, so compare with one column by hand whenever you write such a product.
#
# With a different number of examples the wrong order is caught. Here are two inputs again, and four examples. Read NumPy's message from its end: that is where it names the two sizes that do not fit.

# %%
X_greenhouse = np.array([[1.5, 1.5, 0.0, 1.0], [0.5, 2.5, 0.0, 1.0]])
try:
    X_greenhouse @ w_demo
except ValueError as problem:
    print(f"shapes {X_greenhouse.shape} and {w_demo.shape} do not fit:\n{problem}")

# %% [markdown]
# ### Exercise: `neuron_batch`
#
# Write one neuron for $m$ examples: $a^{(i)} = g\big(\sum_j w_j x_j^{(i)} + b\big)$ for every column $i$ of `X`. The result is an array of shape `(m,)`, one activation for each example.
#
# <details><summary>Hint: a nudge</summary>
#
# `w` has shape `(n,)`, `X` has shape `(n, m)`, and the result should have shape `(m,)`. In a product with `@`, the two axes that touch are the ones that are summed away.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# First a row of m weighted sums. Then the bias, one number, which NumPy adds to each of them. Then `g`, which takes whole arrays: one call is enough.
#
# </details>


# %% nbgrader={"grade_id": "neuron_batch", "solution": true}
def neuron_batch(w, X, b, g):
    """Return the activations of one neuron for m examples at once.

    w: array (n,)    X: array (n, m), one example per column    b: float
    g: activation function of a number or an array
    Returns an array (m,), one activation per example:
    neuron_batch(np.array([2.0, -1.0]), np.array([[1.5, 1.5], [0.5, 2.5]]), -1.0, step)
    is array([1., 0.])
    """
    ### BEGIN SOLUTION
    return g(w @ X + b)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_neuron_batch", "grade": true, "points": 1}
X = np.array([[1.5, 1.5, 0.0, 1.0], [0.5, 2.5, 0.0, 1.0]])
a = neuron_batch(np.array([2.0, -1.0]), X, -1.0, step)
assert np.shape(a) == (4,), f"4 examples give 4 activations, shape (4,); yours is {np.shape(a)}."
assert np.array_equal(a, [1, 0, 0, 0]), (
    f"z is 1.5, −0.5, −1 and 0: only the first is above zero, so 1, 0, 0, 0; yours gave {a}."
)
a = neuron_batch(np.array([1.0, 10.0]), np.array([[1.0, 2.0], [3.0, 4.0]]), 0.0, abs)
assert np.allclose(a, [31, 42]), f"Column by column: 1·1 + 10·3 = 31 and 1·2 + 10·4 = 42; yours gave {a}."

# %% nbgrader={"grade_id": "grade_neuron_batch", "grade": true, "points": 1}
# Hidden tests for `neuron_batch` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("01-neurons", "neuron_batch", neuron_batch)
### END HIDDEN TESTS

# %% [markdown]
# ## What one neuron can tell apart
#
# Two inputs are two coordinates, so every moment in the greenhouse is a point in a plane. For which points does the window neuron fire?
#
# ![The plane of warmth and wind. A straight line, 2 x1 − x2 − 1 = 0, rises steeply. Points below and to the right of it are shaded: there the neuron fires. The mild noon lies there, as a filled square; the storm and the early morning are open circles on the other side, and the breezy day lies on the line. An arrow labelled w = (2, −1) stands at a right angle to the line and points into the shaded side.](picture:decision_line)
#
# *A straight line parts "yes" from "no". The arrow, drawn with the two weights as its coordinates (and shortened to fit), stands at a right angle to the line and points to the side that fires.*

# %% [markdown]
# Both things in the picture, the straight line and the right angle, hold for every neuron with two inputs, whatever $g$ is. The border is where $z = 0$. First, why it is **straight**, and what the bias does (for $w_2 \neq 0$):
#
# | line | reason |
# | --- | --- |
# | $w_1 x_1 + w_2 x_2 + b = 0$ | the border: $z = 0$ |
# | $w_2 x_2 = -w_1 x_1 - b$ | take $w_1 x_1$ and $b$ to the other side |
# | $x_2 = -\frac{w_1}{w_2}\, x_1 - \frac{b}{w_2}$ | divide by $w_2$ |
#
# This is a straight line. Its slope, $-w_1 / w_2$, is made of weights alone; the bias appears only in where it crosses the $x_2$ axis. So **the weights turn the line; the bias only shifts it**.

# %% [markdown]
# Now the right angle. Our line runs one step right and two up: along the arrow (1, 2). A quarter turn of an arrow exchanges its coordinates and turns one sign: (1, 2) becomes (2, −1). That is $w$. Multiplied coordinate by coordinate and added, the two give $1 \cdot 2 + 2 \cdot (-1) = 0$, and a sum of 0 is the test for a right angle.
#
# In general, take any two points $p$ and $q$ on the border; the arrow from $q$ to $p$ runs along the line.
#
# | line | reason |
# | --- | --- |
# | $w_1 p_1 + w_2 p_2 + b = 0$ | $p$ is on the border |
# | $w_1 q_1 + w_2 q_2 + b = 0$ | $q$ is on the border |
# | $w_1 (p_1 - q_1) + w_2 (p_2 - q_2) = 0$ | subtract: the biases cancel |
#
# The last line says that $w$ is at a right angle to the arrow from $q$ to $p$, so to the whole line. And it points to the side that fires: walk from the border along $w$ itself, and $z$ grows from 0 to $w_1 \cdot w_1 + w_2 \cdot w_2$, a sum of squares, which is above 0 (unless both weights are 0, and then there is no line).
#
# With three inputs the line becomes a plane; with more, a flat surface nobody can draw. The algebra stays the same.

# %% [markdown]
# ## Try it: a neuron on the plane
#
# The figure below asks **your** `neuron` about a grid of points and marks where it fires (●) and where it does not (○). Sliders set $w_1$, $w_2$ and $b$; the probe (◆) is a point to drag, with its $w_1 x_1 + w_2 x_2 + b$ written out. A small table shows the answers at the four corners (0, 0), (0, 1), (1, 0), (1, 1).
#
# 1. **Shift and turn.** Set $w = (2, -1)$, $b = -1$, our window. Predict what raising $b$ to 1 does, then do it. Then change $w_1$ alone: what happens to the line now?
# 2. **Both, or at least one.** Set $w_1 = w_2 = 1$ and watch the corners. Find a bias at which (1, 1) **alone** fires. Then one at which all corners **but** (0, 0) fire. How much room has $b$ in each case?
# 3. **All signs turned.** Take your first answer of task 2 and turn the sign of all three numbers. Predict which corners fire now.

# %%
from course.figures import neuron as neuron_figure

neuron_figure.explore(neuron=neuron)

# %% [markdown]
# ## Neurons as logic gates
#
# If inputs are only ever 0 or 1, a plane has four points that matter: the corners of a square. Three questions about two such inputs have names:
#
# - **AND** fires when both inputs are 1.
# - **OR** fires when at least one input is 1.
# - **NAND** ("not and") fires unless both inputs are 1.
#
# ![Three squares, for AND, OR and NAND. Filled squares mark the corners that should fire: for AND the corner (1, 1) alone; for OR all but (0, 0); for NAND all but (1, 1). The others are open circles.](picture:gate_corners)
#
# *In each panel, lay a ruler between the filled squares and the open circles. Every ruler that parts them is a neuron.*

# %% [markdown]
# A neuron that is not in the exercise, as an example: "$x_1$ and not $x_2$", which fires at (1, 0) alone. $x_1$ speaks for it, so give it weight 1. $x_2$ speaks against it, so give it −1. Without a bias, $z$ at the four corners is
#
# | $x_1$ | $x_2$ | $x_1 - x_2$ | should fire |
# | --- | --- | --- | --- |
# | 0 | 0 | 0 | no |
# | 0 | 1 | −1 | no |
# | 1 | 0 | 1 | yes |
# | 1 | 1 | 0 | no |
#
# A threshold between 0 and 1 parts the yes from the noes: $b = -0.5$, say. Any $b$ above −1 and up to 0 would do as well: **many neurons give the same answers**.

# %% [markdown]
# ### Exercise: `gates`
#
# Find weights and a bias for each of the three gates. Each entry of the dictionary has the form `((w1, w2), b)`, and the neuron fires when $z > 0$. Any numbers that give the right answers are right.
#
# <details><summary>Hint: a nudge</summary>
#
# Task 2 in the figure gives you two of them. For each gate, write down z at the four corners, as in the table above.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# With equal weights, z depends only on how many inputs are 1: none, one or two. Place the threshold between the counts that should be quiet and those that should fire. NAND is the opposite of AND: what happens to "above zero" when every sign is turned? Choose numbers that keep the corners off the line itself.
#
# </details>

# %% nbgrader={"grade_id": "gates", "solution": true}
# With your numbers for w1, w2 and b:
# gates = {"AND": ((w1, w2), b), "OR": ((w1, w2), b), "NAND": ((w1, w2), b)}
### BEGIN SOLUTION
gates = {
    "AND": ((1.0, 1.0), -1.5),
    "OR": ((1.0, 1.0), -0.5),
    "NAND": ((-1.0, -1.0), 1.5),
}
### END SOLUTION

# %% nbgrader={"grade_id": "check_gates", "grade": true, "points": 1}
assert set(gates) == {"AND", "OR", "NAND"}, f"The keys are AND, OR and NAND; yours: {sorted(gates)}."
for name, numbers in gates.items():
    assert np.shape(numbers[0]) == (2,), f"{name}: two weights and a bias, written ((w1, w2), b)."
(w1, w2), b = gates["AND"]
for x1, x2, wanted in [(0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1)]:
    z = w1 * x1 + w2 * x2 + b
    verdict = "fires" if z > 0 else "is quiet"
    assert (z > 0) == wanted, f"AND at ({x1}, {x2}) {verdict}: z = {z}, and {wanted} is wanted."

# %% nbgrader={"grade_id": "grade_gates", "grade": true, "points": 1}
# Hidden tests for `gates` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("01-neurons", "gates", gates)
### END HIDDEN TESTS

# %% [markdown]
# The next cell gives you a function that runs a gate of yours, and the one after it prints all three tables. The check above looked at AND only: compare OR and NAND with the definitions yourself.


# %% nbgrader={"grade_id": "given_run_gate", "locked": true}
def run_gate(name, x1, x2):
    """Return what one of your gates answers, 0 or 1: run_gate("AND", 1, 1) should be 1."""
    (w1, w2), b = gates[name]
    return int(step(w1 * x1 + w2 * x2 + b))


# %%
print("x1 x2  AND OR NAND")
for x1, x2 in [(0, 0), (0, 1), (1, 0), (1, 1)]:
    fired = [run_gate(name, x1, x2) for name in ("AND", "OR", "NAND")]
    print(f" {x1}  {x2}    {fired[0]}  {fired[1]}    {fired[2]}")

# %% [markdown]
# ## The question one neuron cannot answer
#
# **XOR**, "exclusive or", fires when **exactly one** of its inputs is 1. Its filled squares sit on one diagonal, its open circles on the other. Go back to the figure for a minute and try to find its weights.
#
# ![Three copies of the XOR square: filled squares at (0, 1) and (1, 0), open circles at (0, 0) and (1, 1). In each, a line with the side that fires shaded, and crosses on the corners it gets wrong. The first line lets (1, 1) fire as well; the second lets (0, 0) fire; the third, upright, lets (1, 1) fire and keeps (0, 1) quiet.](picture:xor_corners)
#
# *Shaded is where the neuron fires; a cross marks a corner with the wrong answer. Every line you try leaves at least one cross.*
#
# That three lines fail proves nothing: there are endlessly many others. Four short inequalities rule out all of them at once.

# %% [markdown]
# Suppose some $w_1$, $w_2$, $b$ did it. Then each corner tells us something about them:
#
# | corner | should be | so |
# | --- | --- | --- |
# | (0, 0) | quiet | $b \le 0$ |
# | (1, 1) | quiet | $w_1 + w_2 + b \le 0$ |
# | (1, 0) | fires | $w_1 + b > 0$ |
# | (0, 1) | fires | $w_2 + b > 0$ |
#
# Now add them in pairs. Both pairs have the same sum, and that is the trouble:
#
# | line | reason |
# | --- | --- |
# | $w_1 + w_2 + 2b \le 0$ | add the first two: two numbers that are not above 0 |
# | $w_1 + w_2 + 2b > 0$ | add the last two: two numbers above 0 |
#
# One number cannot be both. So there are no such weights: **no single neuron computes XOR**, however long anybody searches.

# %% [markdown]
# ## Two layers can
#
# In words, XOR is "at least one, but not both". *At least one* is OR. *Not both* is NAND. And *but* is AND: both have to hold. So three neurons do what one cannot, if two of them answer first and the third reads their answers, $h_1$ and $h_2$.
#
# ![A network: the inputs x1 and x2 both lead to a neuron OR and to a neuron NAND, the first layer. Their outputs h1 and h2 lead to a neuron AND, the second layer, whose output is XOR.](picture:xor_network)
#
# | $x_1$ | $x_2$ | $h_1$ = OR | $h_2$ = NAND | AND of $h_1$, $h_2$ |
# | --- | --- | --- | --- | --- |
# | 0 | 0 | 0 | 1 | 0 |
# | 0 | 1 | 1 | 1 | 1 |
# | 1 | 0 | 1 | 1 | 1 |
# | 1 | 1 | 1 | 0 | 0 |

# %% [markdown]
# ### Exercise: `xor`
#
# Build XOR from your three gates with `run_gate`, wired as in the network above. Return an `int`, 0 or 1.
#
# <details><summary>Hint: a nudge</summary>
#
# Which gates read `x1` and `x2`? Which one does not?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Keep the two answers of the first layer under names, such as `h1` and `h2`. The gate of the second layer gets these in the place of `x1` and `x2`.
#
# </details>


# %% nbgrader={"grade_id": "xor", "solution": true}
def xor(x1, x2):
    """Return 1 if exactly one of x1 and x2 is 1, else 0, using your three gates.

    x1, x2: 0 or 1
    Returns an int: xor(1, 0) is 1, xor(1, 1) is 0
    """
    ### BEGIN SOLUTION
    return run_gate("AND", run_gate("OR", x1, x2), run_gate("NAND", x1, x2))
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_xor", "grade": true, "points": 1}
assert xor(0, 1) == 1, f"Exactly one input is 1, so xor(0, 1) is 1; yours gave {xor(0, 1)}."
assert xor(1, 1) == 0, f"Both inputs are 1, so xor(1, 1) is 0; yours gave {xor(1, 1)}."
assert isinstance(xor(0, 1), (int, np.integer)), f"The answer is an int; yours is a {type(xor(0, 1)).__name__}."

# %% nbgrader={"grade_id": "grade_xor", "grade": true, "points": 1}
# Hidden tests for `xor` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("01-neurons", "xor", xor)
### END HIDDEN TESTS

# %% [markdown]
# Where did the impossibility go? The proof still holds: the AND neuron at the end draws one straight line, as ever. But it no longer draws it in the plane of $x_1$ and $x_2$.
#
# ![Two squares. On the left, what the first layer reads: XOR's filled squares on one diagonal, open circles on the other. On the right, what the second layer reads, with h1 = OR across and h2 = NAND upwards: (0, 0) has gone to (0, 1), (1, 1) has gone to (1, 0), and both filled squares now sit on (1, 1). One slanted line parts them from the circles.](picture:xor_folded)
#
# *Find the two filled squares of the left panel in the right one: they have landed on the same point. The first layer has moved the points so that one line is enough.*
#
# This is what layers are for. Each one hands the next a new picture of the same examples. Here you chose that picture; backpropagation will let a network find it.

# %% [markdown]
# ## A layer is a stack of neurons
#
# Back to the greenhouse. Two more decisions read the same two instruments: a **heater** (on when it is cool, sooner in wind) and a **shutter** (closed in strong wind). Each is a neuron with two weights and a bias of its own.
#
# ![On the left, the inputs warmth and wind lead to three neurons: 1 window, 2 heater, 3 shutter. On the right each neuron's numbers, drawn with the same line style as its arrows: window, weights 2 and −1, bias −1; heater, weights −2 and 0.5, bias 1; shutter, weights 0 and 1, bias −2. Stacked, the weights form W of shape (3, 2) and the biases b of shape (3, 1).](picture:stack)
#
# *Each neuron is one row. Row 1 of W is the window's weights, as before; column 1 holds what all three make of the warmth.*
#
# $W$ has a row for every neuron and a column for every input: **row $r$ of $W$ holds the weights of neuron $r$**. Its shape reads "to, from": 3 neurons from 2 inputs is $(3, 2)$.

# %% [markdown]
# Three neurons, four moments: twelve weighted sums. The matrix product computes them all in one go. Here is why, for neuron $r$ and example $i$; $Z$ is the matrix of all weighted sums.
#
# | line | reason |
# | --- | --- |
# | $Z_{ri} = \sum_j w_j x_j + b$ | the weighted sum, with $w$ and $b$ of neuron $r$ and $x$ of example $i$ |
# | $Z_{ri} = \sum_j W_{rj} \, X_{ji} + b_r$ | row $r$ of $W$ is neuron $r$; column $i$ of $X$ is example $i$ |
# | $Z_{ri} = (W X)_{ri} + b_r$ | definition of the matrix product: row $r$ times column $i$ |
# | $Z = W X + b$ | the same for all $r$ and $i$; $b_r$ is added all along row $r$ |
#
# Then the activation function goes over every entry: $A = g(Z)$. Row $r$ of $A$ belongs to neuron $r$, column $i$ to example $i$.

# %% [markdown]
# ![The product with numbers: W of shape (3, 2) times X of shape (2, 4) plus b of shape (3, 1) gives Z of shape (3, 4), with rows 1.5, −0.5, −1, 0; then −1.75, −0.75, 1, −0.5; then −1.5, 0.5, −2, −1. Row 2 of W, column 4 of X, the second bias and the entry of Z at row 2, column 4 are shaded.](picture:layer_product)
#
# *The 2s touch and vanish: (3, **2**) times (**2**, 4) gives (3, 4). Pick another entry of Z and work it out from its row and its column. Which entries will fire?*
#
# In the text, rows and columns count from 1, as in mathematics. NumPy counts from 0: row 2, column 4 is `Z[1, 3]`.

# %% [markdown]
# One trap before you write it. The bias must run **down** the rows of $Z$: one for each neuron, the same for all examples. NumPy stretches an array to fit another (it *broadcasts* it), starting from the **last** axis.
#
# **Predict, then run:** three biases 10, 20, 30 are added to a matrix of zeros, with 3 rows for three neurons. Once they have shape `(3,)`, once `(3, 1)`. In which result has each *row* its own bias?

# %%
b_flat = np.array([10.0, 20.0, 30.0])
try:
    np.zeros((3, 4)) + b_flat
except ValueError as problem:
    print("3 neurons, 4 examples, b of shape (3,):", problem)
print(f"3 neurons, 3 examples, b of shape (3,):\n{np.zeros((3, 3)) + b_flat}")
print(f"3 neurons, 3 examples, b of shape (3, 1):\n{np.zeros((3, 3)) + b_flat.reshape(3, 1)}")

# %% [markdown]
# With shape `(3,)` the biases lie down as a row: an error with 4 examples, and with 3 examples something worse, each *example* gets a bias. With shape `(3, 1)` they stand up as a column, and NumPy copies the column for every example. This is why $b$ has shape $(n_l, 1)$ all through the course ($n_l$ is the number of neurons in the layer).

# %% [markdown]
# ### Exercise: `layer`
#
# Write $A = g(WX + b)$ for a layer of neurons and $m$ examples. `W` is $(n_l, n_{\text{prev}})$, `X` is $(n_{\text{prev}}, m)$ and `b` is $(n_l, 1)$, where $n_{\text{prev}}$ is the number of inputs: what the previous layer hands over.
#
# <details><summary>Hint: a nudge</summary>
#
# Compare with `neuron_batch`. What has changed in the formula, and what has changed in the shapes?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Write the three shapes next to each other and see which axes touch. `b` arrives as a column, so broadcasting does the rest: no loop, no reshape, no transpose.
#
# </details>


# %% nbgrader={"grade_id": "layer", "solution": true}
def layer(W, X, b, g):
    """Return A = g(W X + b), the activations of a layer of n_l neurons for m examples.

    W: array (n_l, n_prev), row r holds the weights of neuron r
    X: array (n_prev, m), one example per column
    b: array (n_l, 1), one bias per neuron    g: activation function of an array
    Returns an array (n_l, m), row r is neuron r, column i is example i:
    layer(np.array([[2.0], [1.0]]), np.array([[1.0, 0.0, 3.0]]), np.array([[-1.0], [-2.0]]), step)
    is array([[1., 0., 1.], [0., 0., 1.]])
    """
    ### BEGIN SOLUTION
    return g(W @ X + b)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_layer", "grade": true, "points": 1}
W = np.array([[2.0, -1.0], [-2.0, 0.5], [0.0, 1.0]])
b = np.array([[-1.0], [1.0], [-2.0]])
X = np.array([[1.5, 1.5, 0.0, 1.0], [0.5, 2.5, 0.0, 1.0]])
A = layer(W, X, b, step)
assert np.shape(A) == (3, 4), f"3 neurons, 4 examples: shape (3, 4); yours has {np.shape(A)}."
for r, (row, wanted) in enumerate(zip(A, [[1, 0, 0, 0], [0, 0, 1, 0], [0, 1, 0, 0]], strict=True)):
    assert np.array_equal(row, wanted), f"Neuron {r + 1} should answer {wanted}; yours gave {row}."
A = layer(W, X, b, np.abs)
assert np.isclose(A[1, 3], 0.5), f"Row 2, column 4: |−2·1 + 0.5·1 + 1| = 0.5; yours gave {A[1, 3]}."

# %% nbgrader={"grade_id": "grade_layer", "grade": true, "points": 1}
# Hidden tests for `layer` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("01-neurons", "layer", layer)
### END HIDDEN TESTS

# %% [markdown]
# ## XOR again, all corners at once
#
# Your gates and your layer make a network. OR and NAND read the same inputs, so their weights are the rows of one matrix. AND is a layer of one neuron. What the first layer puts out, the second takes in.
#
# To tell the layers apart, a raised $[l]$ in **square** brackets means "of layer $l$": $W^{[1]}$ and $b^{[1]}$ belong to OR and NAND, $W^{[2]}$ and $b^{[2]}$ to AND. In code they are `W1`, `b1`, `W2`, `b2`.
#
# **Predict, then run:** which shapes will `H` and `A` have, for four examples? What will be in `A`?

# %%
X_corners = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
W1 = np.array([gates["OR"][0], gates["NAND"][0]])
b1 = np.array([[gates["OR"][1]], [gates["NAND"][1]]])
W2 = np.array([gates["AND"][0]])
b2 = np.array([[gates["AND"][1]]])

H = layer(W1, X_corners, b1, step)
A = layer(W2, H, b2, step)
for name, matrix in [("X", X_corners), ("H", H), ("A", A)]:
    print(f"{name}, shape {matrix.shape}:\n{matrix}")

# %% [markdown]
# That was a two-layer network, run on four examples at once. Does it need the step between the layers, or could the first layer hand on its bare weighted sums? It does need it: without a $g$ between them, two layers are worth one, and for XOR one is not enough. Lesson 02 begins with the reason.

# %% [markdown]
# ## The notation of this course
#
# Every lesson uses these signs. Those you have met today, and how they look with layers:
#
# | symbol | meaning | NumPy shape |
# | --- | --- | --- |
# | $m$, raised $(i)$ | number of examples; "of example $i$" | |
# | $L$, raised $[l]$ | number of layers (the inputs are layer 0); "of layer $l$" | |
# | $n_l$ | number of neurons in layer $l$ | |
# | $X = A^{[0]}$, $Y$ | inputs, and labels (the answers wanted); one example per **column** | `(n_0, m)`, `(n_L, m)` |
# | $W^{[l]}$, $b^{[l]}$ | weights (row $r$ = the weights of neuron $r$), biases | `(n_l, n_{l-1})`, `(n_l, 1)` |
# | $Z^{[l]}$, $A^{[l]}$ | weighted sums (the *linear part*), activations | `(n_l, m)` |
#
# And three you will meet later; come back here then:
#
# | symbol | meaning | NumPy shape |
# | --- | --- | --- |
# | $J$ | the cost: how wrong the network is, averaged over all examples | a number |
# | $dW$, $db$ | gradient of the **cost**: how $J$ changes with each weight and bias | as `W`, `b` |
# | $dZ$, $dA$ | gradient of the **loss of one example**, in that example's column | as `Z`, `A` |

# %% [markdown]
# ## Questions
#
# **q1.** A step neuron has the weights $w = (2, -1)$ and the bias $b = -1$. You multiply all three numbers by 10. What happens to its decision line, and to the points for which it fires?
#
# - **a** The line moves ten times as far from the origin; the neuron fires for fewer points.
# - **b** The line stays where it is; the neuron fires for the same points as before.
# - **c** The line becomes steeper; some points change sides.
# - **d** The line stays where it is, and the neuron fires for more points, since $z$ has grown.

# %% [markdown]
# **q2.** All inputs are 0 or 1. Which of these can **one** step neuron compute, with well-chosen weights and bias?
#
# - **a** Fire when exactly one of three inputs is 1.
# - **b** Fire when two inputs are equal to each other.
# - **c** Fire when at least two of three inputs are 1.
# - **d** Fire when the number of 1s among three inputs is odd.
#
# **q3.** A layer of 5 neurons reads 3 inputs. It is run on 100 examples at once. How many numbers, weights and biases together, does the layer consist of? Answer with a number.

# %% nbgrader={"grade_id": "questions", "solution": true}
# answers = {"q1": "a letter", "q2": "a letter", "q3": a number}
### BEGIN SOLUTION
answers = {"q1": "b", "q2": "c", "q3": 20}
### END SOLUTION

# %% nbgrader={"grade_id": "check_questions", "grade": true, "points": 0}
assert set(answers) == {"q1", "q2", "q3"}, f"The keys are q1, q2 and q3; yours: {sorted(answers)}."
for name in ("q1", "q2"):
    letter = str(answers[name]).strip().lower()
    assert letter in {"a", "b", "c", "d"}, f'{name}: answer with "a", "b", "c" or "d".'
assert isinstance(answers["q3"], (int, float)), "q3: answer with a number, without quotation marks."

# %% nbgrader={"grade_id": "grade_questions", "grade": true, "points": 3}
# Hidden tests for `questions` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("01-neurons", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **The bias is added once per input.** `np.sum(w * x + b)` adds it $n$ times. It belongs outside the sum.
# - **Rows and columns change places.** `X @ w` sums over examples. With $n = m$ no error warns you: test with a batch whose size differs from the number of inputs.
# - **`*` for `@`.** `w * x` multiplies entry by entry and adds nothing up; `@` multiplies and adds up. The course needs both, and lesson 09 turns on the difference.
# - **A flat bias.** `b` of shape `(3,)` lies along the examples; `(3, 1)` stands along the neurons.
# - **A corner on the line.** With $w = (1, 1)$ and $b = -1$ the corner (1, 0) has $z = 0$ and is quiet: a gate that works with $z \ge 0$ may fail with $z > 0$. Keep a margin.
# - **"The bias is the threshold."** It is minus the threshold: a *larger* bias makes firing *easier*.

# %% [markdown]
# ## Where this leads
#
# You chose every weight yourself, by looking at four corners. Nobody can do this for a network that reads 64 pixels, so the weights will have to be found from examples: nudge each weight a little, in the direction that makes the answer less wrong.
#
# The step stands in the way. Nudge a weight a little, and $z$ changes a little, but the step still answers 0 or 1, in almost every case the same as before. There is nothing to tell a good nudge from a bad one. **Lesson 02, Activations**, replaces the step by functions that respond to every nudge.
