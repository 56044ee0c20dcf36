# %% [markdown]
# # 15 · Your network
#
# Time: 25 minutes · Points: 3 · Builds on: 01 to 14
#
# After this you can point at every line of a network that reads handwriting and say who wrote it and why it is there: it is assembled from your own answers of fourteen lessons. And you know where to go from here.

# %% [markdown]
# There is nothing to program on this page, except three answers at the end. You have done the work already: every lesson left a function or two behind. Here they meet.
#
# ![A map of one turn of training, with the number of a lesson in a circle at every step. Upper row, forward: from X by 04 to Z1, by 02 to A1, by 04 to Z2, by 02 to A2, by 05 to J; a bracket from Z1 to A1 says 01, a layer of neurons. Second row, back: from J by 09 to dZ2, by 08 to dA1, by 09 to dZ1, with the slopes of 03 coming down from Z1; beside it 10, the order of it. From each dZ, 06 and 07 lead down to dW and db; beside them 11, the judge: are these right? Both lead by 14 to W and b, one step down, where 12, the first W and b, comes in too. From there 13, the next batch, leads back up to X.](picture:road)
#
# *One turn of training, for two layers. In the circles, the lessons. Follow the arrows once around. **Before you read on:** cover the numbers, and say at each arrow what is computed there.*

# %% [markdown]
# ## 1. The pieces
#
# The next cell opens your notebooks of lessons 01 to 14, as you last **saved** them, and takes your functions out. It runs the given cells and your solutions up to the function it wants, takes from your other cells what they define, and leaves the tests out. Each piece is then tried on a small example. If it is right, it becomes part of the network. If it is missing or goes wrong, a given one takes its place, the cell says why, and the page goes on.
#
# None of this is graded. A piece that says "given" is an invitation: finish it in its lesson, save, and run this page again. Where a piece is wrong, `course check 06-bp1` (with the lesson's name) in a terminal says more about it.

# %%
import numpy as np

from course import own

np.set_printoptions(precision=4, suppress=True)  # print arrays with 4 decimals

mine = own.pieces()
print(mine)

# %% [markdown]
# The page looks for them in the folders beside its own, where `course lab` puts them. If yours are elsewhere, say so: `own.pieces("path/to/my-course")`. From here on, `mine.relu` is your `relu`, and so on for all of them.
#
# ## 2. The network
#
# It shall read the digits of lesson 13, this time with two hidden layers.
#
# ![On the left an image of 8 times 8 grey pixels, a handwritten 3. Lines lead from it to a column of circles, 32, ReLU; from there to a column, 16, ReLU; from there to ten circles, 10, softmax, with the digits 0 to 9. The 3 is bold, with an arrow: this. Below the gaps stand the shapes: W 32 by 64 and b 32; W 16 by 32 and b 16; W 10 by 16 and b 10.](picture:network)
#
# *From 64 pixels to ten probabilities. **Before you read on:** how many numbers have to be learned? Add up the shapes at the bottom.*

# %% [markdown]
# $32 \cdot 64 + 32 + 16 \cdot 32 + 16 + 10 \cdot 16 + 10 = 2778$. And here is all of it: the way forward, the cost, and the way back. It works for any number of layers; `SIZES` is the only line that knows how many there are.

# %%
SIZES = [64, 32, 16, 10]


def forward(X, params):
    """The outputs, and for every layer the pair (A_prev, Z) that the way back needs."""
    A, caches = X, []
    for k, (W, b) in enumerate(params):
        Z = mine.linear_forward(W, A, b)  # equation (2), lesson 04
        caches.append((A, Z))
        A = mine.softmax(Z) if k == len(params) - 1 else mine.relu(Z)  # (1), lesson 02
    return A, caches


def cost(X, Y, params):
    """The average loss: equation (3), lesson 05."""
    A_L, _ = forward(X, params)
    return mine.categorical_cross_entropy(A_L, Y)


