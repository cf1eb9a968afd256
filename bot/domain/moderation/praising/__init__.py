"""Praise: who is praised for what, and who says so."""
