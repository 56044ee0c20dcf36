# %% [markdown]
# # 05 · The cost
#
# Time: 80 minutes · Points: 26 · Builds on: 03 Derivatives, 04 Forward propagation
#
# After this you can say in one number how wrong a network is: with squared errors, with the binary cross-entropy and with its relative for $K$ classes. You know where the logarithm in it comes from, and which costs backpropagation can work with. And you can derive, line by line and in two ways, the small formula that starts every backward pass: how much $z$ of an output neuron is to blame.

# %% [markdown]
# In lesson 04 a network turned inputs into outputs. Are they any good? Here they meet the right answers. All we need of the network is its last neuron:
#
# $$z = w_1 x_1 + \dots + w_n x_n + b, \qquad a = \sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# One example stands in each **column**; there are $m$ of them, and a superscript in round brackets counts them: $a^{(3)}$ is the output for the third one. The right answer is the **label** $y$: here 1 for "there is a cat on this photo" and 0 for "there is none". The four photos in the cell below stay with us to the end.
#
# Write your code where it says `YOUR CODE HERE`, run the check below it, and `course check 05-cost` in a terminal for all tests. This lesson is the longest: after section 5 is a good place for a break.

# %% nbgrader={"grade_id": "given_setup", "locked": true}
import numpy as np

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals


def sigmoid(z):
    """Return σ(z) = 1 / (1 + e^-z), entry by entry; safe for large |z| (lesson 02)."""
    return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


A = np.array([[0.9, 0.2, 0.6, 0.8]])  # outputs of one neuron for m = 4 photos
Y = np.array([[1.0, 0.0, 1.0, 0.0]])  # their labels

# %% [markdown]
# ## 1. How wrong is one answer, and how wrong is the network?
#
# The error of an output is $a - y$. For the four photos: $-0.1$, $0.2$, $-0.4$ and $0.8$. The last one is the bad one: no cat, and the network says 0.8.
#
# Training needs **one** number for the whole network. The first idea is to add the errors up. **Before you read on:** a second network answers 0.5 for every photo, so it knows nothing. What do its four errors add up to?
#
# They are $-0.5$, $0.5$, $-0.5$, $0.5$, and add up to 0: perfect, by this measure. Too low and too high must not cancel, so each error has to be made positive **before** anything is added up.

# %% [markdown]
# Squaring does that. The **loss** of one example is half its squared error, and we write it $L$:
#
# $$L = \tfrac12 (a - y)^2$$
#
# The half is there for later: the derivative of $(a - y)^2$ with respect to $a$ is $2 (a - y)$, and the half turns it into $a - y$.
#
# ![Four columns, one for each photo. Their labels are 1, 0, 1, 0, their outputs 0.9, 0.2, 0.6, 0.8, drawn as dots on a scale from 0 to 1 beside the labels, drawn as squares; the gaps between them are minus 0.1, 0.2, minus 0.4 and 0.8. Below each column stands its loss: 0.005, 0.02, 0.08, 0.32. Four arrows lead to one box below: the cost, their average, 0.106.](picture:loss_and_cost)
#
# *Read a column from top to bottom: one example, one loss. Read the last row across: all examples, one cost. The gaps double from photo to photo; look at what the losses do.*

# %% [markdown]
# From photo to photo, the gap doubles and the loss grows fourfold: squared error cares most about the largest errors.
#
# Two words that are often mixed up, and have to be kept apart here:
#
# | word | letter | belongs to | in the picture |
# | --- | --- | --- | --- |
# | **loss** | $L^{(i)}$ | one example | 0.005, 0.02, 0.08, 0.32 |
# | **cost** | $(3) \quad J = \frac1m \sum_i L^{(i)}$ | the whole set | $(0.005 + 0.02 + 0.08 + 0.32) / 4 = 0.10625$ |
#
# Why the average and not the sum? With the average, costs of 100 and of 10,000 photos can be compared. The cost is equation (3) of the course, after (1) and (2) of lesson 04. (There the letter $L$ counted layers. In this lesson it is the loss; later it is either, and where it counts layers it stands in square brackets, as in $A^{[L]}$, or the text says so.)
#
# With $K$ outputs per example, the loss adds up the squares of all $K$ errors. The sign for "add up the squares of a column" is $\lVert \cdot \rVert^2$, the squared length: $\lVert (-0.1,\ {-0.4}) \rVert^2 = 0.01 + 0.16 = 0.17$.

# %% [markdown]
# ### Exercise: `squared_error`
# For a batch, the loss of one example is half the squared length of its column of errors, $\frac12 \lVert a^{(i)} - y^{(i)} \rVert^2$, and the cost is the average of the losses over the $m$ examples:
#
# $$J = \frac1m \sum_{i=1}^{m} \frac12 \lVert a^{(i)} - y^{(i)} \rVert^2$$
#
# Write it for `A` and `Y` of shape `(K, m)`: $K$ outputs, $m$ examples in columns. One number comes back.
#
# <details><summary>Hint: a nudge</summary>
#
# All errors are squared and added up in the end, whichever column they stand in. What is left to decide is the number to divide by.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The examples are the columns, and only their number belongs under the fraction line, together with the 2 of the half. The mean over all entries would divide by $K$ as well.
#
# </details>


# %% nbgrader={"grade_id": "squared_error", "solution": true}
def squared_error(A, Y):
    """The squared-error cost: half the squared error of each example, averaged over the examples.

    In:  A, the outputs, and Y, the labels: both of shape (K, m), one example per column.
    Out: J, a float.

    Example: squared_error(np.array([[0.9, 0.2]]), np.array([[1.0, 0.0]])) is (0.005 + 0.02) / 2 = 0.0125.
    """
    ### BEGIN SOLUTION
    errors = A - Y
    return float(np.sum(errors**2) / (2 * A.shape[1]))
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_squared_error", "grade": true, "points": 1}
got = squared_error(np.array([[0.9, 0.2, 0.6, 0.8]]), np.array([[1.0, 0.0, 1.0, 0.0]]))
assert got is not None, "squared_error gave nothing (None). Is there a return line?"
assert np.shape(got) == (), f"The cost is one number; yours has shape {np.shape(got)}."
assert np.isclose(got, 0.10625), f"The losses 0.005, 0.02, 0.08 and 0.32 average to 0.10625; yours is {got}."
got = squared_error(np.array([[0.9, 0.2], [0.6, 0.8]]), np.array([[1.0, 0.0], [1.0, 0.0]]))
assert np.isclose(got, 0.2125), f"Two examples with two outputs: (0.085 + 0.34) / 2 = 0.2125; yours is {got}."

# %% nbgrader={"grade_id": "grade_squared_error", "grade": true, "points": 1}
# Hidden tests for `squared_error` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "squared_error", squared_error)
### END HIDDEN TESTS

# %% [markdown]
# Mazur's network, whose forward pass you worked in lesson 04, has two outputs and one example. The outputs were 0.75136507 and 0.772928465 (below with all their digits); they should be 0.01 and 0.99. **Before you run the cell:** which output has the larger share of the cost? (Mazur calls the cost $E$, for error.)

# %%
out = np.array([[0.7513650695523157], [0.7729284653214625]])
target = np.array([[0.01], [0.99]])
E_o1 = squared_error(out[:1], target[:1])  # the first output alone
E_o2 = squared_error(out[1:], target[1:])
E_total = squared_error(out, target)

print(f"E_o1    = {E_o1:.9f}")
print(f"E_o2    = {E_o2:.9f}")
print(f"E_total = {E_total:.9f}")

# %% [markdown]
# The first output, nearly three quarters too high, has 92 % of the cost. These are Mazur's printed values, digit for digit. With one example there is nothing to average: the cost is the loss, summed over the two outputs.
#
# ## 2. What would a probability say?
#
# The output of a sigmoid is more than a number between 0 and 1. We read it as a probability: "a cat, with probability 0.8". Then there is a more natural question than "how far from the label?". It is: **how probable, according to the network, is what really happened?**
#
# - Photo 1 shows a cat, and the network gave that 0.9.
# - Photo 2 shows none. The network gave 0.2 to a cat, so it gave $1 - 0.2 = 0.8$ to what happened.
# - Photo 3 shows a cat: 0.6.
# - Photo 4 shows none: $1 - 0.8 = 0.2$.
#
# In short: the probability of the label seen is $a$ where $y = 1$, and $1 - a$ where $y = 0$.

# %% [markdown]
# And all four together? For photos that have nothing to do with each other, probabilities multiply, as for four throws of a die:
#
# $$0.9 \cdot 0.8 \cdot 0.6 \cdot 0.2 = 0.0864$$
#
# This is the **likelihood**: the probability the network gives to all labels at once. A better network makes it larger; the one that answers 0.5 everywhere gets $0.5^4 = 0.0625$. So "train the network" could mean "make the likelihood large". There is one trouble with that.
#
# **Before you run the cell:** suppose a decent network gives 0.8 to the label of each of 5,000 photos. Roughly how large is the likelihood?