def backward(A_L, Y, params, caches):
    """The pairs (dW, db), first layer first, in the order of lesson 10."""
    dZ, grads = mine.softmax_output_delta(A_L, Y), []  # lesson 09
    for k in range(len(params) - 1, -1, -1):
        A_prev, _ = caches[k]
        dW = mine.weight_gradient(dZ, A_prev)  # BP1, lesson 06
        db = mine.bias_gradient(dZ)  # BP2, lesson 07
        grads.insert(0, (dW, db))
        if k > 0:
            dA = mine.previous_activation_gradient(params[k][0], dZ)  # BP3, lesson 08
            _, Z_prev = caches[k - 1]
            dZ = mine.linear_gradient(dA, Z_prev, mine.relu_prime)  # BP4, lessons 09 and 03
    return grads


# %% [markdown]
# Two loops of a few lines. Fourteen lessons ago a single weighted sum was news.
#
# Now wake it up. The first weights are drawn by your `he_initialization`. **Before you run the cell:** with ten classes and weights that are chance, what will the cost be, about, and what the accuracy?

# %%
from course.data import digits

X_train, Y_train, X_test, Y_test = digits.load()
rng = np.random.default_rng(0)
start = mine.he_initialization(SIZES, rng)  # lesson 12

A_L, caches = forward(X_train, start)
print("numbers to learn: ", mine.flatten(start).size)
print(f"cost:              {cost(X_train, Y_train, start):.2f}")
print(f"accuracy:          {mine.accuracy(A_L, Y_train):.0%}")

# %% [markdown]
# Near $-\log \frac{1}{10} = 2.30$, the cost of guessing. The accuracy is one of a network that has its favourites, and no reason for them.
#
# ## 3. Trust nothing
#
# Each piece was tried by itself. Are they right **together**? Two witnesses, who know nothing of each other:
#
# 1. Lesson 11's judge nudges all 2,778 numbers, one after the other, both ways. That makes 5,556 forward passes, on five digits. (Pieces written with loops are welcome; here and in the training they may take a minute or two.)
# 2. Your `backward` of lesson 10, which you wrote in one piece.
#
# **Before you run the cell:** which relative error would convince you?

# %%
X_few, Y_few = X_train[:, :5], Y_train[:, :5]
A_few, caches = forward(X_few, start)
gradient = mine.flatten(backward(A_few, Y_few, start, caches))


def cost_of(theta):
    """The cost on the five digits, as a function of one long vector."""
    return cost(X_few, Y_few, mine.unflatten(theta, SIZES))


measured = mine.numerical_gradient(cost_of, mine.flatten(start))
names = ["relu"] * (len(SIZES) - 2) + ["softmax"]
lesson_10 = mine.backward(A_few, Y_few, start, caches, names, "categorical_cross_entropy")

for witness, says in (("finite differences", measured), ("lesson 10", mine.flatten(lesson_10))):
    error = mine.relative_error(gradient, says)
    print(f"{witness:19} agrees to 1 in a million: {error < 1e-6}")

# %% [markdown]
# If yours says `True` twice, you may believe these gradients. If not, lesson 11 has the way to the culprit: which $dW$, which $db$, in which layers?
#
# ## 4. Training
#
# Your `minibatches` deals the digits out, your `adam_step` walks. Adam wants one vector, so `flatten` and `unflatten` go between the two. It starts at 12 on the map, and then goes around it 900 times: 45 batches in each of 20 epochs.
#
# **Before you run the cell:** after how many epochs will nine of ten be right?

# %%
from course.figures import gradient_descent

EPOCHS = 20
theta, state = mine.flatten(start), {}
curve = gradient_descent.live(epochs=EPOCHS)
for _ in range(EPOCHS):
    for X_b, Y_b in mine.minibatches(X_train, Y_train, 32, rng):  # lesson 13
        params = mine.unflatten(theta, SIZES)
        A_b, caches = forward(X_b, params)
        grads = backward(A_b, Y_b, params, caches)
        theta, state = mine.adam_step(theta, mine.flatten(grads), state, learning_rate=0.005)
    params = mine.unflatten(theta, SIZES)
    right = mine.accuracy(forward(X_train, params)[0], Y_train)
    curve.add(cost(X_train, Y_train, params), right)

