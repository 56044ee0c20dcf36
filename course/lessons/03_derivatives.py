# %% [markdown]
# # 03 · Derivatives
#
# Time: 75 minutes · Points: 27 · Builds on: 02 Activations
#
# After this you can say what a derivative means in one number; measure one, and know how far to trust the measurement; carry gradients back through a computation graph by hand; derive the slope of the sigmoid with every line checked; write the slopes of tanh, ReLU, leaky ReLU and softmax; and say why a long product of such slopes vanishes.

# %% [markdown]
# From lesson 02 you need the activations, given in the next cell. They take a number or an array, treat every entry by itself (softmax: every column), and do not overflow.
#
# You need no calculus that you still remember: every rule is made here, from numbers. Have paper beside you; in section 5 you will want it. This lesson is one of the two longest: after section 5 is a good place for a break.

# %% nbgrader={"grade_id": "given_activations", "locked": true}
import numpy as np

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals


def sigmoid(z):
    return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


def tanh(z):
    return 2 * sigmoid(2 * z) - 1


def relu(z):
    return np.maximum(z, 0.0)


def softmax(z):
    powers = np.exp(z - np.max(z, axis=0))
    return powers / powers.sum(axis=0)


# %% [markdown]
# ## 1. Nudge it and see
#
# A network has a number that came out too large, and a thousand numbers that went in. Which of them should be changed, and which way? The question to ask of each is: **if I raise you a little, by how much does the result rise?**
#
# Start as small as possible. Two numbers, $a = 3$ and $b = 2$, go into a sum and into a product. Raise one of them by $0.1$:
#
# | | before | $a$ raised to 3.1 | $b$ raised to 2.1 |
# | --- | --- | --- | --- |
# | $c = a + b$ | $5$ | $5.1$, a rise of $0.1$ | $5.1$, a rise of $0.1$ |
# | $c = a \cdot b$ | $6$ | $6.2$, a rise of $0.2$ | $6.3$, a rise of $0.3$ |
#
# Divide each rise by the nudge of $0.1$. The sum answers with 1 and 1. The product answers with 2 and 3.

# %% [markdown]
# ![On the left, the sum as two bars laid end to end, of lengths 3 and 2; an orange piece of length 0.1 put onto the first makes the total 0.1 longer. On the right, the product as a rectangle 3 wide and 2 high, area 6. Making it 0.1 wider adds an upright orange strip of area 0.1 times 2 = 0.2. Making it 0.1 higher adds a flat blue strip of area 3 times 0.1 = 0.3. Where the strips cross there is a tiny corner.](picture:nudges)
#
# *In the product, compare the two strips: each is as long as the **other** side. The strips are drawn wider than 0.1, so that they can be seen.*
#
# So in a product, how much $a$ matters depends on $b$, and the other way round. In a sum, neither depends on the other.

# %% [markdown]
# This ratio, rise of the result divided by nudge, is the **derivative**. With several inputs there is one for each, always with the other inputs held still; then it is written with a curly d, and all of them together are called the **gradient** (a single one is often called a gradient, too):
#
# $$c = a + b: \quad \frac{\partial c}{\partial a} = 1, \quad \frac{\partial c}{\partial b} = 1 \qquad\qquad c = a \cdot b: \quad \frac{\partial c}{\partial a} = b, \quad \frac{\partial c}{\partial b} = a$$
#
# Read $\frac{\partial c}{\partial a}$ as "how much $c$ rises for each unit that $a$ rises". It is a **sensitivity**, with a sign: if it is negative, $c$ falls when $a$ rises.
#
# Keep these four for section 3. A weighted sum, the heart of every neuron, is made of nothing else.

# %% [markdown]
# ## 2. Slopes of curves, and how to measure them
#
# For sum and product, the size of the nudge made no difference to the ratio. For a curve it does. Take $f(z) = z^2$ at $z = 3$:
#
# | nudge $\varepsilon$ | $f(3 + \varepsilon)$ | rise | rise / nudge |
# | --- | --- | --- | --- |
# | $0.1$ | $9.61$ | $0.61$ | $6.1$ |
# | $0.01$ | $9.0601$ | $0.0601$ | $6.01$ |
# | $0.001$ | $9.006001$ | $0.006001$ | $6.001$ |
#
# The letter $\varepsilon$ (epsilon) stands for a small step. The smaller it is, the closer the ratio comes to 6. That number is the derivative of $z^2$ at 3, or the **slope** of the curve there; it is written $f'(3)$ or $\frac{df}{dz}$. Why 6?

# %% [markdown]
# The ratio can be worked out once for all $z$ and all $\varepsilon$:
#
# | the line | the reason |
# | --- | --- |
# | $\dfrac{f(z + \varepsilon) - f(z)}{\varepsilon} = \dfrac{(z + \varepsilon)^2 - z^2}{\varepsilon}$ | definition of $f$ |
# | $\phantom{\dfrac{f(z + \varepsilon) - f(z)}{\varepsilon}} = \dfrac{z^2 + 2 z \varepsilon + \varepsilon^2 - z^2}{\varepsilon}$ | multiply out the square |
# | $\phantom{\dfrac{f(z + \varepsilon) - f(z)}{\varepsilon}} = 2 z + \varepsilon$ | $z^2$ cancels; divide by $\varepsilon$ |
#
# At $z = 3$ this is $6 + \varepsilon$: the last column of the table, exactly. What is left as $\varepsilon$ shrinks to nothing is the slope, $f'(z) = 2z$. The $\varepsilon$ that is too much is the **error** of measuring with a finite step.

# %% [markdown]
# Can the measurement be better with the same step? The ratio above looks to the right only. A **central difference** looks to both sides: it takes the rise from $z - \varepsilon$ to $z + \varepsilon$, a step that is $2\varepsilon$ wide.
#
# ![The curve z cubed from 0.6 to 3.2, with the point (2, 8). A dashed line touches it there, slope 12. An orange chord from (2, 8) to (3, 27) is much steeper, slope 19. A blue chord from (1, 1) to (3, 27) runs nearly parallel to the touching line, slope 13.](picture:chords)
#
# *The curve $z^3$, and two ways to measure its slope at 2 with the large step $\varepsilon = 1$. A **chord** is the straight line between two points of a curve. Which of the two is more nearly parallel to the dashed line?*

# %% [markdown]
# How good are they, for $f(z) = z^3$? Multiply out the cube on either side:
#
# | the line | the reason |
# | --- | --- |
# | $(z + \varepsilon)^3 = z^3 + 3 z^2 \varepsilon + 3 z \varepsilon^2 + \varepsilon^3$ | multiply out |
# | $(z - \varepsilon)^3 = z^3 - 3 z^2 \varepsilon + 3 z \varepsilon^2 - \varepsilon^3$ | the same, with $-\varepsilon$ for $\varepsilon$ |
# | $\dfrac{(z + \varepsilon)^3 - z^3}{\varepsilon} = 3 z^2 + 3 z \varepsilon + \varepsilon^2$ | one-sided: $z^3$ cancels; divide by $\varepsilon$ |
# | $\dfrac{(z + \varepsilon)^3 - (z - \varepsilon)^3}{2 \varepsilon} = \dfrac{6 z^2 \varepsilon + 2 \varepsilon^3}{2 \varepsilon}$ | central: $z^3$ and $3 z \varepsilon^2$ cancel |
# | $\phantom{\dfrac{(z + \varepsilon)^3 - (z - \varepsilon)^3}{2 \varepsilon}} = 3 z^2 + \varepsilon^2$ | divide by $2 \varepsilon$ |
#
# What is left as $\varepsilon$ shrinks is the slope, $3z^2$, in both. The one-sided error is $3z\varepsilon + \varepsilon^2$, at $z = 2$ so $6\varepsilon + \varepsilon^2$; the central error is only $\varepsilon^2$.

# %% [markdown]
# In numbers, at $z = 2$, where the slope is $3 \cdot 2^2 = 12$:
#
# | $\varepsilon$ | one-sided | its error | central | its error |
# | --- | --- | --- | --- | --- |
# | $1$ | $19$ | $7$ | $13$ | $1$ |
# | $0.1$ | $12.61$ | $0.61$ | $12.01$ | $0.01$ |
# | $0.01$ | $12.0601$ | $0.0601$ | $12.0001$ | $0.0001$ |
#
# A ten times smaller step makes the one-sided error about **ten** times smaller, and the central one a **hundred** times. The same holds for every smooth curve: whatever bends it by the same amount on both sides, as $3 z \varepsilon^2$ does here, cancels in the difference. And it costs no more: two calls of $f$ in both cases.

