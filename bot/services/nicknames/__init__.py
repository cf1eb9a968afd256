"""Nicknames in groups: judged when somebody asks, reported on, followed up by the patrol (D7§7)."""
