"""Reminders: something that somebody is to be told at a time, because he or somebody he answers to asked for it."""
