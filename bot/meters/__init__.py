"""What is counted and timed while the bot works, and how Prometheus reads it: no names, ids of people or texts."""
