"""Each attack works where nothing isolates, and gains nothing in the sandbox; the next submission never notices."""

from __future__ import annotations

import copy
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import nbformat
import pytest
from autograder import records
from autograder.execution import Run, execute
from autograder.grading import Graded, Verdict, grade_submission
from autograder.lessons import LessonKey
from autograder.scoring import score
from course.paths import ROOT
from nbformat import NotebookNode

from tests.attacks import GOALS, LESSON, SIGNS, Attack, all_attacks, fill
from tests.attacks.world import TOKEN, VARIABLE, World
from tests.submissions import Submission

isolated = pytest.importorskip("autograder.isolated", reason="there is no isolated engine")
sandbox = pytest.importorskip("autograder.sandbox", reason="there is no isolated engine")

ATTACKS = all_attacks()
ON_CONTROL = [a for a in ATTACKS if not a.control.startswith("not run")]
TOGETHER = [a for a in ON_CONTROL if a.together]
ALONE = [a for a in ON_CONTROL if not a.together]
UP_TO_THE_HOST = (  # some kernels and containers refuse these to everyone, or to all but root
    "attaches_to_a_process",
    "kernel_knobs",
    "message_queue",
    "new_namespaces",
    "other_socket_families",
    "reads_memory",
    "shared_memory",
)
NEEDS_SANDBOX = pytest.mark.skipif(
    sandbox.why_not() is not None, reason=f"attacks on the sandbox are not tried: {sandbox.why_not()}"
)
MOST_BYTES = 8_000_000  # of a graded notebook
MOST_MEMORY = 800_000_000  # that our process may need for a submission
MOST_SECONDS = 6  # of computing in our process
PROBE = (Path(__file__).parent / "_probe.py").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Happened:
    """What came of a run: the grade, or the exception that grading ended with."""

    graded: Graded | None
    broke: Exception | None
    text: str
    size: int
    peak: int = 0
    seconds: float = 0.0

    @property
    def score(self) -> float:
        return self.graded.score if self.graded else 0


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    root = tmp_path / "world"
    root.mkdir()
    made = World(root)
    yield made
    made.close()


@pytest.fixture(scope="module", autouse=True)
def secret_in_the_environment() -> Iterator[None]:
    os.environ[VARIABLE] = TOKEN
    yield
    del os.environ[VARIABLE]


@pytest.fixture(scope="module")
def engine(secret_in_the_environment: None) -> Iterator[isolated.Isolated]:
    """One sandbox for all attacks: what one of them leaves, a later one or an honest submission would find."""
    with isolated.Isolated() as made:
        yield made


@pytest.fixture(scope="module")
def key() -> LessonKey:
    """Lesson 01 with a secret in each hidden test."""
    made = LessonKey(LESSON)
    for cell in made.cells.values():
        mark = "### BEGIN HIDDEN TESTS\n"
        cell.source = cell.source.replace(mark, f'{mark}hidden_note = "{TOKEN}"\n')
    return made


def grade(notebook: NotebookNode, run: Callable[[NotebookNode], Run], key: LessonKey, folder: Path) -> Happened:
    """Grade a notebook as a file that was handed in."""
    path = folder / f"{LESSON}.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    Path("/proc/self/clear_refs").write_text("5")  # start to measure the peak of our memory afresh
    memory, began = our_memory("VmRSS"), time.process_time()
    try:
        after = happened(grade_submission(path, key, run))
    except Exception as error:
        after = Happened(None, error, "", 0)
    return replace(after, peak=our_memory("VmHWM") - memory, seconds=time.process_time() - began)


def our_memory(line: str) -> int:
    """Return how many bytes this process has, or had at most."""
    return int(re.search(rf"{line}:\s+(\d+) kB", Path("/proc/self/status").read_text())[1]) * 1024


def happened(graded: Graded) -> Happened:
    """Collect what a student would be shown, the texts of the tests aside."""
    shown = (
        [json.dumps(c.get("outputs", []), ensure_ascii=False) for c in graded.notebook.cells] if graded.notebook else []
    )
    shown += [e.message for e in graded.exercises.values()] + [graded.reason, *graded.notes]
    try:
        size = len(nbformat.writes(graded.notebook).encode()) if graded.notebook else 0
    except Exception as error:  # a notebook that cannot be written breaks the grader a moment later
        return Happened(graded, error, "\n".join(shown), 0)
    return Happened(graded, None, "\n".join(shown), size)