# %% [markdown]
# ### Exercise: `numerical_derivative`
# Write the central difference: how much `f` rises from $z - \varepsilon$ to $z + \varepsilon$, divided by the width of that step. `f` is any function that takes a number or an array and treats every entry by itself; `z` is a number or an array of any shape. In code, $\varepsilon$ is the argument `eps`.
#
# <details><summary>Hint: a nudge</summary>
#
# Work $f(z) = z^2$ at $z = 3$ with $\varepsilon = 0.1$ on paper first. Between which two values of $z$ do you step, and how far apart are they?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Call `f` twice, once a little to the right and once a little to the left. Their difference belongs to a step from $z - \varepsilon$ to $z + \varepsilon$, so divide by the whole width of that step. Python works from left to right: `a / 2 * b` is `(a / 2) * b`. If the whole width is meant to be below the line, it needs brackets.
#
# </details>


# %% nbgrader={"grade_id": "numerical_derivative", "solution": true}
def numerical_derivative(f, z, eps=1e-5):
    """Estimate the slope of f at z by a central difference, entry by entry.

    In:  f, a function of a number or an array. z, a number or an array of any shape; it is not changed.
         eps, how far to step to either side.
    Out: the same shape as z (a number in, a number out).

    Example: numerical_derivative(lambda z: z**2, 3.0) is about 6.
    """
    ### BEGIN SOLUTION
    return (f(z + eps) - f(z - eps)) / (2 * eps)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_numerical_derivative", "grade": true, "points": 1}
got = numerical_derivative(lambda z: z**2, 3.0, eps=0.1)
assert got is not None, "numerical_derivative gave nothing (None). Is there a return line?"
assert np.isclose(got, 6), f"For z² at 3 with eps=0.1: (3.1² − 2.9²) / 0.2 = (9.61 − 8.41) / 0.2 = 6; yours is {got}."
got = numerical_derivative(lambda z: z**3, 2.0, eps=0.1)
assert np.isclose(got, 12.01), f"For z³ at 2 with eps=0.1: (2.1³ − 1.9³) / 0.2 = 12.01; yours is {got}."
got = numerical_derivative(lambda z: z**2, np.array([[1.0, 2.0, 3.0], [0.0, -1.0, -2.0]]))
assert np.shape(got) == (2, 3), f"Shape (2, 3) went in; shape {np.shape(got)} came out."
assert np.allclose(got, [[2, 4, 6], [0, -2, -4]]), f"The slopes of z² here are [[2, 4, 6], [0, −2, −4]]; yours: {got}."

# %% nbgrader={"grade_id": "grade_numerical_derivative", "grade": true, "points": 1}
# Hidden tests for `numerical_derivative` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "numerical_derivative", numerical_derivative)
### END HIDDEN TESTS

# %% [markdown]
# With your function you can measure any slope, and so check any formula for a slope: this will be your tool in every lesson from here on.
#
# **Before you run the cell:** it measures the slope of $z^3$ at 2 with smaller and smaller steps. The error is $\varepsilon^2$, so with $\varepsilon = 10^{-12}$ it should be $10^{-24}$. Will it be?


# %%
def cube(z):
    return z * z * z


for eps in [1e-1, 1e-3, 1e-5, 1e-8, 1e-12]:
    error = abs(numerical_derivative(cube, 2.0, eps) - 12)
    print(f"eps = {eps:.0e}   error about {error:.0e}")

# %% [markdown]
# Down to $10^{-5}$ the error shrinks; after that it **grows**. A float keeps about 16 digits. With a tiny step, $f(z + \varepsilon)$ and $f(z - \varepsilon)$ agree in most of them, and the subtraction leaves only the last few, which are rounded. Dividing by $2\varepsilon$ then enlarges the rounding. A step of about $10^{-5}$ is a good middle, and the default of your function. Lesson 11 comes back to this.
#
# So why not measure all slopes, and be done? Each one takes two runs of the whole network, and a network has millions of weights. There is a faster way, and it is exact.

# %% [markdown]
# ## 3. A graph, forwards and backwards
#
# Three numbers, two operations: $f = (x + y)\,z$ at $x = 2$, $y = 3$, $z = -4$. First the sum, call it $q = 2 + 3 = 5$, then the product, $f = 5 \cdot (-4) = -20$.
#
# **Before you run the cell,** which nudges each of the three: if $x$ rises, does $f$ rise or fall? And which of the three matters most?


# %%
def f(x, y, z):
    return (x + y) * z


start = f(2.0, 3.0, -4.0)
for name, nudged in [("x", f(2.01, 3.0, -4.0)), ("y", f(2.0, 3.01, -4.0)), ("z", f(2.0, 3.0, -3.99))]:
    rise = nudged - start
    print(f"{name} raised by 0.01: f goes from {start:.2f} to {nudged:.2f}, {rise / 0.01:+.0f} for each unit")

# %% [markdown]
# Raising $x$ makes $f$ fall, because $z$ is negative; and $z$ matters most. Now the same three numbers without any nudging. Draw every operation as a circle that knows only its own two inputs:
#
# ![A computation graph. x = 2 and y = 3 lead to a circle with a plus, whose output is q = 5. That and z = minus 4 lead to a circle with a times sign, whose output is f = minus 20. Below each edge, in orange, stands the gradient that flows back: 1 at f, minus 4 at q, 5 at z, and minus 4 at both x and y.](picture:graph)
#
# *Blue, above the edges: values, worked out from left to right, the **forward pass**. Orange, in boxes below them: how much $f$ rises for each unit of this edge, worked out from right to left, the **backward pass**. Compare the boxes at $x$, $y$ and $z$ with what the nudges said.*

# %% [markdown]
# Each box on an edge answers one question: if the value **on this edge** rises by a little, what does $f$ do?
#
# | the line | the reason |
# | --- | --- |
# | $\dfrac{\partial f}{\partial f} = 1$ | the last edge is $f$ itself |
# | $\dfrac{\partial f}{\partial z} = q = 5$ | $f = q \cdot z$ is a product: the other factor |
# | $\dfrac{\partial f}{\partial q} = z = -4$ | the same product, the other way round |
# | $\dfrac{\partial q}{\partial x} = 1$, $\dfrac{\partial q}{\partial y} = 1$ | $q = x + y$ is a sum |
# | $\dfrac{\partial f}{\partial x} = \dfrac{\partial f}{\partial q} \cdot \dfrac{\partial q}{\partial x} = -4 \cdot 1 = -4$ | **chain rule** |
# | $\dfrac{\partial f}{\partial y} = \dfrac{\partial f}{\partial q} \cdot \dfrac{\partial q}{\partial y} = -4 \cdot 1 = -4$ | chain rule |

# %% [markdown]
# The **chain rule** says: sensitivities in a row multiply. With a nudge it is plain: $x$ rises by $0.01$; so $q$ rises by $1 \cdot 0.01$; so $f$ changes by $-4$ times that, $-0.04$. It is like gears: if one wheel turns twice as fast as the one before, and the next three times as fast as that, the last one turns six times as fast as the first.
#
# Two things make this the method of the whole course. An operation needs to know only its own small derivative, here "1 and 1" or "the other factor"; and what it multiplies that with arrives from the right. And every box is worked out once, though both $x$ and $y$ use the $-4$ at $q$. Going **backwards**, one pass gives the gradients of all inputs. That is backpropagation; the rest is making the graph larger.

# %% [markdown]
# ### Exercise: `sum_product_gradients`
# For $f = (x + y)\,z$, return the three gradients $\partial f/\partial x$, $\partial f/\partial y$ and $\partial f/\partial z$, in this order. Work back through the graph: no differences, no `eps`.
#
# <details><summary>Hint: a nudge</summary>
#
# Two of the three numbers are the same. The third needs a value that only the forward pass knows.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Start at the multiplication, whose gradient is 1. Its two edges carry $\partial f/\partial q$ and $\partial f/\partial z$: each is the **other** factor. Then go on from $q$ to $x$ and $y$, through an addition.
#
# </details>


# %% nbgrader={"grade_id": "sum_product_gradients", "solution": true}
def sum_product_gradients(x, y, z):
    """Compute the three gradients of f = (x + y) z by going back through its graph.

    In:  x, y and z, numbers.
    Out: the tuple (df_dx, df_dy, df_dz), three numbers.

    Example: sum_product_gradients(2.0, 3.0, -4.0) is (-4.0, -4.0, 5.0).
    """
    ### BEGIN SOLUTION
    q = x + y
    df_dq, df_dz = z, q
    return df_dq, df_dq, df_dz
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_sum_product_gradients", "grade": true, "points": 1}
got = sum_product_gradients(2.0, 3.0, -4.0)
assert isinstance(got, (tuple, list)), f"A tuple of three numbers comes out: (df_dx, df_dy, df_dz). Yours is {got!r}."
assert len(got) == 3, f"Three numbers come out: (df_dx, df_dy, df_dz). Yours are {got}."
assert np.isclose(got[0], -4), f"The nudges say ∂f/∂x = −4 at x = 2, y = 3, z = −4; yours is {got[0]}."
assert np.isclose(got[1], -4), f"An addition hands the same gradient to both its inputs: −4; yours is {got[1]}."
assert np.isclose(got[2], 5), f"∂f/∂z is 5 there; yours is {got[2]}."
got = sum_product_gradients(1.0, 0.5, 3.0)
assert np.allclose(got, [3, 3, 1.5]), f"At x = 1, y = 0.5, z = 3 the gradients are 3, 3 and 1.5; yours are {got}."