# %%
print("likelihood of 5000 labels:  ", 0.8**5000)
print("its logarithm:              ", round(5000 * np.log(0.8), 1))

# %% [markdown]
# The product, about $10^{-485}$, is smaller than any float, and becomes 0: no two networks could be told apart. Its logarithm is a harmless number.
#
# In this course, $\log$ is the natural logarithm, `np.log`: the power to which $e$ has to be raised to give the number. Two of its properties make it the right tool. It turns products into sums, $\log(p\,q) = \log p + \log q$. And it grows wherever its argument grows, so the network with the largest logarithm has the largest likelihood too.

# %% [markdown]
# From the likelihood to a cost in four steps, with the numbers of the four photos:
#
# | step | photo 1 | photo 2 | photo 3 | photo 4 | together | why |
# | --- | --- | --- | --- | --- | --- | --- |
# | probability of the label seen | 0.9 | 0.8 | 0.6 | 0.2 | product 0.0864 | independent photos |
# | its logarithm | −0.105 | −0.223 | −0.511 | −1.609 | sum −2.449 | products become sums |
# | minus | 0.105 | 0.223 | 0.511 | 1.609 | sum 2.449 | a cost is to be made small |
# | average | | | | | $2.449 / 4 = 0.612$ | sets of any size can be compared |
#
# The third row holds the losses, one per example; the last number is the cost. It is called the **binary cross-entropy**: binary, since $y$ is 0 or 1.

# %% [markdown]
# ![Two panels. Left, bars with the probability of the label seen for photos 1 to 4: 0.9, 0.8, 0.6 and 0.2. Right, the curve of minus log p: it comes down steeply from the left, passes the four photos' points at p = 0.2 with loss 1.609, p = 0.6 with 0.511, p = 0.8 with 0.223 and p = 0.9 with 0.105, and reaches 0 at p = 1.](picture:likelihood)
#
# *Left: what the network said about what really happened. Right: what it pays for it. Look at both ends of the curve: being certain and right costs nothing, and towards $p = 0$ the price has no limit. (The squared error of one output is never more than ½.)*

# %% [markdown]
# ### One formula for both labels
#
# "$a$ where $y = 1$, and $1 - a$ where $y = 0$" is a case distinction. A trick makes one formula of it: a power with exponent 1 changes nothing, and a power with exponent 0 is 1.
#
# | the line | the reason | $a = 0.8,\ y = 0$ |
# | --- | --- | --- |
# | $p = a^{y} (1 - a)^{1 - y}$ | for $y = 1$ the second power is 1, for $y = 0$ the first | $1 \cdot 0.2$ |
# | $\log p = \log a^{y} + \log (1 - a)^{1 - y}$ | products become sums | $0 + \log 0.2$ |
# | $\phantom{\log p} = y \log a + (1 - y) \log (1 - a)$ | $\log u^{c} = c \log u$ | $0 \cdot \log 0.8 + 1 \cdot \log 0.2$ |
# | $L = -\log p$ | a loss is to be made small | $1.609$ |
# | $\phantom{L} = -\,[\, y \log a + (1 - y) \log (1 - a) \,]$ | third line | $-\,[\,0 - 1.609\,]$ |
#
# The label is a **switch**: it turns one half of the formula off. Both halves are needed. With the first alone, photos without a cat would cost nothing, and "cat" every time would be the best answer.

# %% [markdown]
# ### A certain answer breaks it
#
# Suppose the network is certain, $a = 1$, and right, $y = 1$. Its loss should be $-\log 1 = 0$. **Before you run the cell:** what will the half that is switched off, $(1 - y) \log(1 - a)$, come out as?

# %%
a, y = np.float64(1.0), np.float64(1.0)
with np.errstate(divide="ignore", invalid="ignore"):  # do not print NumPy's warnings
    print("log(1 - a) =          ", np.log(1 - a))
    print("(1 - y) * log(1 - a) =", (1 - y) * np.log(1 - a))

# %% [markdown]
# $\log 0$ is $-\infty$, and 0 times $-\infty$ is `nan`, not 0: the switch cannot turn off an infinity. One such output makes the cost of the whole batch `nan`.
#
# The usual cure is to **clip**: before taking a logarithm, replace outputs below $10^{-15}$ by $10^{-15}$, and outputs above $1 - 10^{-15}$ by that. A right and certain answer then costs $10^{-15}$, which is as good as 0. A wrong and certain one costs $-\log 10^{-15} = 34.5$ in place of $\infty$.
#
# ## 3. Several outputs
#
# A network may answer several yes-or-no questions about a photo: is there a cat? is it indoors? Each of the $K$ outputs has a sigmoid, a label and a loss of its own. By the same argument as before, probabilities multiply, so their negative logarithms **add up**: the loss of one example is the sum over its outputs.
#
# $$L^{(i)} = -\sum_{k=1}^{K} \left[\, y^{(i)}_k \log a^{(i)}_k + (1 - y^{(i)}_k) \log (1 - a^{(i)}_k) \,\right], \qquad J = \frac1m \sum_{i=1}^{m} L^{(i)}$$

# %% [markdown]
# Take our four numbers as two outputs for two photos: `A = [[0.9, 0.2], [0.6, 0.8]]`, `Y = [[1, 0], [1, 0]]`.
#
# ![A table of losses with two rows, the outputs cat and indoors, and two columns, photos 1 and 2. Row cat: 0.105 and 0.223. Row indoors: 0.511 and 1.609. Arrows lead down each column to the sums 0.616 and 1.833, labelled loss of each photo. Arrows lead from both sums to the cost on the right: (0.616 + 1.833) divided by 2 is 1.224.](picture:summed_averaged)
#
# *Down a column, over the outputs: add. Across, over the photos: average. The same four losses gave 0.612 when they belonged to four photos; look for the number that the sum is divided by.*

# %% [markdown]
# ### Exercise: `binary_cross_entropy`
# Write the cost for `A` and `Y` of shape `(K, m)`: losses summed over the outputs, averaged over the examples. An output of exactly 0 or 1 has to give a finite number too, and no `nan`.
#
# <details><summary>Hint: a nudge</summary>
#
# One array holds a loss for every output of every example. Which of its two directions is added up, and which is averaged? And what does `np.log` need before it meets a 0?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Keep the outputs a tiny amount, such as $10^{-15}$, away from 0 and from 1 before any logarithm is taken; `np.clip` makes such a copy. Then both halves of the loss, entry by entry; then everything is added up and divided by the number of columns.
#
# </details>


# %% nbgrader={"grade_id": "binary_cross_entropy", "solution": true}
def binary_cross_entropy(A, Y):
    """The binary cross-entropy: losses summed over the outputs, averaged over the examples.

    In:  A, outputs from 0 to 1, and Y, labels, 0 or 1: both of shape (K, m), one example per column.
    Out: J, a float; finite also where an output is exactly 0 or 1.

    Example: A = [[0.9, 0.2]] and Y = [[1, 0]] give (0.1054 + 0.2231) / 2 = 0.1643.
    """
    ### BEGIN SOLUTION
    safe = np.clip(A, 1e-15, 1 - 1e-15)
    losses = -(Y * np.log(safe) + (1 - Y) * np.log(1 - safe))
    return float(losses.sum() / A.shape[1])
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_binary_cross_entropy", "grade": true, "points": 1}
got = binary_cross_entropy(np.array([[0.9, 0.2, 0.6, 0.8]]), np.array([[1.0, 0.0, 1.0, 0.0]]))
assert np.shape(got) == (), f"The cost is one number; yours has shape {np.shape(got)}."
assert np.isclose(got, 0.612192, atol=1e-6), f"The four photos: 2.448768 / 4 = 0.612192; yours: {got}."
got = binary_cross_entropy(np.array([[0.9, 0.2], [0.6, 0.8]]), np.array([[1.0, 0.0], [1.0, 0.0]]))
assert np.isclose(got, 1.224384, atol=1e-6), f"Two photos: 2.448768 / 2 = 1.224384; yours: {got}."
got = binary_cross_entropy(np.array([[1.0, 0.0]]), np.array([[1.0, 0.0]]))
assert abs(got) < 1e-6, f"Certain and right, twice: the cost is 0 (or as good as 0); yours is {got}."
got = binary_cross_entropy(np.array([[1.0, 0.5]]), np.array([[0.0, 1.0]]))
assert np.isfinite(got), f"Certain and wrong: the cost is large, and still a number; yours is {got}."

# %% nbgrader={"grade_id": "grade_binary_cross_entropy", "grade": true, "points": 1}
# Hidden tests for `binary_cross_entropy` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "binary_cross_entropy", binary_cross_entropy)
### END HIDDEN TESTS

