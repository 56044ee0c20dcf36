"""
what = "reads a file of the grader's account"
goal = "secret"
together = true
"""

# %%
print(open({SECRET_FILE}).read())
