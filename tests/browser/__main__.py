"""Take the README's picture: `python -m tests.browser docs/images/lab.png`."""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.browser.lab import Lesson, chromium, course_lab, open_browser


def main(picture: Path) -> None:
    path = chromium()
    if path is None:
        sys.exit("There is no chromium on this machine.")
    with tempfile.TemporaryDirectory() as name, open_browser(path) as browser:
        place = Path(name)
        with course_lab(place / "my-course", place / "log.txt") as lab:
            solved = lab.solve("01-neurons")
            (lab.folder / solved).replace(lab.folder / "01-neurons" / "01-neurons.ipynb")
            lesson = Lesson.open(browser, lab, "01-neurons/01-neurons.ipynb", place)
            lesson.run_all()
            lesson.choose("View", "Appearance", "Show Left Sidebar")
            lesson.page.set_viewport_size({"width": 1400, "height": 840})
            set_gate(lesson)
            lesson.show_figure()
            lesson.figure.evaluate("figure => figure.closest('.jp-WindowedPanel-outer').scrollBy(0, -80)")
            picture.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(lesson.shoot("lab"), picture)


def set_gate(lesson: Lesson) -> None:
    """Set the figure to a neuron that fires only when both inputs are 1: AND."""
    for name, target in (("w1", 1.4), ("w2", 2.0), ("b", -2.6)):
        slider = lesson.figure.get_by_test_id(f"slider-{name}")
        steps = round((target - float(slider.input_value())) / 0.1)
        for _ in range(abs(steps)):
            slider.press("ArrowRight" if steps > 0 else "ArrowLeft")
    lesson.figure.get_by_text("AND").wait_for()


main(Path(sys.argv[1]))
