"""Examinations: what a student reads about an answer, on small exercises made up for the purpose."""

import numpy as np
import pytest
from hypothesis import given

from autograder.checks import UnknownExercise, WrongAnswer, exercises, grade
from autograder.checks.exercise import (
    FunctionExercise,
    Misconception,
    Question,
    QuestionsExercise,
    ValueExercise,
)
from autograder.checks.outcome import Case, Part, Tolerance
from tests.autograder.checks.junk import JUNK


def double(z):
    """the function f(z) = 2z."""
    return 2.0 * z


def total(values, factor=1.0):
    """Return the sum of an array times a factor."""
    return float(values.sum()) * factor


ONE, FOUR, LARGE = np.array([2.0]), np.array([1.0, -4.0, 5.0, 2.5]), np.arange(30.0)
CASES = (
    Case((LARGE,)),
    Case((FOUR,)),
    Case((np.array([1.0, 2.0]),), {"factor": 3.0}),
    Case((ONE,), note="one number"),
    Case((np.zeros(0),), note="no numbers at all"),
    Case((FOUR,), note="an array that may only be read", layout="read-only"),
)
FORGOTTEN = Misconception("factor-forgotten", lambda values, factor=1.0: values.sum(), "The factor is not used.")
MEAN = Misconception("mean", lambda values, factor=1.0: values.mean() * factor, "This is the mean, not the sum.")


def exercise(*misconceptions, reference=total, cases=CASES, **options):
    return FunctionExercise(reference.__name__, reference, lambda rng: list(cases), misconceptions, **options)


# --- function exercises ---


def test_a_right_answer_is_told_what_it_did_well():
    examination = exercise().examine(lambda values, factor=1.0: sum(values.tolist()) * factor)
    assert (examination.credit, examination.misconception) == (1, None)
    assert examination.message == (
        "All 6 inputs agree, among them: one number; no numbers at all; an array that may only be read."
    )


def test_a_right_answer_without_special_cases():
    assert exercise(cases=CASES[:2]).examine(total).message == "All 2 inputs agree."


def test_the_evidence_is_the_smallest_ordinary_input_and_what_is_wrong_with_it():
    examination = exercise().examine(lambda values, factor=1.0: -total(values, factor))
    assert examination.credit == 0
    assert examination.message == (
        "Tried:    total(np.array([1., 2.]), factor=3.0)\n"
        "Got:      -9.0\n"
        "Expected: 9.0\n"
        "The size is right and the sign is wrong.\n"
        "1 of the 6 inputs we tried came out right."
    )


def test_a_special_input_is_shown_where_it_alone_fails():
    message = exercise().examine(lambda values, factor=1.0: total(values, factor) if len(values) else None).message
    assert "Tried:    total(np.array([]))\n" in message
    assert message.endswith("Of the 6 inputs we tried, only those with no numbers at all came out wrong.")


def test_two_kinds_of_special_inputs_are_both_named():
    message = exercise().examine(lambda values, factor=1.0: total(values, factor) if len(values) > 1 else 7.0).message
    assert message.endswith("only those with one number or with no numbers at all came out wrong.")


def test_a_large_input_is_shown_by_its_shape():
    message = exercise().examine(lambda values, factor=1.0: total(values, factor) if len(values) < 30 else 0.0).message
    assert "Tried:    total(<array of shape (30,)>)\n" in message


def test_a_name_that_fits_one_failing_input_by_chance_is_not_given():
    def one_more(values, factor=1.0):
        return total(values, factor) + 9.0  # 18 for 9, but 11 for 2

    assert "Yours is larger by 9." in exercise().examine(one_more).message
    assert "times" not in exercise().examine(one_more).message
    twice = exercise().examine(lambda values, factor=1.0: 2 * total(values, factor))
    assert "Yours is exactly 2 times too large." in twice.message


def test_a_misconception_speaks_first_and_the_first_match_wins():
    also_mean = Misconception("other", MEAN.wrong, "Another sentence.")
    examination = exercise(FORGOTTEN, MEAN, also_mean).examine(lambda values, factor=1.0: np.mean(values * factor))
    assert examination.misconception == "mean"
    assert examination.message.startswith("This is the mean, not the sum.\n\nTried:    ")


def test_a_misconception_has_to_match_on_every_case():
    def mean_of_many(values, factor=1.0):
        return values.mean() * factor if len(values) > 2 else total(values, factor) + 1.0

    assert exercise(MEAN).examine(mean_of_many).misconception is None


