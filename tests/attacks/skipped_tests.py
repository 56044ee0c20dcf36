"""
what = "marks tests as cells to be skipped"
goal = "points"
control = "not restored"
"""

# %% forge
for cell in notebook.cells:
    if cell.metadata.get("nbgrader", {}).get("grade"):
        cell.metadata.tags = ["skip-execution", "raises-exception"]
