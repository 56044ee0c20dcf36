"""Grading many submissions: by processes here or on a cluster, into one gradebook, each one once.

`grade_one` is all that runs in a worker: bytes go in, a `Graded` comes out. Everything that is kept is written by the
process that calls `work`, submission by submission: the gradebook in one transaction, the autograded notebook, then the
record. A run may end at any moment; the next one goes on from the last record.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing.connection import wait as wait_for
from pathlib import Path
from typing import Any, NamedTuple

from autograder import gradebook, isolated, records, report
from autograder.gradebook import Course, CourseProblem
from autograder.grading import Execute, Graded, Verdict, grade_submission
from autograder.lessons import LessonKey, lesson

AHEAD = 2  # submissions on their way for each that is being graded: enough that no worker waits for the gradebook
ANSWER_SECONDS = 10  # for a cluster's scheduler to answer
FEWEST_SLOTS = 16  # of a cluster, whose workers may still be starting
LOOK_SECONDS = 10  # without a result, before a look at whether there is still somebody to give one
MOST_LOOKS = 6  # in a row that find a cluster without workers
PRELOAD = [
    "autograder.quick_imports",
    "autograder.batch",
    "autograder.checks",
    "nbgrader.preprocessors",
]  # imported once, not once a worker
GO_ON = (
    "What was graded is kept. Start the cluster again, or leave --cluster away: the same command goes on from there."
)
ONE_AT_A_TIME = threading.Lock()  # a cluster's worker may have several threads; a grader wants its process to itself


class NoWorkers(Exception):
    """A cluster that has nobody left to grade; the text says how to go on."""

    status = 3


def _all_well() -> None:
    """Find nothing wrong."""


class Workers(NamedTuple):
    """An executor, how many it runs at once, and what looks after it while nothing comes back; that may raise `NoWorkers`."""

    executor: Executor
    at_once: int
    look: Callable[[], None] = _all_well


Pool = Callable[[], AbstractContextManager[Workers]]


@dataclass(frozen=True)
class HandedIn:
    """One student's submission of one lesson; `ground` is what else its grade depends on (`records.ground`)."""

    key: LessonKey
    student: str
    folder: Path
    ground: str

    @property
    def path(self) -> Path:
        """The notebook."""
        return self.folder / f"{self.key.name}.ipynb"


@dataclass(frozen=True)
class Row:
    """One line of a run's result: a submission graded now, or skipped because nothing has changed since."""

    student: str
    graded: Graded
    seconds: float
    skipped: bool = False


@dataclass(frozen=True)
class Plan:
    """What a run has to do, and what need not be done again."""

    todo: list[HandedIn]
    unchanged: list[Row]


@dataclass(frozen=True)
class _Outcome:
    handed_in: HandedIn
    fingerprint: str
    graded: Graded
    seconds: float = 0.0
    broke: bool = False  # whether the executor is of no more use


# What a worker does


def grade_one(name: str, content: bytes | None, version: str, run: Execute) -> tuple[Graded, float]:
    """Grade one notebook, None if there was none, of the lesson `name`; return how long it took as well."""
    with ONE_AT_A_TIME, tempfile.TemporaryDirectory(prefix="submission-") as folder:
        started = time.perf_counter()
        if version != records.grader_version(name):
            return _broken(name, "The worker has another version of the course; install the same one everywhere."), 0.0
        path = Path(folder) / f"{name}.ipynb"
        if content is not None:
            path.write_bytes(content)
        return grade_submission(path, lesson(name), run), time.perf_counter() - started


def _broken(name: str, reason: str) -> Graded:
    return Graded(name, Verdict.GRADER_ERROR, {}, reason)


# Where workers run


def local(workers: int) -> Pool:
    """Return a pool of processes on this machine."""

    @contextmanager
    def opened() -> Iterator[Workers]:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(PRELOAD)
        before = set(multiprocessing.active_children())
        executor = ProcessPoolExecutor(workers, mp_context=context, initializer=_become_worker)
        try:
            yield Workers(executor, workers)
            executor.shutdown()
        finally:
            executor.shutdown(wait=False, cancel_futures=True)
            for process in set(multiprocessing.active_children()) - before:
                process.kill()

    return opened


