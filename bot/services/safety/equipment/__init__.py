"""Safety equipment: on a list, reminded of before it must be checked, ticked off when it was."""
