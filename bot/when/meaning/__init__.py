"""What a phrase means today: its days in the calendar, its hours of the clock, and where a start with a length ends."""
