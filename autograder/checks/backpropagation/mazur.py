"""Checks of `mazur_step`: one step of gradient descent for the eight weights of Mazur's network."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case, Part, Tolerance
from autograder.reference import mazur
from autograder.reference.activations import Array, sigmoid
from autograder.reference.backpropagation import mazur_step

KEYS = tuple(f"w{number}" for number in range(1, 9))
HIDDEN, OUT = mazur.outputs()
DELTA_OUT = (OUT - mazur.Y) * OUT * (1.0 - OUT)
SLOPE_HIDDEN = HIDDEN * (1.0 - HIDDEN)


def _cases(rng: np.random.Generator) -> list[Case]:
    return [
        Case((eta,)) for eta in (0.5, 0.0, 1.0, 0.1, 2.0, 10.0, -0.5, *np.round(rng.uniform(0.05, 3, 3), 2).tolist())
    ]


def _weights(got: Any, want: Mapping[str, float]) -> Iterator[Part]:
    """Take the dict apart: the weights of the output layer first, as they are computed."""
    names = ", ".join(f'"{key}"' for key in KEYS)
    if not isinstance(got, Mapping):
        raise ValueError(f"You returned {wording.kind(got)}; a dict is expected, with the keys {names}.")
    if missing := [key for key in KEYS if key not in got]:
        raise ValueError(f"The dict has no key {missing[0]!r}; expected are {names}.")
    if extra := [key for key in got if key not in KEYS]:
        raise ValueError(f"The dict has a key {wording.shown(extra[0])} that is not asked for; expected are {names}.")
    for key in (*KEYS[4:], *KEYS[:4]):
        yield Part(key, got[key], want[key])


def _named(W1: Any, W2: Any) -> dict[str, float]:
    values = np.concatenate([np.ravel(W1), np.ravel(W2)])
    return {key: float(value) for key, value in zip(KEYS, values, strict=True)}


def _gradients(
    delta_out: Array = DELTA_OUT,
    back: Callable[[Array], Array] = lambda delta: mazur.W2.T @ delta,
    slope_hidden: Array = SLOPE_HIDDEN,
    read_by_out: Array = HIDDEN,
    read_by_hidden: Array = mazur.X,
) -> tuple[Array, Array]:
    """Return `(dW1, dW2)` with steps of the way back replaced."""
    return (back(delta_out) * slope_hidden) @ read_by_hidden.T, delta_out @ read_by_out.T


def _step(
    dW: tuple[Array, Array] = mazur.gradients(),
    rate: Callable[[float], float] = lambda eta: eta,
    give: Callable[[Array, Array], Any] = _named,
) -> Callable[[float], Any]:
    """Return a `mazur_step` with these gradients and this learning rate."""
    return lambda eta: give(mazur.W1 - rate(eta) * dW[0], mazur.W2 - rate(eta) * dW[1])


def _old_weights_gone(eta: float) -> dict[str, float]:
    dW2 = mazur.gradients()[1]
    dW1, _ = _gradients(back=lambda delta: (mazur.W2 - eta * dW2).T @ delta)
    return _named(mazur.W1 - eta * dW1, mazur.W2 - eta * dW2)


def _one_layer(hidden: bool) -> Callable[[float], dict[str, float]]:
    dW1, dW2 = mazur.gradients()
    return _step((dW1, np.zeros((2, 2))) if hidden else (np.zeros((2, 2)), dW2))


def _with_biases(names: tuple[str, str], wrong: Callable[[float], float] = lambda b: b) -> Callable[[float], Any]:
    return lambda eta: {**mazur_step(eta), names[0]: wrong(0.35), names[1]: wrong(0.60)}


def _rounded(digits: int) -> Callable[[float], dict[str, float]]:
    return lambda eta: {key: round(w, digits) for key, w in mazur_step(eta).items()}


def _two_steps(eta: float) -> dict[str, float]:
    dW1, dW2 = mazur.gradients()
    W1, W2 = mazur.W1 - eta * dW1, mazur.W2 - eta * dW2
    hidden = np.asarray(sigmoid(W1 @ mazur.X + mazur.B1))
    out = np.asarray(sigmoid(W2 @ hidden + mazur.B2))
    delta = (out - mazur.Y) * out * (1.0 - out)
    return _named(W1 - eta * ((W2.T @ delta) * hidden * (1.0 - hidden)) @ mazur.X.T, W2 - eta * delta @ hidden.T)


PRINTED = (0.149780716, 0.19956143, 0.24975114, 0.29950229, 0.35891648, 0.408666186, 0.511301270, 0.561370121)

MAZUR_STEP = FunctionExercise(
    "mazur_step",
    mazur_step,
    _cases,
    (
        Misconception(
            "plus",
            _step(rate=lambda eta: -eta),
            "Every weight moves uphill. Minus eta times the gradient leads down: is the step added, or has the gradient itself the "
            "wrong sign?",
        ),
        Misconception(
            "eta-ignored",
            _step(rate=lambda eta: 0.5),
            "`eta` makes no difference: the step is the same for all of them. Is a number written where the parameter should stand?",
            also=(
                _step(rate=lambda eta: 1.0),
                _step(rate=lambda eta: 0.1),
                lambda eta: _named(PRINTED[:4], PRINTED[4:]),
            ),
        ),
        Misconception(
            "nothing-moves",
            _step(rate=lambda eta: 0.0),
            "These are the weights before the step, for every `eta`. The new ones are to be returned.",
        ),
        Misconception(
            "eta-twice",
            _step(rate=lambda eta: eta * eta),
            "`eta` is multiplied in twice. The step is eta times the gradient.",
        ),
        Misconception(
            "half-the-step",
            _step(rate=lambda eta: eta / 2),
            "Every step is half as long as it should be. There is one example, so m = 1: the two outputs are added up, not averaged.",
        ),
        Misconception(
            "double-step",
            _step(rate=lambda eta: 2 * eta),
            "Every step is twice as long as it should be. The ½ of the squared error cancels the 2 of its derivative, a − y.",
        ),
        Misconception(
            "updated-too-early",
            _old_weights_gone,
            "w5 to w8 are right; w1 to w4 come from a BP3 that met the new w5 to w8. All gradients first, with the old weights, "
            "then all updates.",
        ),
        Misconception(
            "gradients-returned",
            lambda eta: _named(*mazur.gradients()),
            "These are the gradients. The weights after the step are asked for: each old weight minus eta times its gradient.",
            also=(
                lambda eta: _named(*(eta * dW for dW in mazur.gradients())),
                lambda eta: _named(*(-eta * dW for dW in mazur.gradients())),
            ),
        ),
        Misconception(
            "read-by-columns",
            _step(give=lambda W1, W2: _named(W1.T, W2.T)),
            "w2 and w3 are exchanged, and w6 and w7. w1 and w2 lead into the same neuron, so they stand in one row of W.",
            also=(
                _step(give=lambda W1, W2: _named(W1.T, W2)),
                _step(give=lambda W1, W2: _named(W1, W2.T)),
            ),
        ),
        Misconception(
            "gradient-transposed",
            _step((mazur.gradients()[0].T, mazur.gradients()[1].T)),
            "The gradient is transposed before it is subtracted: w2 moves by what belongs to w3. dW has the shape and the order of "
            "W.",
            also=(
                _step((mazur.gradients()[0], mazur.gradients()[1].T)),
                _step((mazur.gradients()[0].T, mazur.gradients()[1])),
            ),
        ),
        Misconception(
            "layers-exchanged",
            _step(give=lambda W1, W2: _named(W2, W1)),
            "w1 to w4 and w5 to w8 are exchanged: the first four belong to the hidden layer.",
        ),
        Misconception(
            "output-layer-alone",
            _one_layer(hidden=False),
            "w5 to w8 are right; w1 to w4 stay where they were. The hidden layer takes a step too.",
        ),
        Misconception(
            "hidden-layer-alone",
            _one_layer(hidden=True),
            "w1 to w4 have moved and w5 to w8 have not. The output layer takes a step too.",
        ),
        Misconception(
            "cross-entropy",
            _step(_gradients(OUT - mazur.Y)),
            "dZ of the output is A − Y here, as with the binary cross-entropy. Mazur's error is the squared one: the slope of the "
            "sigmoid stays.",
        ),
        Misconception(
            "hidden-slope-forgotten",
            _step(_gradients(slope_hidden=np.ones((2, 1)))),
            "w5 to w8 are right. For w1 to w4 the slope of the hidden neurons is missing, out_h (1 − out_h): BP4 after BP3.",
        ),
        Misconception(
            "output-slope-in-both",
            _step(_gradients(slope_hidden=OUT * (1.0 - OUT))),
            "The hidden deltas have the slopes of the output neurons. BP4 reads the Z of the layer whose dZ it makes.",
        ),
        Misconception(
            "slope-of-out",
            _step(_gradients(slope_hidden=np.asarray(sigmoid(HIDDEN) * (1 - sigmoid(HIDDEN))))),
            "For w1 to w4 the slope is taken of out_h; g′ takes the weighted sum, net_h.",
            also=(
                _step(
                    _gradients(
                        (OUT - mazur.Y) * np.asarray(sigmoid(OUT) * (1 - sigmoid(OUT))),
                        slope_hidden=np.asarray(sigmoid(HIDDEN) * (1 - sigmoid(HIDDEN))),
                    )
                ),
            ),
        ),
        Misconception(
            "weights-not-transposed",
            _step(_gradients(back=lambda delta: mazur.W2 @ delta)),
            "w5 to w8 are right. On the way back W2 is not transposed: h1 hears through w5 and w7, the weights it feeds.",
        ),
        Misconception(
            "one-output-heard",
            _step(_gradients(back=lambda delta: mazur.W2[:1].T @ delta[:1])),
            "w5 to w8 are right. For w1 to w4 the hidden neurons hear from o1 alone; each feeds both outputs, and their blame is "
            "added up.",
            also=(_step(_gradients(back=lambda delta: np.diag(mazur.W2)[:, np.newaxis] * delta)),),
        ),
        Misconception(
            "weights-left-out",
            _step(_gradients(back=lambda delta: delta)),
            "w5 to w8 are right. The hidden neurons are handed dZ of the output as it is; BP3 multiplies by the transposed W2.",
        ),
        Misconception(
            "inputs-for-out-h",
            _step(_gradients(read_by_out=mazur.X)),
            "The gradients of w5 to w8 are made with the inputs. What came into the output layer is out_h.",
        ),
        Misconception(
            "out-h-for-inputs",
            _step(_gradients(read_by_hidden=HIDDEN)),
            "The gradients of w1 to w4 are made with out_h. What came into the hidden layer are the inputs.",
        ),
        Misconception(
            "two-steps",
            _two_steps,
            "Two steps are taken. One is asked for. (Does each call start with the weights that the last one left behind?)",
        ),
        Misconception(
            "biases-too",
            _with_biases(("b1", "b2")),
            "The weights are right, but the dict holds biases as well. They stay as they are, and only w1 to w8 are asked for.",
        ),
        Misconception(
            "rounded",
            _rounded(8),
            "These are the right weights, rounded. The next step starts from them: keep all digits.",
            also=tuple(_rounded(digits) for digits in (3, 4, 5, 6, 7)),
        ),
    ),
    tolerance=Tolerance(relative=0.0, absolute=1e-9),
    parts=_weights,
)
