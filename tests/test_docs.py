"""What the documentation says is there: every command is documented, every documented command and file exists."""

from __future__ import annotations

import re

import pytest
import typer.main
from typer.testing import CliRunner

import autograder.cli
import course.cli
from course.authoring.build import lesson_files
from course.paths import ROOT

PAGES = {p.name: p.read_text(encoding="utf-8") for p in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]}
APPS = {"course": course.cli.app, "autograder": autograder.cli.app}
COMMANDS = [(app, name) for app in APPS for name in typer.main.get_command(APPS[app]).commands]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("app", "name"), COMMANDS)
def test_every_command_is_documented_and_has_help(app: str, name: str) -> None:
    assert any(f"{app} {name}" in text for text in PAGES.values())
    shown = CliRunner().invoke(APPS[app], [name, "--help"])
    assert shown.exit_code == 0
    command = typer.main.get_command(APPS[app]).commands[name]  # type: ignore[attr-defined]
    assert command.help
    assert all(getattr(p, "help", None) for p in command.params if p.name != "help")


def test_documented_commands_exist() -> None:
    for text in PAGES.values():
        for app, name in re.findall(r"`(?:\.venv/bin/)?(course|autograder) ([a-z]+)", text):
            assert (app, name) in COMMANDS, f"{app} {name}"


def test_documented_make_targets_exist() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    for text in PAGES.values():
        for target in re.findall(r"(?:`|^)make ([a-z]+)", text, flags=re.MULTILINE):
            assert target in targets, target


def test_linked_files_exist() -> None:
    for name, text in PAGES.items():
        folder = ROOT if (ROOT / name).exists() else ROOT / "docs"
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            if not target.startswith(("picture:", "attachment:")):
                assert (folder / target).exists(), f"{name}: {target}"


def test_the_table_of_lessons_is_true() -> None:
    """docs/lessons.md has a row for each lesson, as its title says, and the sum of all points."""
    rows, total = [], 0
    for path in lesson_files(ROOT):
        text = path.read_text(encoding="utf-8")
        title = re.search(r"^# # (.*)$", text, re.M)
        found = re.search(r"Time: (\d+) minutes · Points: (\d+) · Builds on: (.*)", text)
        name = path.stem.replace("_", "-")
        assert title
        assert found
        rows.append(f"| [{title[1]}](../release/{name}/{name}.ipynb) | {' | '.join(found.groups())} |")
        total += int(found[2])
    table = [line for line in PAGES["lessons.md"].splitlines() if line.startswith("| [")]
    assert table == rows
    assert f"{len(rows)} lessons, {total} points" in PAGES["lessons.md"]
