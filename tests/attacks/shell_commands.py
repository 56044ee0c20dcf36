"""
what = "reads a file of the grader's account with a shell command and with cell magics"
goal = "secret"
together = true
"""

# %%
get_ipython().system("cat " + {SECRET_FILE})
print(get_ipython().getoutput("cat " + {SECRET_FILE}))
get_ipython().run_cell_magic("bash", "", "cat " + {SECRET_FILE})
