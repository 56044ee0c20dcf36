"""
what = "an untouched release notebook"
start = "release"
"""
