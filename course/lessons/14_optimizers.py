# %% [markdown]
# # 14 · Optimizers: beyond plain gradient descent
#
# Time: 60 minutes · Points: 19 · Builds on: 13 Gradient descent
#
# After this you can say what each of eight well-known update rules mends in the one before it, work two steps of each by hand, write each as a function of a few lines, and choose among them knowing what you get.

# %% [markdown]
# Backpropagation hands over a gradient. Lesson 13 did one thing with it: multiply by $\eta$, subtract. That is **plain** gradient descent, and everything in this lesson stands where that one line stood. How the gradient is computed does not change at all.
#
# All parameters of a network fit into one array $\theta$ (theta), as in lesson 11, and their gradient into an array $g$ of the same shape. (So $g$ is a gradient in this lesson, not an activation function; and in sections 8 to 10, $m$ is a running mean, not the number of examples.) Plain gradient descent is then
#
# $$\theta \leftarrow \theta - \eta\, g .$$
#
# All rules to come work entry by entry: what they do to one parameter, they do to a million. So one or two parameters are enough to understand them, and a whole network waits at the end. In the exercises, write your code where it says `YOUR CODE HERE`, then run the check below it; `course check 14-optimizers` in a terminal runs the hidden tests as well.

# %% nbgrader={"grade_id": "given_setup", "locked": true}
from copy import deepcopy

import numpy as np

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals

STEEPNESS = np.array([1.0, 100.0])  # of the ravine, along and across


def ravine(theta):
    """The cost at theta, shape (2,): half of θ₁² + 100 θ₂²."""
    return 0.5 * np.sum(STEEPNESS * theta**2)


def ravine_gradient(theta):
    """Its gradient, shape (2,): (θ₁, 100 θ₂)."""
    return STEEPNESS * theta


# %% [markdown]
# ## 1. One rate for all directions
#
# Here is a landscape with two parameters, $J = \frac12 (\theta_1^2 + 100\, \theta_2^2)$: a long ravine. Its gradient is $(\theta_1,\ 100\, \theta_2)$. At the start in $(10, 1)$ it is $(10, 100)$: nearly all of it points **across** the ravine, and the way out is **along**.
#
# ![Level lines of a long narrow ravine, drawn to scale. From the start at (10, 1) a path jumps from wall to wall, less and less, and creeps along the ravine; after 25 steps it is at 6.4, with the lowest point at 0 still far away.](picture:ravine)
#
# *Plain gradient descent with $\eta = 0.018$, to scale. Look at what most of the walking is good for.*

# %% [markdown]
# Each parameter can be followed alone. Along: $\theta_1 \leftarrow \theta_1 - \eta\, \theta_1 = (1 - \eta)\, \theta_1$. Across: $\theta_2 \leftarrow (1 - 100\, \eta)\, \theta_2$. A factor beyond ±1 means that the parameter runs away.
#
# | $\eta$ | factor along | factor across | steps until $\theta_1$ is down to 1 % |
# | --- | --- | --- | --- |
# | 0.001 | 0.999 | 0.9 | 4,603 |
# | 0.01 | 0.99 | 0 | 459 |
# | 0.018 | 0.982 | −0.8 | 254 |
# | 0.021 | 0.979 | −1.1: runs away | |
#
# The steep direction forbids any rate above 0.02, and the flat one has to live with it. A network has thousands of directions, some far steeper than others.

# %% [markdown]
# Two things are at fault, and they can be mended separately:
#
# 1. **It forgets.** Each step across undoes most of the one before; the steps along all agree. A memory of past gradients would tell the two apart: which way does it go, *mostly*?
# 2. **It has one rate for all.** The parameter with the large gradient and the one with the small gradient get the same $\eta$. A memory of sizes would help: how large is the gradient of this parameter, *usually*?
#
# ![A family tree. From plain gradient descent one branch, marked "which way, mostly?", leads to Momentum and on to Nesterov. The other, marked "how large, usually?", leads to Adagrad and on to RMSprop and Adadelta. Momentum and RMSprop meet in Adam, marked "both", which leads to AdaMax and Nadam; to Nadam there is an arrow from Nesterov as well.](picture:family)
#
# *The plan of this lesson. Every arrow is a fault that somebody mended.*

# %% [markdown]
# ## 2. A step with a memory
#
# All of them remember something from step to step. The functions of this lesson keep it outside, in a dictionary called the **state**: it goes in, and a new one comes out together with the new $\theta$. Before the first step there is nothing to remember, so the first state is `{}`. `state.get("name", 0)` reads an entry and gives 0 if there is none yet.
#
# Plain gradient descent needs no memory. To show the form, this one counts its steps. What is in a state, and under which names, is the business of the function alone, as long as it is a dict of plain data: numbers, arrays, lists, tuples, `str`.


# %%
def plain_step(theta, grad, state, learning_rate=0.01):
    """One step of plain gradient descent, which counts its steps."""
    steps = state.get("steps", 0) + 1
    return theta - learning_rate * grad, {"steps": steps}


start = {}
theta, state = plain_step(1.0, 3.0, start, learning_rate=0.1)  # the gradient is 3
print(theta, state)
theta, state = plain_step(theta, 4.0, state, learning_rate=0.1)  # and then 4
print(round(theta, 4), state)
print("start:", start)

# %% [markdown]
# These two steps, from $\theta = 1$ with the gradients 3 and then 4 and $\eta = 0.1$, will be worked with every rule. (Gradients that grow on the way are what mini-batches may give you.)
#
# The last line matters too: `start` is still empty. A function that changes nothing it was given is **pure**. The careless version below writes into the state instead of making a new one. **Before you run the cell:** two runs begin at the same `start`, one after the other. What will the second one count?


# %%
def careless_step(theta, grad, state, learning_rate=0.01):
    """The same, but it writes into the state that it was given."""
    state["steps"] = state.get("steps", 0) + 1
    return theta - learning_rate * grad, state


start = {}
_, after_one = careless_step(1.0, 3.0, start)
_, after_other = careless_step(1.0, 3.0, start)
print("first run:", after_one, " second run:", after_other, " start:", start)

# %% [markdown]
# One dictionary with three names: the second run began with the memory of the first, and the first run's result changed afterwards. With a pure step a run can be repeated, two runs can share a start, and a step that turned out badly can be taken back. It is not enough to make a new dict: `v *= 0.9` on an array that is in the state changes that array, and with it the old state.
#
# The next cell has what the lesson needs for walking and for the visible checks. Run it, and read on.


# %% nbgrader={"grade_id": "given_checks", "locked": true}
def walk(step, gradient, theta, steps, look_ahead=False, **options):
    """The places that a step function visits, theta first: an array with a row for each."""
    path, state = [theta], {}
    for _ in range(steps):
        grad = gradient if look_ahead else gradient(theta)  # Nesterov's wants the function itself
        theta, state = step(theta, grad, state, **options)
        path.append(theta)
    return np.array(path)


THREE_FOUR = (np.full((2, 1), 3.0), np.full((2, 1), 4.0))  # the gradients of two steps


def check_steps(step, want, given=THREE_FOUR, **options):
    """Do the steps from theta = 1 end at these numbers? For the visible checks."""
    theta, state = np.ones((2, 1)), {}
    for number, (right, grad) in enumerate(zip(want, given, strict=True), start=1):
        old_theta, old_state = theta.copy(), deepcopy(state)
        got = step(theta, grad, state, **options)
        assert got is not None, "The step gave nothing (None). Is there a return line?"
        assert isinstance(got, (tuple, list)), "A step gives two things, theta and state."
        assert len(got) == 2, f"A step gives two things, theta and state; yours gave {len(got)}."
        assert isinstance(got[1], dict), f"The state is a dict; yours: {type(got[1]).__name__}."
        kept = got[1].values()
        odd = [type(v).__name__ for v in kept if callable(v) or type(v).__module__ not in ("builtins", "numpy")]
        assert not odd, f"A state holds numbers, arrays, lists and the like; yours holds: {odd[0]}."
        assert np.shape(got[0]) == (2, 1), f"theta stays (2, 1); yours: {np.shape(got[0])}."
        ours = f"Step {number}, {options}: theta is {right}"
        assert np.allclose(got[0], right, rtol=0, atol=2e-6), f"{ours}; yours: {np.ravel(got[0])}."
        assert np.array_equal(theta, old_theta), "The step changed the theta that it was given."
        again, _ = step(theta, grad, old_state, **options)
        repeated, _ = step(theta, grad, state, **options)
        assert np.array_equal(again, repeated), "The step changed the state that it was given."
        theta, state = got


