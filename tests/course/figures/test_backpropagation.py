"""The stepper of lesson 10: its networks, the order of its equations, what is lit, and what is said about a student's functions."""

from __future__ import annotations

import json
from itertools import product

import numpy as np
import pytest

from autograder.reference import mazur
from autograder.reference.backpropagation import backward as reference
from autograder.reference.forward_propagation import forward
from course.figures import backpropagation
from course.figures.backpropagation import State, picture, plan_of
from course.figures.equations import steps_of
from course.figures.networks import HIDDEN, OUTPUTS, calculate, followed, network

RUNNING = State()
MAZUR = State(preset="mazur")
DEEP = State(preset="own", hidden=2, n1=4, n2=3, n_out=3, g1="sigmoid", output="softmax categorical_cross_entropy")


def at(state: State, made: str) -> State:
    """Return the state at the step that computes an array."""
    steps = [step.made for step in steps_of(network(plan_of(state)))]
    return State(**(vars(state) | {"step": steps.index(made)}))


def changed(state: State, **parts) -> State:
    return State(**(vars(state) | parts))


def equations(state: State) -> list[str]:
    return [line["text"] for line in picture(state)["lines"]]


def cells(said, part: str, used: bool = False) -> list[str]:
    return [
        f"{one['name']} {one['text']}".strip() for one in said["cells"] if one["part"] == part and one["used"] >= used
    ]


# The networks


@pytest.mark.parametrize("output", OUTPUTS, ids=" ".join)
@pytest.mark.parametrize(("hidden", "n", "n_out"), [(0, 1, 1), (1, 1, 4), (1, 4, 1), (2, 3, 2)])
def test_the_numbers_are_those_of_the_reference(output, hidden, n, n_out) -> None:
    for g1, g2 in zip(HIDDEN, reversed(HIDDEN), strict=True):
        state = State(preset="own", hidden=hidden, n1=n, n2=5 - n, n_out=n_out, g1=g1, g2=g2, output=" ".join(output))
        compare(network(plan_of(state)))


@pytest.mark.parametrize("state", [RUNNING, MAZUR], ids=["2-3-1", "mazur"])
def test_the_numbers_of_the_presets_are_those_of_the_reference(state) -> None:
    compare(network(plan_of(state)))


def compare(net) -> None:
    numbers = calculate(net)
    A_L, caches = forward(net.X, net.params, net.plan.activations)
    np.testing.assert_allclose(numbers[f"A{net.layers}"], A_L, rtol=1e-12)
    grads = reference(A_L, net.Y, net.params, caches, net.plan.activations, net.plan.cost)
    for layer, pair in enumerate(grads, 1):
        for name, want in zip((f"dW{layer}", f"db{layer}"), pair, strict=True):
            np.testing.assert_allclose(numbers[name], want, rtol=1e-9, atol=1e-12)


def test_the_running_example_is_that_of_lessons_06_to_09() -> None:
    numbers = calculate(network(plan_of(RUNNING)))
    np.testing.assert_allclose(numbers["dZ2"], [[-0.1192, 0.9526, -0.5, -0.0474]], atol=5e-5)
    np.testing.assert_allclose(numbers["dW1"], [[-0.1429, -0.0833], [0.1965, 0.0417], [0, 0]], atol=5e-5)
    assert numbers["J"] == pytest.approx(0.9793, abs=5e-5)


def test_mazurs_network_is_that_of_the_reference() -> None:
    net = network(plan_of(MAZUR))
    for mine, (W, b) in zip(net.params, [(mazur.W1, mazur.B1), (mazur.W2, mazur.B2)], strict=True):
        np.testing.assert_array_equal(mine[0], W)
        np.testing.assert_array_equal(mine[1], b)
    assert [net.weights[key] for key in sorted(net.weights)] == [f"w{k}" for k in range(1, 9)]


def test_own_weights_are_short_fixed_and_leave_relu_a_living_neuron() -> None:
    for sizes in [(2, *hidden, 2) for hidden in [(n,) for n in range(1, 5)] + list(product(range(1, 5), repeat=2))]:
        plan = backpropagation.Plan("own", sizes, ("relu",) * (len(sizes) - 2) + ("sigmoid",), "binary_cross_entropy")
        net = network(plan)
        assert all(np.array_equal(part, part.round(1)) for pair in net.params for part in pair)
        numbers = calculate(net)
        for layer in range(1, len(sizes) - 1):
            assert (numbers[f"A{layer}"] > 0).any(axis=0).all()
            assert (numbers[f"Z{layer}"] != 0).all()  # no kink of relu


