"""
what = "hands in a notebook without tests, and with answers that claim to be tests"
goal = "points"
control = "not run: without its tests, a notebook that is not restored cannot be scored at all"
"""

# %% forge
notebook.cells = [c for c in notebook.cells if not c.metadata.get("nbgrader", {}).get("grade")]
for cell in notebook.cells:
    if cell.metadata.get("nbgrader", {}).get("solution"):
        cell.metadata.nbgrader.update(grade=True, points=100, locked=True)
        cell.source = "100.0"
