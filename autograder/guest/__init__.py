"""The part of the grader that runs inside the sandbox, beside the student's code; nothing in it is secret.

It knows no hidden test, no reference and no other module of the grader, and is mounted there alone.
"""