def grade_unrestored(notebook: NotebookNode, key: LessonKey) -> Happened:
    """Grade what was handed in without putting the lesson's cells back."""
    done = execute(copy.deepcopy(notebook))
    exercises = score(done.notebook, key)
    return happened(Graded(LESSON, Verdict.GRADED, exercises, notebook=done.notebook))


def signs(attack: Attack, world: World, after: Happened) -> set[str]:
    """Tell which signs of success there are."""
    broken = after.broke or (after.graded and after.graded.verdict is Verdict.GRADER_ERROR)
    found = {
        "points": after.score > attack.honest,
        "secret": TOKEN in after.text,
        "won": world.won in after.text,
        "changed": world.changed(),
        "left": bool(world.left()),
        "killed": world.killed(),
        "caught": bool(world.caught()),
        "lost": not broken and after.score < attack.honest,
        "broken": bool(broken),
        "large": after.size > MOST_BYTES,
        "bloated": after.peak > MOST_MEMORY,
        "busy": after.seconds > MOST_SECONDS,
    }
    return {sign for sign, there in found.items() if there}


def test_the_files_are_well_formed() -> None:
    assert len(ATTACKS) >= 40
    for attack in ATTACKS:
        assert attack.goal in GOALS, attack.name
        assert attack.success in SIGNS, attack.name
        assert attack.control in ("", "not restored") or attack.control.startswith("not run: "), attack.name
        assert attack.honest == 0 or attack.start == "solution", attack.name


def test_the_threat_model_names_every_attack() -> None:
    table = (
        (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8").partition("| promise |")[2].partition("\n\n")[0]
    )
    named = re.findall(r"`(\w+)`", table)
    assert sorted(named) == sorted(attack.name for attack in ATTACKS)


def test_most_attacks_have_a_control_run() -> None:
    """An attack that would not work anyway shows nothing; how many have no control run is said here."""
    with_control, without = len(ON_CONTROL), len(ATTACKS) - len(ON_CONTROL)
    assert without <= len(ATTACKS) / 4
    said = f"({with_control} of the {len(ATTACKS)} are; the other {without} "
    assert said in (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")


def without_isolation(attack: Attack, world: World, key: LessonKey, folder: Path) -> Happened:
    """Run an attack in a kernel, as it is or, where the file itself is the attack, without putting the lesson's cells back."""
    notebook = attack.notebook(world.planted(isolated=False))
    if attack.control == "not restored":
        return grade_unrestored(notebook, key)
    sizes = []

    def run(restored: NotebookNode) -> Run:
        done = execute(restored, attack.seconds)
        sizes.append(len(json.dumps(done.notebook)))
        return done

    return replace(grade(notebook, run, key, folder), size=sum(sizes))


@pytest.fixture(scope="module")
def together(
    secret_in_the_environment: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, tuple[World, Happened]]]:
    """Run the attacks that leave their kernel as it was in one kernel; each has a world of its own."""
    worlds = {attack.name: World(tmp_path_factory.mktemp("world")) for attack in TOGETHER}
    notebook = nbformat.v4.new_notebook()
    for attack in TOGETHER:
        planted = worlds[attack.name].planted(isolated=False)
        sources = [*(fill(source, planted) for _, source in attack.cells)]
        if attack.success == "left":
            sources.append(fill(PROBE, planted))
        notebook.cells += [
            nbformat.v4.new_code_cell(source, id=f"{attack.name}-{i}") for i, source in enumerate(sources)
        ]
    with pytest.MonkeyPatch.context() as patch:
        stand_in(patch, tmp_path_factory.mktemp("home"))
        done = execute(notebook).notebook
    after = {}
    for attack in TOGETHER:
        outputs = json.dumps([c.outputs for c in done.cells if c.id.startswith(f"{attack.name}-")], ensure_ascii=False)
        after[attack.name] = (worlds[attack.name], Happened(None, None, outputs, len(outputs)))
    yield after
    for world in worlds.values():
        world.close()


def stand_in(patch: pytest.MonkeyPatch, home: Path) -> None:
    """Let a kernel take a planted folder for its home."""
    patch.setenv("HOME", str(home))
    patch.setenv("IPYTHONDIR", str(home / ".ipython"))


@pytest.mark.parametrize("attack", ALONE, ids=lambda a: a.name)
def test_without_isolation_it_works(
    attack: Attack, world: World, key: LessonKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, world.root / "home")
    after = without_isolation(attack, world, key, tmp_path)
    assert attack.success in signs(attack, world, after) | left_for_the_next(attack, world), after.text[-2000:]


@pytest.mark.parametrize("attack", TOGETHER, ids=lambda a: a.name)
def test_without_isolation_it_works_in_a_shared_kernel(
    attack: Attack, together: dict[str, tuple[World, Happened]]
) -> None:
    world, after = together[attack.name]
    found = signs(attack, world, after) | ({"left"} if "LEFT BEHIND" in after.text else set())
    if attack.success not in found and attack.name in UP_TO_THE_HOST:
        pytest.skip(f"this host does not let this account do it, with or without isolation: {attack.what}")
    assert attack.success in found, after.text[-2000:]


def left_for_the_next(attack: Attack, world: World) -> set[str]:
    """Look for what was left from a kernel of its own, as the next submission would."""
    if attack.success != "left" or world.left():
        return set()
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(fill(PROBE, world.planted(isolated=False)))])
    return {"left"} if "LEFT BEHIND" in json.dumps(execute(notebook).notebook.cells[0].outputs) else set()


