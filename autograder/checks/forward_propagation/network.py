"""Checks of `forward`: a network of L layers, and what it keeps for the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import (
    LESSON_PARAMS,
    LESSON_X,
    SQUARE_PARAMS,
    SQUARE_X,
    column,
    drawn,
    matrix,
)
from autograder.checks.outcome import Case, Part
from autograder.reference import forward_propagation as reference
from autograder.reference.forward_propagation import Array, Params


def _network(rng: np.random.Generator, sizes: Sequence[int], m: int) -> tuple[Array, list[tuple[Array, Array]]]:
    params = [
        (drawn(rng, *W_shape), drawn(rng, *b_shape)) for W_shape, b_shape in reference.parameter_shapes(list(sizes))
    ]
    return drawn(rng, sizes[0], m), params


def _forward_cases(rng: np.random.Generator) -> list[Case]:
    lesson = (LESSON_X, LESSON_PARAMS, ["relu", "sigmoid"])
    three = [*SQUARE_PARAMS, (matrix([1, -1], [0.5, 0]), column(0, 2))]
    scores = [LESSON_PARAMS[0], (matrix([1, 0, -1], [0, 1, 0.5]), column(0, 1))]
    return [
        Case((SQUARE_X, SQUARE_PARAMS, ["relu", "identity"])),
        Case(lesson),
        Case((SQUARE_X, SQUARE_PARAMS, ["tanh", "softmax"])),
        Case((SQUARE_X, SQUARE_PARAMS, ["leaky_relu", "tanh"])),
        Case((SQUARE_X, SQUARE_PARAMS, ["sigmoid", "leaky_relu"])),
        Case((SQUARE_X, three, ["identity", "relu", "sigmoid"])),
        Case((LESSON_X[:, :2], scores, ["leaky_relu", "softmax"])),
        *(
            Case((SQUARE_X, SQUARE_PARAMS[:1], [name]), note=f"one layer (L = 1), {name}")
            for name in reference.ACTIVATIONS
        ),
        Case((LESSON_X[:, :1], LESSON_PARAMS, ["relu", "sigmoid"]), note="one example (m = 1)"),
        Case(
            (
                matrix([2, -1, 0.5]),
                [(matrix([2], [-1]), column(0.5, 1)), (matrix([1, 3]), column(-1))],
                ["tanh", "relu"],
            ),
            note="one input (n_0 = 1)",
        ),
        Case(
            (matrix([2]), [(matrix([-1]), column(0.5)), (matrix([3]), column(1))], ["leaky_relu", "sigmoid"]),
            note="layers of one neuron, and one example",
        ),
        Case((np.zeros((2, 3)), LESSON_PARAMS, ["relu", "sigmoid"]), note="examples that are all 0"),
        Case(
            (LESSON_X, [(W, np.zeros_like(b)) for W, b in LESSON_PARAMS], ["relu", "sigmoid"]),
            note="biases that are all 0",
        ),
        Case(lesson, note="arrays that may only be read", layout="read-only"),
        Case(lesson, note="arrays that are every other column of a wider one", layout="strided"),
        Case(lesson, note="arrays that lie in memory column by column", layout="fortran"),
        Case((*_network(rng, (3, 4, 2), 5), ["sigmoid", "softmax"])),
        Case((*_network(rng, (2, 3, 3, 2), 3), ["tanh", "leaky_relu", "identity"])),
        Case((*_network(rng, (5, 4, 4, 3, 3), 6), ["relu", "sigmoid", "tanh", "softmax"])),
        Case(
            (*_network(rng, (3, 3, 3, 3, 3, 2), 4), ["leaky_relu", "tanh", "sigmoid", "identity", "sigmoid"]),
            note="five layers (L = 5)",
        ),
    ]


def _forward_parts(got: Any, want: Any) -> Iterator[Part]:
    """Take apart what `forward` returned: the caches layer by layer, and A_L, which is calculated last."""
    if not isinstance(got, (list, tuple)):
        raise ValueError(f"You returned {wording.kind(got)}; two things are expected: A_L, and the list of caches.")
    if len(got) != 2:
        raise ValueError(f"You returned {len(got)} things; two are expected: A_L, and the list of caches.")
    caches, wanted = got[1], want[1]
    if not isinstance(caches, (list, tuple)):
        raise ValueError(
            f"`caches` is {wording.kind(caches)}; a list is expected, with a pair (A_prev, Z) for each layer."
        )
    if len(caches) != len(wanted):
        layers = "1 layer" if len(wanted) == 1 else f"{len(wanted)} layers"
        raise ValueError(
            f"`caches` has length {len(caches)}; {layers} with weights make {len(wanted)}: a pair (A_prev, Z) each."
        )
    for i, (cache, (A_prev, Z)) in enumerate(zip(caches, wanted, strict=True)):
        if not isinstance(cache, (list, tuple)) or len(cache) != 2:
            what = f"{len(cache)} things" if isinstance(cache, (list, tuple)) else wording.kind(cache)
            raise ValueError(f"The cache of layer {i + 1} holds {what}; a pair is expected, (A_prev, Z).")
        yield Part(f"A_prev in the cache of layer {i + 1}", cache[0], A_prev)
        yield Part(f"Z in the cache of layer {i + 1}", cache[1], Z)
    yield Part("A_L", got[0], want[0])


def _along_rows(name: str, Z: Array) -> Array:
    return reference.activate(name, Z.T).T if name == "softmax" else reference.activate(name, Z)


def _over_everything(name: str, Z: Array) -> Array:
    if name != "softmax":
        return reference.activate(name, Z)
    powers = np.exp(Z - Z.max())
    return np.asarray(powers / powers.sum())


def _with_slope(slope: float) -> Callable[[str, Array], Array]:
    return lambda name, Z: np.where(Z > 0, Z, slope * Z) if name == "leaky_relu" else reference.activate(name, Z)


def _cut_in_place(*names: str) -> Callable[[str, Array], Array]:
    """Return an activation that writes into Z where its name is one of `names`."""

    def activate(name: str, Z: Array) -> Array:
        if name not in names:
            return reference.activate(name, Z)
        Z[:] = reference.activate(name, Z)
        return Z

    return activate


def _variant(
    linear: Callable[[Array, Array, Array], Array] = reference.linear_forward,
    name: Callable[[Sequence[str], int], str] = lambda names, layer: names[layer],
    activate: Callable[[str, Array], Array] = reference.activate,
    start: Callable[[Array, Sequence[str]], Array] = lambda X, names: X,
    onward: Callable[[Array, Array], Array] = lambda X, A: A,
    keep: Callable[[Array, Array, Array], Any] = lambda A_prev, Z, A: (A_prev, Z),
    give: Callable[[Any, list[Any]], Any] = lambda A, caches: (A, caches),
) -> Callable[[Array, Params, Sequence[str]], Any]:
    """Return a `forward` with one of its steps replaced."""

    def forward(X: Array, params: Params, activations: Sequence[str]) -> Any:
        A_prev = A = start(X, activations)
        caches = []
        for layer, (W, b) in enumerate(params):
            Z = linear(W, A_prev, b)
            A = activate(name(activations, layer), Z)
            caches.append(keep(A_prev, Z, A))
            A_prev = onward(X, A)
        return give(A, caches)

    return forward


def _with_weights(X: Array, params: Params, activations: Sequence[str]) -> Any:
    A, caches = reference.forward(X, params, activations)
    return A, [(A_prev, W, b, Z) for (A_prev, Z), (W, b) in zip(caches, params, strict=True)]


def _with_weights_in_pairs(X: Array, params: Params, activations: Sequence[str]) -> Any:
    A, caches = _with_weights(X, params, activations)
    return A, [((A_prev, W, b), Z) for A_prev, W, b, Z in caches]


def _input_in_every_cache(X: Array, params: Params, activations: Sequence[str]) -> Any:
    A, caches = reference.forward(X, params, activations)
    return A, [(X, Z) for _, Z in caches]


def _bias_last(X: Array, params: Params, activations: Sequence[str]) -> Any:
    A, caches = X, []
    for (W, b), name in zip(params, activations, strict=True):
        Z = W @ A
        caches.append((A, Z))
        A = reference.activate(name, Z) + b
    return A, caches


def _last_reads_too_early(X: Array, params: Params, activations: Sequence[str]) -> Any:
    """Return what comes out when the last layer stands after the loop and is given the loop's `A_prev`."""
    _, caches = reference.forward(X, params[:-1], activations[:-1])
    read = caches[-1][0] if caches else X
    A, last = reference.forward(read, params[-1:], activations[-1:])
    return A, [*caches, *last]


