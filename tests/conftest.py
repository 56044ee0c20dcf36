"""What holds for every test: property tests find the same examples each time, and no clock decides."""

from hypothesis import settings

settings.register_profile("course", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("course")
