"""environment.yml, constraints.txt and pyproject.toml give everybody the same versions; nothing names a package index."""

from __future__ import annotations

import re
import subprocess
import tomllib

import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from course.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LINES = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
PINS = dict(line.split("==") for line in LINES if line)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_is_pinned_exactly() -> None:
    assert all(re.fullmatch(r"[\w.-]+==[\w.+!-]+", line) for line in LINES)
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    pinned = {normal(name) for name in PINS}
    assert {normal(Requirement(w).name) for w in wanted} <= pinned


def test_pins_satisfy_the_project() -> None:
    versions = {normal(name): version for name, version in PINS.items()}
    for wanted in map(Requirement, [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]):
        assert wanted.specifier.contains(versions[normal(wanted.name)])


def test_conda_installs_the_project_with_the_same_pins() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    python, pip, by_pip = environment["dependencies"]
    assert SpecifierSet(PROJECT["requires-python"]).contains(python.removeprefix("python="))
    assert pip == "pip"
    assert by_pip == {"pip": ["-c constraints.txt", "-e ."]}


def test_the_makefile_uses_the_same_pins() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "--constraint constraints.txt" in makefile


def test_no_file_names_a_package_index() -> None:
    hosts = ["py" + "pi.org", "python" + "hosted", "npm" + "js.org"]
    for host in hosts:
        found = subprocess.run(["git", "grep", "-lF", host], cwd=ROOT, capture_output=True, text=True)
        assert found.stdout == ""