# %% nbgrader={"grade_id": "grade_sum_product_gradients", "grade": true, "points": 1}
# Hidden tests for `sum_product_gradients` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "sum_product_gradients", sum_product_gradients)
### END HIDDEN TESTS

# %% [markdown]
# Now the same graph with numbers of your choice; it starts from others than the picture, so that there is something to predict. (It draws an edge as a wire, and a box as a dashed tag.) Step forward through the values, then back through the gradients; the last step nudges each input and puts **your** function beside the measurement. Try three things:
#
# 1. Before each step back, say what the next box will hold, and which value of the forward pass it needs.
# 2. Set $z$ to 0. Which gradients vanish, and why not all of them?
# 3. Move $x$ and watch the three gradients. Which one moves with it?

# %%
from course.figures import derivatives

derivatives.explore(gradients=sum_product_gradients)

# %% [markdown]
# <details><summary>What you should have found</summary>
#
# 1. The addition needs no value at all: it hands on what arrives. The multiplication needs both its inputs. This is why the values of the forward pass are kept, in every network.
# 2. The gradients of $x$ and $y$ become 0: whatever their sum is, it is multiplied by 0. The gradient of $z$ is still $x + y$, since a small change of $z$ makes the product move again.
# 3. This is question q1, at the end of the lesson.
#
# </details>

# %% [markdown]
# ## 4. Four tools for the sigmoid
#
# The slope of $\sigma(z) = \dfrac{1}{1 + e^{-z}}$ will take six short lines. They need four tools, and each of them can be measured.
#
# **Sums and products.** In a sum, a nudge of $z$ lengthens both pieces: the slope of a sum is the sum of the slopes. A constant has the slope 0, since nothing you do to $z$ moves it. In a product $u \cdot v$, go back to the rectangle: if the nudge moves both sides, **both** strips are added. The corner does not count. For a nudge of $0.1$ its area is $0.01$, for $0.01$ it is $0.0001$: it shrinks faster than the strips. So
#
# $$(u + v)' = u' + v' \qquad\qquad (u\,v)' = u'\,v + u\,v' \quad \text{(product rule)}$$
#
# With numbers: at $z = 2$, the product $z^2 \cdot z^3$ has the slope $4 \cdot 8 + 4 \cdot 12 = 80$.

# %% [markdown]
# **The power rule.** $z^2$ has the slope $2z$, and $z^3$ the slope $3z^2$: the power comes down as a factor, and the new power is one less, $n\,z^{n-1}$. Does it go on like this?
#
# | the line | the reason |
# | --- | --- |
# | $(z^{n+1})' = (z^n \cdot z)'$ | one more factor $z$ |
# | $\phantom{(z^{n+1})'} = n\,z^{n-1} \cdot z + z^n \cdot 1$ | product rule; the pattern for $n$; the slope of $z$ is 1 |
# | $\phantom{(z^{n+1})'} = (n + 1)\,z^n$ | collect: the pattern for $n + 1$ |
#
# It does, from each power to the next. And for negative powers, such as $\frac{1}{z^2} = z^{-2}$? Use that $z^{-n} \cdot z^n$ is always 1:
#
# | the line | the reason |
# | --- | --- |
# | $0 = (z^{-n} \cdot z^n)'$ | the slope of a constant |
# | $0 = (z^{-n})' \cdot z^n + z^{-n} \cdot n\,z^{n-1}$ | product rule; power rule for $n$ |
# | $(z^{-n})' \cdot z^n = -n\,z^{-1}$ | bring the second term to the other side; $z^{-n} \cdot z^{n-1} = z^{-1}$ |
# | $(z^{-n})' = -n\,z^{-n-1}$ | divide by $z^n$ |
#
# The same rule, with $-n$ for $n$. For example $z^{-2}$ has the slope $-2\,z^{-3}$; at $z = 2$ that is $\frac{-2}{8} = -0.25$.

# %% [markdown]
# **The exponential.** What is the slope of $e^z$?
#
# | the line | the reason |
# | --- | --- |
# | $\dfrac{e^{z + \varepsilon} - e^{z}}{\varepsilon} = \dfrac{e^{z} e^{\varepsilon} - e^{z}}{\varepsilon}$ | $e^{u + v} = e^{u} e^{v}$ |
# | $\phantom{\dfrac{e^{z + \varepsilon} - e^{z}}{\varepsilon}} = e^{z} \cdot \dfrac{e^{\varepsilon} - 1}{\varepsilon}$ | take out $e^{z}$ |
#
# The second factor does not depend on $z$. For $\varepsilon = 0.001$ it is $1.0005$, and it goes to 1 as $\varepsilon$ shrinks: that is what sets the number $e = 2.718\ldots$ apart from all other bases. So the slope of $e^z$ is $e^z$ itself: at every point, this curve is as steep as it is high.
#
# **A function inside a function.** $e^{2z}$ is $e^{v}$ with $v = 2z$: two operations in a row, so the chain rule multiplies their slopes. $\frac{de^{v}}{dv} = e^{v}$, and $\frac{dv}{dz} = 2$; together $2\,e^{2z}$.

# %% [markdown]
# **Before you run the cell:** at $z = 0$, all of $e^{z}$, $e^{2z}$ and $e^{3z}$ have the value 1. Are they equally steep there? The last two rows measure the products and powers from above.

# %%
print(f"slope of e^z  at 0: {numerical_derivative(np.exp, 0.0):.4f}")
print(f"slope of e^2z at 0: {numerical_derivative(lambda z: np.exp(2 * z), 0.0):.4f}")
print(f"slope of e^3z at 0: {numerical_derivative(lambda z: np.exp(3 * z), 0.0):.4f}")
print(f"slope of z^5  at 2: {numerical_derivative(lambda z: z**5, 2.0):.4f}")
print(f"slope of z^-2 at 2: {numerical_derivative(lambda z: z**-2, 2.0):.4f}")

# %% [markdown]
# ## 5. The slope of the sigmoid, line by line
#
# In lesson 02 you measured the sigmoid's slope with steps of 0.1. Now it is derived, and the derivation is yours. Each line is a small function of its own, checked by itself, so a slip is found on the line where it happens.
#
# ![The sigmoid as a graph with two operations in a row. z = 1 leads to a box "1 plus e to the minus z", whose output is u = 1.368; that leads to a box "1 over u", whose output is sigma = 0.731. Below, in orange and from right to left: the gradient 1 at the output, a question mark at u, labelled line 3, and a question mark at z, labelled line 4. Below the first box its own slope is a question mark, labelled line 2.](picture:sigmoid_chain)
#
# *Two operations in a row, with the values for $z = 1$. Each question mark is a line of the derivation; look which two of them line 4 multiplies.*

# %% [markdown]
# The plan. What a line asks for is said on the right; what it says is for you to find.
#
# | line | what it says | what is done | exercise |
# | --- | --- | --- | --- |
# | 1 | $\sigma = \dfrac{1}{u}$, with $u = \;?$ | give the denominator a name | `denominator` |
# | 2 | $\dfrac{du}{dz} = \;?$ | slope of a sum; exponential; chain rule for $-z$ | `denominator_prime` |
# | 3 | $\dfrac{d\sigma}{du} = \;?$ | power rule with $n = -1$ | `reciprocal_prime` |
# | 4 | $\dfrac{d\sigma}{dz} = \dfrac{d\sigma}{du} \cdot \dfrac{du}{dz} = \dfrac{?}{(\;?\;)^2}$ | chain rule | `chain_product` |
# | 5 | $\phantom{\dfrac{d\sigma}{dz}} = \dfrac{(\;? + 1) - 1}{(\;?\;)^2} = \text{first} - \text{second}$ | add and subtract 1; split the fraction | `split_fraction` |
# | 6 | $\phantom{\dfrac{d\sigma}{dz}} = \;?$ | recognise $\sigma$ in it | `sigmoid_prime` |
#
# Work each line on paper, then write it down as code. All of them take $z$. In lines 1 to 5, $z$ lies between $-20$ and 20, so nothing overflows.

# %% [markdown]
# ### Exercise: `denominator`
# **Line 1.** In $\sigma(z) = \dfrac{1}{1 + e^{-z}}$, give the part below the line the name $u$. Write $u(z)$, for a number or an array.
#
# <details><summary>Hint: a nudge</summary>
#
# At $z = 0$ it is 2.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Copy what stands below the fraction line. `np.exp(…)` raises $e$ to a power, entry by entry; mind the sign of the power.
#
# </details>


# %% nbgrader={"grade_id": "denominator", "solution": true}
def denominator(z):
    """Line 1: u, the part of the sigmoid below the fraction line.

    In:  z, a number or an array of any shape, |z| at most 20.
    Out: the same shape as z.

    Example: denominator(0.0) is 2.0.
    """
    ### BEGIN SOLUTION
    return 1 + np.exp(-z)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_denominator", "grade": true, "points": 0}