def test_a_misconception_may_be_written_in_other_ways():
    also = Misconception("mean", lambda values, factor=1.0: None, "This is no sum.", also=(MEAN.wrong,))
    assert exercise(also).examine(MEAN.wrong).misconception == "mean"
    assert exercise(also).examine(lambda values, factor=1.0: None).misconception == "mean"


def test_a_misconception_that_stops_matches_one_that_stops_for_shapes():
    wrong = Misconception("outer", lambda values, factor=1.0: values @ np.ones(1), "The shapes do not fit.")

    def by_index(values, factor=1.0):
        if len(values) != 1:
            values[len(values)]
        return float(values[0])

    assert exercise(wrong).examine(by_index).misconception == "outer"


def test_an_answer_that_always_stops_is_told_from_another_by_what_it_stops_with():
    wrong = Misconception("outer", lambda values, factor=1.0: values @ np.ones(77), "The shapes do not fit.")
    assert exercise(wrong).examine(lambda values, factor=1.0: factor * (values @ np.ones(77))).misconception == "outer"
    assert exercise(wrong).examine(lambda values, factor=1.0: values @ np.ones(78)).misconception is None


def test_a_change_in_place_is_told_from_the_same_number_without_one():
    def doubled_in_place(values, factor=1.0):
        values *= factor
        return float(values.sum())

    wrong = Misconception("in-place", doubled_in_place, "The factor is written into `values`.")
    examination = exercise(wrong).examine(doubled_in_place)
    assert examination.misconception == "in-place"
    assert "`values` was changed in place" in examination.message
    only_values = exercise(cases=CASES[:4]).examine(doubled_in_place)
    assert "Tried:    total(np.array([1., 2.]), factor=3.0)\n" in only_values.message


def test_writing_to_an_array_that_may_only_be_read_is_explained():
    def clip(values, factor=1.0):
        values[:] = values
        return total(values, factor)

    message = exercise().examine(clip).message
    assert 'ValueError: "assignment destination is read-only" on `values` of shape (4,).' in message
    assert "It tried to change its argument in place: work on a copy." in message


def test_an_exception_is_quoted_with_the_shapes():
    message = exercise().examine(lambda values, factor=1.0: values @ np.ones(7)).message
    assert "Got:" not in message
    assert "Your function stopped with ValueError: " in message
    assert " on `values` of shape (2,)." in message


def test_an_exception_without_a_text():
    def stop(values, factor=1.0):
        raise AssertionError

    assert "stopped with AssertionError on `values` of shape (2,)." in exercise().examine(stop).message


def test_wrong_parameters_are_answered_with_how_the_function_is_called():
    assert "is called as `total(values, factor=1.0)`." in exercise().examine(lambda values: 0.0).message
    assert "is called as `total(values, factor=1.0)`." in exercise().examine(lambda: 0.0).message


def test_a_stub_is_told_so_and_nothing_else():
    def stub(values, factor=1.0):
        raise NotImplementedError

    assert exercise(MEAN).examine(stub).message == "`total` is not written yet: it still raises NotImplementedError."


def test_a_value_where_a_function_is_wanted():
    assert (
        exercise().examine(3.0).message
        == "`total` is the number 3.0; it should be a function. Was the name used again?"
    )


def test_functions_among_the_arguments_are_described():
    def apply(f, z):
        return f(z)

    message = exercise(reference=apply, cases=[Case((double, 3.0))]).examine(lambda f, z: z).message
    assert message.startswith(
        "Tried:    apply(double, 3.0), where double is the function f(z) = 2z.\nGot:      3.0\nExpected: 6.0"
    )


def test_an_overflow_warning_fails_only_where_silence_is_asked_for():
    def logistic(z):
        return 1.0 / (1.0 + np.exp(-z))

    def quiet(z):
        return np.where(
            z < 0, np.exp(np.minimum(z, 0)) / (1 + np.exp(np.minimum(z, 0))), 1 / (1 + np.exp(-np.maximum(z, 0)))
        )

    cases = [Case((np.array([0.0]),)), Case((np.array([-1e4]),), note="large negative numbers")]
    assert exercise(reference=quiet, cases=cases).examine(logistic).credit == 1
    examination = exercise(reference=quiet, cases=cases, silent=True).examine(logistic)
    assert examination.credit == 0
    assert "The value is right, but NumPy warns of an overflow" in examination.message
    assert "only those with large negative numbers" in examination.message


def ends(values):
    """Return the first and the last number, each as an array."""
    return values[:1], values[-1:]


