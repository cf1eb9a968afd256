"""Experience that colleagues share, told without names."""
