"""The security desk: a word of somebody becomes a case, officers are told, steps are ticked, and it is closed."""
