"""What somebody has: entries that are only ever added, what gives and ends credits, and the papers about it."""
