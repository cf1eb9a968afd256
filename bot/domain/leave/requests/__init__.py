"""A leave from the wish to its end: what is looked at before, who decides, and what may still happen to it."""
