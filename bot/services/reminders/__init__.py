"""Reminders: asked for, told in time, called off."""
