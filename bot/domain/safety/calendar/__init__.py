"""The year's safety calendar: what is said when, to whom, as data that an operator changes."""