# %% [markdown]
# ### One of K classes
#
# Now the question is "cat, dog, frog or car?", and exactly one is right. In lesson 02, softmax turned the scores 5.1, 3.2, −1.7, −2.0 into the probabilities 0.8684, 0.1299, 0.0010, 0.0007. The label is a column too, **one-hot**: a 1 for the right class and 0 elsewhere. For a cat it is $(1, 0, 0, 0)$.
#
# The argument is the same: what probability did the network give to what really happened? Here it is the right class's entry, and the one-hot label is the switch that picks it.
#
# | the line | the reason | a cat |
# | --- | --- | --- |
# | $p = a_1^{y_1} a_2^{y_2} \cdots a_K^{y_K}$ | all exponents are 0 but that of the right class | $0.8684$ |
# | $\log p = \sum_k y_k \log a_k$ | products become sums, exponents become factors | $-0.1411$ |
# | $L = -\sum_k y_k \log a_k$ | a loss is to be made small | $0.1411$ |
#
# If the photo shows a dog, the same probabilities cost $-\log 0.1299 = 2.041$, and if it shows a frog, $-\log 0.00097 = 6.941$.

# %% [markdown]
# This is the **categorical cross-entropy**, and $J$ is again the average of $L$ over the $m$ examples. **Before you read on:** the photo shows a cat, and the network moves 0.05 of its probability from dog to frog. What happens to the loss?
#
# Nothing: only the right class's entry is in the formula. A half with $1 - a_k$ is not needed: softmax outputs add up to 1, so raising the right one lowers the others.
#
# A softmax output is never 0 on paper. If one has been rounded to 0, clip as before.

# %% [markdown]
# ### Exercise: `categorical_cross_entropy`
# Write the cost for `A`, each column a set of probabilities over $K$ classes, and one-hot `Y`, both of shape `(K, m)`. No probability here is exactly 0.
#
# <details><summary>Hint: a nudge</summary>
#
# What does a label of 0 do to its term of the sum? How many terms are left in each column?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Multiplying by `Y` entry by entry picks one logarithm out of each column. Sum, minus, and divide by the number of columns.
#
# </details>


# %% nbgrader={"grade_id": "categorical_cross_entropy", "solution": true}
def categorical_cross_entropy(A, Y):
    """The cross-entropy for one of K classes: -log of the right class's probability, averaged over examples.

    In:  A, probabilities above 0, and Y, one-hot labels: both of shape (K, m); each column of A adds up to 1.
    Out: J, a float.

    Example: A = [[0.5], [0.25], [0.25]] and Y = [[0], [1], [0]] give -log 0.25 = 1.3863.
    """
    ### BEGIN SOLUTION
    return float(-np.sum(Y * np.log(A)) / A.shape[1])
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_categorical_cross_entropy", "grade": true, "points": 1}
P = np.array([[0.7, 0.1], [0.2, 0.3], [0.1, 0.6]])  # three classes, two examples
T = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])
got = categorical_cross_entropy(P, T)
assert np.shape(got) == (), f"The cost is one number; yours has shape {np.shape(got)}."
want = 0.780324  # (-log 0.7 - log 0.3) / 2 = (0.356675 + 1.203973) / 2
assert np.isclose(got, want, atol=1e-6), f"The right classes got 0.7 and 0.3: {want}; yours: {got}."

# %% nbgrader={"grade_id": "grade_categorical_cross_entropy", "grade": true, "points": 1}
# Hidden tests for `categorical_cross_entropy` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "categorical_cross_entropy", categorical_cross_entropy)
### END HIDDEN TESTS

# %% [markdown]
# ## 4. What backpropagation asks of a cost
#
# In the coming lessons, backpropagation finds the slope of $J$ for every weight. It makes two assumptions about the cost. Both are true of all costs above, but not of every cost.
#
# **Assumption 1: the cost is an average, over the examples, of a loss of each example alone.** Then the slope is an average too, since the derivative of a sum is the sum of the derivatives:
#
# $$(4) \qquad \frac{\partial J}{\partial w} = \frac1m \sum_{i=1}^{m} \frac{\partial L^{(i)}}{\partial w}$$
#
# So backpropagation can work on one example at a time, and average at the end. A test: split the set into two halves of equal size. If the cost is such an average, the cost of the whole is the average of the costs of the halves.

# %% [markdown]
# **Before you run the cell:** it tries three candidates on the four photos: the cross-entropy, the largest loss of the batch, and the variance of the outputs over the batch (the mean of their squared distances from their mean). Which ones will pass?


# %%
def largest_loss(A, Y):
    return np.max(-np.log(np.where(Y == 1, A, 1 - A)))


def variance(A, Y):
    return np.var(A)


candidates = {"cross-entropy": binary_cross_entropy, "largest loss": largest_loss, "variance": variance}
for name, f in candidates.items():
    halves = (f(A[:, :2], Y[:, :2]) + f(A[:, 2:], Y[:, 2:])) / 2
    print(f"{name:14} whole: {f(A, Y):.4f}   average of the halves: {halves:.4f}")

# %% [markdown]
# Only the cross-entropy passes. In the others, what one photo contributes depends on all photos:
#
# - **The largest loss** is photo 4's, 1.609. Lower its output from 0.8 to below 0.4, and from then on only photo 3, with its 0.511, counts.
# - **The variance** is about distances from the mean. Raise photo 1's output from 0.90 to 0.91, and the variance rises by 0.0014. If **photo 2** had the output 0.6 in place of 0.2, the same step of photo 1 would raise it by 0.0009.

# %% [markdown]
# **Assumption 2: the loss of an example is a function of the outputs.** (The label enters too, but it is fixed.) Then weights act on the loss only **through** the outputs, and the way back can start there. A test: two networks with the same outputs must have the same loss.
#
# ![Two small networks side by side, each one input, one hidden ReLU neuron, one output. Left: both weights are 1; for the input 1, the hidden activation is 1 and the output 1. Right: the weights are 2 and one half; the hidden activation is 2 and the output is 1 again. Below each, three quantities: the squared error for the label 0 is 0.5 in both; the penalty on weights is 1 on the left and 2.125 on the right; the penalty on the hidden activation is 0.5 on the left and 2 on the right.](picture:same_output)
#
# *Two networks with the same output. Look for the rows that tell them apart all the same: these cannot be functions of the output.*

# %% [markdown]
# Two terms that people do add to a cost fail the test:
#
# - A **penalty on the weights**, $\frac12 \sum w^2$: $\frac12 (1^2 + 1^2) = 1$ on the left, $\frac12 (2^2 + 0.5^2) = 2.125$ on the right.
# - A **penalty on the hidden activation**, $\frac12 h^2$: $0.5$ on the left and $2$ on the right.
#
# Such terms are not forbidden. But the way back that starts at the outputs never meets them, so their slopes are added by hand where they arise.

# %% [markdown]
# ## 5. The slope of a logarithm, and of the loss
#
# How does the loss change when an output changes? The loss is made of logarithms, so: what is the slope of $\log u$?
#
# One fact is enough: the slope of $e^{v}$ is $e^{v}$ itself. The logarithm undoes $e$, so its curve is the curve of $e$ with the two axes exchanged, and its slopes, rise over run, become run over rise.
#
# ![The curves of e to the v and of log u, mirror images across the dashed diagonal. On the first, the point (0.693, 2) with a tangent of slope 2. On the second, the mirrored point (2, 0.693) with a tangent of slope one half.](picture:log_and_exp)
#
# *Fold the picture along the dashed line: each curve falls on the other, and each tangent too. Look at the two slopes: one is 1 divided by the other.*

# %% [markdown]
# The same in symbols. The prime means "differentiated with respect to $u$". You need the chain rule of lesson 03: where one function stands inside another, the slope of the outside and the slope of the inside are multiplied.
#
# | the line | the reason | at $u = 2$ |
# | --- | --- | --- |
# | $e^{\log u} = u$ | the logarithm is what undoes $e$ | $e^{0.693} = 2$ |
# | $\left( e^{\log u} \right)' = 1$ | differentiate both sides; the slope of $u$ is 1 | |
# | $e^{\log u} \cdot (\log u)' = 1$ | chain rule: slope of the outside, $e$ to some power, which is itself; times slope of the inside | $2 \cdot (\log u)' = 1$ |
# | $u \cdot (\log u)' = 1$ | first line | |
# | $(\log u)' = \dfrac1u$ | divide by $u$ | $\frac12$ |
#
# Measured: $(\log 2.01 - \log 1.99) / 0.02 = 0.500004$. The smaller a probability, the steeper its logarithm: at $u = 0.01$ the slope is 100.