# %% [markdown]
# ## 3. Momentum: remember the direction
#
# Let the steps add up, and let old ones fade. A ball does that: it keeps most of its **velocity** $v$, and the slope adds to it.
#
# ![Two charts over 40 steps. Left, along: all plain steps are 1, and the velocity grows from 1 towards 10. Right, across: the plain steps alternate between 1 and minus 1, and the velocity swings between plus and minus 0.53 in the end.](picture:velocity)
#
# *Bars: plain steps of length 1. Line: the velocity, of which 90 % is kept in each step. Compare where the two lines end.*

# %% [markdown]
# $$v \leftarrow \gamma\, v + \eta\, g, \qquad \theta \leftarrow \theta - v$$
#
# $v$ is the velocity, of the shape of $\theta$, and 0 at first; $\gamma$ (gamma) is the share of it that is kept, usually 0.9; $\eta$ and $g$ are as before. The new velocity moves $\theta$. By hand, with $\eta = 0.1$:
#
# | step | $g$ | $v = 0.9\, v + 0.1\, g$ | $\theta - v$ |
# | --- | --- | --- | --- |
# | 1 | 3 | 0 + 0.3 = 0.3 | 1 − 0.3 = 0.7 |
# | 2 | 4 | 0.27 + 0.4 = 0.67 | 0.7 − 0.67 = 0.03 |
#
# (Some libraries write $v \leftarrow \gamma v + g$ and $\theta \leftarrow \theta - \eta v$: the same walk, as long as $\eta$ stays the same. The exercise wants $\eta$ inside $v$, as in the rule above: when $\eta$ is lowered, what has been gathered stays.)

# %% [markdown]
# Where do 10 and 0.53 in the picture come from? From what a velocity looks like that has settled.
#
# | the line | the reason |
# | --- | --- |
# | $v = \gamma v + \eta g$ | all gradients agree, and the velocity has settled: new = old |
# | $v = \dfrac{1}{1 - \gamma}\, \eta g = 10\, \eta g$ | solve for $v$; $\gamma = 0.9$ |
# | $v = \gamma (-v) + \eta g$ | gradients alternate in sign, and so does the velocity: old = −new |
# | $v = \dfrac{1}{1 + \gamma}\, \eta g = 0.53\, \eta g$ | solve for $v$ |
#
# So momentum is **ten times faster** where gradients agree, and half as fast where they contradict each other. It also means that a rate which was right for plain gradient descent is often too large with momentum: start with a tenth of it.

# %% [markdown]
# ### Exercise: `momentum_step`
# One step with momentum: the new velocity from the old one and the gradient, then $\theta$ moved by the new velocity. Before the first step the velocity is 0.
#
# <details><summary>Hint: a nudge</summary>
#
# Which velocity moves $\theta$: the one that the state brought along, or the one that you have made of it?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Fetch the old velocity from the state, with a value for the case that there is none yet. Make the new one by the first line of the rule, and $\theta$ by the second. Return $\theta$, and a new dict that holds the new velocity. Mind `v *= …`: it changes the array inside the old state.
#
# </details>


# %% nbgrader={"grade_id": "momentum_step", "solution": true}
def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    """One step of gradient descent with momentum.

    In:  theta, an array of any shape or a float; grad, the gradient at theta, of the same shape;
         state, a dict, {} at first; learning_rate (η) and gamma (γ), floats.
    Out: the pair (new theta, new state). Nothing that came in is changed.

    Example: momentum_step(1.0, 3.0, {}, learning_rate=0.1) moves theta to 0.7.
    """
    ### BEGIN SOLUTION
    v = gamma * state.get("v", 0.0) + learning_rate * grad
    return theta - v, {"v": v}
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_momentum_step", "grade": true, "points": 1}
check_steps(momentum_step, (0.7, 0.03), learning_rate=0.1)  # v = 0.3, then 0.27 + 0.4 = 0.67
check_steps(momentum_step, (0.7, 0.15), learning_rate=0.1, gamma=0.5)  # 0.3, then 0.15 + 0.4
check_steps(momentum_step, (0.97, 0.903))  # η = 0.01 and γ = 0.9 unless told otherwise

# %% nbgrader={"grade_id": "grade_momentum_step", "grade": true, "points": 1}
# Hidden tests for `momentum_step` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("14-optimizers", "momentum_step", momentum_step)
### END HIDDEN TESTS

# %% [markdown]
# Into the ravine, 100 steps. **Before you run the cell:** plain gradient descent gets $\eta = 0.018$, nearly the largest it can stand; momentum gets 0.01. Which has the lower cost after 10 steps, and after 100?

# %%
start = np.array([10.0, 1.0])
plain = walk(plain_step, ravine_gradient, start, 100, learning_rate=0.018)
rolling = walk(momentum_step, ravine_gradient, start, 100, learning_rate=0.01)
for t in (0, 10, 20, 30, 50, 100):
    print(f"step {t:3}: plain {ravine(plain[t]):8.4f}   momentum {ravine(rolling[t]):8.4f}")

# %% [markdown]
# Along the ravine the steps of momentum add up, across it they cancel. It is not all gain: at step 35 momentum has rolled past the lowest point, to $\theta_1 = -1.5$, and has to come back.

# %% [markdown]
# ## 4. Nesterov: look where you are going
#
# Momentum has a fault of its own, and a bowl shows it best: $J = 1.5\, \theta^2$, with the gradient $3\, \theta$ and the lowest point at 0. **Before you run the cell:** with $\eta = 0.1$ the ball starts at 1, and after two steps it is at 0.22. Where do you expect it after the third?

# %%
ball = walk(momentum_step, lambda theta: 3 * theta, 1.0, 15, learning_rate=0.1)
print(ball.round(2))

# %% [markdown]
# It rolls through the lowest point and up to $-0.78$ on the other side. Look at step 2: at $\theta = 0.7$ the velocity has long decided to carry it on to $0.7 - 0.27 = 0.43$, where the slope is smaller; yet it adds the slope of 0.7. Yurii Nesterov's idea: **if you will be carried there anyway, ask for the slope there.**
#
# ![The parabola J = 1.5 theta squared. At theta = 0.7, "here we are", the slope is 2.1; at 0.43, "here the old velocity leads", it is 1.29. Below, two pairs of arrows: momentum goes from 0.7 by 0.27 and by 0.21 to 0.22; Nesterov goes by 0.27 and by 0.129 to 0.301.](picture:look_ahead)
#
# *Step 2, with $\gamma v = 0.27$. The grey part is the same for both. Look at which slope makes the coloured part.*

# %% [markdown]
# $$v \leftarrow \gamma\, v + \eta\, \nabla J(\theta - \gamma\, v), \qquad \theta \leftarrow \theta - v$$
#
# $\nabla J(\dots)$ ("nabla J") is the gradient at the place in the brackets: the look-ahead place, where the kept part $\gamma v$ of the old velocity leads. Only the gradient is asked there; the step still starts at $\theta$. By hand, in the bowl:
#
# | step | look-ahead place | gradient there | $v = 0.9\, v + 0.1 \cdot$ gradient | $\theta - v$ |
# | --- | --- | --- | --- | --- |
# | 1 | 1 − 0 = 1 | 3 | 0 + 0.3 = 0.3 | 0.7 |
# | 2 | 0.7 − 0.27 = 0.43 | 1.29 | 0.27 + 0.129 = 0.399 | 0.301 |
#
# The step needs the gradient at a place of its own, so it is handed a function in the place of a gradient.

# %% [markdown]
# ### Exercise: `nesterov_step`
# One step of Nesterov's. The second argument is a **function** here: `grad_fn(theta)` gives the gradient at any place you ask for.
#
# <details><summary>Hint: a nudge</summary>
#
# At which place is the gradient wanted? And from which place is the step taken: from there, or from $\theta$?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Only the gradient is new: compute the look-ahead place from $\theta$ and the old velocity, and ask `grad_fn` there. The rest is `momentum_step`. In the first step the old velocity is 0, and the look-ahead place is $\theta$ itself.
#
# </details>


