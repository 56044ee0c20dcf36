"""
what = "prints the environment"
goal = "secret"
"""

# %%
import os

print(dict(os.environ))