# %% [markdown]
# Now the loss of one output, as a function of $a$. The round $\partial$ says that only $a$ moves; the label $y$ stays as it is. The numbers on the right are photo 4 and, so that both halves are seen at work, a label of $\frac14$ (say, one of four people saw a cat).
#
# | the line | the reason | $a = 0.8, y = 0$ | $a = 0.8, y = \frac14$ |
# | --- | --- | --- | --- |
# | $L = -y \log a - (1 - y) \log (1 - a)$ | definition | 1.609 | 1.263 |
# | $\dfrac{\partial L}{\partial a} = -y\, \dfrac{\partial \log a}{\partial a} - (1 - y)\, \dfrac{\partial \log (1 - a)}{\partial a}$ | linearity: $y$ is a fixed number | | |
# | $\dfrac{\partial \log a}{\partial a} = \dfrac1a$ | slope of the logarithm | 1.25 | 1.25 |
# | $\dfrac{\partial \log (1 - a)}{\partial a} = \dfrac{1}{1 - a} \cdot (-1)$ | chain rule: the inside, $1 - a$, falls as fast as $a$ rises | $-5$ | $-5$ |
# | $\dfrac{\partial L}{\partial a} = -\dfrac{y}{a} + \dfrac{1 - y}{1 - a}$ | put in; minus times minus is plus | $0 + 5$ | $-0.3125 + 3.75$ |

# %% [markdown]
# ### Exercise: `cross_entropy_prime`
# Write the last line for arrays `A` and `Y` of one shape, entry by entry. The result is called `dA`, the slopes $\partial L / \partial a$ of all outputs: one column per example, **not** divided by $m$.
#
# <details><summary>Hint: a nudge</summary>
#
# Nothing is added up here: as many numbers come out as go in. Check the sign with an output that is too low: to make the loss smaller, which way should $a$ go?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Two fractions, one for each half of the loss. For $y = 1$ only the first is left, for $y = 0$ only the second. NumPy divides and subtracts entry by entry.
#
# </details>


# %% nbgrader={"grade_id": "cross_entropy_prime", "solution": true}
def cross_entropy_prime(A, Y):
    """The derivative of each loss with respect to its output.

    In:  A, outputs between 0 and 1 (never exactly 0 or 1), and Y, labels from 0 to 1: both of shape (K, m).
    Out: dA, shape (K, m); not divided by m.

    Example: cross_entropy_prime(np.array([[0.8]]), np.array([[0.0]])) is array([[5.]]).
    """
    ### BEGIN SOLUTION
    return (1 - Y) / (1 - A) - Y / A
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_cross_entropy_prime", "grade": true, "points": 1}
got = cross_entropy_prime(np.array([[0.9, 0.2, 0.6, 0.8]]), np.array([[1.0, 0.0, 1.0, 0.0]]))
assert np.shape(got) == (1, 4), f"Shape (1, 4) went in; shape {np.shape(got)} came out."
assert np.isclose(got[0, 3], 5), f"a = 0.8, y = 0: the slope is 1/0.2 = 5; yours is {got[0, 3]}."
assert np.isclose(got[0, 0], -1.111111), f"a = 0.9, y = 1: −1/0.9 = −1.1111; yours: {got[0, 0]}."

# %% nbgrader={"grade_id": "grade_cross_entropy_prime", "grade": true, "points": 1}
# Hidden tests for `cross_entropy_prime` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "cross_entropy_prime", cross_entropy_prime)
### END HIDDEN TESTS

# %% [markdown]
# The four photos, and a measurement beside it: move one output by a little, and see how the loss changes. **Before you run the cell:** for which photos is the slope negative, and what does that ask of the output?


# %%
def losses(A, Y):
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A))


eps = 1e-5  # the small step of lesson 03
print("your dA:  ", cross_entropy_prime(A, Y))
print("measured: ", (losses(A + eps, Y) - losses(A - eps, Y)) / (2 * eps))

certain, no_cat = np.array([[0.999999]]), np.array([[0.0]])
print("certain and wrong: ", cross_entropy_prime(certain, no_cat))

# %% [markdown]
# Negative where there is a cat: raising $a$ lowers the loss. And the size is 1 divided by the probability of the label seen.
#
# The last line is worrying: at $a = 0.999999$ the slope is a million. A step made of such a number would throw the network anywhere. But nobody moves $a$ directly. What can be moved are weights, and they move $z$. Between $z$ and $a$ stands the sigmoid.
#
# ## 6. Through the sigmoid, by the chain rule
#
# What we want is $\partial L / \partial z$. A little more $z$ gives a little more $a$, by the slope of the sigmoid; a little more $a$ changes $L$, by the slope of the loss. The chain rule multiplies the two slopes.
#
# ![A chain of four boxes for photo 4, from left to right: inputs, weights and bias; z = 1.386; a = 0.8; L = 1.609. Arrows between them lead to the right, labelled weighted sum, sigmoid, and loss with y = 0. Below the boxes, slopes are written, and arrows lead to the left: 1 below L; times 5 gives 5 below a; times da/dz = 0.16 gives 0.8 below z; a grey arrow leads on to the weights, in section 8.](picture:chain)
#
# *Above, values flow forward; below, slopes flow back. Look at how a steep slope, 5, meets a flat one, 0.16.*

# %% [markdown]
# So much for photo 4. Now for every $a$ and every $y$: you will see the dangerous denominators disappear.
#
# You fill in the three lines that say *step*, each as a small function. The numbers on the right are for $a = 0.8$ and $y = \frac14$.
#
# | the line | the reason | number |
# | --- | --- | --- |
# | $\dfrac{\partial L}{\partial z} = \dfrac{\partial L}{\partial a} \cdot \dfrac{da}{dz}$ | chain rule: $z$ acts on $L$ only through $a$ | |
# | $\phantom{\dfrac{\partial L}{\partial z}} = \left( -\dfrac{y}{a} + \dfrac{1 - y}{1 - a} \right) \cdot$ *(step 1)* | section 5; the slope of the sigmoid, written in $a$ (lesson 03) | $3.4375 \cdot 0.16$ |
# | $\phantom{\dfrac{\partial L}{\partial z}} =$ *(step 2: two terms)* | multiply each fraction by step 1, and cancel | $-0.05 + 0.6$ |
# | $\phantom{\dfrac{\partial L}{\partial z}} =$ *(step 3)* | multiply out; two products cancel; collect | $0.55$ |

# %% [markdown]
# ### Exercise: `sigmoid_slope`
# **Step 1.** The slope $da/dz$ of the sigmoid $a = \sigma(z)$, as a function of the **output** $a$ and nothing else.
#
# <details><summary>Hint: a nudge</summary>
#
# Lesson 03 derived $\sigma'(z)$ and ended in an expression made of $\sigma(z)$ only. Here, $\sigma(z)$ has a shorter name.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The slope is the product of the share for "yes" and the share for "no". At $a = \frac12$ it has to be $\frac14$, its largest value.
#
# </details>


# %% nbgrader={"grade_id": "sigmoid_slope", "solution": true}
def sigmoid_slope(a):
    """Step 1: da/dz of the sigmoid, written with its output a.

    In:  a, a number or an array, between 0 and 1.   Out: the same shape.
    """
    ### BEGIN SOLUTION
    return a * (1 - a)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_sigmoid_slope", "grade": true, "points": 0}
assert np.isclose(sigmoid_slope(0.8), 0.16), f"At a = 0.8 the slope is 0.16; yours is {sigmoid_slope(0.8)}."
assert np.shape(sigmoid_slope(np.array([0.2, 0.5]))) == (2,), "Two numbers in, two numbers out."

# %% nbgrader={"grade_id": "grade_sigmoid_slope", "grade": true, "points": 1}
# Hidden tests for `sigmoid_slope` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "sigmoid_slope", sigmoid_slope)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `cancelled`
# **Step 2.** Multiply the two fractions of $\partial L / \partial a$ by step 1, and cancel in each term. Give the two terms separately: the one that came from $-y/a$, and the one that came from $(1 - y)/(1 - a)$. No division is left in either.
#
# <details><summary>Hint: a nudge</summary>
#
# The slope is a product of two factors. Each fraction has one of the two as its denominator.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# In each term, one factor of the slope cancels against the denominator, and the other factor stays. The minus sign of the first term stays with it.
#
# </details>


# %% nbgrader={"grade_id": "cancelled", "solution": true}
def cancelled(a, y):
    """Step 2: the two terms of ∂L/∂a · da/dz, after cancelling.

    In:  a, between 0 and 1, and y, from 0 to 1: numbers, or arrays of one shape.
    Out: (from_y, from_one_minus_y), each of that shape.
    """
    ### BEGIN SOLUTION
    return -y * (1 - a), (1 - y) * a
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_cancelled", "grade": true, "points": 0}
got = cancelled(0.8, 0.25)
assert isinstance(got, (tuple, list)), f"Two terms are asked for, as in `return one, other`; yours gave {got}."
assert np.allclose(got, (-0.05, 0.6)), f"a = 0.8, y = 0.25: the two terms are −0.05 and 0.6; yours are {got}."