# %% nbgrader={"grade_id": "nesterov_step", "solution": true}
def nesterov_step(theta, grad_fn, state, learning_rate=0.01, gamma=0.9):
    """One step of Nesterov's accelerated gradient.

    In:  theta, an array of any shape or a float; grad_fn, a function from a theta to the gradient
         there, of the same shape; state, a dict, {} at first; learning_rate (η), gamma (γ), floats.
    Out: the pair (new theta, new state). Nothing that came in is changed.

    Example: nesterov_step(1.0, lambda theta: 3 * theta, {}, learning_rate=0.1) moves theta to 0.7.
    """
    ### BEGIN SOLUTION
    v = state.get("v", 0.0)
    v = gamma * v + learning_rate * grad_fn(theta - gamma * v)
    return theta - v, {"v": v}
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_nesterov_step", "grade": true, "points": 1}
bowl = (lambda theta: 3 * theta,) * 2  # the gradient of J = 1.5 θ², in both steps
check_steps(nesterov_step, (0.7, 0.301), bowl, learning_rate=0.1)  # second gradient: 3 · 0.43
check_steps(nesterov_step, (0.7, 0.385), bowl, learning_rate=0.1, gamma=0.5)  # 3 · (0.7 − 0.15)
check_steps(nesterov_step, (0.97, 0.91471), bowl)  # η = 0.01 and γ = 0.9 unless told otherwise

# %% nbgrader={"grade_id": "grade_nesterov_step", "grade": true, "points": 1}
# Hidden tests for `nesterov_step` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("14-optimizers", "nesterov_step", nesterov_step)
### END HIDDEN TESTS

# %% [markdown]
# **Before you run the cell:** same bowl, same rate. Momentum went as far as $-0.78$; what is your guess for Nesterov?

# %%
careful = walk(nesterov_step, lambda theta: 3 * theta, 1.0, 15, look_ahead=True, learning_rate=0.1)
print(careful.round(2))

# %% [markdown]
# It still overshoots, and less than half as far: the slope ahead brakes in time. It has a price: in a steep direction the look-ahead place may lie far up the other wall, and with $\eta = 0.018$, where momentum still works in our ravine, Nesterov's walk runs away.

# %% [markdown]
# ## 5. Adagrad: a rate for each parameter
#
# Now the other branch. Momentum still has one $\eta$ for all. Suppose that one weight of a network sees gradients around 10, and another, whose input is nearly always 0, sees gradients around 0.01. No single rate suits both.
#
# Adagrad measures every parameter by its own past: it adds up the **squares** of all its gradients so far and divides by the root. Squares, because signs should not cancel here. A root of a sum of squares is a hypotenuse:

# %% [markdown]
# ![Left, a right triangle with the legs 3 and 4, the gradients, and the hypotenuse 5: step 2 is 4/5 of eta. Right, legs of length 1 are joined at right angles, each on the hypotenuse of the last triangle, and wind into a spiral; the sixteenth hypotenuse is 4: step 16 is 1/4 of eta.](picture:hypotenuse)
#
# *Each gradient is a leg (blue), at a right angle to the hypotenuse so far (orange). The step is $\eta$ times newest leg by newest hypotenuse. Look at how the hypotenuse changes from leg to leg, and whether it can ever shrink.*

# %% [markdown]
# $$G \leftarrow G + g^2, \qquad \theta \leftarrow \theta - \eta\, \frac{g}{\sqrt{G + \varepsilon}}$$
#
# $G$ is the sum of squares, 0 at first, with an entry for each parameter, and $g^2$ is squared entry by entry. $\varepsilon$ (epsilon) is tiny, $10^{-8}$, and keeps 0/0 away when no gradient has arrived yet. By hand:
#
# | step | $g$ | $G$ | $\sqrt G$ | $0.1 \cdot g / \sqrt G$ | $\theta$ |
# | --- | --- | --- | --- | --- | --- |
# | 1 | 3 | 9 | 3 | 0.1 | 0.9 |
# | 2 | 4 | 9 + 16 = 25 | 5 | 0.08 | 0.82 |
#
# The first step of every parameter has the length $\eta$, large gradient or small. (The literature differs on $\varepsilon$: here it stands inside the root, as in Ruder's overview; many libraries add it outside. With $10^{-8}$ it matters for gradients of about $10^{-4}$ and less.)

# %% [markdown]
# ### Exercise: `adagrad_step`
# One step of Adagrad. All of it is entry by entry: each parameter has its own sum.
#
# <details><summary>Hint: a nudge</summary>
#
# In the first step, is the gradient of this step already in the sum under the root?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# First the new sum: the old one, from the state, plus the square of the gradient. Then the step, with the new sum and $\varepsilon$ together under one root. NumPy does both entry by entry; no loop, and no `np.sum`.
#
# </details>


# %% nbgrader={"grade_id": "adagrad_step", "solution": true}
def adagrad_step(theta, grad, state, learning_rate=0.01, eps=1e-8):
    """One step of Adagrad.

    In:  theta, an array of any shape or a float; grad, the gradient at theta, of the same shape;
         state, a dict, {} at first; learning_rate (η) and eps (ε), floats.
    Out: the pair (new theta, new state). Nothing that came in is changed.

    Example: adagrad_step(1.0, 3.0, {}, learning_rate=0.1) moves theta to 0.9.
    """
    ### BEGIN SOLUTION
    G = state.get("G", 0.0) + grad**2
    return theta - learning_rate * grad / np.sqrt(G + eps), {"G": G}
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_adagrad_step", "grade": true, "points": 1}
check_steps(adagrad_step, (0.9, 0.82), learning_rate=0.1)  # 0.1 · 3/3, then 0.1 · 4/√(9 + 16)
check_steps(adagrad_step, (0.99, 0.982))  # η = 0.01 unless told otherwise
# A large ε, to see where it stands: √(9 + 7) = 4, then √(25 + 7) = 5.656854.
check_steps(adagrad_step, (0.925, 0.854289), learning_rate=0.1, eps=7.0)

# %% nbgrader={"grade_id": "grade_adagrad_step", "grade": true, "points": 1}
# Hidden tests for `adagrad_step` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("14-optimizers", "adagrad_step", adagrad_step)
### END HIDDEN TESTS

# %% [markdown]
# **Before you run the cell:** into the ravine with $\eta = 1$, fifty times what plain gradient descent can stand. The start is $(10, 10)$, with the gradient $(10, 1000)$. Does it run away across? How different are the ways along and across?

# %%
scaled = walk(adagrad_step, ravine_gradient, np.array([10.0, 10.0]), 100, learning_rate=1.0)
for t in (0, 1, 2, 10, 100):
    print(f"step {t:3}: theta {scaled[t]}")

# %% [markdown]
# The two entries stay equal. A factor of 100 in all gradients of a parameter is a factor of 100 in its root as well, and cancels: to Adagrad this ravine is a round bowl.

# %% [markdown]
# ## 6. RMSprop: forget
#
# Look at the spiral again. The hypotenuse only grows, so the steps only shrink: with gradients of 1 the 16th step is a quarter of the first, and the 10,000th a hundredth, however far away the minimum still is. A few large gradients at the start are remembered forever.
#
# Geoffrey Hinton proposed, in a lecture, to take a **running mean** of the squares in the place of the sum: keep 90 % of the old value and add 10 % of the new square. Old squares fade.

# %% [markdown]
# ![Two charts over 100 steps, in which the first ten gradients are 10 and all others 1. Left, what is divided by: Adagrad's root climbs to 32 and stays above it; RMSprop's climbs to 8 and sinks back to 1. Right, the length of the steps in eta: both fall when the gradients do; Adagrad stays at 0.03, RMSprop is back at 1 after about 80 steps.](picture:forgetting)
#
# *Ten gradients of 10, then ones. Left: what each rule divides by. Right: how long its steps are. Look at step 11, then at step 100.*

