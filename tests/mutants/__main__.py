"""`python -m tests.mutants [--reduced] [--workers N] [LESSON…]`: the score of the hidden tests, exercise by exercise."""

import argparse
import sys

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from tests.mutants import Result, equivalents, examine, lessons, strangers, subjects


def main(arguments: list[str] | None = None) -> int:
    """Try the mutants of the lessons named, or of all; return 1 where one survives or something is amiss."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description="Mutation tests of the hidden tests.")
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="such as 02-activations; all when none is named")
    parser.add_argument("--reduced", action="store_true", help="try a fixed share of the mutants, as the tests do")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="mutants tried at a time (default: 2)")
    given = parser.parse_args(arguments)
    listed = equivalents()
    chosen = [subject for lesson in lessons(given.lessons) for subject in subjects(lesson)]
    results = [
        examine(subject, listed.get(subject.lesson, {}).get(subject.name, {}), given.workers, given.reduced)
        for subject in chosen
    ]
    problems = strangers(listed, chosen) if not given.lessons else []
    console = Console()
    return report(results, problems, console if console.is_terminal else Console(width=120))


def report(results: list[Result], problems: list[str], console: Console) -> int:
    """Print the table, the survivors and what is amiss; return the exit status."""
    console.print(_table(results))
    for result in results:
        for mutant in result.survivors:
            console.print(f"[bold]{_where(result)}[/bold] survived {mutant.operator}:", soft_wrap=True)
            console.print(escape(mutant.diff()), soft_wrap=True, highlight=False)
    problems = [*problems, *(f"{_where(result)}: {problem}" for result in results for problem in result.problems)]
    for problem in problems:
        console.print(f"[red]{escape(problem)}[/red]", soft_wrap=True)
    return 1 if problems or any(result.survivors for result in results) else 0


def _table(results: list[Result]) -> Table:
    table = Table("lesson", "exercise", box=box.SIMPLE, show_footer=True)
    totals = [sum(column) for column in zip(*map(_counts, results), strict=True)]
    for heading, total in zip(("mutants", "killed", "equivalent", "survived"), totals, strict=False):
        table.add_column(heading, str(total), justify="right")
    table.add_column("score", justify="right")
    for result in results:
        style = "bold red" if result.survivors or result.problems else None
        score = f"{int(100 * result.score)} %"
        table.add_row(result.subject.lesson, result.subject.name, *map(str, _counts(result)), score, style=style)
    return table


def _counts(result: Result) -> tuple[int, ...]:
    return result.tried, result.killed, result.equivalent, len(result.survivors)


def _where(result: Result) -> str:
    return f"{result.subject.lesson} {result.subject.name}"


if __name__ == "__main__":
    sys.exit(main())
