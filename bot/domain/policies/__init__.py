"""Versions of the company's policies: which one holds from when on, what changed, how it became binding."""
