"""What a department tells of its own safety each week or month."""
