"""Still pictures: bytes, words, and what readers without a kernel see."""

import base64
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from IPython.core.formatters import DisplayFormatter
from matplotlib.figure import Figure
from nbconvert import HTMLExporter

from course.figures import activations, neuron, show, still

WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.mark.parametrize("module", [neuron, activations])
def test_a_widget_leaves_a_picture_and_its_words(module) -> None:
    data, metadata = module.explore()._repr_mimebundle_()
    again, _ = module.explore()._repr_mimebundle_()
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")
    assert data["image/png"] == again["image/png"]
    assert metadata["image/png"]["alt"] == data["text/plain"]
    assert WIDGET in data


@pytest.mark.parametrize("module", [neuron, activations])
def test_a_page_without_widget_state_shows_the_picture(module) -> None:
    data, metadata = DisplayFormatter().format(module.explore())
    output = nbformat.v4.new_output("display_data", data, metadata=metadata)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", outputs=[output], id="one")])
    page, _ = HTMLExporter().from_notebook_node(notebook)
    (image,) = BeautifulSoup(page, "html.parser").select(".jp-OutputArea-output img")
    assert image["alt"] == data["text/plain"]
    assert image["src"] == "data:image/png;base64," + data["image/png"]


def plain_figure() -> Figure:
    figure = Figure()
    figure.subplots().plot([1, 3, 2])
    return figure


def test_the_same_figure_gives_the_same_bytes() -> None:
    first, second = still.png(plain_figure()), still.png(plain_figure())
    assert first == second
    assert b"Software" not in first


def test_show_displays_the_picture_with_its_words(monkeypatch) -> None:
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda data, **options: shown.append((data, options)))
    show(plain_figure(), 'up & "down"')
    ((data, options),) = shown
    assert data["text/plain"] == options["metadata"]["image/png"]["alt"] == 'up & "down"'
    assert BeautifulSoup(data["text/html"], "html.parser").img["alt"] == 'up & "down"'


def test_show_closes_a_pyplot_figure(monkeypatch) -> None:
    import matplotlib.pyplot as plt

    monkeypatch.setattr("IPython.display.display", lambda *a, **k: None)
    figure, axes = plt.subplots()
    axes.plot([1, 2])
    show(figure, "a line")
    assert not plt.fignum_exists(figure.number)


@pytest.mark.parametrize(
    "code", ["pass", "neuron.explore()._repr_mimebundle_(); activations.explore()._repr_mimebundle_()"]
)
def test_figures_leave_pyplot_and_its_backend_alone(code) -> None:
    check = "assert 'matplotlib.pyplot' not in sys.modules"
    if code == "pass":
        check += "; assert not {'matplotlib', 'anywidget', 'IPython'} & set(sys.modules)"
    script = f"import sys; from course.figures import activations, neuron; {code}; {check}"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert run.returncode == 0, run.stderr
