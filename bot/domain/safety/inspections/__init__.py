"""Rounds through the works with a list in hand (D4§6.3): what is looked at, by whom, how often, and what was found."""
