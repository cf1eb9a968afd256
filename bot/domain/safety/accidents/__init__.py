"""Accidents: as they were told, and as they are known."""