def _previous_z_cached(X: Array, params: Params, activations: Sequence[str]) -> Any:
    A, caches = reference.forward(X, params, activations)
    came_in = [X, *(Z for _, Z in caches)]
    return A, [(A_prev, Z) for A_prev, (_, Z) in zip(came_in, caches, strict=False)]


def _last_layer_missing(X: Array, params: Params, activations: Sequence[str]) -> Any:
    return reference.forward(X, params[:-1], activations[:-1])


def _first_layer_missing(X: Array, params: Params, activations: Sequence[str]) -> Any:
    return reference.forward(X, params[1:], activations[1:])


def _params_shifted(X: Array, params: Params, activations: Sequence[str]) -> Any:
    return reference.forward(X, [*params[-1:], *params[:-1]], [*activations[-1:], *activations[:-1]])


def _index_past_the_end(X: Array, params: Params, activations: Sequence[str]) -> Any:
    """Read `params[1]` for layer 1, and so on: the last layer's pair is not there."""
    A = X
    for layer in range(1, len(params) + 1):
        W, b = params[layer]
        A = reference.activate(activations[layer], W @ A + b)
    return A


def _first_layer_only(X: Array, params: Params, activations: Sequence[str]) -> Any:
    return reference.forward(X, params[:1], activations[:1])