# %% nbgrader={"grade_id": "grade_cancelled", "grade": true, "points": 1}
# Hidden tests for `cancelled` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "cancelled", cancelled)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `output_delta`
# **Step 3.** Multiply the two terms out, add them, and collect. What is left is called `dZ`, the slopes $\partial L / \partial z$ of all output neurons. Write it for arrays `A` and `Y` of shape `(K, m)`: one column per example, not divided by $m$.
#
# <details><summary>Hint: a nudge</summary>
#
# There are four products after multiplying out; one is the negative of another.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The two products $a \cdot y$ cancel. What is left has two letters, and is 0 exactly where the output is right.
#
# </details>


# %% nbgrader={"grade_id": "output_delta", "solution": true}
def output_delta(A, Y):
    """The derivative of each loss with respect to z: sigmoid outputs with the cross-entropy.

    In:  A, outputs of a sigmoid, and Y, labels: both of shape (K, m), one example per column.
    Out: dZ, shape (K, m); not divided by m.

    Example: output_delta(np.array([[0.75]]), np.array([[0.0]])) is array([[0.75]]).
    """
    ### BEGIN SOLUTION
    return A - Y
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_output_delta", "grade": true, "points": 1}
got = output_delta(np.array([[0.9, 0.8, 0.8]]), np.array([[1.0, 0.25, 0.0]]))
assert np.shape(got) == (1, 3), f"Shape (1, 3) went in; shape {np.shape(got)} came out."
assert np.isclose(got[0, 2], 0.8), f"a = 0.8, y = 0: 5 · 0.16 = 0.8; yours is {got[0, 2]}."
assert np.isclose(got[0, 1], 0.55), f"a = 0.8, y = 0.25: −0.05 + 0.6 = 0.55; yours is {got[0, 1]}."
assert np.isclose(got[0, 0], -0.1), f"a = 0.9, y = 1: −0.1; yours is {got[0, 0]}."

# %% nbgrader={"grade_id": "grade_output_delta", "grade": true, "points": 1}
# Hidden tests for `output_delta` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "output_delta", output_delta)
### END HIDDEN TESTS

# %% [markdown]
# Does it hold for the photos? The next cell multiplies slope by slope, asks your last line, and measures. A fifth photo is added, on which the network is as sure as can be, and wrong. **Before you run it:** what will the product be there, a million times a slope that is almost 0?

# %%
A5 = np.append(A, [[0.999999]], axis=1)  # the four photos, and a fifth: certain and wrong
Y5 = np.append(Y, [[0.0]], axis=1)
Z5 = np.log(A5 / (1 - A5))  # the z that gives these outputs

loss_slope, slope, delta = cross_entropy_prime(A5, Y5), sigmoid_slope(A5), output_delta(A5, Y5)
measured = (losses(sigmoid(Z5 + eps), Y5) - losses(sigmoid(Z5 - eps), Y5)) / (2 * eps)

print("       a  y          ∂L/∂a     da/dz  product  your dZ  measured")
for i in range(5):
    print(f"{A5[0, i]:.6f}  {Y5[0, i]:.0f}  {loss_slope[0, i]:13.4f}  {slope[0, i]:.6f}", end="  ")
    print(f"{loss_slope[0, i] * slope[0, i]:7.4f}  {delta[0, i]:7.4f}  {measured[0, i]:8.4f}")

# %% [markdown]
# The three last columns agree, and the million has become 1. The slope of the sigmoid is small exactly where the slope of the loss is large; the two are made for each other:
#
# $$\boxed{\;dz = a - y\;}$$
#
# In this course, $dz$ is short for $\partial L / \partial z$. It is the **error** of section 1, with its sign: $-0.1$, $0.2$, $-0.4$, $0.8$. Its size is never larger than 1, and it is 0 only when the output equals the label. With $K$ outputs nothing changes: each $z$ reaches the loss through its own $a$ and no other, so the formula holds for each output by itself.

# %% [markdown]
# ## 7. The same, directly
#
# The first way divided by $a$ and by $1 - a$, and then cancelled. There is a way that never divides by them: write $L$ in terms of $z$ first, and differentiate once. It is longer, and gives two things: a check by another road, and the formula that programs use.
#
# You fill in five steps. The numbers are for $z = \log 4 = 1.386$, where $e^{-z} = \frac14$ and $a = 1 / (1 + \frac14) = 0.8$; the label is $y = \frac14$.
#
# | the line | the reason | number |
# | --- | --- | --- |
# | $\log a = \log \dfrac{1}{1 + e^{-z}} =$ *(step 1)* | logarithm of a fraction: $\log \frac{p}{q} = \log p - \log q$ | $-0.2231$ |
# | $\log (1 - a) = \log \left( 1 - \dfrac{1}{1 + e^{-z}} \right) =$ *(step 2)* | write $1 - a$ as one fraction, then as before; $\log e^{c} = c$ | $-1.6094$ |
# | $L = -y \log a - (1 - y) \log (1 - a) =$ *(step 3)* | put in steps 1 and 2; collect the equal logarithms | $1.2629$ |
# | $\dfrac{d}{dz} \log (1 + e^{-z}) =$ *(step 4)* | chain rule: slope of the logarithm, slope of the inside | $-0.2$ |
# | $\dfrac{\partial L}{\partial z} =$ *(step 5)* | differentiate step 3, term by term, with step 4 | $0.55$ |

# %% [markdown]
# ### Exercise: `log_a`
# **Step 1.** $\log a$ for $a = 1 / (1 + e^{-z})$, as a function of $z$.
#
# <details><summary>Hint: a nudge</summary>
#
# The logarithm of a fraction is a difference of two logarithms. One of the two is the logarithm of 1.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# $\log \frac1u = -\log u$. Here $u$ is the denominator of the sigmoid.
#
# </details>


# %% nbgrader={"grade_id": "log_a", "solution": true}
def log_a(z):
    """Step 1 of the direct way: log a, written in z.

    In:  z, a number or an array, |z| up to 20.   Out: the same shape.
    """
    ### BEGIN SOLUTION
    return -np.log(1 + np.exp(-z))
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_log_a", "grade": true, "points": 0}
got = log_a(np.log(4))  # e^-z is 1/4 here, and a is 0.8
assert np.isclose(got, -0.223144, atol=1e-6), f"a = 0.8: log 0.8 = −0.223144; yours is {got}."
assert np.shape(log_a(np.array([-1.0, 2.0]))) == (2,), "Two numbers in, two numbers out."

# %% nbgrader={"grade_id": "grade_log_a", "grade": true, "points": 1}
# Hidden tests for `log_a` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "log_a", log_a)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `log_one_minus_a`
# **Step 2.** $\log(1 - a)$, as a function of $z$. First write $1 - a$ as one fraction.
#
# <details><summary>Hint: a nudge</summary>
#
# Put 1 over the denominator $1 + e^{-z}$, and subtract: which of the two summands is left on top?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The logarithm of a fraction is the logarithm of its top minus that of its bottom. The top is a power of $e$, so its logarithm is the exponent.
#
# </details>


# %% nbgrader={"grade_id": "log_one_minus_a", "solution": true}
def log_one_minus_a(z):
    """Step 2 of the direct way: log(1 - a), written in z.

    In:  z, a number or an array, |z| up to 20.   Out: the same shape.
    """
    ### BEGIN SOLUTION
    return -z - np.log(1 + np.exp(-z))
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_log_one_minus_a", "grade": true, "points": 0}
got = log_one_minus_a(np.log(4))  # e^-z is 1/4 here, and 1 - a is 0.2
assert np.isclose(got, -1.609438, atol=1e-6), f"1 − a = 0.2: log 0.2 = −1.609438; yours is {got}."
assert np.shape(log_one_minus_a(np.array([-1.0, 2.0]))) == (2,), "Two numbers in, two numbers out."

# %% nbgrader={"grade_id": "grade_log_one_minus_a", "grade": true, "points": 1}
# Hidden tests for `log_one_minus_a` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "log_one_minus_a", log_one_minus_a)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `loss_in_z`
# **Step 3.** Put both into $L = -y \log a - (1 - y) \log(1 - a)$ and collect: $L$ as a function of $z$ and $y$.
#
# <details><summary>Hint: a nudge</summary>
#
# The same logarithm now stands in both halves. How often, once with $y$ and once with $1 - y$, does it occur in all?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# $y$ times something plus $1 - y$ times the same thing is that thing, once. The second half also brings a term without a logarithm.
#
# </details>


# %% nbgrader={"grade_id": "loss_in_z", "solution": true}
def loss_in_z(z, y):
    """Step 3 of the direct way: the cross-entropy of one output, written in z.

    In:  z, |z| up to 20, and y, from 0 to 1: numbers, or arrays of one shape.   Out: the same shape.
    """
    ### BEGIN SOLUTION
    return np.log(1 + np.exp(-z)) + (1 - y) * z
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_loss_in_z", "grade": true, "points": 0}
got = loss_in_z(np.log(4), 0.0)
assert np.isclose(got, 1.609438, atol=1e-6), f"a = 0.8, y = 0: the loss is −log 0.2 = 1.609438; yours is {got}."
got = loss_in_z(np.log(4), 1.0)
assert np.isclose(got, 0.223144, atol=1e-6), f"a = 0.8, y = 1: the loss is −log 0.8 = 0.223144; yours is {got}."

