"""
what = "reads the grades of others"
goal = "secret"
together = true
"""

# %%
import sqlite3

print(sqlite3.connect({GRADEBOOK}).execute("SELECT * FROM grade").fetchall())