# %% [markdown]
# $$E \leftarrow \rho\, E + (1 - \rho)\, g^2, \qquad \theta \leftarrow \theta - \eta\, \frac{g}{\sqrt{E + \varepsilon}}$$
#
# $E$ is the running mean of the squares, 0 at first; $\rho$ (rho) is the share that is kept, usually 0.9. The root of a mean of squares gave the method its name, *root mean square*. By hand:
#
# | step | $g$ | $E = 0.9\, E + 0.1\, g^2$ | $\sqrt E$ | $0.1 \cdot g / \sqrt E$ | $\theta$ |
# | --- | --- | --- | --- | --- | --- |
# | 1 | 3 | 0 + 0.9 = 0.9 | 0.9487 | 0.3162 | 0.6838 |
# | 2 | 4 | 0.81 + 1.6 = 2.41 | 1.5524 | 0.2577 | 0.4261 |
#
# The first step is more than three times $\eta$, because $E$ starts at 0 and is too small at first. Keep this in mind for section 8. ($\varepsilon$ again: inside the root here, outside in many libraries.)

# %% [markdown]
# ### Exercise: `rmsprop_step`
# One step of RMSprop: a running mean of the squares takes the place of Adagrad's sum.
#
# <details><summary>Hint: a nudge</summary>
#
# The two shares in the running mean add up to 1. Which of them goes to the old value?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Take `adagrad_step` and exchange the line of the sum. Nothing else is different: the new mean is used in the same step, and $\varepsilon$ is under the root.
#
# </details>


# %% nbgrader={"grade_id": "rmsprop_step", "solution": true}
def rmsprop_step(theta, grad, state, learning_rate=0.001, rho=0.9, eps=1e-8):
    """One step of RMSprop.

    In:  theta, an array of any shape or a float; grad, the gradient at theta, of the same shape;
         state, a dict, {} at first; learning_rate (η), rho (ρ) and eps (ε), floats.
    Out: the pair (new theta, new state). Nothing that came in is changed.

    Example: rmsprop_step(1.0, 3.0, {}, learning_rate=0.1) moves theta to 0.683772 (rounded).
    """
    ### BEGIN SOLUTION
    E = rho * state.get("E", 0.0) + (1 - rho) * grad**2
    return theta - learning_rate * grad / np.sqrt(E + eps), {"E": E}
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_rmsprop_step", "grade": true, "points": 1}
check_steps(rmsprop_step, (0.683772, 0.426110), learning_rate=0.1)  # 3/√0.9, then 4/√2.41
check_steps(rmsprop_step, (0.996838, 0.994261))  # η = 0.001 and ρ = 0.9 unless told otherwise
# A large ε, to see where it stands: √(0.9 + 1.35) = 1.5, then √(2.41 + 1.35) = 1.939072.
check_steps(rmsprop_step, (0.8, 0.593716), learning_rate=0.1, eps=1.35)

# %% nbgrader={"grade_id": "grade_rmsprop_step", "grade": true, "points": 1}
# Hidden tests for `rmsprop_step` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("14-optimizers", "rmsprop_step", rmsprop_step)
### END HIDDEN TESTS

# %% [markdown]
# **Before you run the cell:** the bowl again, gradient $3\, \theta$, which is 0 at the lowest point. After 1,000 steps of RMSprop with $\eta = 0.1$, where is $\theta$?

# %%
path = walk(rmsprop_step, lambda theta: 3 * theta, 1.0, 1000, learning_rate=0.1)
print("the last four places:", path[-4:].round(4))

# %% [markdown]
# To and fro about the lowest point, in steps of 0.1. Once the squares have been small for a while, their running mean is small too, and the steps are back at $\eta$. Those who use RMSprop lower $\eta$ while they train.

# %% [markdown]
# ## 7. Adadelta: steps in the right unit
#
# So with RMSprop everything hangs on $\eta$ again. And what is it? Say that $\theta$ is a length in metres and the cost is in euros. The gradient is in euros per metre.
#
# ![A table in pictures. Plain: eta, without a unit, times g, in euros per metre, gives a step in euros per metre, but theta is in metres. RMSprop: eta, without a unit, times g by the root of E, without a unit, gives a step without a unit. Adadelta: the root of D, in metres, times g by the root of E, without a unit, gives a step in metres, as theta has.](picture:units)
#
# *Follow each row from left to right. Only the last one arrives in metres.*

# %% [markdown]
# Unless $\eta$ has the missing unit, the step depends on the ruler. Measure in centimetres: $\theta = 100$, and a gradient of 3 euros per metre becomes 0.03 per centimetre. RMSprop's first step is again $0.316$, now centimetres: a hundredth of what it was.
#
# Matthew Zeiler looked for something that has the unit of $\theta$ and is a sensible length of a step, and took **the usual length of the last steps**: their root mean square, kept like the one of the gradients.
#
# $$E \leftarrow \rho\, E + (1 - \rho)\, g^2, \qquad \Delta = - \frac{\sqrt{D + \varepsilon}}{\sqrt{E + \varepsilon}}\; g, \qquad D \leftarrow \rho\, D + (1 - \rho)\, \Delta^2, \qquad \theta \leftarrow \theta + \Delta$$
#
# $\Delta$ (Delta) is the step, with its sign; $D$ is the running mean of its square, 0 at first; $E$ and $\rho$ are those of RMSprop. The order matters: this step cannot help to measure itself, so $D$ is still the old one when $\Delta$ is computed. There is no $\eta$.

# %% [markdown]
# By hand, with $\varepsilon = 10^{-6}$:
#
# | step | $g$ | $E$ | old $D$ | $\Delta = - \sqrt{D + \varepsilon}\, /\, \sqrt{E + \varepsilon} \cdot g$ | new $D$ | $\theta$ |
# | --- | --- | --- | --- | --- | --- | --- |
# | 1 | 3 | 0.9 | 0 | $-0.001 / 0.9487 \cdot 3 = -0.003162$ | $0.1 \cdot 0.003162^2 = 10^{-6}$ | 0.996838 |
# | 2 | 4 | 2.41 | $10^{-6}$ | $-0.001414 / 1.5524 \cdot 4 = -0.003644$ | $2.2 \cdot 10^{-6}$ | 0.993194 |
#
# The first step has nothing to go by but $\varepsilon$: it is about $3.16 \sqrt\varepsilon$, whatever the gradient. So $\varepsilon$ is where the unit has slipped in again, and the start is slow. From then on the steps feed on themselves.

# %% [markdown]
# ### Exercise: `adadelta_step`
# One step of Adadelta. There are two running means now, and no learning rate. Mind the order of the four lines.
#
# <details><summary>Hint: a nudge</summary>
#
# The step $\Delta$ needs the running mean $D$ of the squared steps. Can this step already be in it?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Two numbers are fetched from the state, both 0 at first. $E$ is brought up to date before $\Delta$ is computed, $D$ after it. $\varepsilon$ stands under both roots. The minus sign is inside $\Delta$, so $\theta$ moves by plus $\Delta$.
#
# </details>


# %% nbgrader={"grade_id": "adadelta_step", "solution": true}
def adadelta_step(theta, grad, state, rho=0.9, eps=1e-6):
    """One step of Adadelta.

    In:  theta, an array of any shape or a float; grad, the gradient at theta, of the same shape;
         state, a dict, {} at first; rho (ρ) and eps (ε), floats.
    Out: the pair (new theta, new state). Nothing that came in is changed.

    Example: adadelta_step(1.0, 3.0, {}) moves theta to 0.996838 (rounded).
    """
    ### BEGIN SOLUTION
    E = rho * state.get("E", 0.0) + (1 - rho) * grad**2
    D = state.get("D", 0.0)
    delta = -np.sqrt(D + eps) / np.sqrt(E + eps) * grad
    return theta + delta, {"E": E, "D": rho * D + (1 - rho) * delta**2}
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_adadelta_step", "grade": true, "points": 1}
check_steps(adadelta_step, (0.996838, 0.993194))  # ρ = 0.9 and ε = 0.000001 unless told otherwise
# A large ε, to see where it stands: Δ = −√0.3/√(0.9 + 0.3) · 3 = −1.5, so D = 0.1 · 2.25 = 0.225,
# then Δ = −√(0.225 + 0.3)/√(2.41 + 0.3) · 4 = −1.760577.
check_steps(adadelta_step, (-0.5, -2.260577), eps=0.3)
check_steps(adadelta_step, (0.998586, 0.996819), rho=0.5)  # E = 4.5, then 2.25 + 8 = 10.25

