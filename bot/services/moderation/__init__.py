"""Moderation: cases, what is done because of them, and who hears what; done by named humans, never by a check alone."""
