"""Mediation: two who disagree, and somebody who is neither and helps them to settle it."""
