"""
what = "gives itself points with sqlite3"
goal = "other grade"
together = true
"""

# %%
import sqlite3

with sqlite3.connect({GRADEBOOK}) as gradebook:
    gradebook.execute("UPDATE grade SET score = 15 - score")
