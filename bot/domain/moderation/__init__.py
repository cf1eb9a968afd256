"""Moderation: what counts as a violation, under whose policy, and which step follows; the rules, nothing awaits."""