def _become_worker() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it, however it ends."""
    signal.signal(signal.SIGINT, lambda *_: None)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=[parent.sentinel], daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)


def cluster(address: str) -> Pool:
    """Return the pool of a Dask cluster whose scheduler is at `address`. Raises `CourseProblem`."""
    try:
        from distributed import Client
        from distributed.comm.addressing import get_address_host_port
    except ImportError:
        raise CourseProblem(
            "--cluster needs Dask: install it with pip install 'backpropagation-course[cluster]'."
        ) from None
    try:
        socket.create_connection(get_address_host_port(address), ANSWER_SECONDS).close()
    except (OSError, ValueError) as error:
        raise CourseProblem(f"No Dask scheduler answers at {address} ({error}).") from None

    @contextmanager
    def opened() -> Iterator[Workers]:
        try:
            connected = Client(address, timeout=ANSWER_SECONDS, set_as_default=False)
        except OSError as error:  # it answered a moment ago
            raise _no_scheduler(address, error) from None
        with connected as client:
            slots = max(FEWEST_SLOTS, sum(client.nthreads().values()))
            yield Workers(client.get_executor(pure=False), slots, _watch(address, client.nthreads))

    return opened


def _no_scheduler(address: str, error: OSError) -> NoWorkers:
    return NoWorkers(f"The Dask scheduler at {address} answers no more ({error}). {GO_ON}")


def _watch(address: str, workers: Callable[[], object]) -> Callable[[], None]:
    """Return a function to be called now and then; it raises `NoWorkers` after `MOST_LOOKS` in a row that found none."""
    in_vain = 0

    def look() -> None:
        nonlocal in_vain
        try:
            in_vain = 0 if workers() else in_vain + 1
        except OSError as error:
            raise _no_scheduler(address, error) from None
        if in_vain >= MOST_LOOKS:
            raise NoWorkers(
                f"The Dask cluster at {address} has no workers, and had none for {MOST_LOOKS * LOOK_SECONDS} s. {GO_ON}"
            )

    return look


# What a run does


def plan(
    course: Course,
    wanted: Iterable[tuple[LessonKey, Sequence[str]]],
    force: bool = False,
    run: Execute = isolated.execute,
) -> Plan:
    """Tell which submissions have to be graded: those that changed or were never finished; or, by `force`, all."""
    made = Plan([], [])
    for key, students in wanted:
        ground = records.ground(course, key.name, f"{run.__module__}.{run.__qualname__}")
        written = gradebook.auto_scores(course, key.name)
        for student in students:
            handed_in = HandedIn(key, student, course.folder("submitted", student, key.name), ground)
            record = None if force else _unchanged(course, handed_in, written.get(student, {}))
            if record is None:
                made.todo.append(handed_in)
            else:
                made.unchanged.append(Row(student, report.from_json(record.report), record.seconds, skipped=True))
    return made


def _unchanged(course: Course, handed_in: HandedIn, written: dict[str, float]) -> records.Record | None:
    """Return the record of a submission if it still holds."""
    name, student = handed_in.key.name, handed_in.student
    record = records.read(course, name, student)
    if record is None or not records.holds(course, name, student, record, written):
        return None
    try:
        content = records.submitted_bytes(handed_in.path)
    except records.Unreadable:
        return None
    return record if record.fingerprint == records.fingerprint(handed_in.ground, handed_in.folder, content) else None


def work(
    course: Course, todo: Iterable[HandedIn], pool: Pool, run: Execute = isolated.execute
) -> Generator[Row, None, None]:
    """Grade submissions, in whatever order they are finished; each is written before it is returned.

    A grader error, a worker's death included, is tried once more; then it is returned and nothing is written.
    """
    for outcome in _tried_twice(todo, pool, run):
        graded = outcome.graded
        if graded.verdict is not Verdict.GRADER_ERROR:
            graded = _keep(course, outcome)
        yield Row(outcome.handed_in.student, graded, outcome.seconds)


def _keep(course: Course, outcome: _Outcome) -> Graded:
    """Write a grade, then its record; return it, or what is wrong with the submission's folder."""
    graded, key, student = outcome.graded, outcome.handed_in.key, outcome.handed_in.student
    try:
        with gradebook.writing(f"The grade of {student}"):
            scores = gradebook.save(course, key, student, graded)
            record = records.Record(outcome.fingerprint, scores, outcome.seconds, report.as_json(graded))
            records.write(course, key.name, student, record)
    except CourseProblem as problem:
        return _broken(key.name, str(problem))
    return graded


