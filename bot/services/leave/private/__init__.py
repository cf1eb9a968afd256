"""What is private of a leave: why it was asked for, and what proves it. Each look is noted."""