got = denominator(0.0)
assert got is not None, "denominator(0.0) gave nothing (None). Is there a return line?"
assert np.isclose(got, 2), f"At z = 0: 1 + e⁰ = 2; yours is {got}."
got = denominator(np.array([1.0, -1.0]))
assert np.shape(got) == (2,), f"Shape (2,) went in; shape {np.shape(got)} came out."
want = [1.367879, 3.718282]
assert np.allclose(got, want, atol=1e-6), f"At z = 1 and −1: 1 + 0.367879 and 1 + 2.718282; yours: {got}."

# %% nbgrader={"grade_id": "grade_denominator", "grade": true, "points": 1}
# Hidden tests for `denominator` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "denominator", denominator)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `denominator_prime`
# **Line 2.** Write $\dfrac{du}{dz}$, the slope of $u = 1 + e^{-z}$, as a function of $z$.
#
# <details><summary>Hint: a nudge</summary>
#
# A sum of two parts. What does the 1 contribute? For $e^{-z}$, go through the example $e^{2z}$ above once more, with $-z$ in place of $2z$.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Name the inner function: $v = -z$, so that $e^{-z} = e^{v}$. Multiply the slope of the outer function by that of the inner one. Then check the sign: does $u$ rise or fall when $z$ grows?
#
# </details>


# %% nbgrader={"grade_id": "denominator_prime", "solution": true}
def denominator_prime(z):
    """Line 2: du/dz, the slope of u = 1 + e^-z.

    In:  z, a number or an array of any shape, |z| at most 20.
    Out: the same shape as z.
    """
    ### BEGIN SOLUTION
    return -np.exp(-z)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_denominator_prime", "grade": true, "points": 0}
got = denominator_prime(0.0)
assert got is not None, "denominator_prime(0.0) gave nothing (None). Is there a return line?"
assert np.isclose(got, -1), f"From z = 0 to 0.01, u falls from 2 to 1.99005: a slope of about −1. Yours is {got}."
got = denominator_prime(np.array([1.0, -1.0]))
assert np.shape(got) == (2,), f"Shape (2,) went in; shape {np.shape(got)} came out."
assert np.isclose(got[0], -0.367879, atol=1e-6), f"At z = 1 the slope is −0.367879; yours is {got[0]}."
assert np.isclose(got[1], -2.718282, atol=1e-6), f"At z = −1 the slope is −2.718282; yours is {got[1]}."

# %% nbgrader={"grade_id": "grade_denominator_prime", "grade": true, "points": 1}
# Hidden tests for `denominator_prime` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "denominator_prime", denominator_prime)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `reciprocal_prime`
# **Line 3.** $\sigma = \dfrac{1}{u}$. Write its slope with respect to $u$, $\dfrac{d\sigma}{du}$, and put $u = 1 + e^{-z}$ into it, so that the function takes $z$.
#
# <details><summary>Hint: a nudge</summary>
#
# $\dfrac{1}{u} = u^{-1}$, and the power rule holds for $n = -1$ too. When $u$ grows, does $1/u$ rise or fall?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The power comes down as a factor, and the new power is one less: one less than $-1$ is $-2$. In code you can call `denominator(z)` for $u$.
#
# </details>


# %% nbgrader={"grade_id": "reciprocal_prime", "solution": true}
def reciprocal_prime(z):
    """Line 3: the slope of 1/u with respect to u, taken at u = 1 + e^-z.

    In:  z, a number or an array of any shape, |z| at most 20. (It takes z, not u.)
    Out: the same shape as z.
    """
    ### BEGIN SOLUTION
    return -1 / denominator(z) ** 2
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_reciprocal_prime", "grade": true, "points": 0}
got = reciprocal_prime(0.0)
assert got is not None, "reciprocal_prime(0.0) gave nothing (None). Is there a return line?"
assert np.isclose(got, -0.25), (
    f"At z = 0, u = 2. From u = 2 to 2.01, 1/u falls from 0.5 to 0.4975: a slope of −0.25. Yours is {got}."
)
got = reciprocal_prime(np.array([1.0, -1.0]))
assert np.shape(got) == (2,), f"Shape (2,) went in; shape {np.shape(got)} came out."
want = [-0.534447, -0.072329]
assert np.allclose(got, want, atol=1e-6), f"At z = 1 and −1 the slopes are {want}; yours: {got}."

# %% nbgrader={"grade_id": "grade_reciprocal_prime", "grade": true, "points": 1}
# Hidden tests for `reciprocal_prime` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "reciprocal_prime", reciprocal_prime)
### END HIDDEN TESTS

# %% [markdown]
# Lines 2 and 3 are the two slopes of the picture. Before you multiply them, compare with measured slopes, at $z = 1$. (Line 3 is a slope with respect to $u$, so it is $u$ that gets nudged there.)

# %%
u = denominator(1.0)
print(f"line 2: {denominator_prime(1.0):.6f}, measured {numerical_derivative(denominator, 1.0):.6f}")
print(f"line 3: {reciprocal_prime(1.0):.6f}, measured {numerical_derivative(lambda u: 1 / u, u):.6f}")

# %% [markdown]
# ### Exercise: `chain_product`
# **Line 4.** Multiply the two, as the chain rule says, and write the result as **one fraction** in $e^{-z}$. Two minus signs meet here. Your function may multiply lines 2 and 3, or compute your fraction; the next line is easier if you have the fraction on paper.
#
# <details><summary>Hint: a nudge</summary>
#
# The sigmoid rises everywhere. What sign must its slope have, for every $z$?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# $\dfrac{d\sigma}{dz} = \dfrac{d\sigma}{du} \cdot \dfrac{du}{dz}$, both taken at the same $z$. What was line 2 becomes the numerator; what was below the line in line 3 stays there.
#
# </details>


# %% nbgrader={"grade_id": "chain_product", "solution": true}
def chain_product(z):
    """Line 4: the product of lines 2 and 3, which is the slope of the sigmoid.

    In:  z, a number or an array of any shape, |z| at most 20.
    Out: the same shape as z.
    """
    ### BEGIN SOLUTION
    return reciprocal_prime(z) * denominator_prime(z)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_chain_product", "grade": true, "points": 0}
got = chain_product(0.0)
assert got is not None, "chain_product(0.0) gave nothing (None). Is there a return line?"
assert np.isclose(got, 0.25), f"At z = 0 the two lines are −1 and −0.25; their product is 0.25; yours is {got}."
got = chain_product(np.array([1.0, -1.0]))
assert np.shape(got) == (2,), f"Shape (2,) went in; shape {np.shape(got)} came out."
assert np.allclose(got, 0.196612, atol=1e-6), f"At z = 1 and at z = −1 it is 0.196612; yours: {got}."

# %% nbgrader={"grade_id": "grade_chain_product", "grade": true, "points": 1}
# Hidden tests for `chain_product` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "chain_product", chain_product)
### END HIDDEN TESTS

# %% [markdown]
# Line 4 **is** the slope of the sigmoid; one could stop here. The next line makes it better: it needs no exponential that the forward pass has not computed already. The trick of adding and subtracting the same number looks like a detour. It is there to make a piece of the denominator appear on top, so that something cancels.

# %% [markdown]
# ### Exercise: `split_fraction`
# **Line 5.** Add 1 and subtract 1 in the numerator of line 4, then split the fraction into two, the way lesson 02 did it for tanh. One of the two can be cancelled down. Return them as a tuple `(first, second)`, both **positive**, so that $\sigma' = \text{first} - \text{second}$.
#
# <details><summary>Hint: a nudge</summary>
#
# The numerator becomes $(1 + e^{-z}) - 1$. What does its first part have in common with the denominator?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Put each part of the numerator over the whole denominator, $(1 + e^{-z})^2$. In the first fraction one factor cancels; the second stays as it is. With $u$ on paper it is shorter: $\dfrac{u - 1}{u^2}$.
#
# </details>


# %% nbgrader={"grade_id": "split_fraction", "solution": true}
def split_fraction(z):
    """Line 5: the two fractions whose difference is the slope of the sigmoid.

    In:  z, a number or an array of any shape, |z| at most 20.
    Out: the tuple (first, second), each of the same shape as z and positive.

    Example: split_fraction(0.0) is (0.5, 0.25).
    """
    ### BEGIN SOLUTION
    u = denominator(z)
    return 1 / u, 1 / u**2
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_split_fraction", "grade": true, "points": 0}
got = split_fraction(0.0)
assert isinstance(got, (tuple, list)), f"A tuple of two fractions comes out: (first, second). Yours is {got!r}."
assert len(got) == 2, f"Two fractions come out: (first, second). Yours are {got}."
assert np.allclose(got, [0.5, 0.25]), f"At z = 0, u = 2, and the fractions are 0.5 and 0.25; yours: {got}."
first, second = split_fraction(np.array([1.0, -1.0]))
assert np.shape(first) == np.shape(second) == (2,), "An array of shape (2,) went in; each fraction has that shape."
difference = np.asarray(first) - np.asarray(second)
assert np.allclose(difference, 0.196612, atol=1e-6), (
    f"first − second is line 4 again, 0.196612 at z = 1 and −1; yours: {difference}."
)
assert np.isclose(first[0], 0.731059, atol=1e-6), f"At z = 1 the first fraction is 0.731059; yours is {first[0]}."