# %% nbgrader={"grade_id": "grade_loss_in_z", "grade": true, "points": 1}
# Hidden tests for `loss_in_z` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "loss_in_z", loss_in_z)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `log_term_prime`
# **Step 4.** The derivative of $\log(1 + e^{-z})$ with respect to $z$.
#
# <details><summary>Hint: a nudge</summary>
#
# A chain of two: the logarithm of something, and that something as a function of $z$. You have the derivative of both.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# One over the inside, times the derivative of the inside. The inside falls when $z$ grows, so the sign is minus.
#
# </details>


# %% nbgrader={"grade_id": "log_term_prime", "solution": true}
def log_term_prime(z):
    """Step 4 of the direct way: the derivative of log(1 + e^-z) with respect to z.

    In:  z, a number or an array, |z| up to 20.   Out: the same shape.
    """
    ### BEGIN SOLUTION
    return -np.exp(-z) / (1 + np.exp(-z))
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_log_term_prime", "grade": true, "points": 0}
got = log_term_prime(np.log(4))  # e^-z is 1/4 here
assert np.isclose(got, -0.2), f"At z = log 4 the derivative is −0.2; yours is {got}."
assert np.shape(log_term_prime(np.array([-1.0, 2.0]))) == (2,), "Two numbers in, two numbers out."

# %% nbgrader={"grade_id": "grade_log_term_prime", "grade": true, "points": 1}
# Hidden tests for `log_term_prime` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "log_term_prime", log_term_prime)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: `loss_prime_in_z`
# **Step 5.** The derivative of your `loss_in_z` with respect to $z$, with $y$ held fixed.
#
# <details><summary>Hint: a nudge</summary>
#
# A sum is differentiated term by term, and step 4 is one of the terms.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# The other term is a fixed number times $z$. Then find out what step 4 is in terms of $a$: try $z = \log 4$, where $a = 0.8$ and step 4 is $-0.2$.
#
# </details>


# %% nbgrader={"grade_id": "loss_prime_in_z", "solution": true}
def loss_prime_in_z(z, y):
    """Step 5 of the direct way: the derivative of the loss with respect to z.

    In:  z, |z| up to 20, and y, from 0 to 1: numbers, or arrays of one shape.   Out: the same shape.
    """
    ### BEGIN SOLUTION
    return log_term_prime(z) + (1 - y)
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_loss_prime_in_z", "grade": true, "points": 0}
got = loss_prime_in_z(np.log(4), 0.0)
assert np.isclose(got, 0.8), f"z = log 4, y = 0: the derivative is 0.8; yours is {got}."
got = loss_prime_in_z(np.log(4), 0.25)
assert np.isclose(got, 0.55), f"z = log 4, y = 0.25: the derivative is 0.55; yours is {got}."
got = loss_prime_in_z(np.array([-1.0, 2.0]), np.array([1.0, 0.0]))
assert np.shape(got) == (2,), "Two numbers in, two numbers out."

# %% nbgrader={"grade_id": "grade_loss_prime_in_z", "grade": true, "points": 1}
# Hidden tests for `loss_prime_in_z` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "loss_prime_in_z", loss_prime_in_z)
### END HIDDEN TESTS

# %% [markdown]
# Both roads should lead to the same place. The cell walks along the second one for five values of $z$ and the label 1. **Before you run it:** which number belongs in the middle, where $z = 0$?

# %%
z = np.array([-3.0, -1.0, 0.0, 1.0, 3.0])
y = np.ones(5)

print("step 4:                   ", log_term_prime(z))
print("a - 1:                    ", sigmoid(z) - 1)
print("step 5, the direct way:   ", loss_prime_in_z(z, y))
print("a - y, by the chain rule: ", output_delta(sigmoid(z), y))
print("your loss_in_z, measured: ", (loss_in_z(z + eps, y) - loss_in_z(z - eps, y)) / (2 * eps))

# %% [markdown]
# They do; in the middle, $a = 0.5$ and $a - y = -0.5$. Step 4 is $a - 1$: there is the $a$ that had disappeared. Add the $1 - y$ of the other term, and $a - y$ is left.
#
# ### The cost, from z
#
# Now the second gift. **Before you run the cell:** the label is 0, and $z$ grows from 10 to 1000, so the network is more and more certain, and wrong. What should its loss do, and what will your `binary_cross_entropy` say?

# %%
for z in (10.0, 30.0, 40.0, 1000.0):
    a = sigmoid(z)
    from_a = binary_cross_entropy(np.array([[a]]), np.array([[0.0]]))
    from_z = loss_in_z(z, 0.0)
    print(f"z = {z:6}   1 - a = {1 - a:.1e}   loss from a: {from_a:8.4f}   from z: {from_z:9.4f}")

# %% [markdown]
# The true loss grows along with $z$. The loss from $a$ is off at $z = 30$, and then stands still where it was clipped. From $z = 37$ on, a float rounds $a$ to 1: the information is gone before the logarithm is taken, and no clipping brings it back. The cure is never to go through $a$: compute the loss from $z$, the **logit**.
#
# Your `loss_in_z` does that, with one flaw left: its $e^{-z}$ overflows for $z$ below $-709$. The cure is that of lesson 02, exponents that are never positive. The next lines show that one formula can do so for both signs of $z$.

# %% [markdown]
# | the line | the reason | $z = -1000,\ y = 1$ |
# | --- | --- | --- |
# | $\log (1 + e^{-z}) = \log \left( e^{-z} (e^{z} + 1) \right)$ | take $e^{-z}$ out: $e^{-z} e^{z} = 1$ | $e^{1000}$ overflows |
# | $\phantom{\log (1 + e^{-z})} = -z + \log (1 + e^{z})$ | products become sums; $\log e^{-z} = -z$ | $1000 + \log (1 + e^{-1000})$ |
#
# So there are two ways to write the one dangerous term. For $z \ge 0$ keep the left side, for $z < 0$ take the last line. In both cases the logarithm that is left is $\log (1 + e^{-\lvert z \rvert})$. Outside of it, what remains of the loss is
#
# - $(1 - y)\, z = z - zy$ for $z \ge 0$,
# - $(1 - y)\, z - z = 0 - zy$ for $z < 0$, because of the additional $-z$.
#
# The two differ in their first part only: $z$ or $0$, whichever is larger. That is $\max(z, 0)$:
#
# $$L = \max(z, 0) - z\,y + \log \left( 1 + e^{-\lvert z \rvert} \right)$$

# %% [markdown]
# Worked, with exponents that are never positive:
#
# | $z$ | $y$ | $\max(z, 0)$ | $-z\,y$ | $\log (1 + e^{-\lvert z \rvert})$ | $L$ |
# | --- | --- | --- | --- | --- | --- |
# | $\log 4 = 1.386$ | 0 | 1.386 | 0 | $\log 1.25 = 0.223$ | $1.609$, as for photo 4 |
# | 1000 | 0 | 1000 | 0 | 0 | 1000 |
# | $-1000$ | 1 | 0 | 1000 | 0 | 1000 |

# %% [markdown]
# ### Exercise: `cross_entropy_with_logits`
# The same cost as `binary_cross_entropy`, from `Z` in place of `A`: summed over the outputs, averaged over the examples. Exact, with nothing clipped, for $\lvert z \rvert$ up to $10^4$. (A warning costs nothing, as long as the value is right.)
#
# <details><summary>Hint: a nudge</summary>
#
# The formula is for one output of one example. The rest, what is added up and what is divided by, is as before.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# `np.maximum` compares entry by entry, `np.abs` takes the sizes, and `np.log1p(u)` is $\log(1 + u)$, exact also when $u$ is tiny. No sigmoid is needed at all.
#
# </details>


# %% nbgrader={"grade_id": "cross_entropy_with_logits", "solution": true}
def cross_entropy_with_logits(Z, Y):
    """The binary cross-entropy computed from Z: summed over the outputs, averaged over the examples.

    In:  Z, the linear parts of sigmoid outputs, and Y, labels, 0 or 1: both of shape (K, m).
    Out: J, a float; exact (nothing clipped) for |z| up to 1e4.

    Example: cross_entropy_with_logits(np.array([[1000.0]]), np.array([[0.0]])) is 1000.0.
    """
    ### BEGIN SOLUTION
    losses = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return float(losses.sum() / Z.shape[1])
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_cross_entropy_with_logits", "grade": true, "points": 1}
got = cross_entropy_with_logits(np.log([[9.0, 0.25], [1.5, 4.0]]), np.array([[1.0, 0.0], [1.0, 0.0]]))
assert np.shape(got) == (), f"The cost is one number; yours has shape {np.shape(got)}."
assert np.isclose(got, 1.224384, atol=1e-6), f"Two photos, two outputs: J = 1.224384; yours: {got}."
got = cross_entropy_with_logits(np.array([[1000.0, -1000.0]]), np.array([[0.0, 1.0]]))
assert np.isclose(got, 1000), f"z = 1000 with y = 0, and z = −1000 with y = 1: 1000 each; yours is {got}."