# %% nbgrader={"grade_id": "grade_adadelta_step", "grade": true, "points": 1}
# Hidden tests for `adadelta_step` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("14-optimizers", "adadelta_step", adadelta_step)
### END HIDDEN TESTS

# %% [markdown]
# **Before you run the cell:** the gradient is 3 in every step, for 1,000 steps. RMSprop would make steps of the length $\eta$. How long is Adadelta's step in the end: as at the start, or longer?

# %%
path = walk(adadelta_step, lambda theta: 3.0, 0.0, 1000)
for t in (1, 10, 100, 1000):
    print(f"step {t:4}: length {abs(path[t] - path[t - 1]):.4f}")

# %% [markdown]
# Longer, and still growing, as long as nothing contradicts: nobody had to choose a rate. A thousand steps for a factor of three also shows its weakness.

# %% [markdown]
# ## 8. Adam: both memories
#
# Two branches, two memories: a velocity says which way, a running mean of squares says how large. Adam keeps both, and as a first try that is
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g, \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2, \qquad \theta \leftarrow \theta - \eta\, \frac{m}{\sqrt v + \varepsilon}.$$
#
# $m$ is the running mean of the gradients, and $v$ that of their squares (not a velocity: the letter is Adam's). $\beta_1$ and $\beta_2$ (beta) are the shares that are kept: 0.9 and 0.999. Both means start at 0.
#
# The first step, with $g = 3$: $m = 0.1 \cdot 3 = 0.3$ and $v = 0.001 \cdot 9 = 0.009$, so $m / \sqrt v = 0.3 / 0.0949 = 3.16$. With a constant gradient we would want 1, a step of the length $\eta$.

# %% [markdown]
# And it does not pass quickly. **Before you run the cell:** with $g = 3$ in all steps, is the second step nearer to $\eta$, or farther from it?

# %%
m = v = 0.0
for t in range(1, 5001):
    m, v = 0.9 * m + 0.1 * 3, 0.999 * v + 0.001 * 9
    if t in (1, 2, 10, 100, 1000, 5000):
        print(f"step {t:4}: m = {m:.3f}, v = {v:.3f}, the step is {m / np.sqrt(v):.2f} times eta")

# %% [markdown]
# After a hundred steps it is still more than three times too long. A mean that starts at 0 is too small, and $v$ forgets its start far more slowly than $m$. How much too small?
#
# ![Three bar charts of the shares in a running mean with beta = 0.9. After 1 step the start has 0.9 and the gradients have 0.1. After 3 steps the start has 0.729, the gradients 0.271. After 10 steps the start has 0.349, the gradients 0.651. Newer gradients have larger shares.](picture:shares)
#
# *All bars of a chart add up to 1. The hatched one belongs to the start, which is 0. What is missing from 1 in the blue ones is what has to be made up for.*

# %% [markdown]
# To be shown: a running mean $m_t$ after $t$ steps is too small by the factor $1 - \beta^t$. $E[\,\cdot\,]$, with brackets, is a mean over many draws, as in lesson 12; here it is over all the mini-batches that could have been drawn. (RMSprop's $E$ is something else.) Assume that the mean gradient $E[g]$ is the same in all steps.
#
# | | the line | the reason |
# | --- | --- | --- |
# | 1 | $m_1 = (1 - \beta)\, g_1$ | $m_0 = 0$ |
# | 2 | $m_2 = \beta m_1 + (1 - \beta)\, g_2 = (1 - \beta)(\beta g_1 + g_2)$ | line 1 put in; take $1 - \beta$ out |
# | 3 | $m_t = (1 - \beta) \sum_{i=1}^t \beta^{t-i} g_i$ | the same again: each step multiplies all earlier terms by $\beta$ and adds the term $i = t$ |
# | 4 | $E[m_t] = (1 - \beta) \sum_{i=1}^t \beta^{t-i}\, E[g_i]$ | the mean of a sum is the sum of the means |
# | 5 | $\phantom{E[m_t]} = E[g]\, (1 - \beta)\, S$, with $S = \sum_{i=1}^t \beta^{t-i}$ | $E[g_i] = E[g]$ in all steps |
# | 6 | $S = 1 + \beta + \dots + \beta^{t-1}$ | the terms written out, newest first |
# | 7 | $S - \beta S = 1 - \beta^t$ | $\beta S = \beta + \dots + \beta^t$: all others cancel |
# | 8 | $(1 - \beta)\, S = 1 - \beta^t$ | take $S$ out |
# | 9 | $E[m_t] = (1 - \beta^t)\, E[g]$ | line 8 in line 5 |
# | 10 | $E\left[ \dfrac{m_t}{1 - \beta^t} \right] = E[g]$ | divide by the number $1 - \beta^t$ |

# %% [markdown]
# Line 10 is the **bias correction**. The same lines hold for $v$, with $g^2$ in the place of $g$. Adam, then:
#
# $$t \leftarrow t + 1, \qquad m \leftarrow \beta_1 m + (1 - \beta_1)\, g, \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
#
# $$\hat m = \frac{m}{1 - \beta_1^t}, \qquad \hat v = \frac{v}{1 - \beta_2^t}, \qquad \theta \leftarrow \theta - \eta\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon}$$
#
# $t$ is the number of the step, 1 in the first one; the hat means "corrected". $\varepsilon$ is **outside** the root here. By hand:
#
# | step | $g$ | $m$ | $\hat m$ | $v$ | $\hat v$ | $\hat m / \sqrt{\hat v}$ | $\theta$ |
# | --- | --- | --- | --- | --- | --- | --- | --- |
# | 1 | 3 | 0.3 | 0.3 / 0.1 = 3 | 0.009 | 0.009 / 0.001 = 9 | 3 / 3 = 1 | 0.9 |
# | 2 | 4 | 0.27 + 0.4 = 0.67 | 0.67 / 0.19 = 3.5263 | 0.008991 + 0.016 = 0.024991 | 0.024991 / 0.001999 = 12.5018 | 3.5263 / 3.5358 = 0.9973 | 0.8003 |

# %% [markdown]
# ### Exercise: `adam_step`
# One step of Adam. The state has three entries: the two running means, not corrected, and the number of steps $t$, which is 1 in the first step.
#
# <details><summary>Hint: a nudge</summary>
#
# What goes into the state for the next step: $m$ or $\hat m$? Put the numbers of the two steps above beside yours.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Five lines, as in the rule: count, two running means, two corrections. The corrected values are used for the step and then forgotten. $\varepsilon$ is outside the root here.
#
# </details>


# %% nbgrader={"grade_id": "adam_step", "solution": true}
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """One step of Adam.

    In:  theta, an array of any shape or a float; grad, the gradient at theta, of the same shape;
         state, a dict, {} at first; learning_rate (η), beta1 (β₁), beta2 (β₂), eps (ε), floats.
    Out: the pair (new theta, new state). Nothing that came in is changed.

    Example: adam_step(1.0, 3.0, {}, learning_rate=0.1) moves theta to 0.9.
    """
    ### BEGIN SOLUTION
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0.0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0.0) + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return theta - learning_rate * m_hat / (np.sqrt(v_hat) + eps), {"t": t, "m": m, "v": v}
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_adam_step", "grade": true, "points": 1}
check_steps(adam_step, (0.9, 0.800268), learning_rate=0.1)  # 3/3, then 3.526316/3.535782
check_steps(adam_step, (0.999, 0.998003))  # η = 0.001 unless told otherwise
# Other shares: the second step is 2.75/0.75 = 3.666667 by the root of 10.25/0.75 = 13.666667.
check_steps(adam_step, (0.9, 0.800816), learning_rate=0.1, beta1=0.5, beta2=0.5)
# A large ε, to see where it stands: 3/(√9 + 1) = 0.75, then 3.526316/(3.535782 + 1).
check_steps(adam_step, (0.925, 0.847256), learning_rate=0.1, eps=1.0)

# %% nbgrader={"grade_id": "grade_adam_step", "grade": true, "points": 1}
# Hidden tests for `adam_step` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("14-optimizers", "adam_step", adam_step)
### END HIDDEN TESTS

