"""Hazards (隐患): what they are, how bad, whose they are, and the way from the report to the end."""
