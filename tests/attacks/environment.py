"""
what = "prints the environment"
goal = "secret"
together = true
"""

# %%
import os

print(dict(os.environ))
