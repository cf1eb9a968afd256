"""A notice from its author's words on, with what goes along with it and who it goes to."""
