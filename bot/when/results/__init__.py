"""What comes out of the doors: a value, or the reason why there is none."""