# %% [markdown]
# Then the exam, on 359 digits that it has never seen. To **use** a network, no caches are needed: it is layers of neurons, one after the other, and a layer of neurons is what lesson 01 was about.

# %%
A = X_test
for W, b in params[:-1]:
    A = mine.layer(W, A, b, mine.relu)  # lesson 01
W, b = params[-1]
A_test = mine.softmax(mine.linear_forward(W, A, b))

score = mine.accuracy(A_test, Y_test)
print(f"training: {right:.1%} right")
print(f"test:     {score:.1%} right, of {Y_test.shape[1]} digits")
print("at least 95 %:", score >= 0.95)

# %% [markdown]
# This is your network. It was never told what a loop or a stroke is: it was told 900 times how wrong it was, and every time each of its 2,778 numbers got its share of the blame.
#
# ## 5. What it got wrong
#
# The next cell shows digits that it misread, with the probability that it gave to its wrong answer: those it was surest of come first. **Before you run it:** when it is wrong, does it know?

# %%
import matplotlib.pyplot as plt

from course.figures import show

said, meant = A_test.argmax(axis=0), Y_test.argmax(axis=0)
sure = A_test.max(axis=0)
wrong = np.flatnonzero(said != meant)
wrong = wrong[np.argsort(-sure[wrong])][:8]

figure, axes = plt.subplots(2, 4, figsize=(7, 4), layout="constrained")
for panel in axes.flat:
    panel.axis("off")
for panel, i in zip(axes.flat, wrong, strict=False):
    panel.imshow(X_test[:, i].reshape(8, 8), cmap="Greys", vmin=0, vmax=1)
    panel.set_title(f"{meant[i]}, read as {said[i]}\n{sure[i]:.0%} sure", fontsize=10)
mistakes = ", ".join(f"{meant[i]} read as {said[i]}" for i in wrong)
show(figure, alt=f"Test digits that the network misread, the surest mistakes first: {mistakes}.")

# %% [markdown]
# Not always. Some of its mistakes it makes with hardly a doubt: softmax turns scores into numbers that add up to 1, and nothing in the cost asks them to be modest about digits it has not met. A probability from a network is a claim, to be tested like any other.
#
# Things to try, if you like: other `SIZES` (none of the other lines changes); your `momentum_step` of lesson 14, copied in here, in place of Adam; a batch of 1, and one of 1,438; and a slip on purpose, in any line of `backward`, to see what the witnesses say and how far the training comes all the same.

# %% [markdown]
# ## 6. Questions
#
# **q1.** Your `numerical_gradient` measures the gradient of a network with the sizes 64-16-10, all weights and biases. How many forward passes does that take?
#
# **q2.** Somebody's network has two layers, ReLU and softmax. Against finite differences, $dW^{[2]}$ and $db^{[2]}$ are right, $dW^{[1]}$ and $db^{[1]}$ are wrong. With the identity in place of ReLU (and its slope, 1, in place of ReLU's), everything is right. Which piece is to blame?
#
# - **a** `weight_gradient`
# - **b** `previous_activation_gradient`
# - **c** `relu_prime`
# - **d** `softmax_output_delta`

# %% [markdown]
# **q3.** All gradients of a network of this kind pass the check. Yet in training on the digits its cost begins at 2.303, and after 20 epochs it is 2.30. What explains both?
#
# - **a** the learning rate is much too large
# - **b** all weights started at zero
# - **c** the network has learned its training digits by heart
# - **d** every batch holds a single example

# %% nbgrader={"grade_id": "questions", "solution": true}
# The form: answers = {"q1": …a number…, "q2": "…a letter…", "q3": "…a letter…"}
### BEGIN SOLUTION
answers = {"q1": 2420, "q2": "c", "q3": "b"}
### END SOLUTION

# %% nbgrader={"grade_id": "check_questions", "grade": true, "points": 0}
assert isinstance(answers, dict), "`answers` should be a dict, as in the form above."
assert set(answers) == {"q1", "q2", "q3"}, f"The names are q1, q2 and q3; yours: {list(answers)}."
assert isinstance(answers["q1"], (int, float)), "q1 is a number, without quotation marks."
for q in ("q2", "q3"):
    assert str(answers[q]).strip().lower() in ("a", "b", "c", "d"), f"{q} is a letter from a to d."