def test_softmax_of_one_neuron_gets_two_and_says_so() -> None:
    state = changed(DEEP, n_out=1)
    assert plan_of(state).sizes == (2, 4, 3, 2)
    assert "always 1" in picture(state)["hint"]
    assert picture(DEEP)["hint"] == ""
    assert picture(changed(DEEP, preset="mazur", n_out=1))["hint"] == ""


# The steps


def test_the_equations_come_in_the_order_of_the_lesson() -> None:
    assert equations(RUNNING) == [
        "Z1 = W1 · X + b1", "A1 = relu(Z1)", "Z2 = W2 · A1 + b2", "A2 = σ(Z2)", "J = mean loss(A2, Y)",
        "dZ2 = A2 − Y", "dW2 = ¼ dZ2 · A1ᵀ", "db2 = ¼ Σᵢ dZ2", "dA1 = W2ᵀ · dZ2", "dZ1 = dA1 ∗ relu′(Z1)",
        "dW1 = ¼ dZ1 · Xᵀ", "db1 = ¼ Σᵢ dZ1",
    ]  # fmt: skip


def test_where_no_shortcut_is_known_bp4_comes_after_the_derivative_of_the_loss() -> None:
    assert equations(MAZUR)[4:9] == [
        "J = loss(A2, Y)",
        "dA2 = A2 − Y",
        "dZ2 = dA2 ∗ σ′(Z2)",
        "dW2 = dZ2 · A1ᵀ",
        "db2 = dZ2",
    ]
    assert [line["reference"] for line in picture(MAZUR)["lines"]][5:8] == ["loss′", "BP4", "BP1"]


def test_three_layers_take_eighteen_steps_and_no_layer_one() -> None:
    assert len(equations(DEEP)) == 18
    assert [line["reference"] for line in picture(DEEP)["lines"] if line["back"]] == [
        "shortcut", "BP1", "BP2", "BP3", "BP4", "BP1", "BP2", "BP3", "BP4", "BP1", "BP2",
    ]  # fmt: skip
    assert len(equations(changed(DEEP, hidden=0))) == 6


@pytest.mark.parametrize(
    ("made", "shapes"),
    [
        ("Z1", "(3, 2) · (2, 4) + (3, 1) → (3, 4)"),
        ("A1", "(3, 4) → (3, 4)"),
        ("J", "(1, 4), (1, 4) → one number"),
        ("dZ2", "(1, 4) − (1, 4) → (1, 4)"),
        ("dW2", "(1, 4) · (4, 3) → (1, 3)"),
        ("db1", "(3, 4) → (3, 1)"),
        ("dA1", "(3, 1) · (1, 4) → (3, 4)"),
        ("dZ1", "(3, 4) ∗ (3, 4) → (3, 4)"),
    ],
)
def test_shapes_are_said(made, shapes) -> None:
    assert picture(at(RUNNING, made))["shapes"] == shapes


def test_numbers_appear_as_they_are_computed() -> None:
    shown = [{one["name"] for one in picture(changed(RUNNING, step=step))["cells"]} for step in range(13)]
    assert shown[0] == {"", "y", "b"}  # "" are inputs and weights
    assert [name for step in range(1, 13) for name in sorted(shown[step] - shown[step - 1])] == [
        "z", "a", "J", "loss", "dZ", "db", "dA",
    ]  # fmt: skip
    counts = [len(picture(changed(RUNNING, step=step))["cells"]) for step in range(13)]
    assert counts == [16, 19, 22, 23, 24, 26, 27, 30, 31, 34, 37, 43, 46]


