"""What the figures of a period are: whose they may be, what stays hidden in them, how they are compared."""
