"""Versions of policies are published, confirmed, asked of newcomers, and cited as they are in force."""
