"""Somebody leaves: a list of what is passed on, ticked by people or by itself, and the end of his account."""