def test_an_equation_is_marked_as_its_numbers_are() -> None:
    said = picture(at(MAZUR, "dA1"))
    assert [(one["text"], one["part"]) for one in said["tokens"] if one["part"]] == [
        ("dA1", "made"), ("W2ᵀ", "weight"), ("dZ2", "grad"),
    ]  # fmt: skip
    assert cells(said, "made") == ["dA 0.036350306", "dA 0.041370323"]
    assert cells(said, "grad") == ["dZ 0.138498562", "dZ −0.038098237"]
    assert cells(said, "weight") == ["w5 0.4", "w6 0.45", "w7 0.5", "w8 0.55"]
    assert cells(said, "weight", used=True) == ["w5 0.4", "w7 0.5"]  # a column of W2 for the first neuron
    assert cells(said, "made", used=True) == ["dA 0.036350306"]
    assert [one["id"] for one in said["edges"] if one["used"]] == ["2 0 0", "2 1 0"]


@pytest.mark.parametrize("state", [RUNNING, MAZUR, DEEP, changed(DEEP, hidden=0)])
def test_every_symbol_has_numbers_of_its_part_and_only_those_are_marked(state) -> None:
    for step in range(1, picture(state)["steps"]):
        said = picture(changed(state, step=step))
        parts = {one["part"] for one in said["tokens"]} - {""}
        assert {one["part"] for one in said["cells"]} - {""} == parts
        assert {one["part"] for one in said["cells"] if one["used"]} == parts


def test_the_start_says_what_the_frames_mean() -> None:
    said = picture(RUNNING)
    assert [one["part"] for one in said["tokens"]] == ["made", "grad", "value", "weight", "rest"]
    assert {one["part"] for one in said["cells"]} == {""}
    assert said["sum"] == said["focus"] == ""


# The calculation that is written out


@pytest.mark.parametrize(
    ("made", "chosen", "text"),
    [
        ("Z1", "1 1", "z of h2 = 3 · 2 + (−1) · 1 + (−1) = 4"),
        ("A1", "1 2", "a of h3 = relu(−2.5) = 0"),
        ("J", "", "loss of o1 = −ln 0.8808 = 0.1269\nJ = ¼ [0.1269 + 3.0486 + 0.6931 + 0.0486] = 0.9793"),
        ("dZ2", "", "dZ of o1 = 0.8808 − 1 = −0.1192"),
        ("dW2", "2 0 1", "dW of h2 → o1 = ¼ [−0.1192 · 4 + 0.9526 · 0 + (−0.5) · 2 + (−0.0474) · 1] = −0.3811"),
        ("db2", "", "db of o1 = ¼ [−0.1192 + 0.9526 + (−0.5) + (−0.0474)] = 0.0715"),
        ("dA1", "1 1", "dA of h2 = −1 · (−0.1192) = 0.1192"),
        ("dZ1", "1 2", "dZ of h3 = −0.1192 · relu′(−2.5) = −0.1192 · 0 = 0"),
    ],
)
def test_the_calculation_of_a_neuron_or_weight_is_written_out(made, chosen, text) -> None:
    assert picture(changed(at(RUNNING, made), chosen=chosen))["sum"] == text


@pytest.mark.parametrize(
    ("made", "chosen", "text", "printed"),
    [
        ("A1", "1 0", "a of h1 = σ(0.3775) = 0.593269992", "out_h1 = 0.593269992."),
        ("J", "2 1", "loss of o2 = ½ (0.772928465 − 0.99)² = 0.023560026\nJ = 0.274811083 + 0.023560026 = 0.298371109", "E_total = 0.298371109."),
        ("dZ2", "2 0", "dZ of o1 = 0.74136507 · σ′(1.105905967) = 0.74136507 · 0.186815602 = 0.138498562", "0.138498562."),
        ("dW2", "2 0 0", "dW of h1 → o1 = 0.138498562 · 0.593269992 = 0.082167041", "∂E_total/∂w5 = 0.082167041."),
        ("db2", "2 0", "db of o1 = dZ of o1 = 0.138498562", "The article leaves the biases as they are, and prints no gradient for them."),
        ("dA1", "1 0", "dA of h1 = 0.4 · 0.138498562 + 0.5 · (−0.038098237) = 0.055399425 + (−0.019049118) = 0.036350306", "The second path ends in 8 in correct arithmetic."),
        ("dW1", "1 0 0", "dW of i1 → h1 = 0.008771355 · 0.05 = 0.000438568", "∂E_total/∂w1 = 0.000438568."),
    ],
)  # fmt: skip
def test_mazurs_numbers_stand_beside_the_printed_ones(made, chosen, text, printed) -> None:
    said = picture(changed(at(MAZUR, made), chosen=chosen))
    assert said["sum"] == text
    assert said["note"].endswith(printed)