# %% [markdown]
# **Before you run the cell:** two parameters, one with the gradient 3 and one with 0.003, in every step. How far has each moved after 100 steps with $\eta = 0.01$? And a third, whose gradient is 3 and −3 in turn?

# %%
theta, state = np.zeros(3), {}
for t in range(100):
    grad = np.array([3.0, 0.003, 3.0 if t % 2 == 0 else -3.0])
    theta, state = adam_step(theta, grad, state, learning_rate=0.01)
print("after 100 steps:", theta.round(3))

# %% [markdown]
# The size of the gradient has dropped out: 100 steps of 0.01, in both. What counts is whether gradients **agree**: $\hat m / \sqrt{\hat v}$ is 1 where they do, and near 0 where they contradict each other. So $\eta$ says how far a parameter moves in a step at most, more or less, and that makes it easier to choose.

# %% [markdown]
# ## 9. AdaMax: the largest in the place of the mean
#
# At most, more or less? After many gradients of 1, let one of 100 arrive. $m$ jumps to $0.9 + 10 = 10.9$, and $v$ to $0.999 + 0.001 \cdot 100^2 = 11.0$, whose root is 3.3: the step is $3.3\, \eta$. $v$ is too slow to notice. Adam's authors, Diederik Kingma and Jimmy Ba, also tried other powers than the square.
#
# $\sqrt{3^2 + 4^2} = 5$ is one way to make one size out of 3 and 4. $\sqrt[4]{3^4 + 4^4} = 4.28$ is another, and $\sqrt[10]{3^{10} + 4^{10}} = 4.02$: with high powers the larger number outweighs the other.

# %% [markdown]
# ![Left, the p-th root of 3 to the p plus 4 to the p, against p: 7 for p = 1, 5 for p = 2, 4.28 for p = 4, 4.02 for p = 10, falling towards 4, the larger one. Right, bars of the absolute gradients of 16 steps and a line u above them: it jumps up to each bar that is higher than itself and sinks by a tenth in each of the steps between.](picture:largest)
#
# *Left: what becomes of 3 and 4. Right: the same idea with gradients that age. Look at when $u$ rises, and what it does in between.*

# %% [markdown]
# To be shown: with the power $p$ in the place of 2 and $p$ growing without end, Adam's $\sqrt v$ becomes a maximum. In line 1, $\beta_2^p$ in the place of $\beta_2$ lets a step of age cost the factor $\beta_2$ after the root is taken.
#
# | | the line | the reason |
# | --- | --- | --- |
# | 1 | $v_t = \beta_2^p\, v_{t-1} + (1 - \beta_2^p)\, \lvert g_t \rvert^p$ | Adam's $v$ with $p$ for 2 |
# | 2 | $v_t = (1 - \beta_2^p) \sum_{i=1}^t \beta_2^{p (t-i)} \lvert g_i \rvert^p$ | section 8, line 3, with $\beta_2^p$ and $\lvert g \rvert^p$ |
# | 3 | $\phantom{v_t} = (1 - \beta_2^p) \sum_{i=1}^t \left( \beta_2^{t-i} \lvert g_i \rvert \right)^p$ | both factors are $p$-th powers |
# | 4 | $\sqrt[p]{v_t} = \sqrt[p]{1 - \beta_2^p}\; \sqrt[p]{\textstyle\sum_i \left( \beta_2^{t-i} \lvert g_i \rvert \right)^p}$ | the root of a product |
# | 5 | first factor → 1 | $\beta_2^p \to 0$ |
# | 6 | second factor → the largest $\beta_2^{t-i} \lvert g_i \rvert$, call it $M$ | the sum of $t$ terms is between $M^p$ and $t\, M^p$, its root between $M$ and $\sqrt[p]{t}\, M$, and $\sqrt[p]{t} \to 1$ |
# | 7 | $u_t = \max_i\, \beta_2^{t-i} \lvert g_i \rvert$ | lines 4 to 6; the limit gets the name $u_t$ |
# | 8 | $u_t = \max\left( \beta_2\, u_{t-1},\ \lvert g_t \rvert \right)$ | the newest against all older ones, which are a step older than in $u_{t-1}$ |

# %% [markdown]
# $$u \leftarrow \max(\beta_2\, u,\ \lvert g \rvert), \qquad \theta \leftarrow \theta - \eta\, \frac{\hat m}{u}$$
#
# $u$ is the largest size of a gradient so far, aged, entry by entry; $t$, $m$ and $\hat m$ are Adam's. $u$ needs no correction: after the first step it is $\max(0, \lvert g_1 \rvert) = \lvert g_1 \rvert$, so the zero at the start leaves no trace. There is no $\varepsilon$ either; where $u$ is 0, nothing moves.
#
# | step | $g$ | $\hat m$ | $u = \max(0.999\, u, \lvert g \rvert)$ | $\hat m / u$ | $\theta$ |
# | --- | --- | --- | --- | --- | --- |
# | 1 | 3 | 3 | max(0, 3) = 3 | 1 | 0.9 |
# | 2 | 4 | 3.5263 | max(2.997, 4) = 4 | 0.8816 | 0.8118 |

# %% [markdown]
# ### Exercise: `adamax_step`
# One step of AdaMax. Only $m$ is corrected. Where $u$ is 0 no gradient has ever arrived: there, $\theta$ stays where it is. A 0/0 would give nan.
#
# <details><summary>Hint: a nudge</summary>
#
# Maximum of what, over what? For a $\theta$ with six entries, how many maxima are there? And which of `np.max` and `np.maximum` compares two arrays entry by entry?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The count and $m$ are those of Adam; $u$ takes the place of $v$ and needs neither root nor correction. For the zeros, divide by something harmless where $u$ is 0 and see to it that the result there is 0; `np.where` chooses entry by entry, and `np.divide` has a `where` of its own.
#
# </details>


# %% nbgrader={"grade_id": "adamax_step", "solution": true}
def adamax_step(theta, grad, state, learning_rate=0.002, beta1=0.9, beta2=0.999):
    """One step of AdaMax. Parameters whose gradient has always been 0 do not move.

    In:  theta, an array of any shape or a float; grad, the gradient at theta, of the same shape;
         state, a dict, {} at first; learning_rate (η), beta1 (β₁), beta2 (β₂), floats.
    Out: the pair (new theta, new state). Nothing that came in is changed.

    Example: adamax_step(1.0, 3.0, {}, learning_rate=0.1) moves theta to 0.9.
    """
    ### BEGIN SOLUTION
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0.0) + (1 - beta1) * grad
    u = np.maximum(beta2 * state.get("u", 0.0), np.abs(grad))
    ratio = np.where(u > 0, m / (1 - beta1**t) / np.where(u > 0, u, 1.0), 0.0)
    return theta - learning_rate * ratio, {"t": t, "m": m, "u": u}
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_adamax_step", "grade": true, "points": 1}
check_steps(adamax_step, (0.9, 0.811842), learning_rate=0.1)  # 3/3, then 3.526316/4
check_steps(adamax_step, (0.998, 0.996237))  # η = 0.002 unless told otherwise
check_steps(adamax_step, (1.1, 1.188158), (-THREE_FOUR[0], -THREE_FOUR[1]), learning_rate=0.1)
got, _ = adamax_step(np.ones((2, 1)), np.array([[3.0], [0.0]]), {}, learning_rate=0.1)
want = np.array([[0.9], [1.0]])  # no gradient, no move
assert np.allclose(got, want), f"Gradients 3 and 0: theta is 0.9 and 1; yours: {np.ravel(got)}."

# %% nbgrader={"grade_id": "grade_adamax_step", "grade": true, "points": 1}
# Hidden tests for `adamax_step` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("14-optimizers", "adamax_step", adamax_step)
### END HIDDEN TESTS

# %% [markdown]
# With the one gradient of 100 after many of 1: $u = 100$, and the step is $10.9 / 100 = 0.11\, \eta$. A single large gradient makes the step shorter, not longer.