# %% nbgrader={"grade_id": "grade_split_fraction", "grade": true, "points": 1}
# Hidden tests for `split_fraction` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "split_fraction", split_fraction)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `sigmoid_prime`
# **The last line.** Look at the two fractions of line 5: you have met the first one under a name, and the second is made of the first. Write $\sigma'(z)$ by calling `sigmoid`, without a new `np.exp`. Since the `sigmoid` of lesson 02 does not overflow, your slope will not either; line 4, written with $e^{-z}$, gives `nan` at $z = -1000$.
#
# <details><summary>Hint: a nudge</summary>
#
# Compute $a = \sigma(z)$ once. What are `first` and `second` in terms of $a$?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Put $a$ into the difference of line 5 and take out the common factor. The function is given $z$, not $a$: it has to work out $a$ itself.
#
# </details>


# %% nbgrader={"grade_id": "sigmoid_prime", "solution": true}
def sigmoid_prime(z):
    """Compute the slope of the sigmoid at z, entry by entry.

    In:  z, a number or an array of any shape; it is not changed. (It takes z, not a = sigmoid(z).)
    Out: the same shape as z (a number in, a number out).

    Example: sigmoid_prime(0.0) is 0.25.
    """
    ### BEGIN SOLUTION
    a = sigmoid(z)
    return a * (1 - a)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_sigmoid_prime", "grade": true, "points": 1}
got = sigmoid_prime(0.0)
assert got is not None, "sigmoid_prime(0.0) gave nothing (None). Is there a return line?"
assert np.isclose(got, 0.25), f"At z = 0 the slope is 1/4; yours is {got}."
got = sigmoid_prime(np.array([[1.0, -1.0, 0.0], [2.0, -2.0, 5.0]]))
assert np.shape(got) == (2, 3), f"Shape (2, 3) went in; shape {np.shape(got)} came out."
assert np.isclose(got[0, 0], 0.196612, atol=1e-6), f"At z = 1 the slope is 0.196612; yours is {got[0, 0]}."
assert np.isclose(got[1, 0], got[1, 1]), f"At 2 and −2 the curve is equally steep; yours: {got[1, 0]} and {got[1, 1]}."

# %% nbgrader={"grade_id": "grade_sigmoid_prime", "grade": true, "points": 1}
# Hidden tests for `sigmoid_prime` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "sigmoid_prime", sigmoid_prime)
### END HIDDEN TESTS

# %% [markdown]
# The whole derivation in numbers: lines 4, 5 and 6 and the measured slope, for three values of $z$. **Before you run it:** which columns should agree?

# %%
print("    z    line 4    line 5    line 6    measured")
for z in [-2.0, 0.0, 1.0]:
    first, second = split_fraction(z)
    row = [chain_product(z), first - second, sigmoid_prime(z), numerical_derivative(sigmoid, z)]
    print(f"{z:5.1f}  " + "  ".join(f"{slope:.6f}" for slope in row))

# %% [markdown]
# ### What it means: the output tells the slope
#
# The last line holds no $z$ and no $e$, only the output $a$ of the neuron. Whoever knows $a$ knows the slope, for the price of one multiplication; and the forward pass has computed $a$ anyway.
#
# ![The slope of the sigmoid, drawn over its output a from 0 to 1: an arch that starts at 0, rises to 0.25 at a = 0.5 and comes down to 0 at a = 1. Marked are a = 0.119 (z = minus 2) with slope 0.105, a = 0.5 (z = 0) with slope 0.25, and a = 0.731 (z = 1) with slope 0.197.](picture:arch)
#
# *The axis below is the **output** $a$, not $z$. Look for the highest point, and for what happens to a neuron that is very sure of itself, at either end.*

# %% [markdown]
# The arch never rises above a quarter. Why exactly a quarter? (The proof uses the last line of the derivation; open it when your own has passed its check.)
#
# <details><summary>The proof, in three lines</summary>
#
# | the line | the reason |
# | --- | --- |
# | $a (1 - a) = a - a^2$ | multiply out |
# | $\phantom{a (1 - a)} = \frac{1}{4} - \left( \frac{1}{4} - a + a^2 \right)$ | add and subtract $\frac{1}{4}$ |
# | $\phantom{a (1 - a)} = \frac{1}{4} - \left( a - \frac{1}{2} \right)^2$ | $\left( a - \frac{1}{2} \right)^2 = a^2 - a + \frac{1}{4}$ |
#
# A square is never negative, so the slope is never more than $\frac{1}{4}$; and it is $\frac{1}{4}$ where the square is 0, at $a = \frac{1}{2}$, which is $z = 0$.
#
# </details>
#
# So $\sigma'(z) \le \frac{1}{4}$, with equality only at $z = 0$. This quarter is the reason for the trouble in section 8.

# %% [markdown]
# ## 6. tanh, ReLU, leaky ReLU
#
# tanh is a sigmoid in disguise, $\tanh(z) = 2\,\sigma(2z) - 1$ (lesson 02), so its slope needs no new idea. Write $t$ for $\tanh(z)$ and $a$ for $\sigma(2z)$, so that $t = 2a - 1$. In the end, its slope too should come from its output, $t$.
#
# | the line | the reason |
# | --- | --- |
# | $\tanh'(z) = 2 \cdot \dfrac{d\,\sigma(2z)}{dz}$ | the constant $-1$ has slope 0; the factor 2 stays |
# | $\phantom{\tanh'(z)} = 2 \cdot \sigma'(2z) \cdot 2$ | chain rule: the inner function $2z$ has the slope 2 |
#
# Two lines are left. Put your last line for $\sigma'$ in, so that only $a$ is left; then replace every $a$, by $2a = 1 + t$. Try it on paper. At $z = 1$, where $t = 0.762$, it should give a slope of $0.420$.
#
# <details><summary>The last two lines (open them when <code>sigmoid_prime</code> has passed its check)</summary>
#
# | the line | the reason |
# | --- | --- |
# | $\tanh'(z) = 2a \cdot 2 (1 - a)$ | your last line for $\sigma'$; sort the factors |
# | $\phantom{\tanh'(z)} = (1 + t)(1 - t)$ | from $t = 2a - 1$: $2a = 1 + t$ and $2(1 - a) = 1 - t$ |
#
# With the number: $1.762 \cdot 0.238 = 0.420$.
#
# </details>

# %% [markdown]
# ### Exercise: `tanh_prime`
# Write $\tanh'(z)$, for a number or an array. `tanh` is given above.
#
# <details><summary>Hint: a nudge</summary>
#
# You have come to a product of a sum and a difference in $t$ (the fold above has it). Multiply it out if you like it shorter.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Compute $t = \tanh(z)$ once, and put it into the last line. As with the sigmoid, the argument is $z$, not $t$.
#
# </details>


# %% nbgrader={"grade_id": "tanh_prime", "solution": true}
def tanh_prime(z):
    """Compute the slope of tanh at z, entry by entry.

    In:  z, a number or an array of any shape; it is not changed. (It takes z, not tanh(z).)
    Out: the same shape as z (a number in, a number out).

    Example: tanh_prime(0.0) is 1.0.
    """
    ### BEGIN SOLUTION
    return 1 - tanh(z) ** 2
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_tanh_prime", "grade": true, "points": 1}
got = tanh_prime(0.0)
assert got is not None, "tanh_prime(0.0) gave nothing (None). Is there a return line?"
assert np.isclose(got, 1), f"At z = 0, tanh is 0 and its slope is 1; yours is {got}."
got = tanh_prime(np.array([[1.0, -1.0, 0.0], [2.0, -2.0, 5.0]]))
assert np.shape(got) == (2, 3), f"Shape (2, 3) went in; shape {np.shape(got)} came out."
assert np.isclose(got[0, 0], 0.419974, atol=1e-6), f"At z = 1 the slope is 0.419974; yours is {got[0, 0]}."

# %% nbgrader={"grade_id": "grade_tanh_prime", "grade": true, "points": 1}
# Hidden tests for `tanh_prime` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "tanh_prime", tanh_prime)
### END HIDDEN TESTS

# %% [markdown]
# ![Two bell-shaped curves over z from minus 6 to 6. The slope of tanh, solid, has its top at 1 and is narrow; it is below 0.01 beyond z = 3.0. The slope of the sigmoid, dashed, has its top at 0.25 and is wide; it is below 0.01 beyond z = 4.6.](picture:bells)
#
# *Compare the tops, then where each bell has become flat. tanh passes on up to four times as much, in a strip that is narrower.*