def _at_the_end(names: Sequence[str], layer: int) -> str:
    return names[layer] if layer == len(names) - 1 else "identity"


def _but_at_the_end(names: Sequence[str], layer: int) -> str:
    return names[layer] if layer < len(names) - 1 else "identity"


FORWARD = FunctionExercise(
    "forward",
    reference.forward,
    _forward_cases,
    (
        Misconception(
            "weights-transposed",
            _variant(linear=lambda W, A, b: W.T @ A + b),
            "`W` is transposed. Its row r holds neuron r's weights already: (n_l, n_prev) times (n_prev, m) fits as it is.",
        ),
        Misconception(
            "order-exchanged",
            _variant(linear=lambda W, A, b: A @ W + b),
            "What comes in stands before `W` in the product. Neurons are the rows of the left factor, examples the columns of "
            "the right one.",
        ),
        Misconception(
            "bias-forgotten",
            _variant(linear=lambda W, A, b: W @ A),
            "No `b` is added: Z is the product alone. Each layer adds a bias to every neuron's sum, before the activation.",
        ),
        Misconception(
            "bias-along-examples",
            _variant(linear=lambda W, A, b: W @ A + b.T),
            "The biases lie along the examples: bias i is added to column i. Bias r belongs to neuron r, which is row r, and "
            "`b` is a column already.",
        ),
        Misconception(
            "output-not-activated",
            _variant(name=_but_at_the_end),
            "The last layer's activation is missing: what comes out is its Z. The output layer has a name in `activations` "
            "like every other.",
        ),
        Misconception(
            "hidden-not-activated",
            _variant(name=_at_the_end),
            "The next layer is handed Z, and only the last layer applies its activation. With nothing in between that bends, "
            "all layers together are one linear layer.",
        ),
        Misconception(
            "no-activation",
            _variant(name=lambda names, layer: "identity"),
            "No activation is applied anywhere: each layer hands its Z on. Equation (1) is missing.",
        ),
        Misconception(
            "one-activation-for-all",
            _variant(name=lambda names, layer: names[0]),
            "One name of `activations` is used in every layer. The list has one for each: they have to be gone through "
            "together with `params`.",
            also=(_variant(name=lambda names, layer: names[-1]),),
        ),
        Misconception(
            "activations-shifted",
            _variant(name=lambda names, layer: names[layer - 1]),
            "Every layer uses the activation of the layer before it, and the first one that of the last. The first name in "
            "the list, index 0, belongs to layer 1.",
        ),
        Misconception(
            "activations-reversed",
            _variant(name=lambda names, layer: names[-1 - layer]),
            "The activations are used from the end of the list. The first name belongs to the first layer.",
        ),
        Misconception(
            "names-not-read",
            _variant(name=lambda names, layer: "sigmoid"),
            "The same function is applied whatever `activations` says. Each layer has a name in that list, and is to use the "
            "function of that name.",
            also=(
                _variant(name=lambda names, layer: "tanh"),
                _variant(name=lambda names, layer: "relu"),
                _variant(name=lambda names, layer: "sigmoid" if layer == len(names) - 1 else "relu"),
            ),
        ),
        Misconception(
            "input-activated",
            _variant(start=lambda X, names: reference.activate(names[0], X)),
            "An activation is applied to `X` before the first layer. The input is A[0] as it is: layer 0 has no weights, and "
            "no activation either.",
        ),
        Misconception(
            "bias-after-activation",
            _bias_last,
            "`b` is added after the activation. It is part of Z: product, bias, and then the activation of both.",
        ),
        Misconception(
            "softmax-along-rows",
            _variant(activate=_along_rows),
            "Softmax goes along the rows here, so that the examples share a probability of 1. Each example is a column, and "
            "each column adds up to 1.",
        ),
        Misconception(
            "softmax-over-everything",
            _variant(activate=_over_everything),
            "Softmax divides by the sum over all examples. Each example is a column, and each column adds up to 1.",
        ),
        Misconception(
            "another-slope",
            _variant(activate=_with_slope(0.1)),
            "The negative side of `leaky_relu` is not 0.01 times z. Everything else is right.",
            also=(
                _variant(activate=_with_slope(0.0)),
                _variant(activate=_with_slope(0.2)),
                _variant(activate=_with_slope(0.3)),
            ),
        ),
        Misconception(
            "activation-cached",
            _variant(keep=lambda A_prev, Z, A: (A, Z)),
            "The caches hold what each layer gave out, (A, Z). The way back needs what came in: (A_prev, Z), and that is X in "
            "the first.",
        ),
        Misconception(
            "pair-turned-round",
            _variant(keep=lambda A_prev, Z, A: (Z, A_prev)),
            "The right two arrays are in each cache, but Z comes first. A cache is the pair (A_prev, Z).",
        ),
        Misconception(
            "activation-for-z",
            _variant(keep=lambda A_prev, Z, A: (A_prev, A)),
            "The second of each pair is the activation, not Z. Does the code use one name for both? Then Z is lost when the "
            "activation is applied.",
        ),
        Misconception(
            "z-and-activation-cached",
            _variant(keep=lambda A_prev, Z, A: (Z, A)),
            "The caches hold (Z, A), what the layer made. Needed are what came in and Z: (A_prev, Z).",
        ),
        Misconception(
            "z-overwritten",
            _variant(activate=_cut_in_place("relu", "leaky_relu")),
            "Z is right when it is kept, but the activation is then written into the same array. (A list keeps no copy.) The "
            "way back needs Z as it was, with its negative numbers.",
            also=(_variant(activate=_cut_in_place("relu")), _variant(activate=_cut_in_place("leaky_relu"))),
        ),
        Misconception(
            "previous-z-cached",
            _previous_z_cached,
            "From layer 2 on, the caches hold the Z of the layer before in place of its activation. What came in is what that "
            "layer gave out: A_prev.",
        ),
        Misconception(
            "input-in-every-cache",
            _input_in_every_cache,
            "Every cache holds `X`. That is what came into the first layer; into each further one came the activation of the "
            "layer before.",
        ),
        Misconception(
            "caches-reversed",
            _variant(give=lambda A, caches: (A, caches[::-1])),
            "The caches stand in the wrong order, the last layer's first. The list has the order of `params`: `caches[0]` "
            "belongs to layer 1.",
        ),
        Misconception(
            "caches-empty",
            _variant(give=lambda A, caches: (A, [])),
            "A_L is right, but `caches` is empty. Every layer has a pair to put into it.",
        ),
        Misconception(
            "last-cache-missing",
            _variant(give=lambda A, caches: (A, caches[:-1])),
            "The last layer has no cache. The way back starts there, so it needs one first of all.",
        ),
        Misconception(
            "first-cache-missing",
            _variant(give=lambda A, caches: (A, caches[1:])),
            "The first layer has no cache. Its A_prev is X itself.",
        ),
        Misconception(
            "only-the-last-cache",
            _variant(give=lambda A, caches: (A, caches[-1:])),
            "Only the last layer's cache is left. Is the list made anew in every turn of the loop?",
            also=(_variant(give=lambda A, caches: (A, caches[-1])),),
        ),
        Misconception(
            "not-in-pairs",
            _variant(give=lambda A, caches: (A, [array for cache in caches for array in cache])),
            "The right arrays are in `caches`, but one after the other. Each layer's two belong together, in a pair.",
        ),
        Misconception(
            "weights-in-caches",
            _with_weights,
            "The caches hold W and b as well. They are in `params` for whoever needs them; a cache is the pair (A_prev, Z).",
            also=(_with_weights_in_pairs,),
        ),
        Misconception(
            "every-layer-reads-x",
            _variant(onward=lambda X, A: X),
            "Every layer reads `X`, and its result replaces that of the layer before. Only layer 1 reads the input: what has "
            "to change at the end of each turn?",
        ),
        Misconception(
            "last-layer-reads-too-early",
            _last_reads_too_early,
            "The last layer reads what the layer before it has read, not what that layer gave out. Is it handed a variable that "
            "is one turn of the loop behind?",
        ),
        Misconception(
            "last-layer-missing",
            _last_layer_missing,
            "The last layer is not run. There are as many layers as pairs in `params`: where does the loop end?",
        ),
        Misconception(
            "first-layer-missing",
            _first_layer_missing,
            "The first layer is left out: `X` goes into layer 2. Python counts from 0, so layer l has `params[l - 1]`.",
        ),
        Misconception(
            "params-shifted",
            _params_shifted,
            "The last layer comes first. An index of −1 is the last entry of a list: if the loop starts at 0, it is `params[l]`; "
            "if it starts at 1, `params[l - 1]`.",
        ),
        Misconception(
            "index-past-the-end",
            _index_past_the_end,
            "An index goes past the end of a list. Layers are counted from 1 and Python's lists from 0: layer l has "
            "`params[l - 1]` and `activations[l - 1]`.",
        ),
        Misconception(
            "first-layer-only",
            _first_layer_only,
            "Only the first layer is run. Is there a `return` inside the loop?",
        ),
        Misconception(
            "caches-not-returned",
            _variant(give=lambda A, caches: A),
            "The output is right and comes alone. The caches are to be returned with it: (A_L, caches).",
        ),
        Misconception(
            "output-not-returned",
            _variant(give=lambda A, caches: caches),
            "The caches are right and come alone. The output is to be returned with them: (A_L, caches).",
        ),
        Misconception(
            "results-exchanged",
            _variant(give=lambda A, caches: (caches, A)),
            "Both results are right and stand in the other order. A_L comes first, then the caches.",
        ),
    ),
    parts=_forward_parts,
)
