"""Experience that colleagues share: without names, after somebody else has read it."""
