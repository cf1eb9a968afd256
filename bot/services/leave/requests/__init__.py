"""Leave is asked for and decided, begins and ends."""
