"""Who is called about an accident, in which order, until somebody has it."""
