"""The help desk at work: what is known is said at once, the rest goes to a person and comes back as an answer."""