def halves(got, want):
    if not isinstance(got, (list, tuple)):
        raise ValueError("Two arrays are expected.")
    yield Part("The first number", got[0], want[0])
    yield Part("The last number", got[1], want[1])


TAKEN_APART = exercise(reference=ends, cases=[Case((FOUR,)), Case((LARGE,))], parts=halves)


def test_a_result_of_parts_is_right_in_any_container():
    assert TAKEN_APART.examine(lambda values: [values[:1], values[-1:]]).credit == 1


def test_the_first_part_that_is_wrong_is_shown_under_its_name():
    assert TAKEN_APART.examine(lambda values: (values[:1], values[:1])).message == (
        "Tried:    ends(np.array([1., -4., 5., 2.5]))\n"
        "Got:      The last number: array([1.])\n"
        "Expected: array([2.5])\n"
        "The last number: yours is smaller by 1.5."
    )
    both = TAKEN_APART.examine(lambda values: (values[:2], values[:1])).message
    assert both.endswith("The first number has shape (2,); shape (1,) is expected.")


def test_a_form_that_cannot_be_taken_apart_is_shown_as_a_whole():
    message = TAKEN_APART.examine(lambda values: 1.0).message
    assert "Got:      1.0\nExpected: (array([1.]), array([2.5]))\nTwo arrays are expected." in message
    assert "returned None" in TAKEN_APART.examine(lambda values: None).message


def test_the_tolerance_is_the_exercise_s():
    rough = exercise(tolerance=Tolerance(1e-3, 1e-3))
    assert rough.examine(lambda values, factor=1.0: total(values, factor) + 1e-4).credit == 1
    assert exercise().examine(lambda values, factor=1.0: total(values, factor) + 1e-4).credit == 0


def test_a_case_may_have_a_tolerance_of_its_own():
    def off(values, factor=1.0):
        return total(values, factor) + (0.5 if values.size == 1 else 0.0)

    strict, rough = Case((FOUR,)), Case((ONE,), tolerance=Tolerance(0.0, 1.0))
    assert exercise(cases=[strict, rough]).examine(off).credit == 1
    assert exercise(cases=[strict, Case((ONE,))]).examine(off).credit == 0
    assert exercise(cases=[strict, rough]).examine(lambda values, factor=1.0: total(values, factor) + 0.5).credit == 0
    nearly = exercise(MEAN, cases=[strict, rough]).examine(lambda values, factor=1.0: values.mean() * factor + 0.0)
    assert nearly.misconception == "mean"


def test_cases_are_drawn_from_the_same_seed():
    drawn = FunctionExercise("total", total, lambda rng: [Case((rng.normal(size=3),))])
    assert np.array_equal(drawn.tried()[0].args[0], drawn.tried()[0].args[0])


def test_lists_of_parameters_do_not_stand_in_the_way_of_an_exception():
    def first(params):
        return params[0][0]

    cases = [Case(([(np.ones((2, 3)), np.ones((2, 1))), (np.ones((1, 2)), np.ones((1, 1)))],))]
    assert "stopped with IndexError" in exercise(reference=first, cases=cases).examine(lambda params: params[9]).message


@given(JUNK)
def test_an_examination_never_fails_for_what_an_answer_returns(junk):
    examination = exercise(FORGOTTEN, MEAN).examine(lambda values, factor=1.0: junk)
    assert examination.credit == 0
    assert examination.message


@given(JUNK)
def test_an_examination_never_fails_for_what_stands_under_the_name(junk):
    for each in (exercise(FORGOTTEN), ValueExercise("half", 0.5), QuestionsExercise({"q1": Question("a", {})})):
        assert each.examine(junk).credit in (0, 1)
    assert (
        QuestionsExercise({"q1": Question("a", {}), "q2": Question(2.0, {})}).examine({"q1": junk, "q2": junk}).message
    )


def test_a_broken_reference_is_the_grader_s_fault():
    def broken(values, factor=1.0):
        return values[1000]

    with pytest.raises(RuntimeError, match="reference of broken fails"):
        exercise(reference=broken).examine(total)


# --- values ---

HALF = ValueExercise("half", 0.5, misconceptions=(Misconception("double", 2.0, "That is the double."),))


def test_a_right_value():
    assert HALF.examine(0.5).credit == 1
    assert HALF.examine(np.float64(0.5)).message == "`half` is right."


def test_a_value_that_shows_a_misconception_and_one_that_does_not():
    assert HALF.examine(2.0).misconception == "double"
    assert HALF.examine(2.0).message.startswith("That is the double.\n")
    assert HALF.examine(0.7).message == "Yours:    0.7\nYours is larger by 0.2."