# %% nbgrader={"grade_id": "grade_questions", "grade": true, "points": 3}
# Your answers are graded here.
### BEGIN HIDDEN TESTS
from autograder.checks import grade

grade("15-your-network", "questions", answers)
### END HIDDEN TESTS

# %% [markdown]
# ## What can go wrong
#
# One day a network of yours will not learn. Look in this order, cheapest first:
#
# - **The data.** Do X and Y still belong together, one example per column? Are the inputs of the size of 1? (04, 13)
# - **The cost at the start.** About $\log K$ for $K$ classes; far above it, the weights are too large. (05, 12)
# - **Shapes.** Every gradient has the shape of what it is the gradient of. (10)
# - **The gradients.** On five examples, with finite differences. (11)
# - **A tiny task.** Can it learn ten examples by heart? If not, more data will not help. (13)
# - **The learning rate.** Flat: ten times as much. Jumping, or `nan`: a tenth. (13, 14)
# - **The slopes.** How many ReLU neurons are silent on every example, how many sigmoids saturated? (02, 12)
# - **The exam.** Right on what it knows, and wrong on what is new: more data, or a smaller network. (13)

# %% [markdown]
# ## Where to go next: the same ground again
#
# You know backpropagation now. To see it with other eyes is the best revision; the appendix, `16-notations`, translates between the notations.
#
# - Michael Nielsen, [Neural Networks and Deep Learning](http://neuralnetworksanddeeplearning.com): a free book online, patient and vivid. Its chapter 2 is about this course's subject, its chapter 4 shows in pictures why a network can come near to any function.
# - Andrej Karpathy, [micrograd](https://github.com/karpathy/micrograd) and the lectures [Zero to Hero](https://karpathy.ai/zero-to-hero.html): backpropagation for single numbers, then step by step to a language model.
# - Andrew Ng, [Deep Learning Specialization](https://www.coursera.org/specializations/deep-learning): video lectures in the notation that you are used to.
# - Rumelhart, Hinton and Williams, [Learning representations by back-propagating errors](https://doi.org/10.1038/323533a0), Nature, 1986: four pages, and you can read every line of them now.

# %% [markdown]
# ## Where to go next: new ground
#
# | not in this course | what it is about | where to find it |
# | --- | --- | --- |
# | automatic differentiation | the program writes down what it computes, and goes back by itself: nobody derives by hand any more | [survey](https://jmlr.org/papers/v18/17-468.html) by Baydin and others, 2018; micrograd |
# | convolutional networks | the same few weights slide over an image, so that a digit may move | [CS231n](https://cs231n.github.io), the notes of a Stanford course |
# | recurrent networks, attention | words, one after the other | [Dive into Deep Learning](https://d2l.ai), a free book with code |
# | regularization | what to do when a network learns by heart | Goodfellow, Bengio and Courville, [Deep Learning](https://www.deeplearningbook.org), chapter 7 |
# | normalization between layers | depth without lucky weights | Dive into Deep Learning; Ng's second course |
# | the theory behind it all | probability, optimization, why it generalizes | Deep Learning, chapters 3 to 5 and 8 |
# | large networks, graphics cards | what you built, a million times larger | the tutorials of [PyTorch](https://pytorch.org/tutorials/) or [JAX](https://docs.jax.dev) |

# %% [markdown]
# One suggestion to begin with. Take PyTorch or JAX, build the network of this page in it, with the same weights, and compare its gradients with yours. Others have to take `loss.backward()` on trust. You can check it, to about six digits (both libraries compute with 32 bits unless told otherwise).

# %% [markdown]
# ## The end of the road
#
# In lesson 01 a neuron added two numbers and asked whether the sum was above zero. You have followed the consequences all the way: what layers of such sums can say, how wrong they are, whom to blame for it, by how much, and in which direction to go. The four equations in the middle you derived line by line, and checked against numbers that know nothing of them.
#
# The machines in the news are larger, and their layers are cleverer. They learn by what you have written here.
