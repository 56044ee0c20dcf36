"""Data sets that ship with the course; README.md beside this file says where they come from and under which licence."""