# %% nbgrader={"grade_id": "grade_cross_entropy_with_logits", "grade": true, "points": 1}
# Hidden tests for `cross_entropy_with_logits` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "cross_entropy_with_logits", cross_entropy_with_logits)
### END HIDDEN TESTS

# %% [markdown]
# ## 8. One step further: to the weights
#
# The last step of the way back leads from $z$ to what can be changed: the weights and the bias. Here is the neuron that gave our four outputs. It has two inputs, the weights $\log 3 = 1.0986$ and $\log 2 = 0.6931$, and the bias $-\log 3$. (Logarithms, so that the sigmoid gives round numbers: photo 1 has $z = 3 \log 3 - \log 3 = \log 9$ and $a = 1 / (1 + \frac19) = 0.9$.)
#
# | the line | the reason |
# | --- | --- |
# | $z = \sum_j w_j x_j + b$ | what a neuron does |
# | $\dfrac{\partial z}{\partial w_j} = x_j, \qquad \dfrac{\partial z}{\partial b} = 1$ | only one summand has $w_j$ in it, and its factor is $x_j$; $b$ stands alone |
# | $\dfrac{\partial L}{\partial w_j} = \dfrac{\partial L}{\partial z} \cdot \dfrac{\partial z}{\partial w_j} = (a - y)\, x_j$ | chain rule: $w_j$ acts on $L$ only through $z$; then $dz = a - y$ |
# | $\dfrac{\partial L}{\partial b} = \dfrac{\partial L}{\partial z} \cdot \dfrac{\partial z}{\partial b} = a - y$ | the same for $b$, whose factor is 1 |
# | $dw_j = \dfrac{\partial J}{\partial w_j} = \dfrac1m \sum_i \dfrac{\partial L^{(i)}}{\partial w_j} = \dfrac1m \sum_i (a^{(i)} - y^{(i)})\, x^{(i)}_j$ | assumption 1: the slope of an average is the average of the slopes |
# | $db = \dfrac{\partial J}{\partial b} = \dfrac1m \sum_i (a^{(i)} - y^{(i)})$ | the same for $b$ |

# %% [markdown]
# Mind the convention of this course: $dz$ belongs to the **loss** of one example, $dw$ and $db$ to the **cost**. So this is the one place where the $\frac1m$ comes in.
#
# With numbers: each column is a photo, and a weight's share of the blame is the error times the input that the weight was multiplied with.
#
# | | photo 1 | photo 2 | photo 3 | photo 4 | sum | divided by 4 |
# | --- | --- | --- | --- | --- | --- | --- |
# | $x_1$ | 3 | 1 | 2 | 1 | | |
# | $x_2$ | 0 | −2 | −1 | 2 | | |
# | $z$ | $\log 9$ | $-\log 4$ | $\log 1.5$ | $\log 4$ | | |
# | $a$ | 0.9 | 0.2 | 0.6 | 0.8 | | |
# | $a - y$ | −0.1 | 0.2 | −0.4 | 0.8 | 0.5 | $db = 0.125$ |
# | $(a - y)\, x_1$ | −0.3 | 0.2 | −0.8 | 0.8 | −0.1 | $dw_1 = -0.025$ |
# | $(a - y)\, x_2$ | 0 | −0.4 | 0.4 | 1.6 | 1.6 | $dw_2 = 0.4$ |
#
# Read the result: $dw_2$ is positive and the largest, so the cost falls fastest when $w_2$ is made smaller. Photo 4 says so most loudly: its $x_2 = 2$ helped to push its $z$ up.

# %% [markdown]
# ### Exercise: `logistic_gradients`
# The gradients of the **cost** of one sigmoid neuron with the cross-entropy (statistics calls it *logistic regression*), for a batch. Here the average over the examples comes in, once.
#
# <details><summary>Hint: a nudge</summary>
#
# Forward first: $Z$ and $A$ of shape `(1, m)`. Then `dZ`. Then each example's `dZ` is multiplied by that example's inputs, and the products are averaged.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# `dZ` is `(1, m)`, `X` is `(n, m)`, and `dw` has to be `(1, n)`: a matrix product that adds over the examples, with one of the two turned. Divide by $m$ once. `db` is the mean of `dZ`, as a plain number.
#
# </details>


# %% nbgrader={"grade_id": "logistic_gradients", "solution": true}
def logistic_gradients(w, b, X, Y):
    """Gradients of the cost J for one sigmoid neuron with the cross-entropy.

    In:  w, shape (1, n); b, a float or an array of shape (1, 1); X, shape (n, m), one example per column;
         Y, labels, shape (1, m).
    Out: (dw, db): dw of shape (1, n), db a float.

    Example: w = [[0.0]], b = 0.0, X = [[2.0]], Y = [[1.0]] give a = 0.5, so dw = [[-1.0]] and db = -0.5.
    """
    ### BEGIN SOLUTION
    dZ = output_delta(sigmoid(w @ X + b), Y)
    return dZ @ X.T / X.shape[1], float(dZ.mean())
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_logistic_gradients", "grade": true, "points": 1}
w, b = np.log([[3.0, 2.0]]), -np.log(3.0)
X = np.array([[3.0, 1.0, 2.0, 1.0], [0.0, -2.0, -1.0, 2.0]])
Y = np.array([[1.0, 0.0, 1.0, 0.0]])
dw, db = logistic_gradients(w, b, X, Y)
assert np.shape(dw) == (1, 2), f"dw has the shape of w, (1, 2); yours has {np.shape(dw)}."
assert np.allclose(dw, [[-0.025, 0.4]]), f"Worked above: [[−0.025, 0.4]]; yours: {dw}."
assert np.shape(db) == (), f"db is one number; yours has shape {np.shape(db)}."
assert np.isclose(db, 0.125), f"Worked above: db = 0.5 / 4 = 0.125; yours is {db}."
dw, db = logistic_gradients(w, np.array([[b]]), X, Y)
assert np.allclose(dw, [[-0.025, 0.4]]), "With b as an array of shape (1, 1), dw came out different."

# %% nbgrader={"grade_id": "grade_logistic_gradients", "grade": true, "points": 1}
# Hidden tests for `logistic_gradients` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "logistic_gradients", logistic_gradients)
### END HIDDEN TESTS

# %% [markdown]
# Trust, but measure: move each of the three parameters a little up and a little down, and see what the cost does.


# %%
def cost_at(w, b):
    return cross_entropy_with_logits(w @ X + b, Y)


w, b, eps = np.log([[3.0, 2.0]]), -np.log(3.0), 1e-5
X = np.array([[3.0, 1.0, 2.0, 1.0], [0.0, -2.0, -1.0, 2.0]])
steps = [np.array([[eps, 0.0]]), np.array([[0.0, eps]])]

measured = [(cost_at(w + step, b) - cost_at(w - step, b)) / (2 * eps) for step in steps]
dw, db = logistic_gradients(w, b, X, Y)
print("your dw:", dw[0], "  measured:", np.array(measured))
print(f"your db: {db:.4f}            measured: {(cost_at(w, b + eps) - cost_at(w, b - eps)) / (2 * eps):.4f}")

# %% [markdown]
# ## 9. What a cost does to learning
#
# Is all this work with logarithms worth it? Look at what each of the two costs sends back to $z$. For the squared error:
#
# | the line | the reason | $a = 0.98,\ y = 0$ |
# | --- | --- | --- |
# | $\dfrac{\partial L}{\partial a} = a - y$ | the half cancels the 2 | $0.98$ |
# | $\dfrac{\partial L}{\partial z} = (a - y)\, a\, (1 - a)$ | chain rule, with the slope of the sigmoid | $0.98 \cdot 0.0196 = 0.0192$ |
#
# And for the cross-entropy: $a - y = 0.98$. This neuron is very wrong, and the squared error sends back a slope 51 times smaller. Nothing cancels the sigmoid's slope there, and at $a = 0.98$ the sigmoid is flat: the neuron is **saturated**. Being very wrong, it learns very slowly.

# %% [markdown]
# ![The slope that reaches z, for the label 0, over z from minus 6 to 6. The cross-entropy's slope, dashed, is the sigmoid: it climbs from 0 to 1. The squared error's slope, solid, is a low hump, never above 0.15, highest near z = 0.7, and back to almost 0 at the right. At z = 3.89, where a = 0.98, the two are marked: 0.98 and 0.019.](picture:slowdown)
#
# *On the right, the neuron is badly wrong. Look at what the two curves do there, and at which $z$ the lower one starts to go down.*
#
# **Before you run the next cell:** one weight and one bias, the input 1, the label 0, and both neurons start at $a = 0.98$. After each step, weight and bias move by 0.1 times their slope, downhill. How many steps will each need to come down to 0.61?