# %% [markdown]
# ### The corner of ReLU
#
# ReLU is two straight lines, so its slope is 0 on the left and 1 on the right, and no derivation is needed. But what is it **at** 0? **Before you run the cell:** what will your central difference say there?

# %%
for z in [-1.0, 0.0, 1.0]:
    print(f"z = {z:4.1f}: measured slope of ReLU {numerical_derivative(relu, z):.4f}")

# %% [markdown]
# ![ReLU near 0, as a corner. From the left a line of slope 0 reaches the corner, to the right a line of slope 1 leaves it. A dashed chord from z = minus 0.1 to z = 0.1 has slope one half and touches the curve nowhere between its ends.](picture:corner)
#
# *The chord's slope of ½ is neither of the two. Would a smaller $\varepsilon$ help?*
#
# It would not: with any step, half of it is flat. At a corner there is **no** slope. On the way back something has to be multiplied all the same, so a value is agreed on: in this course 0, as in most libraries. It matters little, since $z$ is hardly ever exactly 0; but when a formula is checked against a central difference, stay away from the corner.

# %% [markdown]
# ### Exercise: `relu_prime`
# Write the slope of ReLU, for a number or an array: 1 where $z > 0$, and 0 elsewhere, **also at $z = 0$**.
#
# <details><summary>Hint: a nudge</summary>
#
# A comparison such as `z > 0` already answers yes or no for every entry. The result should be numbers, so that they can be multiplied.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# `np.where(condition, this, that)` picks entry by entry. Multiplying the comparison by `1.0` turns True and False into 1.0 and 0.0 as well.
#
# </details>


# %% nbgrader={"grade_id": "relu_prime", "solution": true}
def relu_prime(z):
    """Compute the slope of ReLU at z, entry by entry: 1 where z > 0, 0 elsewhere (0 at 0).

    In:  z, a number or an array of any shape; it is not changed.
    Out: the same shape as z, numbers.

    Example: relu_prime(np.array([-2.0, 0.0, 3.0])) is array([0., 0., 1.]).
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_relu_prime", "grade": true, "points": 1}
z = np.array([[-2.0, 0.0, 3.0], [0.5, -0.5, 7.0]])
got = relu_prime(z)
assert np.shape(got) == (2, 3), f"Shape (2, 3) went in; shape {np.shape(got)} came out."
assert np.asarray(got).dtype != bool, "True and False came out. The next step multiplies: 1.0 and 0.0 are wanted."
assert isinstance(got, np.ndarray), f"A NumPy array went in, and one is to come out; yours is a {type(got).__name__}."
assert np.allclose(got, [[0, 0, 1], [1, 0, 1]]), f"At {z.tolist()} the slopes are [[0, 0, 1], [1, 0, 1]]; yours: {got}."
assert relu_prime(3.0) == 1, f"A single number works too: relu_prime(3) is 1; yours is {relu_prime(3.0)}."
assert z[0, 0] == -2.0, "relu_prime changed its argument: z[0, 0] was −2 before the call. Return a new array."

# %% nbgrader={"grade_id": "grade_relu_prime", "grade": true, "points": 1}
# Hidden tests for `relu_prime` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "relu_prime", relu_prime)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `leaky_relu_prime`
# The same for leaky ReLU: 1 where $z > 0$, and `slope` elsewhere, also at $z = 0$.
#
# <details><summary>Hint: a nudge</summary>
#
# Only one of the two numbers in your `relu_prime` changes. Which?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# For negative $z$ the curve is the line $\alpha z$. How much does that line rise when $z$ grows by 1? The $z$ itself is not in the answer.
#
# </details>


# %% nbgrader={"grade_id": "leaky_relu_prime", "solution": true}
def leaky_relu_prime(z, slope=0.01):
    """Compute the slope of leaky ReLU at z, entry by entry: 1 where z > 0, `slope` elsewhere (also at 0).

    In:  z, a number or an array of any shape; it is not changed. slope, a number.
    Out: the same shape as z, numbers.

    Example: leaky_relu_prime(np.array([-2.0, 0.0, 3.0])) is array([0.01, 0.01, 1.]).
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, 1.0, slope)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_leaky_relu_prime", "grade": true, "points": 1}
z = np.array([[-2.0, 0.0, 3.0], [0.5, -0.5, 7.0]])
got = leaky_relu_prime(z)
assert np.shape(got) == (2, 3), f"Shape (2, 3) went in; shape {np.shape(got)} came out."
want = [[0.01, 0.01, 1], [1, 0.01, 1]]
assert np.allclose(got, want), f"At {z.tolist()} the slopes are {want}; yours: {got}."
got = leaky_relu_prime(-2.0, slope=0.2)
assert np.isclose(got, 0.2), f"With slope=0.2, the slope at −2 is 0.2; yours is {got}."

# %% nbgrader={"grade_id": "grade_leaky_relu_prime", "grade": true, "points": 1}
# Hidden tests for `leaky_relu_prime` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "leaky_relu_prime", leaky_relu_prime)
### END HIDDEN TESTS

# %% [markdown]
# One check for all four, away from the corner: the largest difference between your slopes and the measured ones, over many $z$. (`leaky` is the leaky ReLU of lesson 02, with slope 0.01.)

# %%
z = np.linspace(-4, 4, 100)  # 100 points; 0 is not one of them
pairs = {
    "sigmoid": (sigmoid, sigmoid_prime),
    "tanh": (tanh, tanh_prime),
    "relu": (relu, relu_prime),
    "leaky": (lambda z: relu(z) - 0.01 * relu(-z), leaky_relu_prime),
}
for name, (g, g_prime) in pairs.items():
    largest = np.max(np.abs(g_prime(z) - numerical_derivative(g, z)))
    print(f"{name:8} largest difference below 1e-8: {largest < 1e-8}")

# %% [markdown]
# ## 7. Softmax: every output listens to every score
#
# The activations so far are one number in, one number out. Softmax is a column in, a column out. So there is not one slope, but one for each pair: how much does output $j$ rise when score $k$ rises?
#
# Numbers first, chosen so that the exponentials are whole: three scores with $e^{z_1} = 1$, $e^{z_2} = 2$, $e^{z_3} = 5$. Their sum is 8, and $a = \left( \frac{1}{8}, \frac{2}{8}, \frac{5}{8} \right) = (0.125,\ 0.25,\ 0.625)$.
#
# **Before you run the cell,** which raises only $z_2$, by 0.01: which outputs rise, which fall? By how much do the three changes add up?

# %%
z = np.log([1.0, 2.0, 5.0])
before = softmax(z)
after = softmax(z + np.array([0.0, 0.01, 0.0]))
print("before:", before)
print("after: ", after)
print("change for each unit of z_2:", (after - before) / 0.01)

# %% [markdown]
# Output 2 rises, and the others pay for it, the large one more than the small one. Since the outputs go on adding up to 1, the changes add up to 0.
#
# To find the slopes, one more tool is needed, for a fraction $\frac{u}{v}$ in which a nudge moves **both** parts. It is made of two that you have: a fraction is a product with $\frac{1}{v}$, and the slope of $\frac{1}{v}$ is line 3 of the sigmoid.
#
# | the line | the reason |
# | --- | --- |
# | $\left( \dfrac{u}{v} \right)' = \left( u \cdot \dfrac{1}{v} \right)'$ | a fraction is a product |
# | $\phantom{\left( \dfrac{u}{v} \right)'} = u' \cdot \dfrac{1}{v} + u \cdot \left( \dfrac{1}{v} \right)'$ | product rule |
# | $\phantom{\left( \dfrac{u}{v} \right)'} = u' \cdot \dfrac{1}{v} - u \cdot \dfrac{v'}{v^2}$ | power rule with $n = -1$, chain rule |
# | $\phantom{\left( \dfrac{u}{v} \right)'} = \dfrac{u' v - u v'}{v^2}$ | common denominator |
#
# The last line is the **quotient rule**.

# %% [markdown]
# Now softmax, with a name for the sum of all exponentials:
#
# $$a_j = \frac{e^{z_j}}{S}, \qquad S = \sum_i e^{z_i}$$
#
# Nudge the score $z_k$. Only one term of $S$ contains it, the one with $i = k$, so the slope of $S$ is always $e^{z_k}$. The numerator $e^{z_j}$ contains $z_k$ only if $j$ **is** $k$. So there are two cases.
#
# **First, an output and its own score, $j = k$:**
#
# | the line | the reason |
# | --- | --- |
# | $\dfrac{\partial a_k}{\partial z_k} = \dfrac{e^{z_k} \cdot S - e^{z_k} \cdot e^{z_k}}{S^2}$ | quotient rule; both parts have the slope $e^{z_k}$ |
# | $\phantom{\dfrac{\partial a_k}{\partial z_k}} = \dfrac{e^{z_k}}{S} - \dfrac{e^{z_k}}{S} \cdot \dfrac{e^{z_k}}{S}$ | split the fraction; cancel one $S$ in the first |
# | $\phantom{\dfrac{\partial a_k}{\partial z_k}} = a_k - a_k\, a_k$ | definition of $a_k$ |
# | $\phantom{\dfrac{\partial a_k}{\partial z_k}} = a_k\, (1 - a_k)$ | take out $a_k$ |
#
# For $z_2$ above: $0.25 \cdot 0.75 = 0.1875$.

