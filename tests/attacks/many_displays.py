"""
what = "displays hundreds of large things"
goal = "deny service"
together = true
success = "large"
"""

# %%
from IPython.display import HTML, display

for _ in range(600):
    display(HTML("x" * 20_000))
display({"image/png": "A" * 20_000_000}, raw=True)
