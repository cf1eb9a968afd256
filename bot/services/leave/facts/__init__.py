"""What the human resources say of people is registered, one by one or from a table."""
