"""Whoever means us no good: callbacks that nobody signed, words that would be marks, addresses that lead inside.

All of it is counted, and docs/security.md has the counts. What is made at random follows from a number that a failure
names: `HOSTILE=4711 pytest tests/hostile/test_fuzz.py` plays that one again. `make soak` takes many more of them.
"""