# %% [markdown]
# ## 10. Nadam: Adam looks ahead
#
# The first half of Adam is momentum: it asks for the slope here, while it is being carried on. Section 4 mended that with a gradient at another place. Timothy Dozat's Nadam does it with the gradient that is already there. How can that be?
#
# By watching Nesterov's walk at other places. Call the look-ahead places $\varphi$ (phi): $\varphi = \theta - \gamma v$. Here is the walk of section 4 with both:
#
# ![Two number lines. Below, theta goes from 1 by v1 = 0.3 to 0.7 and by v2 = 0.399 to 0.301. Above, phi goes from 1 by gamma v1 + eta g1 = 0.57 to 0.43 and by gamma v2 + eta g2 = 0.4881 to minus 0.058. Dashed lines join each theta to its phi, gamma v further on.](picture:two_places)
#
# *Every gradient of this walk is asked at a $\varphi$. Look at the upper line as a walk of its own: what is each of its steps made of?*

# %% [markdown]
# To be shown: seen at the places $\varphi$, Nesterov's walk is momentum that uses **the new velocity in the place of the old**. $g_{t+1}$ is the gradient at $\varphi_t$.
#
# | | the line | the reason |
# | --- | --- | --- |
# | 1 | $\varphi_t = \theta_t - \gamma v_t$ | the name of the look-ahead place |
# | 2 | $v_{t+1} = \gamma v_t + \eta\, g_{t+1}$ and $\theta_{t+1} = \theta_t - v_{t+1}$ | Nesterov's rule |
# | 3 | $\varphi_{t+1} = \theta_{t+1} - \gamma v_{t+1}$ | line 1, a step later |
# | 4 | $\phantom{\varphi_{t+1}} = \theta_t - v_{t+1} - \gamma v_{t+1}$ | line 2, right |
# | 5 | $\phantom{\varphi_{t+1}} = \varphi_t + \gamma v_t - v_{t+1} - \gamma v_{t+1}$ | line 1, solved for $\theta_t$ |
# | 6 | $\phantom{\varphi_{t+1}} = \varphi_t + \gamma v_t - \gamma v_t - \eta\, g_{t+1} - \gamma v_{t+1}$ | line 2, left, for the first $v_{t+1}$ |
# | 7 | $\phantom{\varphi_{t+1}} = \varphi_t - \left( \gamma v_{t+1} + \eta\, g_{t+1} \right)$ | $\gamma v_t$ cancels |
#
# Plain momentum subtracts $\gamma v_t + \eta\, g_{t+1}$. In line 7 the gradient is taken where the walk stands, and the look-ahead has become a 1 in an index.

# %% [markdown]
# The same replacement in Adam's numerator $\hat m$:
#
# | | the line | the reason |
# | --- | --- | --- |
# | 1 | $\hat m_t = \dfrac{m_t}{1 - \beta_1^t}$ | bias correction |
# | 2 | $\phantom{\hat m_t} = \dfrac{\beta_1 m_{t-1} + (1 - \beta_1)\, g_t}{1 - \beta_1^t}$ | the rule for $m$ |
# | 3 | $\phantom{\hat m_t} = \dfrac{\beta_1 m_{t-1}}{1 - \beta_1^t} + \dfrac{(1 - \beta_1)\, g_t}{1 - \beta_1^t}$ | split the fraction: what is kept, and what is new |
# | 4 | $\dfrac{\beta_1 m_t}{1 - \beta_1^t} + \dfrac{(1 - \beta_1)\, g_t}{1 - \beta_1^t}$ | **not** equal to line 3: the new $m_t$ in the place of the old |
# | 5 | $\beta_1 \hat m_t + \dfrac{(1 - \beta_1)\, g_t}{1 - \beta_1^t}$ | line 1 |
#
# The rest is Adam. (Dozat's own version corrects the first part with $1 - \beta_1^{t+1}$ and lets $\beta_1$ change with time, and some libraries follow him; here it is as Ruder prints it.)

# %% [markdown]
# $$\theta \leftarrow \theta - \frac{\eta}{\sqrt{\hat v} + \varepsilon} \left( \beta_1 \hat m + \frac{(1 - \beta_1)\, g}{1 - \beta_1^t} \right)$$
#
# All symbols are Adam's. By hand:
#
# | step | $g$ | $\beta_1 \hat m$ | $(1 - \beta_1)\, g / (1 - \beta_1^t)$ | sum $/ \sqrt{\hat v}$ | $\theta$ |
# | --- | --- | --- | --- | --- | --- |
# | 1 | 3 | 0.9 · 3 = 2.7 | 0.3 / 0.1 = 3 | 5.7 / 3 = 1.9 | 0.81 |
# | 2 | 4 | 0.9 · 3.5263 = 3.1737 | 0.4 / 0.19 = 2.1053 | 5.2789 / 3.5358 = 1.4930 | 0.6607 |
#
# The first step is $1.9\, \eta$: the step itself, and 0.9 of the next one in advance, since momentum would make it anyway. Later the second part shrinks to a tenth of $g$, and with gradients that agree the sum is 1 again.

# %% [markdown]
# ### Exercise: `nadam_step`
# One step of Nadam: `adam_step` with another numerator.
#
# <details><summary>Hint: a nudge</summary>
#
# In the first step the numerator is $1.9\, g$. Which of its two parts gives $0.9\, g$, and which gives $g$?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# All five lines of Adam stay. In the last one, in the place of $\hat m$, stands a sum: the first part uses $\hat m$ of this step, the second the gradient of this step, with its own correction.
#
# </details>


# %% nbgrader={"grade_id": "nadam_step", "solution": true}
def nadam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """One step of Nadam.

    In:  theta, an array of any shape or a float; grad, the gradient at theta, of the same shape;
         state, a dict, {} at first; learning_rate (η), beta1 (β₁), beta2 (β₂), eps (ε), floats.
    Out: the pair (new theta, new state). Nothing that came in is changed.

    Example: nadam_step(1.0, 3.0, {}, learning_rate=0.1) moves theta to 0.81.
    """
    ### BEGIN SOLUTION
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0.0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0.0) + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    ahead = beta1 * m_hat + (1 - beta1) * grad / (1 - beta1**t)
    return theta - learning_rate * ahead / (np.sqrt(v_hat) + eps), {"t": t, "m": m, "v": v}
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_nadam_step", "grade": true, "points": 1}
check_steps(nadam_step, (0.81, 0.660699), learning_rate=0.1)  # 5.7/3, then 5.278947/3.535782
check_steps(nadam_step, (0.9981, 0.996607))  # η = 0.001 unless told otherwise
# A large ε, to see where it stands: 5.7/(3 + 1) = 1.425, then 5.278947/(3.535782 + 1).
check_steps(nadam_step, (0.8575, 0.741114), learning_rate=0.1, eps=1.0)

# %% nbgrader={"grade_id": "grade_nadam_step", "grade": true, "points": 1}
# Hidden tests for `nadam_step` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("14-optimizers", "nadam_step", nadam_step)
### END HIDDEN TESTS

# %% [markdown]
# ## 11. The race
#
# All of them on three surfaces: a ravine, the same ravine turned by 14 degrees, and a **saddle**: a ridge that leads down to a pass, with a lowest point on either side. The runners that you hand over are your own functions; each has a learning rate that suits it, and Adadelta an $\varepsilon$. Untick some to see the others better. Things to try:
#
# 1. The ravine, step by step. Who overshoots along? Whose first step is as long across as along?
# 2. Now the turned ravine. Who does as before, and who loses the lead? Why?
# 3. The saddle. Who is the last to leave the ridge? Then drag the start onto the ridge itself.

# %%
from course.figures import optimizers

optimizers.race(
    momentum=momentum_step,
    nesterov=nesterov_step,
    adagrad=adagrad_step,
    adadelta=adadelta_step,
    rmsprop=rmsprop_step,
    adam=adam_step,
    adamax=adamax_step,
    nadam=nadam_step,
)

# %% [markdown]
# <details><summary>What you should have found</summary>
#
# 1. Those with a memory of the direction roll past the lowest point: momentum, Nesterov, and Adam with its relatives. Those that divide by sizes, from Adagrad on, set out at 45 degrees: to them the ravine is no ravine.
# 2. Plain gradient descent, momentum and Nesterov do not care how the ravine lies. The others keep a size **for each parameter**: when steep and flat are mixtures of both parameters, both get the large size, and the advantage is gone. In a network nobody knows how the ravines lie.
# 3. Plain gradient descent, by far: near the ridge the slope is tiny, and so are its steps. Dividing by the size of the gradient makes up for that. Exactly on the ridge the slope to the side is 0, and 0 divided by anything is 0: no rule gets away. (In training, the noise of mini-batches does.)
#
# </details>