# %% [markdown]
# **Second, an output and another one's score, $j \ne k$.** Now the numerator does not contain $z_k$ at all:
#
# | the line | the reason |
# | --- | --- |
# | $\dfrac{\partial a_j}{\partial z_k} = \dfrac{0 \cdot S - e^{z_j} \cdot e^{z_k}}{S^2}$ | quotient rule; the numerator has slope 0 |
# | $\phantom{\dfrac{\partial a_j}{\partial z_k}} = - \dfrac{e^{z_j}}{S} \cdot \dfrac{e^{z_k}}{S}$ | split the fraction |
# | $\phantom{\dfrac{\partial a_j}{\partial z_k}} = - a_j\, a_k$ | definition of $a_j$ and $a_k$ |
#
# For $z_2$ above: $-0.125 \cdot 0.25 = -0.03125$ for output 1, and $-0.625 \cdot 0.25 = -0.15625$ for output 3. The nudge said $-0.0313$, $0.188$ and $-0.1566$: right, but for the error of a one-sided step of 0.01.

# %% [markdown]
# All slopes together make a square table, with row $j$ for the output and column $k$ for the score. It is called the **Jacobian** matrix of softmax.
#
# ![A three by three table. Columns: score z1, z2 and z3 is nudged. Rows: how outputs a1, a2 and a3 answer. On the diagonal, framed, 0.109, 0.188 and 0.234, all positive. Off the diagonal minus 0.031 twice, minus 0.078 twice and minus 0.156 twice. Below each column stands its sum, 0.](picture:jacobian)
#
# *Look for three things: the sign on and off the diagonal; the sum of each column; and what happens when you mirror the table at its diagonal.*
#
# %% [markdown]
# Why does each column add up to 0? Add up what score $k$ does to all outputs:
#
# | the line | the reason |
# | --- | --- |
# | $\sum_j \dfrac{\partial a_j}{\partial z_k} = a_k (1 - a_k) - \sum_{j \ne k} a_j\, a_k$ | the case $j = k$ once, all others after it |
# | $\phantom{\sum_j \dfrac{\partial a_j}{\partial z_k}} = a_k - \sum_j a_j\, a_k$ | the part $- a_k\, a_k$ is the term of the sum that was missing |
# | $\phantom{\sum_j \dfrac{\partial a_j}{\partial z_k}} = a_k - a_k \sum_j a_j$ | $a_k$ does not depend on $j$: take it out |
# | $\phantom{\sum_j \dfrac{\partial a_j}{\partial z_k}} = 0$ | the outputs add up to 1 |
#
# For sigmoid, tanh and ReLU such a table would be empty off the diagonal: output $j$ hears nothing of score $k$. That is why one slope for each entry was enough there.

# %% [markdown]
# ### Exercise: `softmax_jacobian`
# For one column of scores `z`, of shape `(K,)`, return the matrix of all slopes, shape `(K, K)`, with $\partial a_j / \partial z_k$ in row $j$ and column $k$. `softmax` is given above.
#
# <details><summary>Hint: a nudge</summary>
#
# Compute the column $a$ once; both cases need nothing else. For a first version, two loops over $j$ and $k$ are fine.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Without loops: $-a_j a_k$ for **all** pairs is a table that `np.outer` can make. The case $j = k$ differs from it only by one more $a_j$, and that on the diagonal; `np.diag` puts an array there.
#
# </details>


# %% nbgrader={"grade_id": "softmax_jacobian", "solution": true}
def softmax_jacobian(z):
    """Compute every slope of softmax at the scores z.

    In:  z, shape (K,), one column of scores; it is not changed.
    Out: shape (K, K); the entry [j, k] is the slope of output j with respect to score k.

    Example: softmax_jacobian(np.array([0.0, 0.0])) is array([[0.25, -0.25], [-0.25, 0.25]]).
    """
    ### BEGIN SOLUTION
    a = softmax(z)
    return np.diag(a) - np.outer(a, a)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_softmax_jacobian", "grade": true, "points": 1}
got = softmax_jacobian(np.log([1.0, 2.0, 5.0]))  # a = (0.125, 0.25, 0.625)
assert np.shape(got) == (3, 3), f"Three scores, three outputs: shape (3, 3). Yours has shape {np.shape(got)}."
assert isinstance(got, np.ndarray), f"The table comes out as a NumPy array; yours is a {type(got).__name__}."
assert np.isclose(got[0, 0], 0.109375), f"Entry [0, 0] is 0.125 · (1 − 0.125) = 0.109375; yours is {got[0, 0]}."
assert np.isclose(got[0, 1], -0.03125), f"Entry [0, 1] is −0.125 · 0.25 = −0.03125; yours is {got[0, 1]}."
columns = np.sum(got, axis=0)
assert np.allclose(columns, 0), f"The outputs keep adding up to 1, so each column adds up to 0; yours: {columns}."

# %% nbgrader={"grade_id": "grade_softmax_jacobian", "grade": true, "points": 1}
# Hidden tests for `softmax_jacobian` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "softmax_jacobian", softmax_jacobian)
### END HIDDEN TESTS

# %% [markdown]
# ## 8. A product of many slopes
#
# Four sigmoid neurons in a row, each one feeding the next: $z_2 = w_2\, a_1 + b_2$, and so on. How much does the last output notice of a nudge at the first $z$? On the way from $z$ to $a$ lies the slope $\sigma'(z)$. On the way from $a$ to the next $z$ lies a product with $w$, so the other factor, $w$; the bias is only added. The chain rule multiplies them all:
#
# $$\frac{\partial a_4}{\partial z_1} = \sigma'(z_4) \cdot w_4 \cdot \sigma'(z_3) \cdot w_3 \cdot \sigma'(z_2) \cdot w_2 \cdot \sigma'(z_1)$$
#
# In lesson 02, five sigmoids in a row with all weights 1 left less than a thousandth of a nudge. Now we can say exactly why: **before you run the cell,** give a bound for the product of five slopes, from section 5.

# %%
z, product = 0.0, 1.0
for layer in range(1, 6):
    product = product * sigmoid_prime(z)
    print(f"slope of sigmoid {layer}: {sigmoid_prime(z):.4f}, product so far: {product:.6f}")
    z = sigmoid(z)  # what one sigmoid puts out is the z of the next

# %% [markdown]
# ### Exercise: `largest_gradient_factor`
# The greatest number that a product of `n_layers` sigmoid derivatives can be, whatever the $z$ of each layer.
#
# <details><summary>Hint: a nudge</summary>
#
# How large can one factor be, at best? At which $z$? May all layers have that $z$ at once?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# All factors are positive, so the product is greatest when each of them is. Multiply that greatest value with itself, once for each layer. With no layers, the product is empty: 1.
#
# </details>


# %% nbgrader={"grade_id": "largest_gradient_factor", "solution": true}
def largest_gradient_factor(n_layers):
    """Compute the greatest possible product of n_layers sigmoid derivatives.

    In:  n_layers, a whole number, 0 or more.
    Out: a number.

    Example: largest_gradient_factor(1) is 0.25.
    """
    ### BEGIN SOLUTION
    return 0.25**n_layers
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_largest_gradient_factor", "grade": true, "points": 1}
got = largest_gradient_factor(1)
assert got is not None, "largest_gradient_factor(1) gave nothing (None). Is there a return line?"
assert np.ndim(got) == 0, f"A single number comes out; yours has shape {np.shape(got)}."
assert np.isclose(got, 0.25), f"For one layer it is the top of the curve σ′, 0.25; yours is {got}."
got = largest_gradient_factor(3)
assert np.isclose(got, 1 / 64), f"For three layers: 1/4 · 1/4 · 1/4 = 1/64 = 0.015625; yours is {got}."

# %% nbgrader={"grade_id": "grade_largest_gradient_factor", "grade": true, "points": 1}
# Hidden tests for `largest_gradient_factor` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "largest_gradient_factor", largest_gradient_factor)
### END HIDDEN TESTS

# %% [markdown]
# **Before you run the cell:** with five layers it should say about a thousandth. What for ten? And will it still be more than 0 for a thousand?

# %%
for n_layers in [5, 10, 100, 500, 1000]:
    print(f"{n_layers:4} layers: at best {largest_gradient_factor(n_layers):.1e} of the gradient")