def test_all_printed_numbers_are_calculated() -> None:
    seen = ""
    for step in range(1, 14):
        said = picture(changed(MAZUR, step=step))
        seen += " ".join([said["sum"], *(one["text"] for one in said["cells"])])
    from course.figures.arithmetic import PRINTED

    for note in PRINTED.values():
        for number in note.replace("(−0.019049119)", "").split():
            if number[0] == "0":
                assert number.rstrip(",.") in seen


def test_softmax_and_categorical_cross_entropy_are_written_out() -> None:
    assert picture(at(DEEP, "A3"))["sum"].startswith("a of o1 = e^(")
    assert "loss of o1 = −1 · ln 0." in picture(at(DEEP, "J"))["sum"]
    assert "loss of example 1 = " in picture(at(DEEP, "J"))["sum"]
    assert "J = ½ [" in picture(at(DEEP, "J"))["sum"]


def test_small_gradients_do_not_become_zero() -> None:
    state = State(preset="own", hidden=0, n_out=1, output="leaky_relu squared_error", example=1)
    assert picture(at(state, "dZ1"))["sum"] == "dZ of o1 = −0.0036 · leaky relu′(−0.36) = −0.0036 · 0.01 = −3.6e−5"
    assert cells(picture(changed(at(MAZUR, "dW1"))), "made")[0] == "0.000438568"


def test_very_large_numbers_of_a_student_stay_short() -> None:
    known = judged(None, lambda *a: [(1e9 * dW, db) for dW, db in reference(*a)])
    assert cells(picture(at(RUNNING, "dW2"), known), "made")[0] == "−7.1e7\u2009✗"


def test_what_was_chosen_is_followed_through_the_steps() -> None:
    chosen = changed(RUNNING, chosen="1 2")
    focuses = {made: picture(at(chosen, made))["focus"] for made in ("Z1", "Z2", "dW2", "dA1", "dW1", "db1")}
    assert focuses == {"Z1": "1 2", "Z2": "2 0", "dW2": "2 0 0", "dA1": "1 2", "dW1": "1 2 0", "db1": "1 2"}
    assert picture(at(changed(RUNNING, chosen="1 2 1"), "dZ1"))["focus"] == "1 2"


def test_the_arrows_go_through_what_the_step_computes() -> None:
    assert picture(at(RUNNING, "dA1"))["candidates"] == ["1 0", "1 1", "1 2"]
    assert picture(at(RUNNING, "dW2"))["candidates"] == ["2 0 0", "2 0 1", "2 0 2"]
    assert picture(RUNNING)["candidates"] == []


def test_another_example_has_other_deltas_and_the_same_gradient_of_the_weights() -> None:
    first, second = (picture(changed(at(RUNNING, "dW2"), example=i)) for i in (0, 1))
    assert cells(first, "grad") == ["dZ −0.1192"]
    assert cells(second, "grad") == ["dZ 0.9526"]
    assert cells(first, "made") == cells(second, "made") == ["−0.0715", "−0.3811", "0.2381"]
    assert "Averaged over all 4 examples" in first["rule"]


def test_a_step_or_example_of_a_larger_network_is_cut_down() -> None:
    said = picture(changed(MAZUR, step=18, example=3))
    assert (said["step"], said["example"]) == (13, 0)


# Places


@pytest.mark.parametrize("state", [RUNNING, MAZUR, *(State(preset="own", hidden=2, n1=a, n2=b, n_out=c) for a, b, c in product((1, 2, 3, 4), repeat=3))])  # fmt: skip
def test_no_number_lies_on_another_and_all_are_inside(state) -> None:
    last = picture(state)["steps"] - 1
    said = picture(changed(state, step=last))
    boxes = [
        (one["x"] - one["wide"] / 2, one["y"] - 8, one["x"] + one["wide"] / 2, one["y"] + 8) for one in said["cells"]
    ]
    for k, (left, top, right, bottom) in enumerate(boxes):
        assert 0 <= left < right <= said["width"]
        assert 20 <= top < bottom <= said["height"]
        for x1, y1, x2, y2 in boxes[k + 1 :]:
            assert right <= x1 or x2 <= left or bottom <= y1 or y2 <= top, said["cells"][k]