# %% [markdown]
# ## 12. On the digits
#
# Surfaces with two parameters are for the eye. The 64-30-10 network of lesson 13, which reads digits, has 2,260. The given cell has all that is needed: the data, the gradient as one array, and a loop, which draws the same start and the same mini-batches for everybody.

# %% nbgrader={"grade_id": "given_digits", "locked": true}
from course.data import digits

X_train, Y_train, X_test, Y_test = digits.load()


def unpack(theta):
    """W1, b1, W2 and b2 of the 64-30-10 network, out of one array with 2,260 entries."""
    W1, b1, W2, b2 = np.split(theta, [1920, 1950, 2250])
    return W1.reshape(30, 64), b1.reshape(30, 1), W2.reshape(10, 30), b2.reshape(10, 1)


def outputs(theta, X):
    """The activations of both layers, ReLU and softmax: lesson 04."""
    W1, b1, W2, b2 = unpack(theta)
    A1 = np.maximum(W1 @ X + b1, 0.0)
    Z2 = W2 @ A1 + b2
    E = np.exp(Z2 - Z2.max(axis=0))
    return A1, E / E.sum(axis=0)


def digits_gradient(theta, X, Y):
    """The gradient of the cross-entropy as one array: BP1 to BP4, lesson 10."""
    A1, A2 = outputs(theta, X)
    dZ2 = (A2 - Y) / X.shape[1]  # with the 1/m of BP1 and BP2
    dZ1 = (unpack(theta)[2].T @ dZ2) * (A1 > 0)
    parts = dZ1 @ X.T, dZ1.sum(axis=1), dZ2 @ A1.T, dZ2.sum(axis=1)
    return np.concatenate([part.ravel() for part in parts])


def learn(step, epochs, **options):
    """Train with mini-batches of 32; give the cost on the training set and the test accuracy."""
    rng = np.random.default_rng(0)
    weights = rng.normal(0.0, np.sqrt(2 / 64), 1920), rng.normal(0.0, np.sqrt(2 / 30), 300)  # He
    theta = np.concatenate([weights[0], np.zeros(30), weights[1], np.zeros(10)])
    state = {}
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(X_train.shape[1]), 45):
            grad = digits_gradient(theta, X_train[:, batch], Y_train[:, batch])
            theta, state = step(theta, grad, state, **options)
    right = outputs(theta, X_test)[1].argmax(axis=0) == Y_test.argmax(axis=0)
    return -np.mean(np.log(np.sum(outputs(theta, X_train)[1] * Y_train, axis=0))), right.mean()


# %% [markdown]
# Five epochs, three optimizers, three learning rates. **Before you run the cell:** which optimizer wins at 0.001, and which at 0.1? And by section 3, which two entries of the first two rows should be nearly the same?

# %%
print("rate              0.001          0.01           0.1")
for step in (plain_step, momentum_step, adam_step):
    row = [learn(step, 5, learning_rate=rate) for rate in (0.001, 0.01, 0.1)]
    print(f"{step.__name__:13} ", "   ".join(f"{cost:4.2f} ({right:4.0%})" for cost, right in row))
cost, right = learn(plain_step, 5, learning_rate=0.5)
print(f"plain_step, with 0.5: {cost:.2f} ({right:.0%})")

# %% [markdown]
# The cost, and in brackets the share of the test digits that are read correctly. Three things to see:
#
# - **At its usual rate, Adam is far ahead.** The same 0.001 is hopeless for plain gradient descent, in five epochs.
# - **Each row has its own best rate.** Momentum at 0.001 does what plain gradient descent does at 0.01, and at 0.01 what the other does at 0.1: the factor $1 / (1 - \gamma) = 10$ of section 3. For Adam 0.1 is already too much.
# - **With the best rate of each, little is left of the difference.** The last line is plain gradient descent with a rate that suits it.
#
# With 30 epochs, and for each the rate with the lowest cost on the training set, all eight and the plain one end between 96 % and 98 % on the test set. It has 359 digits: one per cent is less than four of them, and another seed moves the result about as much.

# %% [markdown]
# Which to start with, then? Honestly:
#
# | your situation | start with |
# | --- | --- |
# | a new task, little time to tune | **Adam**, 0.001; then try three times more and three times less |
# | time to tune, and the last per cent counts, as often with images | **momentum** or Nesterov, 0.9; try many $\eta$, and lower it during training |
# | many inputs that are nearly always 0, such as words | Adam or **Adagrad** |
# | Adam's first steps are too wild | a smaller $\eta$ at first, or **AdaMax** |
#
# RMSprop is Adam without the first memory, Nadam is Adam with a glance ahead; both are fine, and seldom make the difference. Adadelta is rarely the first choice today. Large comparisons find no winner on all tasks, and **the learning rate matters at least as much as the name**. And an optimizer mends no wrong gradient: check it first (lesson 11).

# %% [markdown]
# ## 13. Questions
#
# **q1.** A parameter has had the gradient 2 in every step. With Adagrad, $\eta = 0.1$ and $\varepsilon = 0$: how far does it move in step 100? (A positive number.)
#
# **q2.** Somebody forgets the $\frac1m$ in the cost and in all gradients, and both become 1,000 times too large. Nothing else is changed, $\varepsilon$ may be neglected. Whose steps remain exactly the same?
#
# - **a** those of gradient descent with momentum
# - **b** those of Nesterov's gradient
# - **c** those of Adam
# - **d** nobody's: all steps become 1,000 times longer

# %% [markdown]
# **q3.** A loop calls `theta, _ = adam_step(theta, gradient(theta), {})`: the state is thrown away, and every step begins with an empty one. What does it do? ($\varepsilon$ may be neglected.)
#
# - **a** it is plain gradient descent, each step $\eta\, g$
# - **b** every parameter moves by $\eta$ against the sign of its gradient, whatever the gradient's size
# - **c** it does what Adam does, since $\theta$ is carried on
# - **d** the steps become smaller and smaller, until $\theta$ stands still

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": …a number…, "q2": "…a letter…", "q3": "…a letter…"}
### BEGIN SOLUTION
answers = {"q1": 0.01, "q2": "c", "q3": "b"}
### END SOLUTION

# %% nbgrader={"grade_id": "check_questions", "grade": true, "points": 0}
assert isinstance(answers, dict), "`answers` should be a dict, as in the form above."
assert set(answers) == {"q1", "q2", "q3"}, f"The names are q1, q2 and q3; yours are {list(answers)}."
assert isinstance(answers["q1"], (int, float)), "q1 is a number, without quotation marks."
for q in ("q2", "q3"):
    assert str(answers[q]).strip().lower() in ("a", "b", "c", "d"), f"{q} is a letter from a to d."

# %% nbgrader={"grade_id": "grade_questions", "grade": true, "points": 3}
# Your answers are graded here.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("14-optimizers", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **The state is not carried on.** Every step is a first step. Nothing crashes, and $\theta$ moves; question 3 asks how.
# - **The state is changed in place.** `state["v"] *= …` or `v += …` on an array of the old state: a second run starts with the memory of the first.
# - **Bias correction missing**, or $t$ starting at 0: the first steps are more than three times too long, or divided by $1 - \beta^0 = 0$.
# - **$\hat m$ kept in the place of $m$.** Then it is corrected again and again.
# - **$\varepsilon$ on the wrong side of the root.** Invisible while gradients are large; for those of $10^{-4}$ and less two programs with "the same" optimizer differ.
# - **One $\eta$ for all optimizers.** 0.1 is fine for plain gradient descent on the digits, and far too much for Adam.
# - **`np.max` for `np.maximum`, `np.sum(g**2)` for `g**2`.** All parameters share one size again, and no shape tells.
# - **Adadelta's $D$ brought up to date before it is used.** The step would measure itself.

# %% [markdown]
# ## Where this leads
#
# Every part is yours now: neurons and layers, the cost, the four equations, a check of the gradients, a start, a loop, and nine ways to take a step. **Lesson 15** puts them together. It takes your own functions from all lessons, makes them one network, and lets it read digits; then it says where to go from here.
