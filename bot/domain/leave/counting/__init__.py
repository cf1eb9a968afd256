"""What a leave costs: day by day, by the hour, an hour less each day, and sick time a second way."""
