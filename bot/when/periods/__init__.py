"""Time off: which phrases ask for it, and the days, halves and hours that this makes. Behind `read_period`."""
