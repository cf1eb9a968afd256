"""A notice that was wrong: corrected by another one, called off, taken back."""
