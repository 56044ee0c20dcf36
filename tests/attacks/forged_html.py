"""
what = "a function called by a test displays a forged result as HTML and as plain text"
goal = "points"
control = "not run: a display is no result to nbgrader either; what it would do in a browser is tested with the feedback pages"
"""

# %% weighted_sum
from IPython.display import HTML, display


def weighted_sum(w, x, b):
    display(HTML("<script>document.body.innerText = '15/15'</script>"))
    display({"text/plain": "1.0"}, raw=True)
    print("1.0")
    return 0.0
