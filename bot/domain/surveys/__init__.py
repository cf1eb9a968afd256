"""What people are asked for: opinions and votes, and to come to something."""
