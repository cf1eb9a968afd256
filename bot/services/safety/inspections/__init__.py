"""Rounds with a list in hand: planned, shown on cards, handed in, and what becomes of what was wrong."""
