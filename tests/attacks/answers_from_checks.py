"""
what = "takes the right answers out of the hidden tests"
goal = "points"
"""

# %% questions
from autograder.checks import exercises

answers = {key: question.right for key, question in exercises("01-neurons")["questions"].questions.items()}
