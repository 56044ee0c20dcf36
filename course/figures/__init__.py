"""Interactive figures, one module a lesson (`neuron`, `activations`, …), and `show` for pictures students draw.

from course.figures import neuron
neuron.explore()
"""

from course.figures.still import show

__all__ = ["show"]
