"""What holds for the checks of every lesson: mistakes are named, stubs told so, and no answer makes an examination fail."""

from __future__ import annotations

from dataclasses import replace
from itertools import count, pairwise
from typing import Any

import pytest
from hypothesis import given, settings

from autograder.checks import exercises
from autograder.checks.bp1.matrices import SpeedyExercise
from autograder.checks.exercise import Exercise, QuestionsExercise
from autograder.lessons import lesson_names
from tests.autograder.checks.junk import JUNK


def timeless(check: Exercise) -> Exercise:
    """Return an exercise to which every run takes a second, whatever else the machine has to do."""
    return replace(check, clock=count().__next__) if isinstance(check, SpeedyExercise) else check


CHECKS = {(lesson, name): timeless(check) for lesson in lesson_names() for name, check in exercises(lesson).items()}
FUNCTIONS = {key: check for key, check in CHECKS.items() if callable(getattr(check, "reference", None))}
NAMING = {key: check for key, check in CHECKS.items() if check.misconceptions}


def label(key: tuple[str, str]) -> str:
    return ":".join(key)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("check", NAMING.values(), ids=map(label, NAMING))
def test_every_misconception_is_named_and_its_sentence_comes_first(check: Exercise) -> None:
    for m in check.misconceptions:
        for number, form in enumerate(m.forms):
            examination = check.examine(form)
            where = f"{m.name}, form {number}: {examination.message}"
            assert (examination.credit, examination.misconception) == (0, m.name), where
            assert examination.message.startswith(m.sentence + "\n\n"), where
            assert len(examination.message.splitlines()) <= 7, where


@pytest.mark.parametrize("check", CHECKS.values(), ids=map(label, CHECKS))
def test_sentences_differ_are_short_and_none_is_the_beginning_of_another(check: Exercise) -> None:
    sentences = sorted(m.sentence for m in check.misconceptions)
    assert all(not b.startswith(a) for a, b in pairwise(sentences))
    assert max(map(len, sentences), default=0) <= 240
    assert len({m.name for m in check.misconceptions}) == len(sentences)


@pytest.mark.parametrize(("lesson", "exercise"), FUNCTIONS, ids=map(label, FUNCTIONS))
def test_a_stub_is_told_so(lesson: str, exercise: str) -> None:
    def stub(*arguments: Any, **named: Any) -> Any:
        raise NotImplementedError

    message = FUNCTIONS[lesson, exercise].examine(stub).message
    assert message == f"`{exercise}` is not written yet: it still raises NotImplementedError."


@pytest.mark.parametrize(
    "check", [c for c in CHECKS.values() if isinstance(c, QuestionsExercise)], ids=lambda check: check.name
)
def test_every_wrong_answer_to_a_question_has_a_sentence(check: QuestionsExercise) -> None:
    for key, question in check.questions.items():
        for wrong, sentence in question.wrong.items():
            assert f"{key}: {sentence}" in check.examine({key: wrong}).message


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("check", CHECKS.values(), ids=map(label, CHECKS))
@settings(max_examples=20, deadline=None)
@given(junk=JUNK)
def test_an_examination_never_fails_for_what_an_answer_holds(check: Exercise, junk: Any) -> None:
    answer = (lambda *arguments, **named: junk) if check in FUNCTIONS.values() else junk
    assert 0 <= check.examine(answer).credit < 1
