"""A slow example is no wrong one: these tests share their machine with others."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