# %% [markdown]
# The last is not a rounded print: $0.25^{1000}$ is too small for any float but 0. It **underflows**. And this is the best case: at $z = 2$ a slope is 0.105, and every layer leaves less than half of what it leaves at its best.
#
# ![Products of slopes over the number of factors, from 0 to 600, on a scale where each step down is a factor of 10 to the power 50. A horizontal line at the top: ReLU at positive z, slope 1. Below it, straight falling lines: tanh at z = 1, slope 0.42, which is at about 10 to the minus 226 after 600 factors; the sigmoid at its best, slope 0.25, which meets the smallest float, 10 to the minus 324, at 537 factors; the sigmoid at z = 2, slope 0.105, which meets it at 330.](picture:vanishing)
#
# *Every step down on the left axis is a factor of $10^{50}$. Look where the lines meet the grey band: below it, a float has no number left but 0.*

# %% [markdown]
# A network with hundreds of layers may seem far-fetched. But a **recurrent** network reads a text word by word, and applies the same neurons again at each word: $a_t = \sigma(w\,a_{t-1} + x_t)$, where $t$ counts the time steps. Seen from its last word, the first word of a long text lies **thousands of layers** back, and the chain rule goes through all of them:
#
# $$\frac{\partial a_T}{\partial a_0} = \prod_{t=1}^{T} w\, \sigma'(z_t)$$
#
# The sign $\prod$ is to products what $\sum$ is to sums. **Before you run the cell,** which reads 3000 inputs: from how many steps back does anything arrive at all?

# %%
rng = np.random.default_rng(0)
a, w, product = 0.5, 1.0, 1.0
for t in range(1, 3001):
    z = w * a + rng.normal()  # the input x_t is a random number around 0
    product = product * w * sigmoid_prime(z)
    a = sigmoid(z)
    if t in (1, 10, 100) or product == 0:
        print(f"after {t:4} steps: {product:.1e}")
    if product == 0:
        break

# %% [markdown]
# After a few hundred steps the product is smaller than the smallest float, about $5 \cdot 10^{-324}$, and becomes exactly 0. Long before that it is too small to matter: after ten steps, less than a millionth is left. What was read ten words ago cannot teach this network anything.
#
# Can the weights not make up for it? For a factor $w\,\sigma'(z)$ of 1, $w$ has to be 4 at $z = 0$, where $\sigma'$ is largest, and more anywhere else. If the factors are a little above 1, the product **explodes** instead: $1.1^{1000}$ is about $10^{41}$. A long product stays of a useful size only if its factors stay very close to 1. That is one reason why ReLU, with its slope of 1, is the usual choice in deep networks, and why lesson 12 takes such care over the size of the first weights.

# %% [markdown]
# ## 9. Questions
#
# **q1.** In $f = (x + y)\,z$, the value of $x$ is raised by 1, and $y$ and $z$ are left alone. Which of the three gradients $\partial f/\partial x$, $\partial f/\partial y$, $\partial f/\partial z$ have another value afterwards?
#
# - **a** only $\partial f/\partial x$
# - **b** $\partial f/\partial x$ and $\partial f/\partial y$
# - **c** only $\partial f/\partial z$
# - **d** all three
#
# **q2.** A sigmoid neuron puts out $a = 0.9$. How steep is the sigmoid at this neuron's $z$? (A number. You do not need to know $z$.)

# %% [markdown]
# **q3.** A softmax with three scores gives $a = (0.7,\ 0.2,\ 0.1)$. The third score, $z_3$, is raised by 0.01. By about how much does $a_1$ change? (A number with its sign. Use the slope times the nudge.)
#
# **q4.** A recurrent network with tanh reads a text of 1000 steps. It is well behaved: the slope of tanh is 0.99 at every step, and all its weights are 1. About how much of the gradient arrives at the first step?
#
# - **a** 0.99 of it
# - **b** a tenth
# - **c** less than a ten-thousandth
# - **d** exactly 0: the product underflows

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": "…a letter…", "q2": …a number…, "q3": …a number…, "q4": "…a letter…"}
### BEGIN SOLUTION
answers = {"q1": "c", "q2": 0.09, "q3": -0.0007, "q4": "c"}
### END SOLUTION

# %% nbgrader={"grade_id": "check_questions", "grade": true, "points": 0}
assert isinstance(answers, dict), "`answers` should be a dict, as in the form above."
assert set(answers) == {"q1", "q2", "q3", "q4"}, f"The names are q1 to q4; yours are {list(answers)}."
for q in ("q1", "q4"):
    assert str(answers[q]).strip().lower() in ("a", "b", "c", "d"), f"{q} is a letter from a to d."
for q in ("q2", "q3"):
    assert isinstance(answers[q], (int, float)), f"{q} is a number, without quotation marks."

# %% nbgrader={"grade_id": "grade_questions", "grade": true, "points": 4}
# Your answers are graded here.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## 10. Now break it
#
# A neuron with one input, followed by a multiplication: $f = v \cdot \sigma(w x + b)$. The function below goes through this graph, forward in lines 1 to 3, and back in lines 4 to 8. It ought to return $\partial f / \partial w$, $\partial f / \partial b$ and $\partial f / \partial v$. The cell compares them with measured slopes.
#
# **Before you run it,** read the lines and put the graph on paper. Do they all look right?


# %%
def neuron_gradients(w, x, b, v):
    p = w * x  # 1
    z = p + b  # 2
    a = sigmoid(z)  # 3
    df_dv = a  # 4
    df_da = v  # 5
    df_dz = df_da * sigmoid_prime(a)  # 6
    df_db = df_dz  # 7
    df_dw = df_dz * x  # 8
    return df_dw, df_db, df_dv


w, x, b, v = 0.5, 3.0, 0.5, 3.0
measured = [
    numerical_derivative(lambda w: v * sigmoid(w * x + b), w),
    numerical_derivative(lambda b: v * sigmoid(w * x + b), b),
    numerical_derivative(lambda v: v * sigmoid(w * x + b), v),
]
for name, computed, slope in zip("wbv", neuron_gradients(w, x, b, v), measured, strict=True):
    print(f"gradient of {name}: computed {computed:.4f}, measured {slope:.4f}")

# %% [markdown]
# ### Exercise: `bug`
# Exactly one of the numbered lines is wrong. Which, and what is wrong with it?
#
# - **a** the sign of the gradient is lost
# - **b** the slope is taken at the wrong place of the curve
# - **c** the gradient that arrives from the right is left out
# - **d** each input should be multiplied by the other one, and is multiplied by itself
#
# <details><summary>Hint: a nudge</summary>
#
# Two gradients are wrong, and by the same factor; one is right. Which lines do the two wrong ones share?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Put the numbers of the cell above on the graph, line by line, on paper: forward $p$, $z$, $a$; then back. Beside each function call, say what the function takes (its docstring tells) and what it is given.
#
# </details>

# %% nbgrader={"grade_id": "bug", "solution": true}
# The form: bug = {"line": …a number…, "why": "…a letter…"}
### BEGIN SOLUTION
bug = {"line": 6, "why": "b"}
### END SOLUTION

# %% nbgrader={"grade_id": "check_bug", "grade": true, "points": 0}
assert isinstance(bug, dict), "`bug` should be a dict, as in the form above."
assert set(bug) == {"line", "why"}, f'The names are "line" and "why"; yours are {list(bug)}.'
assert bug["line"] in range(1, 9), "The line is a number from 1 to 8, without quotation marks."
assert str(bug["why"]).strip().lower() in ("a", "b", "c", "d"), "why is a letter from a to d."

# %% nbgrader={"grade_id": "grade_bug", "grade": true, "points": 2}
# Your answers are graded here.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("03-derivatives", "bug", bug)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **`/ 2 * eps`.** Python divides by 2 and then multiplies by `eps`. The width of the step needs brackets.
# - **A step that is too small.** With `eps` of $10^{-12}$ a measured slope is mostly rounding. Stay near $10^{-5}$.
# - **Measuring at a corner.** At $z = 0$ a central difference gives ReLU the slope ½, which is not a mistake of your formula.
# - **A sign lost in the chain.** $e^{-z}$ brings a minus, $1/u$ brings another. The sigmoid rises, so its slope is positive: check signs by asking which way the curve goes.
# - **`slope * z` for the slope of leaky ReLU.** That is the value; the slope is the number in front of $z$.
# - **Only the diagonal of softmax.** $a_k (1 - a_k)$ alone forgets that raising one score lowers all other outputs.
# - **Values thrown away on the way forward.** The way back needs them: a product asks for its other factor.
#
# <details><summary>And one more, which is also the answer to the bug</summary>
#
# - **The slope taken at the wrong place.** Every `…_prime` of this lesson takes $z$. Given an output of a sigmoid instead, `sigmoid_prime` answers with a number between 0.19 and 0.25, which looks harmless.
#
# </details>

# %% [markdown]
# ## Where this leads
#
# You can go forward and back through a graph of two operations, and you have the slope of every activation. A network is such a graph with many neurons, many examples and a few matrices. **Lesson 04** goes forward through it, from the inputs to the outputs, and keeps every $z$ and every $a$ on the way. You know now who will ask for them.
