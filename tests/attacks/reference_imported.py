"""
what = "answers with the reference implementation"
goal = "points"
"""

# %% weighted_sum
from autograder.reference.neurons import weighted_sum