# A student's own functions


def right(X, params, activations):
    return forward(X, params, activations)


def unwritten(*arguments):
    raise NotImplementedError


def judged(forward=None, backward=None, state=RUNNING):
    return followed(network(plan_of(state)), forward, backward)


@pytest.mark.parametrize("state", [RUNNING, MAZUR, DEEP])
def test_right_functions_show_the_same_and_are_told_so(state) -> None:
    known = judged(right, reference, state)
    said, own = (picture(at(state, "dW1"), one) for one in (known, None))
    assert known.verdict.startswith("Z and A are your forward's, dW and db your backward's; all of them are right.")
    assert (said["cells"], said["sum"], said["problem"]) == (own["cells"], own["sum"], "")
    assert judged(right, None, state).verdict.startswith("Z and A are your forward's; all")
    assert judged(None, reference, state).verdict.startswith("dW and db are your backward's; all")
    assert judged(None, None, state).verdict == ""


def test_the_functions_get_what_the_exercises_say() -> None:
    seen = []
    judged(None, lambda A, Y, params, caches, names, cost: seen.append((A.shape, Y.shape, len(params), [(a.shape, z.shape) for a, z in caches], names, cost)))  # fmt: skip
    assert seen == [
        ((1, 4), (1, 4), 2, [((2, 4), (3, 4)), ((3, 4), (1, 4))], ["relu", "sigmoid"], "binary_cross_entropy")
    ]


def test_what_is_not_written_or_fails_is_said_kindly() -> None:
    assert judged(unwritten, unwritten).problem == (
        "Your forward is not written yet. Z and A here are the figure's own. "
        "Your backward is not written yet. dW and db here are the figure's own."
    )
    assert "stopped with ZeroDivisionError" in judged(None, lambda *a: 1 / 0).problem
    assert "returned nothing (None)" in judged(lambda *a: None).problem
    assert "returned nothing (None)" in judged(None, lambda *a: None).problem


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda A, c: A, "did not return two things"),
        (lambda A, c: (A, c[:1]), "no list of 2 caches, one pair a layer, yours has 1."),
        (lambda A, c: (A, [Z for _, Z in c]), "caches that are not pairs"),
        (lambda A, c: (A.ravel(), c), "has the shape (4,) in A_L, where A2 of shape (1, 4) belongs"),
        (lambda A, c: (A, [c[0], ("a", c[1][1])]), "has no array of numbers in caches[1][0], where A1 belongs"),
        (lambda A, c: (A * np.nan, c), "that is not finite"),
        (lambda A, c: (A, [(c[0][0] + 1, c[0][1]), c[1]]), "does not keep X in caches[0][0]"),
    ],
)
def test_a_forward_of_another_form_is_explained(change, words) -> None:
    known = judged(lambda *a: change(*right(*a)))
    assert words in known.problem
    assert known.problem.endswith("Z and A here are the figure's own.")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda g: g[:1], "no list grads of 2 pairs (dW, db), one a layer; yours has 1 entries."),
        (lambda g: 5, "no list grads of 2 pairs (dW, db), one a layer."),
        (lambda g: [dW for dW, _ in g], "grads that are not pairs (dW, db)"),
        (lambda g: g[::-1], "from the last layer to the first; grads[0] belongs to layer 1."),
        (lambda g: [(g[0][0], g[0][1].ravel()), g[1]], "has the shape (3,) in grads[0][1], where db of layer 1 of shape (3, 1) belongs"),
        (lambda g: [(g[0][0].T, g[0][1]), g[1]], "has the shape (2, 3) in grads[0][0], where dW of layer 1 of shape (3, 2) belongs"),
    ],
)  # fmt: skip
def test_a_backward_of_another_form_is_explained(change, words) -> None:
    known = judged(right, lambda *a: change(reference(*a)))
    assert words in known.problem
    assert known.problem.endswith("dW and db here are the figure's own.")