@pytest.mark.parametrize("nothing", [None, ...])
def test_no_value_yet(nothing):
    assert HALF.examine(nothing).message == "`half` has no value yet."


def test_a_view_compares_what_a_value_does_and_may_refuse_its_form():
    def parity(value):
        if not isinstance(value, int):
            raise ValueError("A whole number is expected.")
        return value % 2

    even = ValueExercise(
        "even",
        0,
        view=parity,
        explain=lambda got, want: f"It leaves {got}, not {want}.",
        misconceptions=(Misconception("odd", 3, "That is an odd number."),),
    )
    assert even.examine(4).credit == 1
    assert even.examine(7).message == "That is an odd number.\n\nIt leaves 1, not 0."
    assert even.examine("x").message == "A whole number is expected."


# --- questions ---

LETTER = Question("b", {"a": "Not a.", "c": "Not c."})
NUMBER = Question(20, {15: "The biases are missing."}, otherwise="Count again.")
QUIZ = QuestionsExercise({"q1": LETTER, "q2": NUMBER})


@pytest.mark.parametrize("answer", ["b", "B", " b "])
def test_a_letter_is_right_in_either_case(answer):
    assert LETTER.comment(answer) is None


@pytest.mark.parametrize(
    ("question", "answer", "comment"),
    [
        (LETTER, "a", "Not a."),
        (LETTER, " C", "Not c."),
        (LETTER, "d", 'Answer with one of "a", "b", "c".'),
        (LETTER, 2, 'Answer with one of "a", "b", "c".'),
        (NUMBER, 15, "The biases are missing."),
        (NUMBER, 15.0, "The biases are missing."),
        (NUMBER, 21, "Count again."),
        (NUMBER, "20", "'20' is text; the answer is a number, written without quotes."),
        (NUMBER, True, "Count again."),
        (NUMBER, 10**400, "Count again."),
        (Question(3.5, {}), 1, "That is not the number. Work through the question's numbers once more on paper."),
    ],
)
def test_a_wrong_answer_has_its_sentence(question, answer, comment):
    assert question.comment(answer) == comment


@pytest.mark.parametrize("answer", [20, 20.0, np.int64(20), np.float64(20), 20 + 1e-9])
def test_a_number_is_right_within_the_tolerance(answer):
    assert NUMBER.comment(answer) is None


def test_each_right_answer_counts():
    assert QUIZ.examine({"q1": "b", "q2": 20}).credit == 1
    half = QUIZ.examine({"q1": "a", "q2": 20})
    assert half.credit == 0.5
    assert half.message == "q1: Not a.\n1 of 2 answers are right."


@pytest.mark.parametrize("unanswered", [{}, {"q1": None}, {"q1": ...}, {"q1": ""}, {"q1": " "}])
def test_a_missing_answer_is_said_to_be_missing(unanswered):
    assert QUIZ.examine(unanswered).message.startswith("q1: not answered yet.\n")


def test_answers_that_are_no_dict():
    assert (
        QUIZ.examine(["b", 20]).message
        == '`answers` is a list; it should be a dict such as answers = {"q1": "a", "q2": 1}.'
    )


def test_find_the_bug_is_a_pair_of_questions():
    bug = QuestionsExercise({"line": Question(4, {3: "Line 3 is right."}), "why": Question("b", {})}, name="bug")
    assert bug.points == 2
    assert bug.examine(4).message == '`bug` is the number 4; it should be a dict such as bug = {"line": 1, "why": "a"}.'
    assert bug.examine({"line": 3, "why": "b"}).message == "line: Line 3 is right.\n1 of 2 answers are right."
    quoted = bug.examine({"line": "4", "why": "B"}).message
    assert quoted.startswith("line: '4' is text; the answer is a number, written without quotes.")


# --- grade, as a hidden test calls it ---


def test_a_wrong_answer_raises_its_message_and_shows_no_traceback():
    with pytest.raises(WrongAnswer, match="never comes in") as caught:
        grade("01-neurons", "weighted_sum", lambda w, x, b: w @ x)
    assert caught.value._render_traceback_() == str(caught.value).splitlines()


@pytest.mark.parametrize(("lesson", "name"), [("01-neurons", "no_such"), ("99-nothing", "sigmoid")])
def test_an_unknown_exercise_is_the_author_s_fault(lesson, name):
    with pytest.raises(UnknownExercise):
        grade(lesson, name, 0)


def test_exercises_are_found_by_name():
    assert next(iter(exercises("01-neurons"))) == "weighted_sum"