# %%
def outputs_while_learning(slope):
    """Return a before each of 301 steps, for x = 1 and y = 0; slope(a) is what reaches z."""
    w, b, seen = 0.0, np.log(49), []
    for _ in range(301):
        a = sigmoid(w * 1 + b)
        seen.append(a)
        w, b = w - 0.1 * slope(a) * 1, b - 0.1 * slope(a)
    return seen


cross_entropy = outputs_while_learning(lambda a: a - 0)
squared = outputs_while_learning(lambda a: (a - 0) * a * (1 - a))
print("step   cross-entropy   squared error")
for step in (0, 10, 20, 50, 100, 200, 300):
    print(f"{step:4}   {cross_entropy[step]:10.3f}   {squared[step]:13.3f}")

# %% [markdown]
# 20 steps for the cross-entropy, 300 for the squared error. For its first hundred steps the second neuron hardly moves. This is the **learning slowdown**. Squared errors are not wrong: for an output that can be any number, such as a price, with the identity as activation, they are the natural choice. With a sigmoid at the output, choose the cross-entropy.
#
# In the figure below, you move the $z$ of a sigmoid neuron, and choose its label (there: its target $y$). On the left it draws both losses over the output $a$; on the right, over $z$, the size of what each sends back to $z$. Three things to try:
#
# 1. Label 0. Move $z$ to where $a$ is 0.98. Compare the two numbers that reach $z$ with those above.
# 2. Keep the label and move $z$ slowly to the left. Where is the squared error's number largest? How wrong is the neuron there?
# 3. Label 1. Move $z$ from one end to the other. Where does neither of the two learn much, and where only one of them? Which of the two places is the bad one?

# %%
from course.figures import cost

cost.explore()

# %% [markdown]
# <details><summary>What you should have found</summary>
#
# 1. At $z = 3.9$: 0.98 for the cross-entropy and 0.019 for the squared error.
# 2. At about $z = 0.7$, where $a = \frac23$: its number is $\frac23 \cdot \frac23 \cdot \frac13 = 0.148$. Any further to the right, the neuron is more wrong and learns more slowly.
# 3. Far to the right both send back almost nothing: the neuron is right, and has nothing to learn. Far to the left the cross-entropy sends back almost $-1$, and the squared error almost nothing once more: that is the bad place, a neuron that is wrong and stays so.
#
# </details>

# %% [markdown]
# ## 10. Questions
#
# **q1.** One of these costs can **not** be handed to backpropagation as it is. Which? ($L^{(i)}$ is a loss of example $i$, a function of its outputs and its label.)
#
# - **a** $J = \frac1m \sum_i \lVert a^{(i)} - y^{(i)} \rVert^4$: fourth powers in place of squares
# - **b** $J =$ the median of the $m$ losses
# - **c** $J = \frac1m \sum_i \lvert a^{(i)} - y^{(i)} \rvert$, for one output: absolute values
# - **d** $J = \frac1m \sum_i c_i L^{(i)}$, where $c_i$ is 10 for rare examples and 1 for common ones, fixed beforehand
#
# **q2.** A network with one sigmoid output has the binary cross-entropy $\log 2 = 0.6931$ on a set of 3 examples. What probability does it give to the three labels together? (A number, to three decimals.)

# %% [markdown]
# **q3.** Someone trains one sigmoid neuron with the cross-entropy, but computes $dz = (a - y)\,a\,(1 - a)$ and updates with that. What is wrong with it?
#
# - **a** Nothing: $a(1 - a)$ is a constant factor, so it acts like a smaller learning rate.
# - **b** Its sign is wrong where $a > \frac12$, so there the cost goes up.
# - **c** The direction of $dz$ is right for each example, but its size is not: the examples that are most wrong count least.
# - **d** It is 0 for every example, so nothing is learned.

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": "…a letter…", "q2": …a number…, "q3": "…a letter…"}
### BEGIN SOLUTION
answers = {"q1": "b", "q2": 0.125, "q3": "c"}
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

grade("05-cost", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## 11. Now break it
#
# Here is a layer of $K$ sigmoid neurons with the cross-entropy, written by someone else. **One line is wrong.** The first test has one output and the four photos; the second has the two outputs and two photos of section 3. (There, `W` is chosen so that $z = x$: each input is passed on as it is.) The helper measures the slope of the returned cost for the first weight.
#
# **Before you run it,** read the ten lines. Which of them looks suspicious to you?


# %%
def cost_and_gradients(W, b, X, Y):
    m = X.shape[1]  # 1
    Z = W @ X + b  # 2
    A = sigmoid(Z)  # 3
    label_seen = np.where(Y == 1, A, 1 - A)  # 4
    losses = -np.log(label_seen)  # 5
    cost = np.mean(losses)  # 6
    dZ = A - Y  # 7
    dW = dZ @ X.T / m  # 8
    db = np.sum(dZ, axis=1, keepdims=True) / m  # 9
    return cost, dW, db  # 10


def report(W, b, X, Y):
    cost, dW, _ = cost_and_gradients(W, b, X, Y)
    step = np.zeros(W.shape)
    step[0, 0] = 1e-5
    rise = cost_and_gradients(W + step, b, X, Y)[0] - cost_and_gradients(W - step, b, X, Y)[0]
    print(f"  cost {cost:.4f}   dW[0, 0] {dW[0, 0]:.4f}   measured {rise / 2e-5:.4f}")


print("one output, four photos:")
report(w, np.array([[b]]), X, Y)
print("two outputs, two photos:")
Z2, Y2 = np.log(np.array([[9.0, 0.25], [1.5, 4.0]])), np.array([[1.0, 0.0], [1.0, 0.0]])
report(np.eye(2), np.zeros((2, 1)), Z2, Y2)

# %% [markdown]
# With one output, the cost is the 0.6122 of section 2, and the gradient agrees with the measurement. With two, section 3 worked the cost out by hand as 1.2244, and gradient and measurement differ by a factor of two.

# %% [markdown]
# ### Exercise: `bug`
# Which of the numbered lines is wrong, and why?
#
# - **a** It leaves out the sigmoid's slope $a(1 - a)$.
# - **b** It divides by the number of examples a second time.
# - **c** It divides by the number of outputs as well.
# - **d** It adds up over the outputs where the examples are meant.
#
# <details><summary>Hint: a nudge</summary>
#
# With one output everything agreed. Which lines can tell one output from two? And which of the two numbers that disagree, the cost or the gradient, did we work out by hand?
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Go through the second test line by line with the four outputs 0.9, 0.2, 0.6 and 0.8, and compare with sections 2 and 3. The first line whose result differs from the worked one is the wrong one.
#
# </details>

# %% nbgrader={"grade_id": "bug", "solution": true}
# The form: bug = {"line": …a number…, "why": "…a letter…"}
### BEGIN SOLUTION
bug = {"line": 6, "why": "c"}
### END SOLUTION

# %% nbgrader={"grade_id": "check_bug", "grade": true, "points": 0}
assert isinstance(bug, dict), "`bug` should be a dict, as in the form above."
assert set(bug) == {"line", "why"}, f"The names are line and why; yours are {list(bug)}."
assert bug["line"] in range(1, 11), "line is a number from 1 to 10, without quotation marks."
assert str(bug["why"]).strip().lower() in ("a", "b", "c", "d"), "why is a letter from a to d."

# %% nbgrader={"grade_id": "grade_bug", "grade": true, "points": 2}
# Your answers are graded here.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("05-cost", "bug", bug)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# - **Averaging over outputs as well**, with `np.mean` over a `(K, m)` array. One output hides it.
# - **The average taken twice, or nowhere.** `dZ` has no $\frac1m$; `dw` and `db` have it, once.
# - **A cost that is an array.** A sum is missing.
# - **Half of the cross-entropy.** Without $(1 - y) \log (1 - a)$, an output of 1 for every photo costs nothing.
# - **`nan` from a certain output**, by $0 \cdot \log 0$. Clip `A`, or, better, compute from `Z`.
# - **The sigmoid taken twice:** a function that expects $z$ is handed $a$. Nothing fails, but with the label 1 no loss falls below $-\log \sigma(1) = 0.31$.
# - **$(a - y)\,a(1 - a)$ with the cross-entropy**, or $a - y$ with squared error and a sigmoid. Each cost has a $dz$ of its own.
# - **A cost of $\log 2 = 0.69$ that does not move:** the network answers 0.5 everywhere; it has not learned anything yet.

# %% [markdown]
# ## Where this leads
#
# You have the start of the way back: for the output layer, $dZ = A - Y$. For a single neuron you have gone on to its weights. **Lesson 06** takes a `dZ`, whichever layer it belongs to, and finds the gradient of every weight in the layer: the first of the four equations of backpropagation, **BP1**. Your `dw` is BP1 for a layer with one neuron. (With softmax and its own cross-entropy, too, $dZ = A - Y$ comes out; lesson 09 shows why.)