def test_the_first_wrong_array_of_forward_is_named_and_shown() -> None:
    def linear(X, params, activations):
        return forward(X, params, ["identity", *activations[1:]])

    known = judged(linear)
    assert known.problem == (
        "A1 of your forward differs: for h1, example 2, it has −2, where relu(Z1) gives 0. The numbers shown are yours."
    )
    said = picture(changed(at(RUNNING, "A1"), example=1, chosen="1 0"), known)
    assert said["sum"] == "a of h1 = relu(−2) = 0; yours is −2"
    assert "a −2\u2009✗" in cells(said, "made")


@pytest.mark.parametrize(
    ("factor", "words"),
    [
        (4, "Every entry is m = 4 times too large: is 1/m missing?"),
        (1 / 4, "Every entry is m = 4 times too small: is 1/m there twice?"),
        (-1, "Every entry has the opposite sign."),
        (0, "Every entry is 0."),
        (2, "The numbers shown are yours."),
    ],
)
def test_the_first_wrong_array_of_backward_is_named_with_its_slip(factor, words) -> None:
    known = judged(right, lambda *a: [(factor * dW, factor * db) for dW, db in reference(*a)])
    start = "dW of layer 2 is the first of your backward that differs: for the weight from h1 to o1 it has"
    assert known.problem.startswith(start)
    assert words in known.problem
    assert set(known.right) == {"dW1", "db1", "dW2", "db2"}


def test_weights_updated_too_early_are_found_in_layer_1() -> None:
    def early(A, Y, params, caches, names, cost):
        (W1, b1), (W2, b2) = params
        dW, _ = reference(A, Y, params, caches, names, cost)[1]
        late = reference(A, Y, params, caches, names, cost)
        return [reference(A, Y, [(W1, b1), (W2 - 0.5 * dW, b2)], caches, names, cost)[0], late[1]]

    known = judged(right, early)
    assert known.problem.startswith(
        "dW of layer 1 is the first of your backward that differs: for the weight from x1 to h1"
    )
    said = picture(at(RUNNING, "dW1"), known)
    assert said["sum"].endswith("= −0.1429; yours is −0.1455")
    assert "−0.1455\u2009✗" in cells(said, "made")
    assert "−0.3811" in [one["text"] for one in said["cells"]]


def test_functions_that_change_their_arguments_do_not_reach_the_figure() -> None:
    def spoiling(*arguments):
        *_, params, _ = arguments if len(arguments) == 3 else (0, arguments[2], 0)
        answer = forward(*arguments) if len(arguments) == 3 else reference(*arguments)
        answer = json_copy(answer)
        for W, b in params:
            W *= 0
            b *= 0
        return answer

    def json_copy(answer):
        if isinstance(answer, tuple):
            return answer[0].copy(), [(a.copy(), z.copy()) for a, z in answer[1]]
        return [(dW.copy(), db.copy()) for dW, db in answer]

    assert judged(spoiling, spoiling).problem == ""
    assert judged().problem == ""
    compare(network(plan_of(RUNNING)))


# The widget


def test_the_label_tells_what_is_seen() -> None:
    label = picture(at(changed(MAZUR, chosen="1 0"), "dA1"))["label"]
    assert (
        "Step 10 of 13. BP3 · Backward: from layer 2 to layer 1: dA1 = W2ᵀ · dZ2. Shapes (2, 2) · (2, 1) → (2, 1)."
        in label
    )
    assert "h1, neuron 1 of layer 1: a = 0.593269992, z = 0.3775, dA = 0.036350306;" in label
    assert "weight from h1 to o1: 0.4, dW = 0.082167041" in label
    assert "It has one example." in label
    assert "waits" in picture(MAZUR)["label"]


def test_the_widget_answers_with_the_students_numbers_and_has_a_still_picture() -> None:
    calls = []

    def counted(*arguments):
        calls.append(1)
        return reference(*arguments)

    figure = backpropagation.explore(right, counted)
    for step in (3, 9):
        figure.state = vars(State(preset="mazur", step=step, chosen="1 1")) | {"asked": str(step)}
        assert figure.picture["asked"] == str(step)
    assert len(calls) == 2  # once a network
    json.dumps([figure.scene, figure.picture])
    data, _ = figure._repr_mimebundle_()
    assert "db2 = dZ2" in data["text/plain"]
    assert "image/png" in data