def _tried_twice(todo: Iterable[HandedIn], pool: Pool, run: Execute) -> Iterator[_Outcome]:
    """Grade submissions; those that failed a second time, one by one, so that none fails because of another."""
    again = []
    for outcome in _tried(todo, pool, run, alone=False):
        if outcome.graded.verdict is Verdict.GRADER_ERROR:
            again.append(outcome.handed_in)
        else:
            yield outcome
    yield from _tried(again, pool, run, alone=True)


def _tried(todo: Iterable[HandedIn], pool: Pool, run: Execute, alone: bool) -> Iterator[_Outcome]:
    """Grade submissions, on a new executor whenever one breaks."""
    waiting = iter(todo)
    usable = False
    while not usable:
        with pool() as workers:
            usable = yield from _until_broken(workers, waiting, run, 1 if alone else AHEAD * workers.at_once)


def _until_broken(
    workers: Workers, waiting: Iterator[HandedIn], run: Execute, ahead: int
) -> Generator[_Outcome, None, bool]:
    """Grade submissions, `ahead` of them on their way at a time; return whether the executor can still be used."""
    running: dict[Future[Any], tuple[HandedIn, str]] = {}
    usable = True
    while True:
        for handed_in in islice(waiting, ahead - len(running) if usable else 0):
            future, fingerprint = _submit(workers.executor, handed_in, run)
            running[future] = handed_in, fingerprint
        if not running:
            return usable
        while not (done := wait(running, LOOK_SECONDS, FIRST_COMPLETED).done):
            workers.look()
        for future in done:
            outcome = _outcome(future, *running.pop(future))
            usable = usable and not outcome.broke
            yield outcome


def _submit(executor: Executor, handed_in: HandedIn, run: Execute) -> tuple[Future[Any], str]:
    """Read a submission and send it to a worker; what keeps it from being sent is the future's error."""
    name = handed_in.key.name
    try:
        content = records.submitted_bytes(handed_in.path)
        fingerprint = records.fingerprint(handed_in.ground, handed_in.folder, content)
        return executor.submit(grade_one, name, content, records.grader_version(name), run), fingerprint
    except (records.Unreadable, OSError, BrokenExecutor) as error:
        failed: Future[Any] = Future()
        failed.set_exception(error)
        return failed, ""


def _outcome(future: Future[Any], handed_in: HandedIn, fingerprint: str) -> _Outcome:
    name = handed_in.key.name
    try:
        graded, seconds = future.result()
        return _Outcome(handed_in, fingerprint, graded, seconds)
    except BrokenExecutor:
        died = _broken(name, "The process that graded it died, twice.")
        return _Outcome(handed_in, fingerprint, died, broke=True)
    except records.Unreadable as problem:
        return _Outcome(handed_in, fingerprint, _broken(name, str(problem)))
    except Exception as error:
        said = f"Grading it stopped with {type(error).__name__}: {error}"
        return _Outcome(handed_in, fingerprint, _broken(name, said))


# Feedback pages


def owed_feedback(course: Course, wanted: Iterable[tuple[LessonKey, Sequence[str]]]) -> list[tuple[LessonKey, str]]:
    """Return the submissions whose grade is newer than their feedback page."""
    found = [
        (key, student, records.read(course, key.name, student)) for key, students in wanted for student in students
    ]
    return [(key, student) for key, student, record in found if record and record.owes_feedback]


def write_feedback(course: Course, key: LessonKey, student: str) -> None:
    """Write one feedback page, and remember that it is written."""
    with gradebook.writing(f"The feedback page of {student}"):
        gradebook.write_feedback(course, key.name, student)
    if record := records.read(course, key.name, student):
        records.write(course, key.name, student, replace(record, owes_feedback=False))
