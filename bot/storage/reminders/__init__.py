"""Reminders that somebody asked for."""