@NEEDS_SANDBOX
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda a: a.name)
def test_isolated_it_gains_nothing(
    attack: Attack,
    world: World,
    key: LessonKey,
    engine: isolated.Isolated,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "cell_seconds", attack.seconds)
    after = grade(attack.notebook(world.planted(isolated=True)), engine.execute, key, tmp_path)
    assert signs(attack, world, after) == set(), (world.left(), after.broke, after.text[-2000:])
    assert after.score == attack.honest
    the_next_one_is_graded_as_ever(world, key, engine, tmp_path)


def the_next_one_is_graded_as_ever(world: World, key: LessonKey, engine: isolated.Isolated, folder: Path) -> None:
    """Grade a perfect submission that also looks for what was left behind."""
    probe = fill(PROBE, world.planted(isolated=True))
    honest = Attack(
        "honest", "", "points", "points", 15, "solution", "", 30, False, (("questions", QUESTIONS), ("", probe)), ""
    )
    after = grade(honest.notebook({}), engine.execute, key, folder)
    assert (after.broke, after.score) == (None, 15), after.text[-2000:]
    assert "PROBED" in after.text
    assert "LEFT BEHIND" not in after.text, after.text[after.text.index("LEFT BEHIND") :][:500]
    assert world.left() == []


QUESTIONS = 'answers = {"q1": "b", "q2": "c", "q3": 20}'


@NEEDS_SANDBOX
def test_the_secret_is_there_to_be_found(
    engine: isolated.Isolated, key: LessonKey, tmp_path: Path, world: World
) -> None:
    """What is planted in hidden tests runs; an honest submission shows none of it, isolated or not."""
    assert all(TOKEN in cell.source for name, cell in key.cells.items() if name.startswith("grade_"))
    notebook = Submission(LESSON, "honest", "", "solution", {}, ()).notebook()
    for run in (execute, engine.execute):
        after = grade(notebook, run, key, tmp_path)
        assert (after.score, TOKEN in after.text) == (15, False)


@pytest.mark.parametrize("target", ["submitted", "gradebook.db", "/dev/zero"])
def test_a_link_in_the_place_of_a_notebook_is_not_followed(target: str, world: World, tmp_path: Path) -> None:
    """A submission that is a link to a neighbour's, to the gradebook or to a device is not read."""
    link = tmp_path / f"{LESSON}.ipynb"
    found = world.build / target
    link.symlink_to(found / "diligent" / LESSON / link.name if found.is_dir() else found)
    with pytest.raises(records.Unreadable):
        records.submitted_bytes(link)


@NEEDS_SANDBOX
def test_a_course_that_lies_within_the_environment_is_not_seen(
    world: World, key: LessonKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`python -m venv .` in the course's own folder makes all of it part of what is mounted; solutions stay hidden."""
    monkeypatch.setattr(sys, "prefix", str(ROOT))
    attacks = [attack for attack in ATTACKS if attack.name in ("reads_source", "reads_solutions", "reads_lessons")]
    try:
        with isolated.Isolated() as made:
            for attack in attacks:
                after = grade(attack.notebook(world.planted(isolated=True)), made.execute, key, tmp_path)
                assert after.score == 0, attack.name
    except sandbox.NoSandbox:
        return  # refusing is an answer too
